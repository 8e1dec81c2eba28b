import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import type { LaneBox, LaneLayout } from '../../shared/drawing/layout/lanes.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import type { PageView } from './page-view.ts';

/** A place seen from the lanes: across the stack of them, and along their headers. */
export interface LanePoint {
  readonly across: number;
  readonly along: number;
}

/** Where a lane that is dragged by its header would go. */
export interface LaneDrop {
  /** The lane that it would lie in; undefined where it stands on its own. */
  readonly parent: ElementId | undefined;
  /** The lane before which it would come; undefined for the end. */
  readonly before: ElementId | undefined;
  /** The lane that takes it in, where it is dropped on the middle of one. */
  readonly into: LaneBox | undefined;
  /** Where the border lies that it would come to. */
  readonly line: number;
}

/** How much of a lane, at either side, means beside it; the middle means into it. */
const edge = 0.25;

const acrossOf = ({ orientation }: LaneLayout, box: Box): readonly [number, number] => (orientation === 'vertical' ? [box.x, box.width] : [box.y, box.height]);

const reach = (layout: LaneLayout, { box }: LaneBox): readonly [number, number] => acrossOf(layout, box);

/** The lane around another one on the page. */
export const laneAround = ({ lanes }: LaneLayout, lane: LaneBox): LaneBox | undefined =>
  lanes.slice(0, lanes.indexOf(lane)).findLast((other) => other.depth < lane.depth);

/** The lanes beside one, itself among them, in their order. */
export const lanesBeside = (layout: LaneLayout, lane: LaneBox): readonly LaneBox[] => {
  const around = laneAround(layout, lane);
  return layout.lanes.filter((other) => other.depth === lane.depth && laneAround(layout, other) === around);
};

/** A lane and all that lie in it. */
function block(layout: LaneLayout, lane: LaneBox): ReadonlySet<LaneBox> {
  const at = layout.lanes.indexOf(lane);
  const end = layout.lanes.findIndex((other, index) => index > at && other.depth <= lane.depth);
  return new Set(layout.lanes.slice(at, end < 0 ? undefined : end));
}

/** Where a dragged lane would go at a place; undefined where everything would stay as it is. */
export function laneDrop(layout: LaneLayout, dragged: LaneBox, { across, along }: LanePoint): LaneDrop | undefined {
  const own = block(layout, dragged);
  const under = layout.lanes.filter((lane) => {
    const [start, thick] = reach(layout, lane);
    const header = layout.orientation === 'vertical' ? lane.header.y : lane.header.x;
    return across >= start && across < start + thick && (lane.depth === 0 || along >= header);
  });
  const hovered = under.toSorted((a, b) => b.depth - a.depth)[0];
  if (hovered !== undefined && own.has(hovered)) return undefined;
  const drop = hovered === undefined ? atTheEnds(layout, own, across) : besideOrInto(layout, own, hovered, across);
  const parent = laneAround(layout, dragged)?.party.id;
  const next = nextBeside(layout, own, dragged)?.party.id;
  return drop.parent === parent && (drop.into !== undefined || drop.before === next) ? undefined : drop;
}

/** The lane after one, of those beside it that are not dragged. */
function nextBeside(layout: LaneLayout, own: ReadonlySet<LaneBox>, lane: LaneBox): LaneBox | undefined {
  const beside = lanesBeside(layout, lane);
  return beside.slice(beside.indexOf(lane) + 1).find((other) => !own.has(other));
}

/** The first lane inside one, of those that are not dragged. */
function firstInside(layout: LaneLayout, own: ReadonlySet<LaneBox>, lane: LaneBox): LaneBox | undefined {
  return layout.lanes.find((other) => !own.has(other) && laneAround(layout, other) === lane);
}

function atTheEnds(layout: LaneLayout, own: ReadonlySet<LaneBox>, across: number): LaneDrop {
  const tops = layout.lanes.filter((lane) => lane.depth === 0);
  const [start] = tops[0] === undefined ? [0] : reach(layout, tops[0]);
  const [lastStart, lastSize] = tops.at(-1) === undefined ? [0, 0] : reach(layout, tops.at(-1) as LaneBox);
  return across < start
    ? { parent: undefined, before: tops.find((lane) => !own.has(lane))?.party.id, into: undefined, line: start }
    : { parent: undefined, before: undefined, into: undefined, line: lastStart + lastSize };
}

function besideOrInto(layout: LaneLayout, own: ReadonlySet<LaneBox>, hovered: LaneBox, across: number): LaneDrop {
  const strip = hovered.leaf || hovered.own === undefined ? undefined : acrossOf(layout, hovered.own);
  const onStrip = strip !== undefined && across < strip[0] + strip[1];
  const [start, thick] = onStrip ? strip : reach(layout, hovered);
  const share = (across - start) / thick;
  const parent = laneAround(layout, hovered)?.party.id;
  if (share < edge) return { parent, before: hovered.party.id, into: undefined, line: start };
  if (share > 1 - edge && onStrip) return { parent: hovered.party.id, before: firstInside(layout, own, hovered)?.party.id, into: undefined, line: start + thick };
  if (share > 1 - edge) return { parent, before: nextBeside(layout, own, hovered)?.party.id, into: undefined, line: start + thick };
  return { parent: hovered.party.id, before: undefined, into: hovered, line: start + thick };
}

/** The changes that put a lane to another place among the lanes, or into one. */
export function placeLane(view: PageView, lane: LaneBox, { parent, before }: Pick<LaneDrop, 'parent' | 'before'>): readonly Operation[] {
  const party = lane.party.id;
  const moved = laneAround(view.lanes, lane)?.party.id !== parent;
  return [
    ...(moved ? [{ type: 'lane.nest' as const, party, ...(parent === undefined ? {} : { parent }) }] : []),
    { type: 'lane.reorder', process: view.page.process.id, party, ...(before === undefined ? {} : { before }) },
  ];
}
