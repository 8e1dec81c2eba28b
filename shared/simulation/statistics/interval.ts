import { exponential, naturalLog } from './elementary.ts';
import { logGamma } from './special-functions.ts';
import { studentQuantile } from './student.ts';
import { tallyOf } from './tally.ts';

/** An estimate with its confidence interval; the bounds are null where there are fewer than two observations. */
export interface Estimate {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Standard deviation of the observations. */
  readonly sd: number;
  readonly n: number;
}

/**
 * Student's interval for the mean of independent observations at a confidence in (0, 1).
 * In a family of `family` intervals each is widened so that all hold together (Bonferroni). No observations: mean NaN.
 * Mean ± t(1 − (1 − confidence)/2/family, n − 1) · s/√n. Sources: Student 1908; Dunn 1961 for the family.
 */
export function studentInterval(values: readonly number[], confidence: number, family = 1): Estimate {
  const n = values.length;
  const first = values[0];
  // Equal observations leave no doubt and no rounding: the interval is that value.
  if (first !== undefined && values.every((value) => value === first)) {
    return { mean: first, low: n < 2 ? null : first, high: n < 2 ? null : first, sd: 0, n };
  }
  const tally = tallyOf(values);
  if (n < 2) return { mean: NaN, low: null, high: null, sd: 0, n };
  return around(tally.mean, tally.sd, n, (quantileFor(confidence, n - 1, family) * tally.sd) / Math.sqrt(n));
}

/**
 * Interval of the mean difference a − b of paired observations, as under common random numbers: Student's of their
 * differences (Student 1908). Throws where the lists are of unequal length.
 */
export function pairedInterval(a: readonly number[], b: readonly number[], confidence: number, family = 1): Estimate {
  if (a.length !== b.length) throw new Error(`Pairs need equal lists: ${a.length} observations stand against ${b.length}.`);
  return studentInterval(a.map((value, index) => value - b[index]!), confidence, family);
}

/** Half of the interval's width; Infinity where it has no bounds. */
export function halfWidth(estimate: Estimate): number {
  return estimate.low === null || estimate.high === null ? Infinity : (estimate.high - estimate.low) / 2;
}

function around(mean: number, sd: number, n: number, half: number): Estimate {
  return { mean, low: mean - half, high: mean + half, sd, n };
}

/** The quantile asked for last: a result asks for hundreds of intervals of one kind. Remembering it changes no answer. */
let known = { p: NaN, freedom: NaN, quantile: NaN };

/** Two-sided t quantile at a confidence shared by a family. */
function quantileFor(confidence: number, freedom: number, family: number): number {
  const p = 1 - (1 - confidence) / (2 * family);
  if (known.p !== p || known.freedom !== freedom) known = { p, freedom, quantile: studentQuantile(p, freedom) };
  return known.quantile;
}

/**
 * Interval for the quantile `p` of the distribution behind independent observations, by order statistics:
 * the narrowest symmetric choice of ranks whose binomial coverage reaches the confidence; null where none does.
 * Source: David and Nagaraja 2003, Order Statistics, 7.1.
 */
export function quantileInterval(values: readonly number[], p: number, confidence: number): { value: number; low: number | null; high: number | null } {
  const sorted = [...values].sort((x, y) => x - y);
  const n = sorted.length;
  const value = sorted[Math.max(0, Math.ceil(n * p) - 1)] ?? NaN;
  const share = (1 - confidence) / 2;
  let low: number | null = null;
  let high: number | null = null;
  let below = 0;
  for (let k = 0; k < n; k += 1) {
    // P(fewer than k + 1 of n lie below the quantile)
    const next = below + binomial(n, k, p);
    if (next <= share) low = sorted[k]!;
    if (high === null && next >= 1 - share) high = sorted[k]!;
    below = next;
  }
  return { value, low, high };
}

/** Probability of k hits among n, each with probability p. */
function binomial(n: number, k: number, p: number): number {
  const choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return exponential(choose + logPower(p, k) + logPower(1 - p, n - k));
}

/** ln base^times, where 0^0 is 1. */
const logPower = (base: number, times: number): number => (times === 0 ? 0 : times * naturalLog(base));

/**
 * Interval for the mean of one stationary, correlated series by overlapping batch means of length `batch`.
 * Source: Meketon and Schmeiser 1984; degrees of freedom 1.5 (n / batch − 1).
 */
export function batchMeansInterval(series: readonly number[], batch: number, confidence: number): Estimate {
  const n = series.length;
  const { mean, sd } = tallyOf(series);
  if (batch < 1 || n < 2 * batch) return { mean: n === 0 ? NaN : mean, low: null, high: null, sd, n };
  let sum = 0;
  for (let index = 0; index < batch; index += 1) sum += series[index]!;
  let squares = (sum / batch - mean) ** 2;
  for (let index = batch; index < n; index += 1) {
    sum += series[index]! - series[index - batch]!;
    const deviation = sum / batch - mean;
    squares += deviation * deviation;
  }
  const varianceOfMean = (batch * squares) / ((n - batch + 1) * (n - batch));
  return around(mean, sd, n, quantileFor(confidence, 1.5 * (n / batch - 1), 1) * Math.sqrt(varianceOfMean));
}
