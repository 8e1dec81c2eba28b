/** An open interval in minutes; `availability` from 0 to 1 is the share of units on shift (1 where absent). */
export interface OpenInterval {
  readonly from: number;
  readonly to: number;
  readonly availability?: number | undefined;
}

/** The same, its availability stated. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly availability: number;
}

const DAY = 1440;
const WEEK = 7 * DAY;

/**
 * The intervals of one day, sorted, disjoint and above availability 0; overlaps take the larger availability.
 */
export function normaliseDay(intervals: readonly OpenInterval[]): Stretch[] {
  const cuts = [...new Set(intervals.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const result: { from: number; to: number; availability: number }[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index]!;
    const to = cuts[index + 1]!;
    const availability = Math.max(0, ...intervals.filter((it) => it.from <= from && it.to >= to).map((it) => it.availability ?? 1));
    const last = result[result.length - 1];
    if (last && last.to === from && last.availability === availability) last.to = to;
    else if (availability > 0) result.push({ from, to, availability });
  }
  return result;
}

/** Intervals in minutes of the week, cut at midnights, as seven days of {@link normaliseDay}, Monday first. */
export function normaliseWeek(weekly: readonly OpenInterval[]): Stretch[][] {
  return Array.from({ length: 7 }, (_, day) => {
    const start = day * DAY;
    const pieces: OpenInterval[] = [];
    for (const { from, to, availability } of weekly) {
      // What runs past Sunday midnight comes again at the start of the week.
      for (const shift of [0, -WEEK]) {
        const left = Math.max(from + shift, start);
        const right = Math.min(to + shift, start + DAY);
        if (left < right) pieces.push({ from: left - start, to: right - start, availability });
      }
    }
    return normaliseDay(pieces);
  });
}
