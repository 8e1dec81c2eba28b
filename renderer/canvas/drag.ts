import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { isFrame, routePage } from '../../shared/drawing/layout/page.ts';
import { around, type Box } from '../../shared/drawing/scene.ts';
import { boxOfNode } from '../../shared/drawing/shapes/node.ts';
import { snap, type Guide } from './guides.ts';
import type { PageView } from './page-view.ts';

export interface Dragged {
  readonly places: ReadonlyMap<ElementId, Point>;
  readonly guides: readonly Guide[];
}

export const noDrag: Dragged = { places: new Map(), guides: [] };

/** How many others are looked at for guides: with thousands in view, only the nearest matter. */
const most = 400;

/**
 * Where dragged nodes stand: level with others within `reach`, else on the grid. Events on a dragged step and what an
 * open sub-process holds come along.
 */
export function dragTo(view: PageView, wanted: ReadonlyMap<ElementId, Point>, reach: number): Dragged {
  const { model, page } = view;
  const boxes = [...wanted].flatMap(([id, point]): Box[] => {
    const box = view.boxes.get(id);
    return box === undefined ? [] : [{ ...box, ...point }];
  });
  const whole = around(boxes);
  if (whole === undefined) return noDrag;
  const others = page.nodes.filter((node) => !wanted.has(node.id) && !isFrame(node)).slice(0, most).map(boxOfNode);
  const { by, guides } = snap(boxes.length === 1 ? (boxes[0] as Box) : whole, others, reach);
  const places = new Map<ElementId, Point>();
  for (const [id, { x, y }] of wanted) places.set(id, { x: x + by.x, y: y + by.y });
  for (const node of page.nodes) {
    const leader = leaderOf(model.nodes, node);
    const led = leader === undefined ? undefined : places.get(leader.id);
    if (leader === undefined || led === undefined || places.has(node.id)) continue;
    places.set(node.id, { x: node.position.x + led.x - leader.position.x, y: node.position.y + led.y - leader.position.y });
  }
  return { places, guides };
}

function leaderOf(nodes: Readonly<Record<ElementId, Node>>, node: Node): Node | undefined {
  if (node.kind === 'event' && node.attachedTo !== undefined) return nodes[node.attachedTo];
  const holder = node.parent === undefined ? undefined : nodes[node.parent];
  return holder?.kind === 'subprocess' && holder.expanded === true ? holder : undefined;
}

/** The lines of flows that touch a dragged node, routed for where it is now. */
export function linesWhileDragging(view: PageView, places: ReadonlyMap<ElementId, Point>): ReadonlyMap<ElementId, readonly Point[]> {
  if (places.size === 0) return new Map();
  const nodes = view.page.nodes.map((node): Node => {
    const position = places.get(node.id);
    return position === undefined ? node : { ...node, position };
  });
  const flows = view.page.flows
    .filter((flow) => places.has(flow.from) || places.has(flow.to))
    .map((flow) => {
      const { waypoints: _bends, ...free } = flow;
      return free;
    });
  return routePage(view.model, { ...view.page, nodes, flows });
}
