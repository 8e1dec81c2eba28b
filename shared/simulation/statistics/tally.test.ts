import { describe, expect, it } from 'vitest';
import * as reference from 'simple-statistics';
import { Tally, TimeAverage, tallyOf } from './tally.ts';

const VALUES = [3.5, -1, 1e3, 7, 7, 0.25, 12, 4];

describe('a tally', () => {
  it('agrees with two-pass formulas', () => {
    const tally = tallyOf(VALUES);
    expect(tally.count).toBe(8);
    expect(tally.mean).toBeCloseTo(reference.mean(VALUES), 10);
    expect(tally.variance).toBeCloseTo(reference.sampleVariance(VALUES), 8);
    expect(tally.sd).toBeCloseTo(reference.sampleStandardDeviation(VALUES), 8);
    expect(tally.sum).toBeCloseTo(reference.sum(VALUES), 9);
    expect(tally.min).toBe(-1);
    expect(tally.max).toBe(1000);
  });

  it('merges as if it had seen both', () => {
    for (let cut = 0; cut <= VALUES.length; cut += 1) {
      const merged = tallyOf(VALUES.slice(0, cut));
      merged.merge(tallyOf(VALUES.slice(cut)));
      expect(merged.count).toBe(8);
      expect(merged.mean).toBeCloseTo(reference.mean(VALUES), 10);
      expect(merged.variance).toBeCloseTo(reference.sampleVariance(VALUES), 8);
      expect([merged.min, merged.max]).toEqual([-1, 1000]);
    }
  });

  it('takes over all of another one where it was empty itself', () => {
    const merged = new Tally();
    merged.merge(tallyOf([0.1, 0.1, 0.1]));
    expect(merged).toEqual(tallyOf([0.1, 0.1, 0.1]));
    expect(merged.mean).toBe(0.1);
  });

  it('has a spread from two observations on', () => expect([tallyOf([1, 3]).variance, tallyOf([1]).variance]).toEqual([2, 0]));

  it('is empty at first', () => {
    const tally = new Tally();
    tally.merge(new Tally());
    expect(tally).toMatchObject({ count: 0, mean: 0, min: Infinity, max: -Infinity, squares: 0 });
    expect(tally.variance).toBe(0);
    tally.add(5);
    expect(tally.variance).toBe(0);
    expect(tally.mean).toBe(5);
  });
});

describe('a time average', () => {
  it('weighs values by how long they held', () => {
    const average = new TimeAverage(10);
    average.set(12, 3);
    average.set(13, 5);
    expect(average.current).toBe(5);
    expect(average.areaAt(15)).toBe(0 * 2 + 3 * 1 + 5 * 2);
    expect(average.averageAt(15)).toBe(13 / 5);
  });

  it('counts each value for as long as it holds', () => {
    const average = new TimeAverage(0, 4);
    average.set(3, 7);
    average.set(8, 1);
    expect(average.areaAt(10)).toBe(4 * 3 + 7 * 5 + 1 * 2);
  });

  it('forgets the warm-up and keeps its value', () => {
    const average = new TimeAverage(0, 2);
    average.set(4, 6);
    average.restart(10);
    expect(average.averageAt(10)).toBe(6);
    average.set(11, 1);
    expect(average.areaAt(13)).toBe(6 + 2);
    expect(average.averageAt(13)).toBeCloseTo(8 / 3, 12);
  });
});
