import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { averageSeries, mser } from '../statistics/mser.ts';
import { workInProgressSeries } from './verdict.ts';

/** Periods from which on batches of five are formed, as MSER-5 wants; a shorter series is taken period by period. */
const ENOUGH_FOR_FIVE = 50;

export interface WarmUp {
  /** Seconds from the start, whole periods. */
  readonly seconds: number;
  /** The series was too short to tell: the cut lay beyond half the run and was not taken. */
  readonly refused: boolean;
}

/**
 * Settling-in time by MSER-5 on work in progress, averaged over replications per calendar period (DESIGN 4h). The
 * replications must have run without warm-up, to the same horizon.
 */
export function findWarmUp(results: readonly ReplicationResult[], settings: RunSettings): WarmUp {
  const average = averageSeries(results.map((result) => workInProgressSeries(result, settings)));
  const { cut, refused } = mser(average, average.length >= ENOUGH_FOR_FIVE ? 5 : 1);
  return refused ? { seconds: 0, refused } : { seconds: cut * settings.period, refused };
}

/** The warm-up for several scenarios that are compared: the largest of theirs. */
export function commonWarmUp(found: readonly WarmUp[]): WarmUp {
  return { seconds: Math.max(0, ...found.map(({ seconds }) => seconds)), refused: found.some(({ refused }) => refused) };
}
