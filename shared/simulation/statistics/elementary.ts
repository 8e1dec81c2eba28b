/**
 * Logarithm and exponential with the same bits on every platform, for the few evaluations that statistics need
 * (accuracy about 1e-15). Loops instead of tables: this room imports nothing.
 */

const LN2_HIGH = 0.6931471803691238; // 33 bits, so that its products with exponents are exact
const LN2_LOW = 1.9082149292705877e-10;

/**
 * Natural logarithm; −Infinity at 0, NaN below. Of the mantissa by ln z = 2 artanh((z − 1) / (z + 1)) as a series
 * (Abramowitz and Stegun 1964, 4.1.27).
 */
export function naturalLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > 1.4142135623730951; exponent += 1) mantissa /= 2;
  for (; mantissa < 0.7071067811865476; exponent -= 1) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let tail = 0;
  for (let k = 23; k >= 3; k -= 2) tail = square * (1 / k + tail);
  return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * (ratio + ratio * tail));
}

/** e^x; 0 below −746, Infinity above 710. The power series (Abramowitz and Stegun 1964, 4.2.1) of what is left of x by whole ln 2. */
export function exponential(x: number): number {
  const bounded = Math.min(Math.max(x, -746), 710);
  const exponent = Math.round(bounded / 0.6931471805599453);
  const rest = bounded - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 1;
  for (let k = 18; k >= 1; k -= 1) sum = 1 + (rest / k) * sum;
  let left = exponent;
  for (; left > 0; left -= 1) sum *= 2;
  for (; left < 0; left += 1) sum /= 2;
  return sum;
}
