/**
 * Tables for {@link file://./mathematics.ts}, computed once at load in double-double arithmetic.
 * Only IEEE additions, multiplications and divisions are used, so every platform gets the same bits.
 */

/** Unevaluated sum of two doubles: about 106 significant bits. */
interface Pair {
  readonly high: number;
  readonly low: number;
}

/** Error-free sum (Knuth 1969). */
function twoSum(a: number, b: number): Pair {
  const high = a + b;
  const rest = high - a;
  return { high, low: a - (high - rest) + (b - rest) };
}

/** Error-free product (Dekker 1971), the factors split by Veltkamp's constant. */
function twoProduct(a: number, b: number): Pair {
  const high = a * b;
  const scaledA = 134217729 * a;
  const aHigh = scaledA - (scaledA - a);
  const aLow = a - aHigh;
  const scaledB = 134217729 * b;
  const bHigh = scaledB - (scaledB - b);
  const bLow = b - bHigh;
  return { high, low: aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

function add(a: Pair, b: Pair): Pair {
  const sum = twoSum(a.high, b.high);
  return twoSum(sum.high, sum.low + a.low + b.low);
}

function multiply(a: Pair, b: Pair): Pair {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

function divide(a: Pair, divisor: number): Pair {
  const first = a.high / divisor;
  const product = twoProduct(first, divisor);
  const rest = a.high - product.high - product.low + a.low;
  return twoSum(first, rest / divisor);
}

const LN2: Pair = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };

/** Rounds to a multiple of 2^-42, so that a sum with k·ln 2 (|k| < 2^11) stays exact. */
function coarse(x: number): number {
  return Math.round(x * 2 ** 42) / 2 ** 42;
}

/** ln 2 in two parts, the first a multiple of 2^-42. */
export const LN2_HIGH: number = coarse(LN2.high);
export const LN2_LOW: number = LN2.high - LN2_HIGH + LN2.low;

/** ln 2 / 128 in two parts, the first short enough that a product with an 18-bit integer is exact. */
export const STEP_HIGH: number = Math.round(LN2.high * 2 ** 34) / 2 ** 41;
export const STEP_LOW: number = LN2.high / 128 - STEP_HIGH + LN2.low / 128;

/** 2^e at index e + 1074, from the smallest subnormal to 2^1023. */
export const POWERS_OF_TWO: Float64Array = new Float64Array(2098);

/** Per interval of the mantissa four numbers: its centre (10 bits), the reciprocal, and the logarithm in two parts. */
export const LOGARITHMS: Float64Array = new Float64Array(128 * 4);

/** Per j in 0…127 two numbers: 2^(j/128) and the relative rest that its rounding left. */
export const ROOTS: Float64Array = new Float64Array(128 * 2);

/** ln(n / 512) by 2·artanh((n − 512)/(n + 512)). */
function logarithmOf512th(n: number): Pair {
  const y = divide({ high: n - 512, low: 0 }, n + 512);
  const square = multiply(y, y);
  let power = y;
  let sum = y;
  for (let m = 3; m < 60; m += 2) {
    power = multiply(power, square);
    sum = add(sum, divide(power, m));
  }
  return { high: 2 * sum.high, low: 2 * sum.low };
}

/** e^x for 0 ≤ x < 1 by its Taylor series. */
function exponentialOf(x: Pair): Pair {
  let term: Pair = { high: 1, low: 0 };
  let sum = term;
  for (let m = 1; m < 36; m += 1) {
    term = divide(multiply(term, x), m);
    sum = add(sum, term);
  }
  return sum;
}

let power = 2 ** -1074;
for (let index = 0; index < 2098; index += 1) {
  POWERS_OF_TWO[index] = power;
  power *= 2;
}

for (let index = 0; index < 128; index += 1) {
  const spacing = index < 80 ? 1 / 256 : 1 / 128;
  const start = index < 80 ? 0.6875 + index / 256 : 1 + (index - 80) / 128;
  // The two intervals beside 1 are centred on it, so that the logarithm keeps its relative accuracy there.
  const centre = index === 79 || index === 80 ? 1 : start + spacing / 2;
  const logarithm = logarithmOf512th(centre * 512);
  const high = coarse(logarithm.high);
  LOGARITHMS[4 * index] = centre;
  LOGARITHMS[4 * index + 1] = 1 / centre;
  LOGARITHMS[4 * index + 2] = high;
  LOGARITHMS[4 * index + 3] = logarithm.high - high + logarithm.low;
}

for (let index = 0; index < 128; index += 1) {
  const root = exponentialOf({ high: (LN2.high * index) / 128, low: productRest(index) });
  ROOTS[2 * index] = root.high;
  ROOTS[2 * index + 1] = root.low / root.high;
}

/** What the rounded product ln 2 · index / 128 leaves. */
function productRest(index: number): number {
  return twoProduct(LN2.high, index).low / 128 + (LN2.low * index) / 128;
}
