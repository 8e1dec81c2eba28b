import { exponential, naturalLog } from './elementary.ts';

const HALF_LOG_TWO_PI = 0.9189385332046727;
const LONGEST = 10_000;

/** ln Γ(x) for x > 0, absolute accuracy about 1e-13. Stirling's series (Abramowitz and Stegun 1964, 6.1.41) from 15 up. */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  let product = 1;
  let shifted = x;
  for (; shifted < 15; shifted += 1) product *= shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))));
  return (shifted - 0.5) * naturalLog(shifted) - shifted + HALF_LOG_TWO_PI + series - naturalLog(product);
}

/**
 * Regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1, accuracy about 1e-13; NaN outside.
 * Continued fraction (Abramowitz and Stegun 1964, 26.5.8) by Lentz's method.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = exponential(a * naturalLog(x) + b * naturalLog(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < LONGEST; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return front * fraction;
}

/**
 * Regularised lower incomplete gamma function P(a, x) for a > 0, x ≥ 0, accuracy about 1e-13; NaN outside.
 * Series below a + 1, continued fraction above (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
 */
export function incompleteGamma(a: number, x: number): number {
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < LONGEST && term > sum * 1e-17; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * exponential(a * naturalLog(x) - x - logGamma(a));
}

/** Upper tail Q(a, x). */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / away(b);
  let fraction = d;
  for (let k = 1; k < LONGEST; k += 1) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / away(b + numerator * d);
    c = away(b + numerator / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction * exponential(a * naturalLog(x) - x - logGamma(a));
}

/** Lentz's method never divides by 0. */
function away(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** Probability of a standard normal above x, with full relative accuracy in the tail. */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  const half = (x * x) / 2;
  return half < 1.5 ? (1 - gammaSeries(0.5, half || 1e-300)) / 2 : gammaFraction(0.5, half) / 2;
}
