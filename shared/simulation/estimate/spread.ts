import { emptyProfile, isEven, type Passage, type WorkingWeek } from './week.ts';
import type { Moments } from './work.ts';

/**
 * Time that passes on the way, elapsed, with its variance in seconds² among those who come at the same time of the week:
 * branches that begin together share what the time of the week makes of them.
 */
export interface Leg extends Passage {
  readonly variance: number;
}

/** What those who come in each part of the week wait for a team, in its open seconds. */
export interface Waits {
  readonly mean: Float64Array;
  /** Share of them that waits at all. */
  readonly share: Float64Array;
  /** How far waits reach to both sides of the mean because work piles up while these come. */
  readonly range: Float64Array;
  /** Mean wait at the same load spread evenly: up to here waits are as spread as chance makes them, beyond it all wait alike. */
  readonly usual: number;
  readonly even: boolean;
}

export const noWaits = (bins: number): Waits => ({ mean: new Float64Array(bins), share: new Float64Array(bins), range: new Float64Array(bins), usual: 0, even: true });

/** An exponential time of mean 1, cut at 50 and 80 %: means of the parts, and their weights. */
const parts: readonly (readonly [mean: number, weight: number])[] = [[0.306853, 0.5], [1.082455, 0.3], [2.609438, 0.2]];
/** Eighths of a normal and of an exponential time: means of the parts, in standard deviations from the mean. */
const ofNormal: readonly number[] = [-1.694, -0.9211, -0.5054, -0.1625, 0.1625, 0.5054, 0.9211, 1.694];
const ofExponential: readonly number[] = [-1, -0.8503, -0.6704, -0.454, -0.1825, 0.1825, 0.7447, 2.23];
/** Squared coefficient of variation up to which a time counts as normal. */
const mostNormal = 0.3;
/** Middles of equal parts of a range from −1 to 1. */
const stairs: readonly number[] = [-0.8, -0.4, 0, 0.4, 0.8];
/** Standard deviations, in parts of the week, from which on a time counts as spread, and as spread over many of them. */
const narrow = 0.1;
const wide = 2;
const mostPoints = 16;

const offsets = new Float64Array(mostPoints);
const weights = new Float64Array(mostPoints);

/** A time as a few points of equal weight that keep its mean and, as far as no time is below 0, its variance. */
function pointsOf({ mean, variance }: Moments, length: number): readonly number[] {
  const deviation = Math.sqrt(variance);
  if (deviation <= narrow * length) return [mean];
  if (variance < mostNormal * mean * mean) return deviation < wide * length ? [mean - deviation, mean + deviation] : ofNormal.map((each) => mean + each * deviation);
  const most = Math.min(deviation, mean);
  return ofExponential.map((each) => mean + each * most);
}

/**
 * Sends a profile through somebody's week: a wait by time of week, then working time given by its moments. Both are
 * spread over a few points that keep the mean: nobody waits the mean, and who is done before closing is gone by then.
 */
export function passSpread(profile: Float64Array, week: WorkingWeek, waits: Waits, work: Moments): Leg {
  const { bins, bin: length, opens } = week;
  if (week.alwaysOpen && waits.even && isEven(profile)) return { out: profile, elapsed: waits.mean[0]! + work.mean, variance: varianceOfWait(waits.mean[0]!, waits.share[0]!) + work.variance };
  const out = emptyProfile(bins);
  const points = pointsOf(work, length);
  const deviation = Math.sqrt(work.variance);
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const rate = profile[bin]!;
    if (rate === 0) continue;
    const count = placePoints(waits, bin, points, deviation, work.mean, length);
    const arrives = (bin + 0.5) * length;
    const at = week.middle(bin);
    total += rate;
    let own = 0;
    for (let point = 0; point < count; point += 1) {
      const offset = offsets[point]!;
      const amount = rate * weights[point]!;
      const leaves = week.alwaysOpen ? arrives + offset : offset > 0 ? Math.max(arrives, week.timeAt(at + offset)) : opens[bin]!;
      const elapsed = leaves - arrives;
      own += amount * elapsed;
      squares += amount * elapsed * elapsed;
      const left = Math.floor(leaves / length) % bins;
      out[left] = out[left]! + amount;
    }
    sum += own;
    squares -= (own * own) / rate;
  }
  return total === 0 ? { out, elapsed: 0, variance: 0 } : { out, elapsed: sum / total, variance: Math.max(0, squares / total) };
}

/** Puts down when those who come in a part of the week are done, in open seconds from then; gives the number of points. */
function placePoints(waits: Waits, bin: number, work: readonly number[], deviation: number, mean: number, length: number): number {
  const share = waits.share[bin]!;
  let count = 0;
  const put = (offset: number, weight: number): void => {
    offsets[count] = offset;
    weights[count++] = weight;
  };
  if (share < 1) for (const each of work) put(each, (1 - share) / work.length);
  if (share === 0) return count;
  const wait = waits.mean[bin]! / share;
  const range = waits.range[bin]! / share;
  const chance = Math.min(wait, waits.usual / share);
  // The widest of three spreads stands for all: work that piles up meanwhile, chance, and the work itself.
  if (range > chance && range > deviation) for (const each of stairs) put(Math.max(0, wait + each * range) + mean, share / stairs.length);
  else if (deviation > chance) for (const each of work) put(wait + each, share / work.length);
  else if (chance > narrow * length) for (const [each, weight] of parts) put(wait - chance + each * chance + mean, share * weight);
  else put(wait + mean, share);
  return count;
}

/** Variance of a wait from its mean and the share that waits, as in M/M/c: those who wait do so exponentially. */
const varianceOfWait = (wait: number, share: number): number => (share > 0 ? (wait * wait * (2 - share)) / share : 0);
