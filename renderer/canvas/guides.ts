import type { Box, Point } from '../../shared/drawing/scene.ts';
import { equalGap } from './gaps.ts';

/** Everything on the canvas sits on this grid. */
export const grid = 8;

export const onGrid = (value: number): number => Math.round(value / grid) * grid;

/** A line that appears while something dragged lies level with something else. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** How far the dragged box moves beyond the pointer to sit level, or on the grid. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

interface Match {
  readonly by: number;
  readonly at: number;
  readonly other: Box;
}

const edges = (from: number, length: number): readonly number[] => [from, from + length / 2, from + length];

/** Middles meet middles and edges meet edges; the nearest within reach wins, middles first. */
function nearest(from: number, length: number, others: readonly Box[], axis: 'x' | 'y', reach: number): Match | undefined {
  let best: Match | undefined;
  const size = axis === 'x' ? 'width' : 'height';
  const own = edges(from, length);
  for (const other of others) {
    const theirs = edges(other[axis], other[size]);
    for (const at of [1, 0, 2]) {
      const by = (theirs[at] ?? 0) - (own[at] ?? 0);
      if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best.by))) best = { by, at: theirs[at] ?? 0, other };
    }
  }
  return best;
}

/** Puts a dragged box level with others that are within `reach` pixels of it, or at their distance; elsewhere on the grid. */
export function snap(dragged: Box, others: readonly Box[], reach: number): Snapped {
  const guides: Guide[] = [];
  const levelled = (axis: 'x' | 'y'): number => {
    const size = axis === 'x' ? 'width' : 'height';
    const across = axis === 'x' ? 'y' : 'x';
    const acrossSize = axis === 'x' ? 'height' : 'width';
    const match = nearest(dragged[axis], dragged[size], others, axis, reach);
    const even = equalGap(dragged, others, axis, match === undefined ? reach : Math.abs(match.by) - 0.5);
    if (even !== undefined) return even;
    if (match === undefined) return onGrid(dragged[axis]) - dragged[axis];
    guides.push({
      axis,
      at: match.at,
      from: Math.min(dragged[across], match.other[across]) - grid,
      to: Math.max(dragged[across] + dragged[acrossSize], match.other[across] + match.other[acrossSize]) + grid,
    });
    return match.by;
  };
  const by = { x: levelled('x'), y: levelled('y') };
  return { by, guides };
}
