import { describe, expect, it } from 'vitest';
import { keyedDraws, sequentialDraws, type Draws } from './draws.ts';
import { PURPOSE, combine, hashIds, hashText, itemWord, mix, visitWord } from './keys.ts';
import { philox, toUniform } from './philox.ts';

function take(draws: Draws, count: number): number[] {
  return Array.from({ length: count }, () => draws.next());
}

describe('keyed draws', () => {
  it('are Philox blocks of item, element, visit and purpose under seed and replication', () => {
    const draws = keyedDraws(17, 3);
    draws.begin(5, 6, 7, PURPOSE.service);
    const drawn = take(draws, 4);
    const out = new Uint32Array(4);
    philox(out, 5, 6, 7, PURPOSE.service << 24, 17, 3);
    expect(drawn.slice(0, 2)).toEqual([toUniform(out[0]!, out[1]!), toUniform(out[2]!, out[3]!)]);
    philox(out, 5, 6, 7, (PURPOSE.service << 24) | 1, 17, 3);
    expect(drawn.slice(2)).toEqual([toUniform(out[0]!, out[1]!), toUniform(out[2]!, out[3]!)]);
  });

  it('come many at once as they come one by one', () => {
    const draws = keyedDraws(17, -3);
    const many = new Float64Array(70);
    draws.firstOfMany(many, 2, 66, 2 ** 28 - 5, 0x9abcdef1, 7, PURPOSE.arrival);
    const single = Array.from({ length: 66 }, (_, index) => {
      draws.begin(2 ** 28 - 5 + index, 0x9abcdef1, 7, PURPOSE.arrival);
      return draws.next();
    });
    expect([...many]).toEqual([0, 0, ...single, 0, 0]);
  });

  it('do not depend on what was drawn before', () => {
    const draws = keyedDraws(1, 1);
    draws.begin(1, 2, 3, PURPOSE.service);
    const first = take(draws, 3);
    draws.begin(9, 9, 9, PURPOSE.routing);
    take(draws, 11);
    draws.begin(1, 2, 3, PURPOSE.service);
    expect(take(draws, 3)).toEqual(first);
  });

  it('differ by every word of their name', () => {
    const names = [[1, 1, 1, 1, 1, 1], [2, 1, 1, 1, 1, 1], [1, 2, 1, 1, 1, 1], [1, 1, 2, 1, 1, 1], [1, 1, 1, 2, 1, 1], [1, 1, 1, 1, 2, 1], [1, 1, 1, 1, 1, 2]];
    const values = names.map(([seed, replication, item, element, visit, purpose]) => {
      const draws = keyedDraws(seed!, replication!);
      draws.begin(item!, element!, visit!, purpose!);
      return draws.next();
    });
    expect(new Set(values).size).toBe(names.length);
  });

  it('are uniform and uncorrelated from item to item', () => {
    const draws = keyedDraws(4, 2);
    const counts = new Array<number>(20).fill(0);
    let product = 0;
    let last = 0.5;
    const n = 40_000;
    for (let item = 0; item < n; item += 1) {
      draws.begin(item, 77, 0, PURPOSE.arrival);
      const value = draws.next();
      counts[Math.floor(value * 20)]! += 1;
      product += (value - 0.5) * (last - 0.5);
      last = value;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 20) ** 2 / (n / 20), 0);
    expect(chiSquare).toBeLessThan(43.8); // 99.9 % of chi-square with 19 degrees
    expect(Math.abs((product / n) * 12)).toBeLessThan(3.3 / Math.sqrt(n));
  });
});

describe('sequential draws', () => {
  it('repeat by seed and replication, and ignore names', () => {
    const one = sequentialDraws(1, 1);
    const two = sequentialDraws(1, 1);
    two.begin(5, 5, 5, 5);
    expect(take(one, 3000)).toEqual(take(two, 3000));
    expect(sequentialDraws(1, 2).next()).not.toBe(sequentialDraws(1, 1).next());
    expect(sequentialDraws(2, 1).next()).not.toBe(sequentialDraws(1, 1).next());
  });

  it('are uniform', () => {
    const draws = sequentialDraws(3, 1);
    const n = 100_000;
    const values = take(draws, n);
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const square = values.reduce((sum, value) => sum + value * value, 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.003);
    expect(Math.abs(square - 1 / 3)).toBeLessThan(0.003);
    expect(new Set(values).size).toBe(n);
  });
});

describe('keys', () => {
  it('have one code per purpose, 1 to 255', () => {
    const codes = Object.values(PURPOSE);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => Number.isInteger(code) && code >= 1 && code <= 255)).toBe(true);
  });

  it('hash texts as documented: FNV-1a over UTF-16 bytes, finished by Murmur', () => {
    expect(mix(0)).toBe(0);
    expect(mix(1)).toBe(0x514e28b7);
    let fnv = 0x811c9dc5;
    for (const byte of [0x61, 0x00, 0xe4, 0x00, 0x16, 0x4e]) fnv = Math.imul(fnv ^ byte, 0x01000193);
    expect(hashText('aä世')).toBe(mix(fnv));
    expect(hashText('a', 1)).not.toBe(hashText('a'));
    expect(combine(1, 2)).not.toBe(combine(2, 1));
  });

  it('are distinct for distinct ids, whatever their order, and others do not shift them', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `step-${index}`);
    const hashes = hashIds(ids);
    expect(new Set(hashes.values()).size).toBe(200);
    expect(hashIds([...ids].reverse())).toEqual(hashes);
    expect(hashIds([...ids, 'another']).get('step-7')).toBe(hashes.get('step-7'));
  });

  it('salt a collision again, the later id in order', () => {
    // Two texts with one hash, found by search.
    const [first, second] = collision();
    expect(hashText(first)).toBe(hashText(second));
    const hashes = hashIds([second, first]);
    const [earlier, later] = [first, second].sort() as [string, string];
    expect(hashes.get(earlier)).toBe(hashText(earlier));
    expect(hashes.get(later)).toBe(hashText(later, 1));
  });

  it('pack items and visits', () => {
    expect(itemWord(0, 5)).toBe(5);
    expect(itemWord(15, 2 ** 28 - 1)).toBe(0xffffffff);
    expect(visitWord(1, 2)).toBe(65538);
    expect(visitWord(65535, 65535)).toBe(0xffffffff);
  });
});

function collision(): [string, string] {
  const seen = new Map<number, string>();
  for (let index = 0; ; index += 1) {
    const text = index.toString(36);
    const hash = hashText(text);
    const other = seen.get(hash);
    if (other !== undefined) return [other, text];
    seen.set(hash, text);
  }
}
