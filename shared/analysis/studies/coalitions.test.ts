import { describe, expect, it } from 'vitest';
import { allCoalitions, everyone, membersOf, ordersOf, pathOf, sizeOf } from './coalitions.ts';

describe('sets of sources', () => {
  it('stand as bits, the small ones first', () => {
    expect(allCoalitions(3)).toEqual([0b000, 0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111]);
    expect([everyone(3), sizeOf(0b101), sizeOf(0)]).toEqual([7, 2, 0]);
    expect(membersOf(['batch', 'transfer', 'setup'], 0b101)).toEqual(['batch', 'setup']);
  });

  it('are passed one source at a time along an order', () => {
    expect(pathOf([2, 0, 1])).toEqual([0b000, 0b100, 0b101, 0b111]);
  });
});

describe('orders of removal', () => {
  it('are the same for the same seed and replication, and others for others', () => {
    expect(ordersOf(9, 2, 7, 3)).toEqual(ordersOf(9, 2, 7, 3));
    expect(ordersOf(9, 2, 7, 3)).not.toEqual(ordersOf(9, 2, 7, 4));
    expect(ordersOf(9, 2, 7, 3)).not.toEqual(ordersOf(9, 2, 8, 3));
    const [first, , second] = ordersOf(9, 2, 7, 3);
    expect(first).not.toEqual(second);
  });

  it('hold every source once and come with their reverse', () => {
    const orders = ordersOf(11, 3, 1, 0);
    expect(orders).toHaveLength(6);
    for (const [at, order] of orders.entries()) {
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, source) => source));
      if (at % 2 === 1) expect(order).toEqual(orders[at - 1]?.toReversed());
    }
  });

  it('are all equally likely', () => {
    const seen = new Map<string, number>();
    const draws = 6000;
    for (let replication = 0; replication < draws; replication += 1) {
      const key = ordersOf(3, 1, 1, replication)[0]?.join('') ?? '';
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    const expected = draws / 6;
    const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // The 99.9 % quantile of chi-square with 5 degrees of freedom.
    expect(chiSquare).toBeLessThan(20.5);
  });
});
