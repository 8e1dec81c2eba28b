import type { Sampler } from '../kernel/distributions.ts';
import type { Cadence, Network } from '../network/network.ts';
import type { WeekOf } from './demand.ts';
import { chanceOfMore, leftOver, waitForBatch, waitForBatchOrTimeout } from './theory/handoff.ts';
import { type Leg, passSpread } from './spread.ts';
import { emptyProfile, isEven, meanRate, WEEK, WorkingWeek } from './week.ts';
import { momentsOf } from './work.ts';

/** Weeks over which a cadence is averaged: those that come every second or fourth week are caught. */
const weeks = 4;
const from = 4 * WEEK;

/** For each part of the week: mean and mean square of the wait for the next tick, and where one comes out. */
export interface Ticks {
  readonly wait: Float64Array;
  readonly square: Float64Array;
  readonly leaves: readonly Int32Array[];
  readonly perWeek: number;
}

/** Reads cadences off four weeks well inside the run, each once. */
export function ticksOf(network: Network, bins: number): (cadence: number) => Ticks | undefined {
  const known = new Map<number, Ticks>();
  return (number) => {
    const cadence = network.cadences[number];
    if (cadence === undefined) return undefined;
    const found = known.get(number) ?? readTicks(cadence, bins);
    known.set(number, found);
    return found;
  };
}

function readTicks(cadence: Cadence, bins: number): Ticks {
  const length = WEEK / bins;
  const wait = new Float64Array(bins);
  const square = new Float64Array(bins);
  const leaves = Array.from({ length: weeks }, () => new Int32Array(bins));
  let tick = -Infinity;
  let count = 0;
  for (let week = 0; week < weeks; week += 1) {
    for (let bin = 0; bin < bins; bin += 1) {
      const arrives = from + week * WEEK + (bin + 0.5) * length;
      if (tick < arrives) {
        tick = cadence.next(arrives);
        // The last one found comes after these weeks.
        if (tick < from + weeks * WEEK) count += 1;
      }
      const waits = tick - arrives;
      wait[bin] = wait[bin]! + waits / weeks;
      square[bin] = square[bin]! + (waits * waits) / weeks;
      leaves[week]![bin] = Number.isFinite(tick) ? Math.floor(tick / length) % bins : bin;
    }
  }
  return { wait, square, leaves, perWeek: count / weeks };
}

/** Items wait for the next tick. */
export function waitForTick(profile: Float64Array, { wait, square, leaves }: Ticks): Leg {
  const out = emptyProfile(profile.length);
  let total = 0;
  let elapsed = 0;
  let squares = 0;
  for (let bin = 0; bin < profile.length; bin += 1) {
    const rate = profile[bin]!;
    if (rate === 0) continue;
    total += rate;
    elapsed += rate * wait[bin]!;
    squares += rate * (square[bin]! - wait[bin]! ** 2);
    for (const leave of leaves) out[leave[bin]!] = out[leave[bin]!]! + rate / leaves.length;
  }
  if (total === 0) return { out, elapsed: 0, variance: 0 };
  return { out, elapsed: elapsed / total, variance: Math.max(0, squares / total) };
}

/** Items wait for a meeting that takes so many at most; below 0: all. */
export function waitForMeeting(profile: Float64Array, ticks: Ticks, most: number, approximations: Set<string>): Leg {
  const leg = waitForTick(profile, ticks);
  const rate = meanRate(profile);
  if (most < 0 || rate === 0) return leg;
  const left = leftOver((rate * WEEK) / ticks.perWeek, most);
  if (left > negligible) approximations.add('full meetings');
  // What is left over stands there from one meeting to the next (Little 1961).
  return { ...leg, elapsed: leg.elapsed + left / rate };
}

const negligible = 1e-3;

/** A random time on somebody's calendar. */
export function passTime(profile: Float64Array, weekOf: WeekOf, calendar: number, sampler: Sampler): Leg {
  return passSpread(profile, weekOf(calendar), undefined, momentsOf(sampler));
}

/** One leg after the other. */
export const onwards = (one: Leg, next: (profile: Float64Array) => Leg): Leg => {
  const other = next(one.out);
  return { out: other.out, elapsed: one.elapsed + other.elapsed, variance: one.variance + other.variance };
};

/** Sends a profile through what a flow does before the receiver's queue: batch, cadence, transfer, in this order. */
export function passFlow(network: Network, flow: number, profile: Float64Array, weekOf: WeekOf, ticks: (cadence: number) => Ticks | undefined, approximations: Set<string>): Leg {
  const { flows, samplers } = network;
  let leg: Leg = { out: profile, elapsed: 0, variance: 0 };
  const size = flows.batchSize[flow]!;
  if (size > 1) {
    // Filling at random is exact for even arrivals; a week with a shape fills as its items come on average.
    if (!isEven(profile)) approximations.add('even batches');
    leg = onwards(leg, (out) => collect(out, size, flows.batchTimeout[flow]!));
  }
  const cadence = ticks(flows.cadence[flow]!);
  if (cadence !== undefined) leg = onwards(leg, (out) => waitForTick(out, cadence));
  const transfer = samplers[flows.transfer[flow]!];
  if (transfer !== undefined) leg = onwards(leg, (out) => passTime(out, weekOf, flows.transferCalendar[flow]!, transfer));
  return leg;
}

/** Places in a batch that stand for all where it is large. */
const mostPlaces = 8;

/** Items wait until their batch is full, or so long after its first item; no timeout: below 0. */
function collect(profile: Float64Array, size: number, timeout: number): Leg {
  const rate = meanRate(profile);
  if (rate === 0) return { out: profile, elapsed: 0, variance: 0 };
  if (isEven(profile)) {
    const wait = timeout >= 0 ? waitForBatchOrTimeout(rate, size, timeout) : waitForBatch(rate, size);
    return { out: profile, elapsed: wait, variance: (wait * wait) / 3 };
  }
  // The week in which time is counted in items that come: so many more, and the batch is full.
  const bins = profile.length;
  const length = WEEK / bins;
  const items = new WorkingWeek(profile.map((each) => each * length));
  const places = Math.min(size, mostPlaces);
  const reached = Array.from({ length: places }, (_, place) => (timeout >= 0 ? chanceOfMore(rate * timeout, ((size - 1) * place) / Math.max(1, places - 1)) : 1));
  const all = reached.reduce((sum, each) => sum + each, 0);
  const out = emptyProfile(bins);
  let elapsed = 0;
  let squares = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    if (profile[bin] === 0) continue;
    const arrives = (bin + 0.5) * length;
    const at = items.middle[bin]!;
    let own = 0;
    for (let place = 0; place < places; place += 1) {
      const before = ((size - 1) * place) / (places - 1);
      const full = before === size - 1 ? arrives : items.timeAt(at + size - 1 - before);
      const leaves = timeout < 0 ? full : Math.max(arrives, Math.min(full, (before === 0 ? arrives : items.timeAt(at - before)) + timeout));
      const amount = (profile[bin]! * reached[place]!) / all;
      own += amount * (leaves - arrives);
      squares += amount * (leaves - arrives) ** 2;
      const left = Math.floor(leaves / length) % bins;
      out[left] = out[left]! + amount;
    }
    elapsed += own;
    squares -= (own * own) / profile[bin]!;
  }
  const total = rate * bins;
  return { out, elapsed: elapsed / total, variance: Math.max(0, squares / total) };
}

/** Spread of a time relative to its mean. */
export const scvOf = (average: number, variance: number): number => (average > 0 ? variance / (average * average) : 0);

