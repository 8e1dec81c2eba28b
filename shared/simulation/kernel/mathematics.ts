/**
 * Elementary functions with the same bits on every platform (the built-in ones are implementation-defined).
 * Method: table-driven argument reduction (Tang 1989, 1990) with Taylor polynomials; within 1 ulp of the true value.
 */
import { LN2_HIGH, LN2_LOW, LOGARITHMS, POWERS_OF_TWO, ROOTS, STEP_HIGH, STEP_LOW } from './mathematics-tables.ts';

const scratch = new Float64Array(1);
const scratchWords = new Int32Array(scratch.buffer);
scratch[0] = 1;
/** Index of the word that holds sign and exponent: 1 on little-endian machines. */
const HIGH_WORD = scratchWords[1] === 0 ? 0 : 1;

const ROUNDER = 6755399441055744; // 1.5 · 2^52: adding and subtracting it rounds to an integer
const INVERSE_STEP = 184.6649652337873; // 128 / ln 2

/**
 * Natural logarithm. Within 1 ulp for every positive double; −Infinity at 0, NaN below.
 */
export function log(x: number): number {
  scratch[0] = x;
  const word = scratchWords[HIGH_WORD]!;
  // Subnormals, zero, negatives, infinities and NaN take the slow way.
  if (word < 0x00100000 || word >= 0x7ff00000) return logOfSpecial(x);
  const offset = word - 0x3fe60000;
  const exponent = offset >> 20;
  const index = ((offset >> 13) & 127) << 2;
  // x = 2^exponent · centre · (1 + r); the difference from the centre is exact.
  const r = (x * POWERS_OF_TWO[1074 - exponent]! - LOGARITHMS[index]!) * LOGARITHMS[index + 1]!;
  const whole = exponent * LN2_HIGH + LOGARITHMS[index + 2]!;
  const high = whole + r;
  const low = whole - high + r + (exponent * LN2_LOW + LOGARITHMS[index + 3]!);
  const square = r * r;
  const tail =
    r * (1 / 3) - 0.5 + square * (r * (1 / 5) - 1 / 4 + square * (r * (1 / 7) - 1 / 6 - square * (1 / 8)));
  return high + (low + square * tail);
}

function logOfSpecial(x: number): number {
  if (x > 0 && x < Infinity) return log(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW;
  if (x === 0) return -Infinity;
  return x > 0 ? Infinity : NaN;
}

/**
 * e^x. Within 1 ulp for normal results; 0 below about −745.13, Infinity above about 709.78.
 */
export function exp(x: number): number {
  return exponential(x, 0);
}

/** e^(x + rest) for a rest that is tiny beside x. */
function exponential(x: number, rest: number): number {
  if (!(x > -708 && x < 709)) {
    if (x !== x) return NaN;
    if (x > 709.8) return Infinity;
    if (x < -745.2) return 0;
    // Near both ends the result is scaled in two steps, so that neither step overflows or loses bits.
    const shift = x > 0 ? 64 : -64;
    return exponential(x - shift * LN2_HIGH, rest - shift * LN2_LOW) * POWERS_OF_TWO[1074 + shift]!;
  }
  const steps = x * INVERSE_STEP + ROUNDER - ROUNDER;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW + rest;
  const whole = steps | 0;
  const index = (whole & 127) * 2;
  const root = ROOTS[index]!;
  const square = r * r;
  const growth = r + (ROOTS[index + 1]! + square * (0.5 + r * (1 / 6) + square * (1 / 24 + r * (1 / 120))));
  return (root + root * growth) * POWERS_OF_TWO[1074 + (whole >> 7)]!;
}

/**
 * x^y for x ≥ 0 (NaN for negative x). Within 1 ulp for normal results: the logarithm is carried in two doubles.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (!(x > 0) || x === Infinity || y !== y) return powerOfSpecial(x, y);
  let scaled = x;
  let subnormal = 0;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984;
    subnormal = 54;
  }
  scratch[0] = scaled;
  const offset = scratchWords[HIGH_WORD]! - 0x3fe60000;
  const exponent = (offset >> 20) - subnormal;
  const index = ((offset >> 13) & 127) << 2;
  const centre = LOGARITHMS[index]!;
  const reciprocal = LOGARITHMS[index + 1]!;
  const distance = scaled * POWERS_OF_TWO[1074 - (offset >> 20)]! - centre;
  const r = distance * reciprocal;
  const short = Math.fround(r);
  // What rounding left of the quotient: both products are exact, the centre having 10 bits.
  const rest = (distance - short * centre - (r - short) * centre) * reciprocal;
  const whole = exponent * LN2_HIGH + LOGARITHMS[index + 2]!;
  const sum = whole + r;
  const sumBack = sum - whole;
  let low = whole - (sum - sumBack) + (r - sumBack) + rest + (exponent * LN2_LOW + LOGARITHMS[index + 3]!);
  const halfSquare = -0.5 * short * short;
  const square = r * r;
  const high = sum + halfSquare;
  low +=
    sum - high + halfSquare - 0.5 * (r + short) * (r - short) - r * rest +
    square * r * (1 / 3 - r * (1 / 4) + square * (1 / 5 - r * (1 / 6) + square * (1 / 7 - r * (1 / 8))));
  const rough = y * high;
  if (!(rough > -746 && rough < 710)) return rough > 0 ? Infinity : 0;
  const splitY = 134217729 * y;
  const yHigh = splitY - (splitY - y);
  const yLow = y - yHigh;
  const splitL = 134217729 * high;
  const lHigh = splitL - (splitL - high);
  const lLow = high - lHigh;
  // Where y is so large that splitting overflows, x is within a rounding of 1 and the rest is of no account.
  const error = splitY === splitY && Math.abs(y) < 1e290 ? yHigh * lHigh - rough + yHigh * lLow + yLow * lHigh + yLow * lLow : 0;
  return exponential(rough, error + y * low);
}

function powerOfSpecial(x: number, y: number): number {
  if (x !== x || y !== y || x < 0) return NaN;
  if (x === 0) return y > 0 ? 0 : Infinity;
  return y > 0 ? Infinity : 0;
}
