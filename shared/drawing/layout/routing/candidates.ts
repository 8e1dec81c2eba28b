import type { Box, Point } from '../../scene.ts';
import { type RouteEnd, type Side, directions, isVertical, outwards, port } from './ports.ts';

/** Length that a line runs straight out of an end before it may bend. */
export const stub = 16;
/** What a bend costs, in pixels of detour. */
export const bendCost = 40;

/** Ends that stand no further out of line than this are joined by a straight line where a box allows it. */
const outOfLine = 16;

export interface Candidate {
  readonly points: readonly Point[];
  readonly cost: number;
}

/** Joins segments in one direction and drops points that lie on each other. */
export function tidyPoints(points: readonly Point[]): Point[] {
  const clean: Point[] = [];
  for (const point of points) {
    const last = clean[clean.length - 1];
    if (last && Math.abs(last.x - point.x) < 0.5 && Math.abs(last.y - point.y) < 0.5) continue;
    const before = clean[clean.length - 2];
    if (last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))) clean.pop();
    clean.push(point);
  }
  return clean;
}

/** Whether the line turns back upon itself anywhere, or leaves or enters an end from within. */
function turnsBack(raw: readonly Point[]): boolean {
  for (let i = 2; i < raw.length; i += 1) {
    const a = raw[i - 2] as Point;
    const b = raw[i - 1] as Point;
    const c = raw[i] as Point;
    if ((b.x - a.x) * (c.x - b.x) < 0 || (b.y - a.y) * (c.y - b.y) < 0) return true;
  }
  return false;
}

export function lineLength(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i += 1) sum += Math.abs((points[i] as Point).x - (points[i - 1] as Point).x) + Math.abs((points[i] as Point).y - (points[i - 1] as Point).y);
  return sum;
}

const facing = (from: Side, to: Side): boolean => directions[from].x === -directions[to].x && directions[from].y === -directions[to].y;

/** The straight line between the middles of two sides that face each other in line: the cheapest there can be. */
export function straightLine(a: Point, fromSide: Side, b: Point, toSide: Side): readonly Point[] | undefined {
  if (!facing(fromSide, toSide)) return undefined;
  const out = directions[fromSide];
  const across = isVertical(fromSide) ? b.x - a.x : b.y - a.y;
  return across === 0 && (b.x - a.x) * out.x + (b.y - a.y) * out.y > 0 ? [a, b] : undefined;
}

/** How often a line between the middles of two sides bends at least; a little out of line it may go straight. */
export function bendsAtLeast(a: Point, fromSide: Side, b: Point, toSide: Side): number {
  const x = Math.abs(a.x - b.x);
  const y = Math.abs(a.y - b.y);
  if (isVertical(fromSide) !== isVertical(toSide)) return x > 1 && y > 1 ? 1 : 0;
  return fromSide === toSide || (isVertical(fromSide) ? x : y) > outOfLine ? 2 : 0;
}

/**
 * Simple lines between two sides, cheapest first: straight, one bend, two bends at several places, around both ends.
 */
export function candidates(from: RouteEnd, fromSide: Side, fromShift: number, to: RouteEnd, toSide: Side, toShift: number): readonly Candidate[] {
  const a = port(from, fromSide, fromShift);
  const b = port(to, toSide, toShift);
  const found: Candidate[] = [];
  const add = (middle: readonly Point[], withStubs = true): void => {
    const raw = withStubs ? [a, outwards(a, fromSide, stub), ...middle, outwards(b, toSide, stub), b] : [a, ...middle, b];
    const joined = raw.filter((point, i) => i === 0 || point.x !== (raw[i - 1] as Point).x || point.y !== (raw[i - 1] as Point).y);
    if (turnsBack(joined)) return;
    const points = tidyPoints(joined);
    found.push({ points, cost: lineLength(points) + (points.length - 2) * bendCost });
  };
  if (facing(fromSide, toSide)) {
    const out = directions[fromSide];
    const ahead = (b.x - a.x) * out.x + (b.y - a.y) * out.y;
    const across = isVertical(fromSide) ? b.x - a.x : b.y - a.y;
    if (ahead > 0 && across === 0) add([], false);
    else if (ahead > 0 && Math.abs(across) <= outOfLine) {
      // A little out of line: a box takes the line off its middle rather than give it a step.
      const side = (end: RouteEnd): number => (end.outline === 'box' ? (isVertical(fromSide) ? end.box.width : end.box.height) / 2 - 10 : 0);
      const moved = isVertical(fromSide) ? { x: a.x, y: b.y } : { x: b.x, y: a.y };
      const back = isVertical(fromSide) ? { x: b.x, y: a.y } : { x: a.x, y: b.y };
      if (Math.abs(across + toShift) <= side(to)) found.push({ points: [a, moved], cost: lineLength([a, moved]) + 2 });
      else if (Math.abs(across + fromShift) <= side(from)) found.push({ points: [back, b], cost: lineLength([back, b]) + 2 });
    }
    if (across !== 0 && ahead > 12 && ahead < 2 * stub) {
      const half = ahead / 2;
      add(isVertical(fromSide) ? [{ x: a.x, y: a.y + out.y * half }, { x: b.x, y: a.y + out.y * half }] : [{ x: a.x + out.x * half, y: a.y }, { x: a.x + out.x * half, y: b.y }], false);
    }
  }
  const s = outwards(a, fromSide, stub);
  const t = outwards(b, toSide, stub);
  if (s.x === t.x || s.y === t.y) add([]);
  else {
    // Of lines that cost the same the first wins: one that bends half way between facing sides.
    if (facing(fromSide, toSide)) {
      const x = Math.round((s.x + t.x) / 2);
      const y = Math.round((s.y + t.y) / 2);
      add(isVertical(fromSide) ? [{ x: s.x, y }, { x: t.x, y }] : [{ x, y: s.y }, { x, y: t.y }]);
    }
    add([{ x: t.x, y: s.y }]);
    add([{ x: s.x, y: t.y }]);
  }
  const around = 24;
  const low = (key: 'x' | 'y'): number => Math.min(from.box[key], to.box[key]) - around;
  const high = (key: 'x' | 'y', size: 'width' | 'height'): number => Math.max(from.box[key] + from.box[size], to.box[key] + to.box[size]) + around;
  const between = (one: Box, other: Box, key: 'x' | 'y', size: 'width' | 'height'): number => (one[key] + one[size] + other[key]) / 2;
  for (const x of new Set([Math.round((s.x + t.x) / 2), s.x, t.x, between(from.box, to.box, 'x', 'width'), between(to.box, from.box, 'x', 'width'), low('x'), high('x', 'width')])) add([{ x, y: s.y }, { x, y: t.y }]);
  for (const y of new Set([Math.round((s.y + t.y) / 2), s.y, t.y, between(from.box, to.box, 'y', 'height'), between(to.box, from.box, 'y', 'height'), low('y'), high('y', 'height')])) add([{ x: s.x, y }, { x: t.x, y }]);
  return found.sort((one, other) => one.cost - other.cost);
}
