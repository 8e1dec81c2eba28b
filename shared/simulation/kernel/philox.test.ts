import { describe, expect, it } from 'vitest';
import { philox, toUniform } from './philox.ts';

function words(counter: readonly [number, number, number, number], key: readonly [number, number]): string[] {
  const out = new Uint32Array(4);
  philox(out, ...counter, ...key);
  return [...out].map((word) => word.toString(16).padStart(8, '0'));
}

/** The same generator with whole 64-bit products, as the paper writes it. */
function philoxInBigInts(counter: readonly number[], key: readonly number[]): string[] {
  const mask = 0xffffffffn;
  let [x0, x1, x2, x3] = counter.map((word) => BigInt(word >>> 0)) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map((word) => BigInt(word >>> 0)) as [bigint, bigint];
  for (let round = 0; round < 10; round += 1) {
    const a = 0xd2511f53n * x0;
    const b = 0xcd9e8d57n * x2;
    [x0, x1, x2, x3] = [(b >> 32n) ^ x1 ^ k0, b & mask, (a >> 32n) ^ x3 ^ k1, a & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [x0, x1, x2, x3].map((word) => word.toString(16).padStart(8, '0'));
}

describe('Philox4x32-10', () => {
  it('gives the published answers', () => {
    expect(words([0, 0, 0, 0], [0, 0])).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
    expect(words([-1, -1, -1, -1], [-1, -1])).toEqual(['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd']);
    expect(words([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      'd16cfe09', '94fdcceb', '5001e420', '24126ea1',
    ]);
  });

  it('multiplies exactly for any words', () => {
    let state = 1;
    const word = (): number => (state = Math.imul(state, 0x6c078965) + 0x3039) >>> 0;
    for (let index = 0; index < 500; index += 1) {
      const counter = [word(), word(), word(), word()] as const;
      const key = [word(), word()] as const;
      expect(words(counter, key)).toEqual(philoxInBigInts(counter, key));
    }
  });
});

describe('uniforms', () => {
  it('never reach 0 or 1', () => {
    expect(toUniform(0, 0)).toBe(2 ** -53);
    expect(toUniform(-1, -1)).toBe(1 - 2 ** -53);
    expect(toUniform(0x80000000, 0)).toBe(0.5 + 2 ** -53);
  });
});
