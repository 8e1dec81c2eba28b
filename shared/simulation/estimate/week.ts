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

  /** `open`: seconds of each bin that are open. */
  constructor(open: Float64Array) {
    this.bins = open.length;
    this.bin = WEEK / open.length;
    this.before = new Float64Array(this.bins + 1);
    for (let bin = 0; bin < this.bins; bin += 1) this.before[bin + 1] = this.before[bin]! + open[bin]!;
    this.openShare = this.before[this.bins]! / WEEK;
  }

  get alwaysOpen(): boolean {
    return this.openShare >= 1 - 1e-12;
  }

  /** Open seconds from Monday 00:00 up to a time of the week, which may lie in later weeks. */
  openUntil(time: number): number {
    const weeks = Math.floor(time / WEEK);
    const inWeek = time - weeks * WEEK;
    const bin = Math.min(this.bins - 1, Math.floor(inWeek / this.bin));
    const from = this.before[bin]!;
    const inBin = this.before[bin + 1]! - from;
    return weeks * this.before[this.bins]! + from + (inBin * (inWeek - bin * this.bin)) / this.bin;
  }

  /** When `work` open seconds have passed since `time`; the next opening for work of 0. */
  finish(time: number, work: number): number {
    if (this.alwaysOpen) return time + work;
    const perWeek = this.before[this.bins]!;
    const goal = this.openUntil(time) + work;
    let weeks = Math.floor(goal / perWeek);
    let rest = goal - weeks * perWeek;
    // Work that ends with a shift is done then, not at the next opening; work of nothing waits for the opening.
    if (rest === 0 && work > 0) {
      weeks -= 1;
      rest = perWeek;
    }
    const bin = work > 0 ? this.binReaching(rest) : this.binAfter(rest);
    const from = this.before[bin]!;
    const inBin = this.before[bin + 1]! - from;
    return Math.max(time, weeks * WEEK + bin * this.bin + ((rest - from) / inBin) * this.bin);
  }

  /** The bin in which the open time first reaches `amount`. */
  private binReaching(amount: number): number {
    let low = 0;
    let high = this.bins - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before[middle + 1]! >= amount) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The first bin with open time beyond `amount`. */
  private binAfter(amount: number): number {
    let low = 0;
    let high = this.bins - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before[middle + 1]! > amount) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Somebody who always works. */
export const alwaysOpen = new WorkingWeek(new Float64Array(BINS).fill(BIN));

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

/**
 * Sends a profile through somebody's week: whatever arrives in a bin leaves after `work` open seconds. Arrivals are
 * taken at the middle of their bin, which is exact where the passage is linear within it.
 */
export function pass(profile: Float64Array, week: WorkingWeek, work: number): Passage {
  if (week.alwaysOpen) return { out: later(profile, Math.floor(0.5 + (work * profile.length) / WEEK)), elapsed: work };
  const out = emptyProfile(profile.length);
  return { out, elapsed: leave(profile, week, work, out) };
}

/** Mean seconds from coming to leaving where `work` open seconds must pass. */
export const delay = (profile: Float64Array, week: WorkingWeek, work: number): number => (week.alwaysOpen ? work : leave(profile, week, work, undefined));

function later(profile: Float64Array, bins: number): Float64Array {
  const shift = bins % profile.length;
  if (shift === 0 || isEven(profile)) return profile;
  const out = emptyProfile(profile.length);
  out.set(profile.subarray(0, profile.length - shift), shift);
  out.set(profile.subarray(profile.length - shift), 0);
  return out;
}

/** Arrivals are looked at in their order, so the bin in which they leave only moves on. */
function leave(profile: Float64Array, week: WorkingWeek, work: number, out: Float64Array | undefined): number {
  const { before, bins, bin: length } = week;
  const perWeek = before[bins]!;
  let bin = -1;
  let base = 0;
  let total = 0;
  let elapsed = 0;
  for (let arrival = 0; arrival < bins; arrival += 1) {
    const rate = profile[arrival]!;
    if (rate === 0) continue;
    const arrives = (arrival + 0.5) * length;
    if (bin < 0) {
      const first = week.finish(arrives, work);
      base = Math.floor(first / WEEK);
      bin = Math.min(bins - 1, Math.max(0, Math.floor(first / length) - base * bins - 1));
    }
    const goal = (before[arrival]! + before[arrival + 1]!) / 2 + work - base * perWeek;
    // Work that ends with a shift is done then; work of nothing waits for the opening.
    let rest = goal;
    while (work > 0 ? before[bin + 1]! < rest : before[bin + 1]! <= rest) {
      bin += 1;
      if (bin < bins) continue;
      bin = 0;
      base += 1;
      rest -= perWeek;
    }
    const from = before[bin]!;
    const leaves = Math.max(arrives, base * WEEK + (bin + (rest - from) / (before[bin + 1]! - from)) * length);
    total += rate;
    elapsed += rate * (leaves - arrives);
    if (out !== undefined) {
      const left = Math.floor(leaves / length) % bins;
      out[left] = out[left]! + rate;
    }
  }
  return total === 0 ? 0 : elapsed / total;
}

/**
 * Mean wait in open seconds that comes from the shape of the week alone: a fluid queue fed by the profile and emptied
 * at `rate` items per open second, in its periodic state. 0 where arrivals follow the opening hours; the morning's
 * pile where they do not. (Newell 1982, ch. 2.)
 */
export function fluidWait(profile: Float64Array, week: WorkingWeek, rate: number): number {
  if (rate === Infinity || (week.alwaysOpen && isEven(profile))) return 0;
  const { before, bins, bin: length } = week;
  let backlog = 0;
  let area = 0;
  let items = 0;
  for (let round = 0; round < 2; round += 1) {
    area = 0;
    items = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      const open = before[bin + 1]! - before[bin]!;
      const arriving = profile[bin]! * length;
      const drained = rate * open - arriving;
      // A backlog that ends within the bin weighs only until then.
      area += drained > backlog ? (backlog * backlog * open) / (2 * drained) : (backlog - drained / 2) * open;
      backlog = Math.max(0, backlog - drained);
      items += arriving;
    }
  }
  return items === 0 ? 0 : area / items;
}
