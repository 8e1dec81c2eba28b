import { describe, expect, it } from 'vitest';
import { ordersOf } from './coalitions.ts';
import { exactShares, sampledShares } from './shapley.ts';

/** Any lead time for any set: no two alike, nothing additive. */
const uneven = (coalition: number, replication: number): number => 100 - coalition ** 1.5 + ((coalition * 7919 + replication * 104_729) % 31);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

describe('Shapley values', () => {
  it('share what two make together', () => {
    // 2 from the first, 1 from the second, 3 more while both are there.
    const leadTime = (coalition: number): number => 10 + ((coalition & 1) === 0 ? 2 : 0) + ((coalition & 2) === 0 ? 1 : 0) + (coalition === 0 ? 3 : 0);
    expect(exactShares(2, 0, leadTime)).toEqual([3.5, 2.5]);
  });

  it('are the mean over all orders of removal', () => {
    const exact = exactShares(5, 2, uneven);
    sampledShares(5, 2, permutations([0, 1, 2, 3, 4]), uneven).forEach((value, at) => expect(value).toBeCloseTo(exact[at] ?? Number.NaN, 9));
  });

  it('sum to as it is minus frictionless, however few orders were drawn', () => {
    for (let replication = 0; replication < 20; replication += 1) {
      const whole = uneven(0, replication) - uneven(2 ** 10 - 1, replication);
      expect(sum(sampledShares(10, replication, ordersOf(10, 2, 1, replication), uneven))).toBeCloseTo(whole, 9);
      expect(sum(exactShares(6, replication, uneven))).toBeCloseTo(uneven(0, replication) - uneven(63, replication), 9);
    }
  });

  it('are met on average by sampled ones', () => {
    const leadTime = (coalition: number): number => uneven(coalition, 0);
    const exact = exactShares(6, 0, leadTime);
    const replications = 4000;
    const means = new Array<number>(6).fill(0);
    for (let replication = 0; replication < replications; replication += 1) {
      sampledShares(6, replication, ordersOf(6, 1, 3, replication), leadTime).forEach((value, at) => {
        means[at] = (means[at] ?? 0) + value / replications;
      });
    }
    means.forEach((mean, at) => expect(Math.abs(mean - (exact[at] ?? 0))).toBeLessThan(0.02 * (leadTime(0) - leadTime(63))));
  });
});
