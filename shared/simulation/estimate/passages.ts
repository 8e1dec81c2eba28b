import { mean, type Sampler } from '../kernel/distributions.ts';
import type { Cadence, Network } from '../network/network.ts';
import type { WeekOf } from './demand.ts';
import { waitForBatch, waitForBatchOrTimeout } from './theory/handoff.ts';
import { emptyProfile, isEven, meanRate, pass, type Passage, WEEK } from './week.ts';
import { momentsOf } from './work.ts';

/** Time that passes on the way, elapsed, with its variance in seconds². */
export interface Leg extends Passage {
  readonly variance: number;
}

/** Weeks over which a cadence is averaged: those that come every second or fourth week are caught. */
const weeks = 4;
const from = 4 * WEEK;

/** For each part of the week: mean and mean square of the wait for the next tick, and where one comes out. */
export interface Ticks {
  readonly wait: Float64Array;
  readonly square: Float64Array;
  readonly leaves: readonly Int32Array[];
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
  for (let week = 0; week < weeks; week += 1) {
    for (let bin = 0; bin < bins; bin += 1) {
      const arrives = from + week * WEEK + (bin + 0.5) * length;
      if (tick < arrives) tick = cadence.next(arrives);
      const waits = tick - arrives;
      wait[bin] = wait[bin]! + waits / weeks;
      square[bin] = square[bin]! + (waits * waits) / weeks;
      leaves[week]![bin] = Number.isFinite(tick) ? Math.floor(tick / length) % bins : bin;
    }
  }
  return { wait, square, leaves };
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
    squares += rate * square[bin]!;
    for (const leave of leaves) out[leave[bin]!] = out[leave[bin]!]! + rate / leaves.length;
  }
  if (total === 0) return { out, elapsed: 0, variance: 0 };
  const average = elapsed / total;
  return { out, elapsed: average, variance: Math.max(0, squares / total - average * average) };
}

/** A random time on somebody's calendar. */
export function passTime(profile: Float64Array, weekOf: WeekOf, calendar: number, sampler: Sampler): Leg {
  const week = weekOf(calendar);
  return { ...pass(profile, week, mean(sampler)), variance: momentsOf(sampler).variance / week.openShare ** 2 };
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
    const rate = meanRate(profile);
    const timeout = flows.batchTimeout[flow]!;
    const wait = rate === 0 ? 0 : timeout >= 0 ? waitForBatchOrTimeout(rate, size, timeout) : waitForBatch(rate, size);
    // Filling at random is exact for even arrivals; a week with a shape fills unevenly.
    if (!isEven(profile)) approximations.add('even batches');
    leg = onwards(leg, (out) => ({ ...pass(out, weekOf(-1), wait), variance: (wait * wait) / 3 }));
  }
  const cadence = ticks(flows.cadence[flow]!);
  if (cadence !== undefined) leg = onwards(leg, (out) => waitForTick(out, cadence));
  const transfer = samplers[flows.transfer[flow]!];
  if (transfer !== undefined) leg = onwards(leg, (out) => passTime(out, weekOf, flows.transferCalendar[flow]!, transfer));
  return leg;
}

/** Spread of a time relative to its mean. */
export const scvOf = (average: number, variance: number): number => (average > 0 ? variance / (average * average) : 0);

