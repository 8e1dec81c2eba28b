/**
 * Philox4x32-10: a counter-based generator. Source: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers:
 * as easy as 1, 2, 3". Every block of four words depends on its counter and key alone, so draws need no order.
 */

const UNIT = 2 ** -52;

const FACTOR_0 = 0xd2511f53 | 0;
const FACTOR_2 = 0xcd9e8d57 | 0;
const STEP_0 = 0x9e3779b9 | 0;
const STEP_1 = 0xbb67ae85 | 0;

/** High word of `FACTOR_0 * x`, from 16-bit halves. */
function high0(x: number): number {
  const low = x & 0xffff;
  const high = x >>> 16;
  const middle = (Math.imul(high, 0x1f53) + (Math.imul(low, 0x1f53) >>> 16)) | 0;
  const carry = (Math.imul(low, 0xd251) + (middle & 0xffff)) | 0;
  return (Math.imul(high, 0xd251) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/** High word of `FACTOR_2 * x`. */
function high2(x: number): number {
  const low = x & 0xffff;
  const high = x >>> 16;
  const middle = (Math.imul(high, 0x8d57) + (Math.imul(low, 0x8d57) >>> 16)) | 0;
  const carry = (Math.imul(low, 0xcd9e) + (middle & 0xffff)) | 0;
  return (Math.imul(high, 0xcd9e) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/**
 * Writes the four words of the block at counter (c0, c1, c2, c3) under key (k0, k1) to `out`. Allocates nothing.
 * Words are 32 bits, taken signed or unsigned alike.
 */
export function philox(out: Uint32Array, c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < 10; round += 1) {
    const next0 = high2(x2) ^ x1 ^ key0;
    const next2 = high0(x0) ^ x3 ^ key1;
    x1 = Math.imul(x2, FACTOR_2);
    x3 = Math.imul(x0, FACTOR_0);
    x0 = next0;
    x2 = next2;
    key0 = (key0 + STEP_0) | 0;
    key1 = (key1 + STEP_1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/**
 * The uniforms that the first two words of so many blocks make, from counter (c0, c1, c2, c3) on with c0 rising by one:
 * an even number of them, to `out` from `offset` on. It takes two thirds of the time of one block after the other: of the
 * first two rounds only half depends on c0, of the last one only half is asked for, and two blocks that do not wait for
 * each other go side by side.
 */
export function philoxUniforms(out: Float64Array, offset: number, count: number, c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): void {
  const x0 = (high2(c2) ^ c1 ^ k0) | 0;
  const x1 = Math.imul(c2, FACTOR_2);
  for (let index = 0; index < count; index += 2) {
    const first = (c0 + index) | 0;
    const second = (first + 1) | 0;
    let key0 = k0 | 0;
    let key1 = k1 | 0;
    let a0 = x0;
    let a1 = x1;
    let a2 = high0(first) ^ c3 ^ key1;
    let a3 = Math.imul(first, FACTOR_0);
    let b0 = x0;
    let b1 = x1;
    let b2 = high0(second) ^ c3 ^ key1;
    let b3 = Math.imul(second, FACTOR_0);
    for (let round = 1; round < 9; round += 1) {
      key0 = (key0 + STEP_0) | 0;
      key1 = (key1 + STEP_1) | 0;
      const nextA0 = high2(a2) ^ a1 ^ key0;
      const nextA2 = high0(a0) ^ a3 ^ key1;
      const nextB0 = high2(b2) ^ b1 ^ key0;
      const nextB2 = high0(b0) ^ b3 ^ key1;
      a1 = Math.imul(a2, FACTOR_2);
      a3 = Math.imul(a0, FACTOR_0);
      b1 = Math.imul(b2, FACTOR_2);
      b3 = Math.imul(b0, FACTOR_0);
      a0 = nextA0;
      a2 = nextA2;
      b0 = nextB0;
      b2 = nextB2;
    }
    key0 = (key0 + STEP_0) | 0;
    out[offset + index] = toUniform(high2(a2) ^ a1 ^ key0, Math.imul(a2, FACTOR_2));
    out[offset + index + 1] = toUniform(high2(b2) ^ b1 ^ key0, Math.imul(b2, FACTOR_2));
  }
}

/**
 * A double in the open interval (0, 1) from two words: 52 random bits and the half between,
 * 53 bits in all, so neither end is reached.
 */
export function toUniform(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) * UNIT;
}
