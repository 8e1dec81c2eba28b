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
  /** The bin in which that is. */
  readonly opensIn: Int32Array;
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
    this.opensIn = Int32Array.from(this.opens, (opens) => (Number.isFinite(opens) ? Math.floor(opens / this.bin) % this.bins : 0));
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

/** Profiles of one length, cut from large pieces of memory and lent again and again: nothing to clear away. */
interface Shelf {
  readonly profiles: Float64Array[];
  lent: number;
}

const shelves = new Map<number, Shelf>();

function shelfOf(bins: number): Shelf {
  const known = shelves.get(bins);
  if (known !== undefined) return known;
  const shelf: Shelf = { profiles: [], lent: 0 };
  shelves.set(bins, shelf);
  return shelf;
}

/** A profile of nothing. */
export function emptyProfile(bins: number): Float64Array {
  const shelf = shelfOf(bins);
  const { profiles, lent } = shelf;
  shelf.lent = lent + 1;
  const known = profiles[lent];
  if (known !== undefined) return known.fill(0);
  const slab = new Float64Array(slabProfiles * bins);
  for (let from = 0; from < slab.length; from += bins) profiles.push(slab.subarray(from, from + bins));
  return profiles[lent]!;
}

/** How many profiles of a length are lent: what {@link giveBack} takes. */
export const lentProfiles = (bins: number): number => shelfOf(bins).lent;

/** Takes back all profiles of a length that were lent since so many were: nobody may look at them any more. */
export function giveBack(bins: number, lent: number): void {
  shelfOf(bins).lent = lent;
}

/** Items per second, the same all week. */
export const evenProfile = (rate: number, bins = BINS): Float64Array => emptyProfile(bins).fill(rate);

/** Items of a profile per second, over the week. */
export function meanRate(profile: Float64Array): number {
  let sum = 0;
  for (let bin = 0; bin < profile.length; bin += 1) sum += profile[bin]!;
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
  for (let bin = 1; bin < profile.length; bin += 1) if (profile[bin] !== first) return false;
  return true;
}
