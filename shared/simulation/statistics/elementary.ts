/**
 * Logarithm and exponential with the same bits on every platform, for the few evaluations that statistics need
 * (accuracy about 1e-15). Loops instead of tables: this room imports nothing.
 */

const LN2_HIGH = 0.6931471803691238; // 33 bits, so that its products with exponents are exact
const LN2_LOW = 1.9082149292705877e-10;

/** Natural logarithm; −Infinity at 0, NaN below. */
export function naturalLog(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
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

/** e^x; 0 below −745, Infinity above 709.8. */
export function exponential(x: number): number {
  if (x < -745.2) return 0;
  if (x > 709.8) return Infinity;
  const exponent = Math.round(x / 0.6931471805599453);
  const rest = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 1;
  for (let k = 18; k >= 1; k -= 1) sum = 1 + (rest / k) * sum;
  let left = exponent;
  for (; left >= 64; left -= 64) sum *= 18446744073709551616;
  for (; left <= -64; left += 64) sum /= 18446744073709551616;
  for (; left > 0; left -= 1) sum *= 2;
  for (; left < 0; left += 1) sum /= 2;
  return sum;
}
