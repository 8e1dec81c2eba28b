/** Something on an axis, in pixels. */
export interface Reach {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What the ends of a part may give way by, in pixels: hardly more than half a step. */
const evenness = 100;

/**
 * Cuts a long row of things into parts that follow each other, as few as possible and about as long as each other: their
 * ids, part by part. No part is longer than `reach` pixels, but one thing that is longer itself stands alone with what it covers.
 */
export function partsAlong(things: readonly Reach[], reach: number): readonly (readonly string[])[] {
  const sorted = things.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const [start, stop] = [Math.min(...sorted.map(({ from }) => from)), Math.max(...sorted.map(({ to }) => to))];
  const even = (stop - start) / Math.ceil((stop - start) / reach);
  const parts: string[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { id, from, to } of sorted) {
    if (to > end) {
      end = Math.max(to, from + Math.min(reach, even + evenness));
      parts.push([]);
    }
    parts.at(-1)?.push(id);
  }
  return parts;
}
