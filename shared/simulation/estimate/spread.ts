import { emptyProfile, evenProfile, isEven, type Passage, WEEK, type WorkingWeek } from './week.ts';
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
  /** Share of them that waits at all, and what the shortest, middle and longest third of those wait. */
  readonly share: Float64Array;
  readonly thirds: readonly Float64Array[];
  /** What one who waits waits at the same load spread evenly. */
  readonly usual: number;
  readonly even: boolean;
}

/** Waits that are the same all week; `usual` as in {@link Waits}. */
export function evenWaits(bins: number, mean: number, share: number): Waits {
  const wait = share > 0 ? mean / share : 0;
  return {
    mean: emptyProfile(bins).fill(mean), share: emptyProfile(bins).fill(share), thirds: ofChance.map((chance) => emptyProfile(bins).fill(wait * chance)), usual: wait, even: true,
  };
}

/** Thirds of an exponential time of mean 1, and of a range from −1 to 1. */
const ofChance: readonly number[] = [0.189071, 0.712317, 2.098612];
const ofRange: readonly number[] = [-2 / 3, 0, 2 / 3];
/** Eighths of a normal and of an exponential time: means of the parts, in standard deviations from the mean. */
const ofNormal: readonly number[] = [-1.694, -0.9211, -0.5054, -0.1625, 0.1625, 0.5054, 0.9211, 1.694];
const ofExponential: readonly number[] = [-1, -0.8503, -0.6704, -0.454, -0.1825, 0.1825, 0.7447, 2.23];
/** Squared coefficient of variation up to which a time counts as normal. */
const mostNormal = 0.3;
/** Standard deviations, in parts of the week, from which on a time counts as spread, and as spread over many of them. */
const narrow = 0.5;
const wide = 2;

/**
 * Fills in the thirds from mean and share. Up to the usual wait those who wait do so by chance, beyond it all alike,
 * and where work piles up while they come (`range`: how far waits then reach to both sides) one after the other.
 */
export function cutInThirds({ mean, share, thirds, usual }: Waits, range: Float64Array): void {
  for (let bin = 0; bin < mean.length; bin += 1) {
    const part = share[bin]!;
    if (part === 0) continue;
    const wait = mean[bin]! / part;
    const chance = Math.min(wait, usual);
    const piled = range[bin]! / part > chance;
    for (let third = 0; third < thirds.length; third += 1) {
      thirds[third]![bin] = piled ? Math.max(0, wait + (ofRange[third]! * range[bin]!) / part) : wait - chance + chance * ofChance[third]!;
    }
  }
}

/** A time as a few points of equal weight that keep its mean and, as far as no time is below 0, its variance. */
function pointsOf({ mean, variance }: Moments, length: number): readonly number[] {
  const deviation = Math.sqrt(variance);
  if (deviation <= narrow * length) return [mean];
  if (variance < mostNormal * mean * mean) return deviation < wide * length ? [mean - deviation, mean + deviation] : ofNormal.map((each) => mean + each * deviation);
  const most = Math.min(deviation, mean);
  return deviation < wide * length ? ofChance.map((each) => mean - most + each * most) : ofExponential.map((each) => mean + each * most);
}

/**
 * Sends a profile through somebody's week: a wait by time of week, then working time given by its moments. Both are
 * spread over a few points that keep the mean: nobody waits the mean, and who is done before closing is gone by then.
 * Where nobody asks how far the time `varies`, it is not worked out.
 */
export function passSpread(profile: Float64Array, week: WorkingWeek, waits: Waits | undefined, work: Moments, varies = true): Leg {
  if (week.alwaysOpen && (waits === undefined || waits.even) && isEven(profile)) {
    const wait = waits?.mean[0] ?? 0;
    return { out: profile, elapsed: wait + work.mean, variance: varianceOfWait(wait, waits?.share[0] ?? 0) + work.variance };
  }
  const points = pointsOf(work, week.bin);
  const byChance = waits !== undefined && waits.usual * waits.usual >= work.variance;
  const landing = new Landing(profile, week, varies && (byChance || points.length > 1));
  if (!byChance) {
    for (const point of points) landing.add(point, waits?.mean, undefined, 1 / points.length);
  } else {
    for (const point of points) landing.add(point, undefined, waits.share, -1 / points.length);
    for (const third of waits.thirds) landing.add(work.mean, third, waits.share, 1 / waits.thirds.length);
  }
  return landing.leg();
}

/** What the waits of a team are by the clock, for those who come in each part of the week. */
export function waitsByClock(week: WorkingWeek, waits: Waits): Float64Array {
  const landing = new Landing(evenProfile(1, week.bins), week, true);
  landing.add(0, undefined, waits.share, -1);
  for (const third of waits.thirds) landing.add(0, third, waits.share, 1 / waits.thirds.length);
  return landing.elapsed();
}

/** Sends a profile through somebody's week where all take their mean. */
export function passMean(profile: Float64Array, week: WorkingWeek, wait: Float64Array | undefined, work: number): Leg {
  const landing = new Landing(profile, week, false);
  landing.add(work, wait, undefined, 1);
  return landing.leg();
}

/** Reused from one passage to the next: elapsed seconds of those who come in each part of the week. */
let sums = new Float64Array(0);

/** Where the items of a profile come out, point by point; one at a time. */
class Landing {
  readonly out: Float64Array;
  private readonly own: Float64Array;
  private squares = 0;
  private total = 0;
  private sum = 0;
  private readonly varies: boolean;
  private readonly profile: Float64Array;
  private readonly week: WorkingWeek;

  constructor(profile: Float64Array, week: WorkingWeek, varies: boolean) {
    this.profile = profile;
    this.week = week;
    this.out = emptyProfile(week.bins);
    if (sums.length < week.bins) sums = new Float64Array(week.bins);
    this.own = varies ? sums.fill(0) : sums;
    this.varies = varies;
  }

  /**
   * A share of the items of each part of the week leaves `work`, and `wait` by time of week, open seconds after it came:
   * `weight` of them, times `share` where given; times what `share` leaves where the weight is below 0.
   */
  add(work: number, wait: Float64Array | undefined, share: Float64Array | undefined, weight: number): void {
    const { profile, week, out, own, varies } = this;
    const { before, middle, pace, opens, opensIn, perWeek, bins, bin: length, alwaysOpen } = week;
    if (alwaysOpen && wait === undefined && share === undefined && work > 0 && work < Infinity) {
      this.shift(work, weight);
      return;
    }
    let squares = 0;
    let total = 0;
    let sum = 0;
    let to = 0;
    let base = 0;
    let baseTime = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      const rate = profile[bin]!;
      if (rate === 0) continue;
      const amount = share === undefined ? rate * weight : weight > 0 ? rate * weight * share[bin]! : rate * -weight * (1 - share[bin]!);
      if (amount === 0) continue;
      const offset = wait === undefined ? work : work + wait[bin]!;
      let elapsed = offset;
      let left = bin;
      const arrives = (bin + 0.5) * length;
      if (offset === Infinity || perWeek === 0) elapsed = Infinity;
      else if (offset <= 0) {
        elapsed = opens[bin]! - arrives;
        left = opensIn[bin]!;
      } else if (alwaysOpen) {
        const place = (arrives + offset) / length;
        left = (place < bins ? place : place % bins) | 0;
      } else {
        let rest = middle[bin]! + offset - base;
        if (rest > perWeek || rest <= 0) {
          const weeks = Math.ceil(rest / perWeek) - 1;
          base += weeks * perWeek;
          baseTime += weeks * WEEK;
          rest -= weeks * perWeek;
          to = Math.min(bins - 1, ((rest / perWeek) * bins) | 0);
        }
        while (before[to + 1]! < rest && to < bins - 1) to += 1;
        while (to > 0 && before[to]! >= rest) to -= 1;
        elapsed = baseTime + to * length + (rest - before[to]!) * pace[to]! - arrives;
        if (elapsed < 0) elapsed = 0;
        else left = to;
      }
      out[left] = out[left]! + amount;
      if (varies) {
        own[bin] = own[bin]! + amount * elapsed;
        squares += amount * elapsed * elapsed;
      } else {
        total += amount;
        sum += amount * elapsed;
      }
    }
    this.squares += squares;
    this.total += total;
    this.sum += sum;
  }

  /** The same by the clock: all move on alike. */
  private shift(work: number, weight: number): void {
    const { profile, week, out, own, varies } = this;
    const { bins, bin: length } = week;
    let squares = 0;
    let total = 0;
    let sum = 0;
    let left = Math.floor((length / 2 + work) / length) % bins;
    for (let bin = 0; bin < bins; bin += 1) {
      const amount = profile[bin]! * weight;
      if (varies) {
        own[bin] = own[bin]! + amount * work;
        squares += amount * work * work;
      } else {
        total += amount;
        sum += amount * work;
      }
      out[left] = out[left]! + amount;
      left += 1;
      if (left === bins) left = 0;
    }
    this.squares += squares;
    this.total += total;
    this.sum += sum;
  }

  /** Elapsed seconds of all who come in each part of the week together. */
  elapsed(): Float64Array {
    return this.own.slice(0, this.profile.length);
  }

  leg(): Leg {
    const { profile, own, out } = this;
    let { total, sum } = this;
    let squares = this.squares;
    for (let bin = 0; this.varies && bin < profile.length; bin += 1) {
      const rate = profile[bin]!;
      if (rate === 0) continue;
      total += rate;
      sum += own[bin]!;
      squares -= (own[bin]! * own[bin]!) / rate;
    }
    if (!Number.isFinite(sum)) return { out: profile, elapsed: Infinity, variance: 0 };
    return total === 0 ? { out, elapsed: 0, variance: 0 } : { out, elapsed: sum / total, variance: Math.max(0, squares / total) };
  }
}

/** Variance of a wait from its mean and the share that waits, as in M/M/c: those who wait do so exponentially. */
const varianceOfWait = (wait: number, share: number): number => (share > 0 ? (wait * wait * (2 - share)) / share : 0);
