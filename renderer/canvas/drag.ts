import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { bendsAfterMove, type MovedEnd } from '../../shared/document/model/bends.ts';
import type { Flow } from '../../shared/document/model/flow.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import { isFrame, routePage } from '../../shared/drawing/layout/page.ts';
import { around, grow, type Box } from '../../shared/drawing/scene.ts';
import { withFollowers } from './followers.ts';
import { gapsAround, type Gap } from './gaps.ts';
import { snap, type Guide } from './guides.ts';
import type { PageView } from './page-view.ts';
import { flowsAt, surroundingsOf } from './surroundings.ts';

export interface Dragged {
  readonly places: ReadonlyMap<ElementId, Point>;
  readonly guides: readonly Guide[];
  /** Distances to the neighbours. */
  readonly gaps: readonly Gap[];
}

export const noDrag: Dragged = { places: new Map(), guides: [], gaps: [] };

/** How far others may be to matter for guides and distances, in pixels of the page: about a window as it is drawn. */
const farthest = 1600;

/** What may stand between the ends of a line, or beside them, for it to go around it: as far as a line is searched for. */
const detour = 320;

/** Where dragged nodes stand: level with others within `reach`, else on the grid. Those that belong to them come along. */
export function dragTo(view: PageView, wanted: ReadonlyMap<ElementId, Point>, reach: number): Dragged {
  const boxes = [...wanted].flatMap(([id, point]): Box[] => {
    const box = view.boxes.get(id);
    return box === undefined ? [] : [{ ...box, ...point }];
  });
  const whole = around(boxes);
  if (whole === undefined) return noDrag;
  const coming = withFollowers(view, wanted);
  const others = surroundingsOf(view).places.within(grow(whole, farthest)).filter(({ node }) => !coming.has(node.id) && !isFrame(node));
  const { by, guides } = snap(whole, others, reach);
  const led = new Map<ElementId, Point>();
  for (const [id, { x, y }] of wanted) led.set(id, { x: x + by.x, y: y + by.y });
  return { places: withFollowers(view, led), guides, gaps: gapsAround({ ...whole, x: whole.x + by.x, y: whole.y + by.y }, others) };
}

const same = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
const moved = (points: readonly Point[], by: Point): readonly Point[] => points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));

/**
 * The lines of flows that touch a dragged node, for where it is now: bends set by hand stay, as they will at the drop.
 * A line between two that move alike moves with them; the others find their way among the nodes near them.
 */
export function linesWhileDragging(view: PageView, places: ReadonlyMap<ElementId, Point>): ReadonlyMap<ElementId, readonly Point[]> {
  const lines = new Map<ElementId, readonly Point[]>();
  if (places.size === 0) return lines;
  const { nodes, places: standing, planned } = surroundingsOf(view);
  const by = (id: ElementId): Point | undefined => {
    const [box, place] = [view.boxes.get(id), places.get(id)];
    return box === undefined || place === undefined ? undefined : { x: place.x - box.x, y: place.y - box.y };
  };
  const flows: Flow[] = [];
  const near = new Map<ElementId, Node>();
  for (const flow of flowsAt(view, places.keys())) {
    const [start, stop, points] = [by(flow.from), by(flow.to), planned.get(flow.id)?.points];
    if (points !== undefined && start !== undefined && stop !== undefined && same(start, stop)) {
      lines.set(flow.id, moved(points, start));
      continue;
    }
    const ends = [flow.from, flow.to].flatMap((id): Box[] => {
      const box = view.boxes.get(id);
      return box === undefined ? [] : [{ ...box, ...places.get(id) }];
    });
    const area = around(ends);
    if (area === undefined) continue;
    for (const { node } of standing.within(grow(area, detour))) near.set(node.id, node);
    for (const id of [flow.from, flow.to]) {
      const node = nodes.get(id);
      if (node !== undefined) near.set(id, node);
    }
    const { waypoints, ...free } = flow;
    const bends = waypoints === undefined ? undefined : bendsWhileDragging(view, places, flow);
    flows.push(bends === undefined ? free : { ...free, waypoints: [...bends] });
  }
  if (flows.length === 0) return lines;
  for (const [id, position] of places) {
    const node = nodes.get(id);
    if (node !== undefined) near.set(id, { ...node, position });
  }
  for (const [id, points] of routePage(view.model, { ...view.page, nodes: [...near.values()], flows })) lines.set(id, points);
  return lines;
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
