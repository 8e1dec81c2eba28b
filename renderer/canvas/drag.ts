import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { bendsAfterMove, type MovedEnd } from '../../shared/document/model/bends.ts';
import type { Flow } from '../../shared/document/model/flow.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import { isFrame, routePage } from '../../shared/drawing/layout/page.ts';
import { around, type Box } from '../../shared/drawing/scene.ts';
import { boxOfNode } from '../../shared/drawing/shapes/node.ts';
import { withFollowers } from './followers.ts';
import { gapsAround, type Gap } from './gaps.ts';
import { snap, type Guide } from './guides.ts';
import type { PageView } from './page-view.ts';

export interface Dragged {
  readonly places: ReadonlyMap<ElementId, Point>;
  readonly guides: readonly Guide[];
  /** Distances to the neighbours. */
  readonly gaps: readonly Gap[];
}

export const noDrag: Dragged = { places: new Map(), guides: [], gaps: [] };

/** How many others are looked at for guides: with thousands in view, only the nearest matter. */
const most = 400;

/** Where dragged nodes stand: level with others within `reach`, else on the grid. Those that belong to them come along. */
export function dragTo(view: PageView, wanted: ReadonlyMap<ElementId, Point>, reach: number): Dragged {
  const boxes = [...wanted].flatMap(([id, point]): Box[] => {
    const box = view.boxes.get(id);
    return box === undefined ? [] : [{ ...box, ...point }];
  });
  const whole = around(boxes);
  if (whole === undefined) return noDrag;
  const coming = withFollowers(view, wanted);
  const others = view.page.nodes.filter((node) => !coming.has(node.id) && !isFrame(node)).slice(0, most).map(boxOfNode);
  const { by, guides } = snap(whole, others, reach);
  const led = new Map<ElementId, Point>();
  for (const [id, { x, y }] of wanted) led.set(id, { x: x + by.x, y: y + by.y });
  return { places: withFollowers(view, led), guides, gaps: gapsAround({ ...whole, x: whole.x + by.x, y: whole.y + by.y }, others) };
}

/** The lines of flows that touch a dragged node, for where it is now: bends set by hand stay, as they will at the drop. */
export function linesWhileDragging(view: PageView, places: ReadonlyMap<ElementId, Point>): ReadonlyMap<ElementId, readonly Point[]> {
  if (places.size === 0) return new Map();
  const nodes = view.page.nodes.map((node): Node => {
    const position = places.get(node.id);
    return position === undefined ? node : { ...node, position };
  });
  const flows = view.page.flows
    .filter((flow) => places.has(flow.from) || places.has(flow.to))
    .map((flow) => {
      const { waypoints, ...free } = flow;
      const bends = waypoints === undefined ? undefined : bendsWhileDragging(view, places, flow);
      return bends === undefined ? free : { ...free, waypoints: [...bends] };
    });
  return routePage(view.model, { ...view.page, nodes, flows });
}

function bendsWhileDragging({ model }: PageView, places: ReadonlyMap<ElementId, Point>, { from, to, waypoints = [] }: Flow): readonly Point[] | undefined {
  const end = (id: ElementId): MovedEnd | undefined => {
    const node = model.nodes[id];
    const place = places.get(id);
    if (node === undefined) return undefined;
    return { at: node.position, size: sizeOfNode(node), by: place === undefined ? { x: 0, y: 0 } : { x: place.x - node.position.x, y: place.y - node.position.y } };
  };
  const [start, stop] = [end(from), end(to)];
  return start === undefined || stop === undefined ? undefined : bendsAfterMove(waypoints, start, stop);
}
