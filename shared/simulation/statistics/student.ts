import { exponential, naturalLog } from './elementary.ts';
import { incompleteBeta, logGamma } from './special-functions.ts';

/** Density of Student's t with `freedom` > 0 degrees (not necessarily whole) at t (Student 1908; Abramowitz and Stegun 1964, 26.7.1). */
export function studentDensity(t: number, freedom: number): number {
  const power = (freedom + 1) / 2;
  return exponential(logGamma(power) - logGamma(freedom / 2) - power * naturalLog(1 + (t * t) / freedom)) / Math.sqrt(freedom * Math.PI);
}

/**
 * Probability that Student's t with `freedom` > 0 degrees (not necessarily whole) is at or below t; NaN without freedom.
 * By the incomplete beta function (Abramowitz and Stegun 1964, 26.5.27), on the side that keeps small differences.
 */
export function studentProbability(t: number, freedom: number): number {
  const square = t * t;
  const tail = square < freedom
    ? 0.5 - incompleteBeta(square / (freedom + square), 0.5, freedom / 2) / 2
    : incompleteBeta(freedom / (freedom + square), freedom / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * Quantile of Student's t for 0 < p < 1, relative accuracy about 1e-12 (1e-9 from thousands of degrees on); ±Infinity
 * at 0 and 1, NaN outside. Newton's steps
 * from the middle down: below it the density rises, so that no step goes too far, and they end where rounding does.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p >= 0 && freedom > 0)) return NaN;
  if (p > 0.5) return -studentQuantile(1 - p, freedom);
  if (p === 0) return -Infinity;
  for (let t = 0; ; ) {
    const next = t - (studentProbability(t, freedom) - p) / studentDensity(t, freedom);
    if (!(next < t)) return t;
    t = next;
  }
}
