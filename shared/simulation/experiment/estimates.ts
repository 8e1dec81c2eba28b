import { causes, type Cause } from '../results/causes.ts';
import type { Estimate } from '../results/estimate.ts';
import type { Attribution } from '../results/run-result.ts';
import { pairedInterval, studentInterval } from '../statistics/interval.ts';

/**
 * Mean over replications with Student's interval. Replications that have no value (over nothing counted, over nobody
 * who came: not a finite number) are left out, so `n` says how many had one.
 */
export function estimateOf(values: readonly number[], confidence: number, family = 1): Estimate {
  const present = values.filter(Number.isFinite);
  if (present.length === 0) return { mean: null, low: null, high: null, sd: null, n: 0 };
  const { mean, low, high, sd, n } = studentInterval(present, confidence, family);
  return { mean, low, high, sd: n < 2 ? null : sd, n };
}

/** Interval of the mean of a − b over replications in which both have a value. */
export function pairedEstimate(a: readonly number[], b: readonly number[], confidence: number, family = 1): Estimate {
  const both = a.map((_, index) => index).filter((index) => Number.isFinite(a[index]! - b[index]!));
  if (both.length === 0) return { mean: null, low: null, high: null, sd: null, n: 0 };
  const { mean, low, high, sd, n } = pairedInterval(both.map((index) => a[index]!), both.map((index) => b[index]!), confidence, family);
  return { mean, low, high, sd: n < 2 ? null : sd, n };
}

/** One estimate per cause; `seconds` gives a replication's seconds of a cause, by its number. */
export function attributionOf<R>(results: readonly R[], seconds: (result: R, cause: number) => number, confidence: number): Attribution {
  const entries = causes.map((cause, index): [Cause, Estimate] => [cause, estimateOf(results.map((result) => seconds(result, index)), confidence)]);
  return Object.fromEntries(entries) as Attribution;
}
