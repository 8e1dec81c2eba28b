import { succeed, type Outcome } from '../../language/outcome.ts';
import type { SelectionResult } from '../results/comparison.ts';
import { Selection } from '../statistics/selection.ts';
import { pairedEstimate } from './estimates.ts';

/** A scenario with the mean lead times of its replications 0, 1, 2, … so far, NaN where nothing was counted. */
export interface Candidate {
  readonly id: string;
  readonly leadTimes: readonly number[];
}

export interface SelectionPlan {
  /** A difference of lead time that nobody minds, in seconds above 0; fixed before anything is screened out. */
  readonly indifference: number;
  readonly confidence: number;
  /** Replications after which nobody waits any longer. */
  readonly most: number;
}

/** Replications before the first screening: enough for a variance, as Kim and Nelson advise. */
const first = 10;
/** Replications that are asked for at a time, for those still in the running; what comes too late is left out. */
const step = 5;

/** Runs the named replications of one candidate and answers their lead times in that order. */
export type RunMore = (id: string, numbers: readonly number[]) => Promise<Outcome<readonly number[]>>;

/**
 * Which of several scenarios has the shortest lead time: the procedure of Kim and Nelson (2001) on replications under
 * common random numbers, in their order, so that the number of workers shows in no result. It keeps the best with the
 * confidence where that is better by the indifference. Beside it stand those whose paired difference from the best
 * holds zero, jointly (Bonferroni): they cannot be told apart from it.
 */
export async function selectBest(candidates: readonly Candidate[], { indifference, confidence, most }: SelectionPlan, runMore: RunMore): Promise<Outcome<SelectionResult>> {
  const times = candidates.map(({ leadTimes }) => [...leadTimes]);
  const selection = new Selection({ systems: candidates.length, indifference, confidence, first });
  for (let replication = 0; replication < most && !selection.decided; replication += 1) {
    for (const system of selection.survivors) {
      const own = times[system] ?? [];
      if (replication < own.length) continue;
      const numbers = Array.from({ length: Math.min(step, most - own.length) }, (_, at) => own.length + at);
      const more = await runMore(candidates[system]?.id ?? '', numbers);
      if (!more.ok) return more;
      own.push(...more.value);
    }
    const values = times.map((own) => own[replication] ?? Number.NaN);
    // A replication in which one of them counted nothing compares nothing.
    if (selection.survivors.every((system) => !Number.isNaN(values[system] ?? Number.NaN))) selection.record(values);
  }
  const { best } = selection;
  const family = candidates.length - 1;
  const asGood = candidates.flatMap(({ id }, system) => (system === best || !holdsZero(times[system] ?? [], times[best] ?? [], confidence, family) ? [] : [id]));
  return succeed({
    measure: 'leadTime',
    confidence,
    indifference,
    best: candidates[best]?.id ?? '',
    decided: selection.decided,
    asGood,
    replications: selection.replications,
  });
}

/** Whether the difference of two, over the replications that both have, may be nothing. */
function holdsZero(one: readonly number[], best: readonly number[], confidence: number, family: number): boolean {
  const both = Math.min(one.length, best.length);
  const { low } = pairedEstimate(one.slice(0, both), best.slice(0, both), confidence, family);
  return low === null || low <= 0;
}
