import type { Outcome } from '../../language/outcome.ts';
import { expectedReplications, isPreciseEnough } from '../statistics/stopping.ts';

/** How many replications to run. */
export interface ReplicationPlan {
  /** As many as are run at most; exactly so many without a precision. */
  readonly most: number;
  /** Relative half-width of every measure at which the run stops (0.05 for 5 %). */
  readonly precision?: number | undefined;
  readonly confidence: number;
  /** Replications asked for at a time: the number of workers. */
  readonly ahead: number;
}

/** Replications in order so far; a run ends early on `stop`. */
export type OnReplications<R> = (results: readonly R[], planned: number) => 'go' | 'stop';

/**
 * Asks for replications 0, 1, 2, … and hands them on in order, whatever the order in which they come in. With a
 * precision it stops at the first n ≥ 10 for which replications 0…n−1 suffice in every measure; later ones are dropped,
 * so the number of workers shows in no result. The failure of the lowest replication is the run's.
 */
export async function runReplications<R>(
  ask: (replication: number) => Promise<Outcome<R>>,
  measures: (result: R) => readonly number[],
  plan: ReplicationPlan,
  onReplications: OnReplications<R> = () => 'go',
): Promise<Outcome<readonly R[]>> {
  const pending: Promise<Outcome<R>>[] = [];
  const results: R[] = [];
  const series: number[][] = [];
  for (let replication = 0; replication < plan.most; replication += 1) {
    while (pending.length < plan.most && pending.length < replication + Math.max(1, plan.ahead)) pending.push(quiet(ask(pending.length)));
    const outcome = await pending[replication]!;
    if (!outcome.ok) return outcome;
    results.push(outcome.value);
    measures(outcome.value).forEach((value, index) => (series[index] ??= []).push(value));
    const planned = plannedReplications(series, plan);
    if (onReplications(results, planned) === 'stop') break;
    if (plan.precision !== undefined && series.every((values) => isPreciseEnough(values, plan.precision!, plan.confidence))) break;
  }
  return { ok: true, value: results };
}

/** Asking ahead must not end the program when a later replication breaks while an earlier one is awaited. */
function quiet<R>(promise: Promise<Outcome<R>>): Promise<Outcome<R>> {
  promise.catch(() => undefined);
  return promise;
}

/** Replications that will probably be run, for progress. */
function plannedReplications(series: readonly (readonly number[])[], plan: ReplicationPlan): number {
  if (plan.precision === undefined) return plan.most;
  const needed = Math.max(1, ...series.map((values) => expectedReplications(values, plan.precision!, plan.confidence)));
  return Math.min(plan.most, needed);
}
