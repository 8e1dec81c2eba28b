import { studentQuantile } from './student.ts';
import { tallyOf } from './tally.ts';

/** Least-squares slope per step of an evenly spaced series, Σ (x − x̄)(y − ȳ) / Σ (x − x̄)² (Legendre 1805); 0 for fewer than two values. */
export function slope(series: readonly number[]): number {
  const n = series.length;
  if (n < 2) return 0;
  const centre = (n - 1) / 2;
  let sum = 0;
  for (let index = 0; index < n; index += 1) sum += (index - centre) * series[index]!;
  return sum / ((n * (n * n - 1)) / 12);
}

export interface Trend {
  /** Mean slope per step. */
  readonly slope: number;
  readonly rising: boolean;
}

/**
 * Whether the backlog grows: a one-sided t test (99 % unless stated) on the slope of the second half of each
 * replication's series. Replications are independent, so the autocorrelation within one does not mislead the test.
 * A single replication is judged by the scatter about its own line. A confidence is at least one half.
 */
export function backlogTrend(replications: readonly (readonly number[])[], confidence = 0.99): Trend {
  const halves = replications.map((series) => series.slice(Math.floor(series.length / 2))).filter((half) => half.length >= 3);
  if (halves.length === 1) return trendOfOne(halves[0]!, confidence);
  const { mean, sd, count } = tallyOf(halves.map(slope));
  return { slope: mean, rising: mean * Math.sqrt(count) > studentQuantile(confidence, count - 1) * sd };
}

function trendOfOne(series: readonly number[], confidence: number): Trend {
  const n = series.length;
  const rate = slope(series);
  const { mean } = tallyOf(series);
  let squares = 0;
  for (let index = 0; index < n; index += 1) squares += (series[index]! - mean - rate * (index - (n - 1) / 2)) ** 2;
  const error = Math.sqrt(squares / (n - 2) / ((n * (n * n - 1)) / 12));
  return { slope: rate, rising: rate > studentQuantile(confidence, n - 2) * error };
}
