/**
 * How a team gets slower for whoever comes while more work stands at it. Rows from nothing to all that it can do: work
 * standing at it (unit-seconds), work done per open second, mean wait in open seconds, share of arrivals that waits.
 */
export interface LoadCurve {
  readonly content: Float64Array;
  readonly rate: Float64Array;
  readonly wait: Float64Array;
  readonly share: Float64Array;
}

const levels = 20;
const fullest = 0.995;

/**
 * For {@link followBacklog}: the curve of a queue whose mean wait at a share of its full rate is known from its steady state. `speed`: work done
 * per open second when nobody idles; `inService`: open seconds that one second of work takes.
 */
export function loadCurve(speed: number, inService: number, touch: number, at: (share: number) => { readonly wait: number; readonly share: number }): LoadCurve {
  const curve = { content: new Float64Array(levels + 1), rate: new Float64Array(levels + 1), wait: new Float64Array(levels + 1), share: new Float64Array(levels + 1) };
  for (let level = 0; level <= levels; level += 1) {
    const load = fullest * (1 - (1 - level / levels) ** 2);
    const found = at(load);
    curve.rate[level] = load * speed;
    curve.wait[level] = found.wait;
    curve.share[level] = found.share;
    curve.content[level] = load * speed * (touch * inService + found.wait);
  }
  return curve;
}

/** By part of the week: mean wait of who comes, the share that waits, and how far waits reach to both sides of the mean since work piles up. */
interface Found {
  readonly mean: Float64Array;
  readonly share: Float64Array;
  readonly range: Float64Array;
}

/**
 * Follows the work standing at a team through a week that repeats: what comes less what is done, the pace of work being
 * that of the steady state with as much work standing there (pointwise stationary fluid flow: Wang, Tipper and Banerjee
 * 1996; implicit in time, so that no part of the week is too long). `coming`: work per second in each part; `open`: open
 * seconds before each part; gives what who comes in each part waits.
 */
export function followBacklog(curve: LoadCurve, coming: Float64Array, before: Float64Array, length: number, start: number, { mean: wait, share, range }: Found): void {
  const { content, rate } = curve;
  const last = content.length - 1;
  const bins = coming.length;
  let standing = start;
  let row = 0;
  for (let round = 0; round < 2; round += 1) {
    for (let bin = 0; bin < bins; bin += 1) {
      const open = before[bin + 1]! - before[bin]!;
      const all = standing + coming[bin]! * length;
      let next = all;
      if (open > 0 && all > 0) {
        // The row between which and the next what is left and what is done add up to all.
        while (row > 0 && content[row]! + rate[row]! * open > all) row -= 1;
        while (row < last && content[row + 1]! + rate[row + 1]! * open <= all) row += 1;
        if (row === last) next = all - rate[last]! * open;
        else {
          const from = content[row]! + rate[row]! * open;
          const to = content[row + 1]! + rate[row + 1]! * open;
          next = content[row]! + ((content[row + 1]! - content[row]!) * (all - from)) / (to - from);
        }
      }
      if (round === 1 && coming[bin]! > 0) {
        const seen = (standing + next) / 2;
        let place = row;
        while (place > 0 && content[place]! > seen) place -= 1;
        while (place < last && content[place + 1]! <= seen) place += 1;
        const beyond = place === last;
        const part = beyond ? 0 : (seen - content[place]!) / (content[place + 1]! - content[place]!);
        const up = beyond ? last : place + 1;
        wait[bin] = beyond ? curve.wait[last]! + (seen - content[last]!) / rate[last]! : curve.wait[place]! + part * (curve.wait[up]! - curve.wait[place]!);
        range[bin] = Math.max(0, next - standing) / (2 * rate[last]!);
        share[bin] = curve.share[place]! + part * (curve.share[up]! - curve.share[place]!);
      }
      standing = next;
    }
  }
}
