import type { Model } from '../../../shared/document/model/model.ts';
import type { Probe } from '../../../shared/simulation/engine/probe.ts';
import { estimateOf } from '../../../shared/simulation/experiment/estimates.ts';
import type { Network } from '../../../shared/simulation/network/network.ts';
import { CAUSE, type Cause } from '../../../shared/simulation/results/causes.ts';
import type { ReplicationResult } from '../../../shared/simulation/results/replication-result.ts';
import type { Estimate, RunResult } from '../../../shared/simulation/results/run-result.ts';
import type { RunSettings } from '../../../shared/simulation/results/used-settings.ts';
import { histogramFrom } from '../../../shared/simulation/statistics/histogram.ts';

/** What the replications of a case have shown. */
export interface CaseRun {
  readonly result: RunResult;
  readonly replications: readonly ReplicationResult[];
  /** What its watch measured, replication by replication. */
  readonly watched: readonly Readonly<Record<string, number>>[];
}

/** Measures what no result holds, from the moments of a run. */
export interface Watch extends Probe {
  measures(): Readonly<Record<string, number>>;
}

/** One number that theory gives and a run must reproduce; times in hours. */
export interface Expectation {
  /** The name of the number in the entry of analytic.json. */
  readonly key: string;
  readonly value: number;
  readonly of: (run: CaseRun) => Estimate;
}

export interface Case {
  readonly name: string;
  /** The entry of analytic.json that holds the same numbers. */
  readonly inputs: string;
  readonly model: () => Model;
  readonly expected: readonly Expectation[];
  /** Length of one replication in hours, its warm-up included, and how many replications reach a 1 % half-width. */
  readonly hours: number;
  readonly replications: number;
  /** Hours of warm-up; a twentieth of the length where absent. */
  readonly warmUp?: number;
  /** Terminating cases count every item and have no warm-up. */
  readonly mode?: 'steady' | 'terminating';
  readonly watch?: (network: Network, settings: RunSettings) => Watch;
  /** So many replications that only what is watched is kept of each. */
  readonly watchedOnly?: boolean;
  /** Part of every check, with a 3 % half-width at a ninth of the length. */
  readonly quick?: boolean;
}

const HOUR = 3600;

/** The estimate times `factor`, plus `plus`; only what a judge looks at. */
export function affine({ mean, sd, n }: Estimate, factor: number, plus = 0): Estimate {
  return { mean: mean === null ? null : mean * factor + plus, sd: sd === null ? null : sd * Math.abs(factor), low: null, high: null, n };
}

const inHours = (estimate: Estimate): Estimate => affine(estimate, 1 / HOUR);

/** A number of each replication, where results have no name for it. */
export const perReplication = (key: string, value: number, of: (replication: ReplicationResult, run: CaseRun) => number): Expectation => ({
  key, value, of: (run) => estimateOf(run.replications.map((replication) => of(replication, run)), 0.95),
});

/** What the case's watch calls `name`. */
export const watched = (key: string, value: number, name = key): Expectation => ({
  key, value, of: (run) => estimateOf(run.watched.map((measures) => measures[name] ?? Number.NaN), 0.95),
});

export const leadTime = (value: number, key = 'W'): Expectation => ({ key, value, of: ({ result }) => inHours(result.leadTime) });

/** The value below which the share `p` of lead times lies. */
export const leadTimeQuantile = (value: number, p: number): Expectation =>
  perReplication(`W_p${p * 100}`, value, ({ leadTimes }) => histogramFrom(leadTimes).quantile(p) / HOUR);

export const inSystem = (value: number, key = 'L'): Expectation => ({ key, value, of: ({ result }) => result.workInProgress });

export const throughput = (value: number, key = 'TH'): Expectation => ({ key, value, of: ({ result }) => affine(result.throughputPerDay, 1 / 24) });

/** Items started in the window and finished, per hour of it: exact where the window holds whole periods. */
export const throughputInWindow = (value: number, key = 'TH'): Expectation =>
  perReplication(key, value, ({ items, window }) => (items.counted * HOUR) / (window.end - window.start));

const stepOf = (result: RunResult, id: string): RunResult['steps'][number] => {
  const step = result.steps.find((candidate) => candidate.id === id);
  if (step === undefined) throw new Error(`The result has no step ${id}.`);
  return step;
};

const teamOf = (result: RunResult, id: string): RunResult['teams'][number] => {
  const team = result.teams.find((candidate) => candidate.id === id);
  if (team === undefined) throw new Error(`The result has no team ${id}.`);
  return team;
};

/** The sums of a step in one replication. */
export const stepSums = (replication: ReplicationResult, { result }: CaseRun, id: string): ReplicationResult['steps'][number] => {
  const sums = replication.steps[result.steps.indexOf(stepOf(result, id))];
  if (sums === undefined) throw new Error(`The replication has no step ${id}.`);
  return sums;
};

export const wait = (value: number, step = 'step-1', key = 'Wq'): Expectation => ({
  key, value, of: ({ result }) => inHours(stepOf(result, step).waiting),
});

/** Waiting and service of one visit. */
export const timeAtStep = (value: number, step: string, key: string): Expectation =>
  perReplication(key, value, (replication, run) => {
    const { waiting, service, visits: count } = stepSums(replication, run, step);
    return (waiting + service) / count / HOUR;
  });

export const queueLength = (value: number, step = 'step-1', key = 'Lq'): Expectation => ({
  key, value, of: ({ result }) => stepOf(result, step).queueLength,
});

/** Waiting and in service, for steps of one person each. */
export const atStation = (value: number, step: string, team: string, key: string): Expectation =>
  perReplication(key, value, (replication, run) => {
    const sums = replication.teams[run.result.teams.indexOf(teamOf(run.result, team))];
    const { queueArea } = stepSums(replication, run, step);
    return queueArea / (replication.window.end - replication.window.start) + (sums === undefined ? Number.NaN : (sums.budget[0] ?? 0) / sums.onShift);
  });

export const utilisation = (value: number, team = 'team-1', key = 'rho'): Expectation => ({
  key, value, of: ({ result }) => teamOf(result, team).utilisation,
});

/** Share of unit time in which there is nothing to do. */
export const idle = (value: number, team = 'team-1', key = 'P0'): Expectation => ({ key, value, of: ({ result }) => teamOf(result, team).budget.slack });

/** Work begun by a team per hour. */
export const begunPerHour = (value: number, team: string, key: string): Expectation =>
  perReplication(key, value, (replication, run) => ((replication.teams[run.result.teams.indexOf(teamOf(run.result, team))]?.begun ?? 0) * HOUR) / replication.endTime);

const classOf = (result: RunResult, id: string): RunResult['classes'][number] => {
  const demand = result.classes.find((candidate) => candidate.id === id);
  if (demand === undefined) throw new Error(`The result has no class ${id}.`);
  return demand;
};

export const classLeadTime = (value: number, id: string, key: string): Expectation => ({
  key, value, of: ({ result }) => inHours(classOf(result, id).leadTime),
});

/** What the items of a class wait for people, by their labels. */
export const classWait = (value: number, id: string, key: string): Expectation =>
  perReplication(key, value, (replication, { result }) => {
    const sums = replication.classes[result.classes.indexOf(classOf(result, id))];
    return sums === undefined ? Number.NaN : ((sums.seconds[CAUSE.queue] ?? 0) + (sums.seconds[CAUSE.priority] ?? 0)) / sums.items / HOUR;
  });

export const visits = (value: number, step = 'step-1', key = 'visits'): Expectation => ({ key, value, of: ({ result }) => stepOf(result, step).visits });

/** Time of the given causes together, per item. */
export const cause = (value: number, labels: Cause | readonly Cause[], key: string): Expectation =>
  perReplication(key, value, ({ causes: seconds, items }) => {
    const all = typeof labels === 'string' ? [labels] : labels;
    return all.reduce((sum, label) => sum + (seconds[CAUSE[label]] ?? 0), 0) / items.counted / HOUR;
  });

/** Share of all starts that were refused, or gave up. */
export const shareOf = (value: number, fate: 'refused' | 'abandoned', key: string): Expectation =>
  perReplication(key, value, ({ items }) => items[fate] / items.started);
