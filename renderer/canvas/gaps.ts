import type { Box } from '../../shared/drawing/scene.ts';

/** A distance between two nodes that is shown while one of them is dragged. */
export interface Gap {
  readonly axis: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  /** Where across its axis it is drawn. */
  readonly at: number;
  /** It equals another gap of the same row. */
  readonly equal: boolean;
}

type Axis = 'x' | 'y';

const sizeAlong = (axis: Axis): 'width' | 'height' => (axis === 'x' ? 'width' : 'height');
const across = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
const end = (box: Box, axis: Axis): number => box[axis] + box[sizeAlong(axis)];

/** Whether two boxes stand in one row along an axis. */
const inRow = (a: Box, b: Box, axis: Axis): boolean => a[across(axis)] < end(b, across(axis)) && b[across(axis)] < end(a, across(axis));

interface Neighbours {
  readonly before: Box | undefined;
  readonly after: Box | undefined;
}

/** The nearest boxes in a row with one, at either side of it. */
function neighbours(box: Box, others: readonly Box[], axis: Axis): Neighbours {
  let before: Box | undefined;
  let after: Box | undefined;
  const middle = box[axis] + box[sizeAlong(axis)] / 2;
  for (const other of others) {
    if (other === box || !inRow(box, other, axis)) continue;
    if (end(other, axis) <= middle && (before === undefined || end(other, axis) > end(before, axis))) before = other;
    if (other[axis] >= middle && (after === undefined || other[axis] < after[axis])) after = other;
  }
  return { before, after };
}

/** How far a dragged box moves along an axis to keep the distance that its neighbours keep; undefined beyond `reach`. */
export function equalGap(box: Box, others: readonly Box[], axis: Axis, reach: number): number | undefined {
  const { before, after } = neighbours(box, others, axis);
  const wanted: number[] = [];
  const length = box[sizeAlong(axis)];
  if (before !== undefined && after !== undefined) wanted.push((end(before, axis) + after[axis] - length) / 2);
  const further = before === undefined ? undefined : neighbours(before, others, axis).before;
  if (before !== undefined && further !== undefined) wanted.push(2 * end(before, axis) - end(further, axis) + before[axis] - end(before, axis));
  const beyond = after === undefined ? undefined : neighbours(after, others, axis).after;
  if (after !== undefined && beyond !== undefined) wanted.push(after[axis] - (beyond[axis] - end(after, axis)) - length);
  const moves = wanted.map((place) => place - box[axis]).filter((by) => Math.abs(by) <= reach);
  return moves.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
}

/** Distances further than this say nothing about a row, in pixels of the page. */
const furthest = 320;

/** The distances between a dragged box and its neighbours along both axes, and those further on that are equal. */
export function gapsAround(box: Box, others: readonly Box[]): readonly Gap[] {
  return (['x', 'y'] as const).flatMap((axis): Gap[] => {
    const { before, after } = neighbours(box, others, axis);
    const found: Gap[] = [];
    const add = (a: Box | undefined, b: Box | undefined): void => {
      if (a === undefined || b === undefined) return;
      const [from, to] = [end(a, axis), b[axis]];
      if (to <= from || to - from > furthest) return;
      const low = Math.max(a[across(axis)], b[across(axis)]);
      const high = Math.min(end(a, across(axis)), end(b, across(axis)));
      found.push({ axis, from, to, at: (low + high) / 2, equal: false });
    };
    add(before, box);
    add(box, after);
    const near = found.length;
    if (before !== undefined) add(neighbours(before, others, axis).before, before);
    if (after !== undefined) add(after, neighbours(after, others, axis).after);
    const marked = found.map((gap, index) => ({ ...gap, equal: found.some((other, number) => number !== index && Math.abs(other.to - other.from - gap.to + gap.from) < 0.6) }));
    return marked.filter((gap, index) => index < near || gap.equal);
  });
}
