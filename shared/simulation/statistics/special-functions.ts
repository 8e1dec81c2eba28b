import { exponential, naturalLog } from './elementary.ts';

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** ln Γ(x) for x > 0, absolute accuracy about 1e-13; NaN outside. Stirling's series (Abramowitz and Stegun 1964, 6.1.41) from 15 up. */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  let product = 1;
  let shifted = x;
  for (; shifted < 15; shifted += 1) product *= shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (shifted - 0.5) * naturalLog(shifted) - shifted + HALF_LOG_TWO_PI + series - naturalLog(product);
}

/**
 * Regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1, accuracy about 1e-13; NaN outside.
 * Continued fraction (Abramowitz and Stegun 1964, 26.5.8) by the method of Lentz (1976), on the side where its denominators stay
 * above 0.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = exponential(a * naturalLog(x) + b * naturalLog(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = front * d;
  for (let m = 1; ; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const next = value * d * c;
    if (!(Math.abs(next - value) > 1e-15 * next)) return next;
    value = next;
  }
}
