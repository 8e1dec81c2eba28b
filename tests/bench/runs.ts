// What the benchmark measures: models, one replication of them, and the statistics of repeated times.
import type { Model } from '../../shared/document/model/model.ts';
import { say } from '../../shared/language/say.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import type { ReplicationResult } from '../../shared/simulation/results/replication-result.ts';
import type { RunSettings } from '../../shared/simulation/results/used-settings.ts';
import { arrivingEvery, exponential, line } from '../validation/model-builder.ts';

/** A line of stations, each with its own team, at utilisation 0.9. */
export interface Line {
  readonly name: string;
  readonly stations: number;
  readonly servers: number;
  readonly items: number;
}

export const queue: Line = { name: 'M/M/1', stations: 1, servers: 1, items: 500_000 };
export const tandem: Line = { name: '10-station M/M/2 tandem', stations: 10, servers: 2, items: 60_000 };

export const arrivalRate = (model: Line): number => 0.9 * model.servers;

export const networkOf = (model: Model, facts: Parameters<typeof compileNetwork>[1] = {}): Network => {
  const outcome = compileNetwork(model, facts);
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value;
};

export const networkOfLine = (model: Line): Network =>
  networkOf(line(arrivingEvery(exponential(1 / arrivalRate(model))), Array.from({ length: model.stations }, () => ({ service: exponential(1), servers: model.servers }))));

/** One fast stream and waits only, or everything that a run gives. */
export const lean: Partial<RunSettings> = { attribution: false, sequential: true };
export const everything: Partial<RunSettings> = {};

const limits = { items: 1e9, events: 1e12, time: Infinity, instant: 1e6 };

export function replicate(network: Network, items: number, changes: Partial<RunSettings>, replication = 0): { readonly seconds: number; readonly result: ReplicationResult } {
  const settings = resolveRunSettings(network, { items }, { limits, ...changes });
  const from = performance.now();
  const run = startRun(network, settings, replication);
  while (run.advance(1_000_000) === 'more');
  const result = run.result();
  return { seconds: (performance.now() - from) / 1000, result };
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Median, and how far the slowest and the fastest lie from each other beside it. */
export function describe(values: readonly number[]): string {
  const middle = median(values);
  return `${(middle * 1000).toFixed(1)} ms (spread ${(((Math.max(...values) - Math.min(...values)) / middle) * 100).toFixed(0)} %)`;
}

export const rounds = 7;

/** Hours that an item waits at one station on average. */
export const waitOf = (result: ReplicationResult): number => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return sum(result.steps.map((step) => step.waiting)) / sum(result.steps.map((step) => step.visits)) / 3600;
};
