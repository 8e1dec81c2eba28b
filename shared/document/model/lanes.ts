import type { ElementId, Point } from './fields.ts';
import type { Lane, Model, Process } from './model.ts';

/** Thickness of a collapsed lane: its name stays readable. */
export const collapsedLaneSize = 40;

/** Room at the start of every lane for its header (LOOK: Layout), in pixels along the lane. */
export const laneHeaderSize = 144;

/** Thickness that a new lane gets, and the least that a lane can have. */
export const newLaneSize = 160;
export const smallestLaneSize = 48;

/** Where a lane lies across the page's direction: y and height of horizontal lanes, x and width of vertical ones. */
export interface LaneBand {
  readonly party: ElementId;
  readonly offset: number;
  readonly size: number;
  /** How many lanes of the page hold it. */
  readonly depth: number;
  readonly collapsed: boolean;
  /** Holds no other lane of the page. One that does spans them, with its own strip before them where it keeps one. */
  readonly leaf: boolean;
  /** Thickness of the part in which its own nodes lie, from the offset on; 0 where only the lanes inside it take any. */
  readonly own: number;
  /** Inside a collapsed lane: not drawn. */
  readonly hidden: boolean;
}

/**
 * The bands of a page's lanes, in the order of the file, stacked from 0 without gaps. Nesting follows the parties'
 * parents, as far as these have a lane on the page.
 */
export function laneBands(model: Model, process: Process): readonly LaneBand[] {
  const parents = laneParents(model, process);
  const hasChildren = new Set(parents.values());
  const lanes = new Map(process.lanes.map((lane) => [lane.party, lane]));
  const bands: LaneBand[] = [];
  let offset = 0;
  for (const lane of process.lanes) {
    const ancestors = ancestorsIn(parents, lane.party);
    const hidden = ancestors.some((id) => lanes.get(id)?.collapsed === true);
    const collapsed = lane.collapsed === true;
    const leaf = !hasChildren.has(lane.party);
    const own = hidden ? 0 : collapsed ? collapsedLaneSize : leaf || lane.ownWork === true ? lane.size : 0;
    bands.push({ party: lane.party, offset, size: own, depth: ancestors.length, collapsed, leaf, own, hidden });
    offset += own;
  }
  return bands.map((band) => (band.leaf || band.collapsed || band.hidden ? band : { ...band, ...spanOf(band, bands, parents) }));
}

/** The band of one party's lane on a page. */
export const laneBand = (model: Model, process: Process, party: ElementId): LaneBand | undefined =>
  laneBands(model, process).find((band) => band.party === party);

/** For each lane with a surrounding lane on the page: the party of the nearest one. */
export function laneParents(model: Model, process: Process): ReadonlyMap<ElementId, ElementId> {
  const present = new Set(process.lanes.map((lane) => lane.party));
  const parents = new Map<ElementId, ElementId>();
  for (const party of present) {
    const seen = new Set([party]);
    for (let next = model.parties[party]?.parent; next !== undefined && !seen.has(next); next = model.parties[next]?.parent) {
      seen.add(next);
      if (!present.has(next)) continue;
      parents.set(party, next);
      break;
    }
  }
  return parents;
}

/** Lanes so that each surrounding lane stands right before those it holds, otherwise in the given order. */
export function nestedOrder(model: Model, process: Process): Lane[] {
  const parents = laneParents(model, process);
  const ordered: Lane[] = [];
  const place = (holder: ElementId | undefined): void => {
    for (const lane of process.lanes) {
      if (parents.get(lane.party) !== holder) continue;
      ordered.push(lane);
      place(lane.party);
    }
  };
  place(undefined);
  return ordered;
}

/** The lanes inside a party's lane on a page, itself first. */
export function laneWithInner(model: Model, process: Process, party: ElementId): readonly ElementId[] {
  const parents = laneParents(model, process);
  return process.lanes.map((lane) => lane.party).filter((id) => id === party || ancestorsIn(parents, id).includes(party));
}

/** A position seen across a page's lanes, whatever its orientation. */
export const acrossOf = (process: Process, point: Point): number => (process.orientation === 'vertical' ? point.x : point.y);

function ancestorsIn(parents: ReadonlyMap<ElementId, ElementId>, party: ElementId): ElementId[] {
  const found: ElementId[] = [];
  for (let next = parents.get(party); next !== undefined && !found.includes(next); next = parents.get(next)) found.push(next);
  return found;
}

function spanOf(band: LaneBand, bands: readonly LaneBand[], parents: ReadonlyMap<ElementId, ElementId>): { offset: number; size: number } {
  const inner = bands.filter((other) => ancestorsIn(parents, other.party).includes(band.party));
  const own = band.own > 0 ? [band] : [];
  const size = inner.reduce((sum, other) => sum + other.own, band.own);
  return { offset: Math.min(...[...own, ...inner].map((other) => other.offset)), size };
}
