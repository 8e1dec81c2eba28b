import { exponential, naturalLog } from './elementary.ts';
import { incompleteBeta, logGamma, normalTail } from './special-functions.ts';

export { incompleteBeta, incompleteGamma, logGamma } from './special-functions.ts';

/** Probability of a standard normal at or below x. */
export function normalProbability(x: number): number {
  return normalTail(-x);
}

/**
 * Quantile of the standard normal for 0 < p < 1, accuracy about 1e-13; ±Infinity at 0 and 1, NaN outside.
 * Start: Abramowitz and Stegun 1964, 26.2.23; then Halley steps.
 */
export function normalQuantile(p: number): number {
  if (p === 0) return -Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * naturalLog(p));
  let x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step += 1) {
    const error = (normalTail(x) - p) * 2.5066282746310002 * exponential((x * x) / 2);
    x += error / (1 - (x * error) / 2);
  }
  return -x;
}

/** Probability that Student's t with `freedom` > 0 degrees (not necessarily whole) is at or below t; NaN without freedom. */
export function studentProbability(t: number, freedom: number): number {
  const square = t * t;
  const tail = square < freedom
    ? 0.5 - incompleteBeta(square / (freedom + square), 0.5, freedom / 2) / 2
    : incompleteBeta(freedom / (freedom + square), freedom / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * Quantile of Student's t for 0 < p < 1, relative accuracy about 1e-12; ±Infinity at 0 and 1, NaN outside. Newton steps
 * on the probability, kept inside a bracket.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p >= 0 && freedom > 0)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentQuantile(1 - p, freedom);
  const scale = exponential(logGamma((freedom + 1) / 2) - logGamma(freedom / 2)) / Math.sqrt(freedom * Math.PI);
  let high = 0;
  let low = -1;
  while (studentProbability(low, freedom) > p) {
    high = low;
    low *= 2;
  }
  // The normal distribution's tail is the lighter one: its quantile never lies below the bracket.
  let t = Math.min(high, normalQuantile(p));
  for (let step = 0; step < 200; step += 1) {
    const error = studentProbability(t, freedom) - p;
    if (error > 0) high = t;
    else low = t;
    const density = scale * exponential((-(freedom + 1) / 2) * naturalLog(1 + (t * t) / freedom));
    let next = t - error / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - t) <= 1e-14 * Math.abs(next)) return next;
    t = next;
  }
  return t;
}
