import type { Point, Size } from './fields.ts';

/** Where an end of a flow stands, and how far it moves. */
export interface MovedEnd {
  readonly at: Point;
  readonly size: Size;
  readonly by: Point;
}

const still = ({ by }: MovedEnd): boolean => by.x === 0 && by.y === 0;

/** Whether a bend lies beside an end, so that the line to it is level (`y`) or upright (`x`); undefined where it slants. */
function axisTo({ at, size }: MovedEnd, bend: Point): 'x' | 'y' | undefined {
  const besideY = bend.y > at.y && bend.y < at.y + size.height;
  const besideX = bend.x > at.x && bend.x < at.x + size.width;
  if (besideX === besideY) return undefined;
  return besideY ? 'y' : 'x';
}

/** The bends next to an end that stand in line with it take part in its move across that line. */
function follow(end: MovedEnd, bends: readonly Point[]): readonly Point[] | undefined {
  const first = bends[0];
  if (first === undefined || still(end)) return bends;
  const axis = axisTo(end, first);
  if (axis === undefined) return undefined;
  if (end.by[axis] === 0) return bends;
  const run = bends.findIndex((bend) => bend[axis] !== first[axis]);
  // A line without a corner, or one that slants from there on, cannot give way.
  if (run < 0) return undefined;
  const corner = bends[run - 1] as Point;
  const next = bends[run] as Point;
  const other = axis === 'x' ? 'y' : 'x';
  if (corner[other] !== next[other]) return undefined;
  return bends.map((bend, index) => (index < run ? { ...bend, [axis]: bend[axis] + end.by[axis] } : bend));
}

/** Free space that a bend keeps to a node's border, in pixels. */
const clear = 6;

const within = ({ at, size, by }: MovedEnd, { x, y }: Point): boolean =>
  x > at.x + by.x - clear && x < at.x + by.x + size.width + clear && y > at.y + by.y - clear && y < at.y + by.y + size.height + clear;

/**
 * The bends of a flow after its ends moved: all come along where both ends move alike; where one moves away, the bends
 * next to it keep in line with it. Undefined where that cannot be: the line then finds its way anew.
 */
export function bendsAfterMove(bends: readonly Point[], from: MovedEnd, to: MovedEnd): readonly Point[] | undefined {
  if (from.by.x === to.by.x && from.by.y === to.by.y) return bends.map(({ x, y }) => ({ x: x + from.by.x, y: y + from.by.y }));
  const front = follow(from, bends);
  const both = front === undefined ? undefined : follow(to, front.toReversed())?.toReversed();
  return both === undefined || both.some((bend) => within(from, bend) || within(to, bend)) ? undefined : both;
}
