/** Something on an axis. All lengths are pixels. */
export interface Placed {
  readonly id: string;
  /** Where its middle is. */
  readonly at: number;
  /** Half of what it takes of the axis, before and after. */
  readonly half: number;
  readonly newHalf: number;
  /** Where it lies across the axis. */
  readonly from: number;
  readonly to: number;
}

/** What is no further apart counts as one row, and keeps its small differences. */
const oneRow = 10;
/** What lies this near across the axis has to keep clear along it. */
const near = 8;

const beside = (a: Placed, b: Placed): boolean => a.from < b.to + near && b.from < a.to + near;

/**
 * New middles on an axis in pixels, by id, in the same order: between neighbours stays at most `gap` of the room there
 * was, and what lay apart does not touch. The first row stands at 0. `aside` says how near the middles of neighbours may
 * come that are apart across the axis; without it they keep clear of each other too. Time grows with the square of the
 * number of things.
 */
export function spaced(things: readonly Placed[], gap: (a: Placed, b: Placed) => number, aside?: (a: Placed, b: Placed) => number): ReadonlyMap<string, number> {
  const rows: { readonly at: number; readonly members: Placed[] }[] = [];
  for (const thing of things.toSorted((a, b) => a.at - b.at)) {
    const last = rows.at(-1);
    if (last !== undefined && thing.at - last.at <= oneRow) last.members.push(thing);
    else rows.push({ at: thing.at, members: [thing] });
  }
  const places: number[] = [];
  rows.forEach((row, k) => {
    let place = 0;
    for (let j = 0; j < k; j += 1) {
      const before = rows[j];
      if (before === undefined) continue;
      for (const a of before.members) {
        for (const b of row.members) {
          const clash = beside(a, b);
          if (!clash && j < k - 1) continue;
          const room = b.at - b.half - (a.at + a.half);
          const between = b.at - row.at - (a.at - before.at);
          const clear = !clash && aside !== undefined ? Math.min(b.at - a.at, aside(a, b)) : a.newHalf + b.newHalf + Math.min(room, gap(a, b));
          const least = room >= 0 ? clear - between : clash ? row.at - before.at : ((row.at - before.at) * (a.newHalf + b.newHalf)) / (a.half + b.half);
          place = Math.max(place, (places[j] ?? 0) + least);
        }
      }
    }
    places.push(place);
  });
  return new Map(rows.flatMap((row, k) => row.members.map((member): [string, number] => [member.id, (places[k] ?? 0) + member.at - row.at])));
}
