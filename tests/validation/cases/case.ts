import type { Model } from '../../../shared/document/model/model.ts';
import type { Estimate, RunResult } from '../../../shared/simulation/results/run-result.ts';

/** One number that theory gives and a run must reproduce; times in hours. */
export interface Expectation {
  readonly measure: string;
  readonly value: number;
  /** The estimate in the result, and what it must be multiplied by to be in the unit of `value`. */
  readonly of: (result: RunResult) => readonly [estimate: Estimate, factor: number];
}

export interface Case {
  readonly name: string;
  /** The entry of analytic.json that holds the same numbers. */
  readonly inputs: string;
  readonly model: () => Model;
  readonly expected: readonly Expectation[];
  /** Length of one replication in hours without warm-up, and how many replications reach a 1 % half-width. */
  readonly hours: number;
  readonly replications: number;
  /** Terminating cases count every item and have no warm-up. */
  readonly mode?: 'steady' | 'terminating';
  /** Part of every check, with a 3 % half-width at a ninth of the length. */
  readonly quick?: boolean;
}

const perHour = 1 / 3600;

export const leadTime = (value: number): Expectation => ({ measure: 'W', value, of: (result) => [result.leadTime, perHour] });

export const inSystem = (value: number): Expectation => ({ measure: 'L', value, of: (result) => [result.workInProgress, 1] });

export const throughput = (value: number): Expectation => ({ measure: 'TH', value, of: (result) => [result.throughputPerDay, 1 / 24] });

export const stepOf = (result: RunResult, id: string): RunResult['steps'][number] => {
  const step = result.steps.find((candidate) => candidate.id === id);
  if (step === undefined) throw new Error(`The result has no step ${id}.`);
  return step;
};

export const teamOf = (result: RunResult, id: string): RunResult['teams'][number] => {
  const team = result.teams.find((candidate) => candidate.id === id);
  if (team === undefined) throw new Error(`The result has no team ${id}.`);
  return team;
};

export const wait = (value: number, step = 'step-1'): Expectation => ({
  measure: `Wq ${step}`,
  value,
  of: (result) => [stepOf(result, step).waiting, perHour],
});

export const queueLength = (value: number, step = 'step-1'): Expectation => ({
  measure: `Lq ${step}`,
  value,
  of: (result) => [stepOf(result, step).queueLength, 1],
});

export const utilisation = (value: number, team = 'team-1'): Expectation => ({
  measure: `rho ${team}`,
  value,
  of: (result) => [teamOf(result, team).utilisation, 1],
});

export const classLeadTime = (value: number, id: string): Expectation => ({
  measure: `W ${id}`,
  value,
  of: (result) => {
    const demand = result.classes.find((candidate) => candidate.id === id);
    if (demand === undefined) throw new Error(`The result has no class ${id}.`);
    return [demand.leadTime, perHour];
  },
});

export const visits = (value: number, step = 'step-1'): Expectation => ({
  measure: `visits ${step}`,
  value,
  of: (result) => [stepOf(result, step).visits, 1],
});

export const cause = (value: number, label: keyof RunResult['attribution']): Expectation => ({
  measure: label,
  value,
  of: (result) => [result.attribution[label], perHour],
});
