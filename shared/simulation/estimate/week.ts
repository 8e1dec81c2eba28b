/** A week in quarters of an hour, Monday 00:00 first: fine enough for office hours, exact where they begin on a quarter. */
export const BINS = 672;
export const BIN = 900;
export const WEEK = BINS * BIN;

/**
 * When somebody works in a typical week, and what arrivals by time of week make of it. All times are seconds;
 * a profile holds items per second for each quarter of the week.
 */
export class WorkingWeek {
  /** Open seconds of the week before each bin; the last entry is the whole week's. */
  readonly before: Float64Array;
  readonly openShare: number;
  /** Parts into which the week is cut, and the length of one. */
  readonly bins: number;
  readonly bin: number;
  readonly perWeek: number;
  readonly alwaysOpen: boolean;
  /** Open seconds from Monday 00:00 up to the middle of each bin, and seconds by the clock that an open second of it takes. */
  readonly middle: Float64Array;
  readonly pace: Float64Array;
  /** For the middle of each bin the first open time from there on. */
  readonly opens: Float64Array;
  /** For each of `bins` equal parts of the open time the bin in which it begins. */
  private readonly reached: Int32Array;

  /** `open`: seconds of each bin that are open. */
  constructor(open: Float64Array) {
    this.bins = open.length;
    this.bin = WEEK / open.length;
    this.before = new Float64Array(this.bins + 1);
    for (let bin = 0; bin < this.bins; bin += 1) this.before[bin + 1] = this.before[bin]! + open[bin]!;
    this.perWeek = this.before[this.bins]!;
    this.openShare = this.perWeek / WEEK;
    this.alwaysOpen = this.openShare >= 1 - 1e-12;
    this.reached = new Int32Array(this.bins + 1);
    for (let part = 0, bin = 0; part <= this.bins; part += 1) {
      while (bin < this.bins - 1 && this.before[bin + 1]! < (part * this.perWeek) / this.bins) bin += 1;
      this.reached[part] = bin;
    }
    this.middle = new Float64Array(this.bins);
    this.pace = new Float64Array(this.bins);
    for (let bin = 0; bin < this.bins; bin += 1) {
      this.middle[bin] = (this.before[bin]! + this.before[bin + 1]!) / 2;
      this.pace[bin] = open[bin]! > 0 ? this.bin / open[bin]! : 0;
    }
    this.opens = new Float64Array(this.bins);
    let opening = Infinity;
    for (let later = 2 * this.bins - 1; later >= 0; later -= 1) {
      const bin = later % this.bins;
      const isOpen = this.before[bin + 1]! > this.before[bin]!;
      if (isOpen) opening = later * this.bin;
      if (later < this.bins) this.opens[bin] = isOpen ? opening + this.bin / 2 : opening;
    }
  }

  /** The time at which so many open seconds have passed since Monday 00:00; where that is the end of a shift, the end. */
  timeAt(open: number): number {
    const weeks = Math.floor(open / this.perWeek);
    let rest = open - weeks * this.perWeek;
    let from = weeks * WEEK;
    if (rest <= 0) {
      rest = this.perWeek;
      from -= WEEK;
    }
    const { before } = this;
    let bin = this.reached[Math.floor((rest / this.perWeek) * this.bins)]!;
    while (bin > 0 && before[bin]! >= rest) bin -= 1;
    while (before[bin + 1]! < rest && bin < this.bins - 1) bin += 1;
    const start = before[bin]!;
    return from + (bin + (rest - start) / (before[bin + 1]! - start)) * this.bin;
  }
}

const slabProfiles = 64;
let slab = new Float64Array(0);
let used = 0;

/** A profile of nothing. Many are cut from one piece of memory, which is several times quicker than one by one. */
export function emptyProfile(bins: number): Float64Array {
  if (used + bins > slab.length) {
    slab = new Float64Array(slabProfiles * bins);
    used = 0;
  }
  used += bins;
  return slab.subarray(used - bins, used);
}

/** Items per second, the same all week. */
export const evenProfile = (rate: number, bins = BINS): Float64Array => emptyProfile(bins).fill(rate);

/** Items of a profile per second, over the week. */
export function meanRate(profile: Float64Array): number {
  let sum = 0;
  for (const rate of profile) sum += rate;
  return sum / profile.length;
}

export interface Passage {
  /** Items per second by time of week when they leave. */
  readonly out: Float64Array;
  /** Mean seconds from coming to leaving. */
  readonly elapsed: number;
}

/** The same rate all week. */
export function isEven(profile: Float64Array): boolean {
  const first = profile[0]!;
  for (const rate of profile) if (rate !== first) return false;
  return true;
}
