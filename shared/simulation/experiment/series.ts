import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { leadTimeOf, throughputOf } from './measures.ts';
import { verdictOf, type TeamNames } from './verdict.ts';

/** What paired studies need of a run: per replication, in order. */
export interface RunSeries {
  /** Seconds; NaN where no item was counted. */
  readonly leadTime: readonly number[];
  readonly throughputPerDay: readonly number[];
  readonly unstable: boolean;
}

/**
 * Lead time in seconds and items finished per day by replication, and whether work piles up. `tests`: runs that are asked
 * together whether they keep up (Bonferroni).
 */
export function seriesOf(results: readonly ReplicationResult[], settings: RunSettings, teams: TeamNames, tests = 1): RunSeries {
  return {
    leadTime: results.map(leadTimeOf),
    throughputPerDay: results.map(throughputOf),
    unstable: verdictOf(results, settings, teams, tests).state === 'unstable',
  };
}
