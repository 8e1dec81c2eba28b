/**
 * Philox4x32-10: a counter-based generator. Source: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers:
 * as easy as 1, 2, 3". Every block of four words depends on its counter and key alone, so draws need no order.
 */

const UNIT = 2 ** -52;

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
    // High words of 0xd2511f53 · x0 and 0xcd9e8d57 · x2, from 16-bit halves.
    const lowHalf0 = x0 & 0xffff;
    const highHalf0 = x0 >>> 16;
    const middle0 = (Math.imul(highHalf0, 0x1f53) + (Math.imul(lowHalf0, 0x1f53) >>> 16)) | 0;
    const carry0 = (Math.imul(lowHalf0, 0xd251) + (middle0 & 0xffff)) | 0;
    const high0 = (Math.imul(highHalf0, 0xd251) + (middle0 >>> 16) + (carry0 >>> 16)) | 0;
    const lowHalf2 = x2 & 0xffff;
    const highHalf2 = x2 >>> 16;
    const middle2 = (Math.imul(highHalf2, 0x8d57) + (Math.imul(lowHalf2, 0x8d57) >>> 16)) | 0;
    const carry2 = (Math.imul(lowHalf2, 0xcd9e) + (middle2 & 0xffff)) | 0;
    const high2 = (Math.imul(highHalf2, 0xcd9e) + (middle2 >>> 16) + (carry2 >>> 16)) | 0;
    const low0 = Math.imul(x0, 0xd2511f53);
    const low2 = Math.imul(x2, 0xcd9e8d57);
    x0 = high2 ^ x1 ^ key0;
    x1 = low2;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + 0x9e3779b9) | 0;
    key1 = (key1 + 0xbb67ae85) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/**
 * A double in the open interval (0, 1) from two words: 52 random bits and the half between,
 * 53 bits in all, so neither end is reached.
 */
export function toUniform(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) * UNIT;
}
