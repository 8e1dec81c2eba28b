import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram, histogramFrom } from './histogram.ts';

function filled(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
}

describe('the histogram', () => {
  it('gives quantiles within half a percent over sixteen orders of magnitude', () => {
    const values = Array.from({ length: 4001 }, (_, index) => 1.009 ** index * 1e-5);
    const histogram = filled(values);
    for (const p of [0.001, 0.1, 0.25, 0.5, 0.85, 0.9, 0.95, 0.999]) {
      const exact = values[Math.round(p * 4001)]!;
      // The neighbour in the sample is 0.9 % away: half of that, and the bin's own width.
      expect(Math.abs(histogram.quantile(p) / exact - 1)).toBeLessThan(0.005 + 0.0095);
    }
  });

  it('keeps a value within half a percent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e13, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (value, p) => {
        // Extremes on both sides, so that they do not help.
        const histogram = filled([0, value, value, value, 1e13]);
        const inner = histogram.quantile(0.21 + 0.58 * p);
        expect(Math.abs(inner / value - 1)).toBeLessThanOrEqual(0.005);
      }),
    );
  });

  it('knows its extremes exactly', () => {
    const histogram = filled([3, 1, 2]);
    expect([histogram.min, histogram.max, histogram.count]).toEqual([1, 3, 3]);
    expect(histogram.quantile(0)).toBe(1);
    expect(histogram.quantile(1)).toBe(3);
    expect(filled([5, 5, 5]).quantile(0.37)).toBe(5);
    expect(new Histogram().quantile(0.5)).toBeNaN();
  });

  it('counts zeros and what is too small or too large to matter', () => {
    const histogram = filled([0, 0, 1e-9, 4]);
    expect(histogram.quantile(0.5)).toBe(0);
    expect(histogram.toData().bins[0]).toBe(0);
    expect(histogram.toData().counts[0]).toBe(3);
    expect(filled([1e300, 1]).quantile(1)).toBe(1e300);
    expect(filled([1e300, 1]).toData().bins).toHaveLength(2);
  });

  it('begins its bins at a microsecond and ends them at half a million years', () => {
    expect(filled([2 ** -20]).toData().bins).toEqual([1]);
    expect(filled([2 ** 44]).toData().bins).toEqual([64 * 256]);
    expect(filled([2 ** 44 * (1 - 2 ** -53)]).toData().bins).toEqual([64 * 256]);
  });

  it('gives a rank that fills a bin to that bin', () => {
    // Half of them lie in the bin from 1 to 1 + 1/256.
    expect(filled([1, 1, 4, 4]).quantile(0.5)).toBe(1 + 1 / 256);
  });

  it('takes nothing from an empty one', () => {
    const histogram = filled([3, 5]);
    histogram.merge(JSON.parse(JSON.stringify(new Histogram().toData())));
    expect([histogram.min, histogram.max, histogram.count]).toEqual([3, 5, 2]);
  });

  it('spreads ranks evenly within a bin', () => {
    // 1 to 1 + 1/256 is one bin.
    const histogram = filled([1, 1.003, 1.003, 1.003]);
    expect(histogram.toData().bins).toEqual([20 * 256 + 1]);
    expect(histogram.quantile(0.5)).toBeCloseTo(1 + 0.5 / 256, 12);
  });

  it('merges to the same bytes in any order and from plain data', () => {
    const values = Array.from({ length: 300 }, (_, index) => ((index * 7919) % 1013) / 7);
    const whole = filled(values).toData();
    const parts = [values.slice(0, 90), values.slice(90, 91), values.slice(91)].map((part) => filled(part).toData());
    for (const order of [[0, 1, 2], [2, 0, 1]]) {
      const merged = new Histogram();
      for (const index of order) merged.merge(JSON.parse(JSON.stringify(parts[index])));
      expect(merged.toData()).toEqual(whole);
      expect(merged.count).toBe(300);
    }
    expect(histogramFrom(whole).toData()).toEqual(whole);
    const twice = histogramFrom(whole);
    twice.merge(JSON.parse(JSON.stringify(new Histogram().toData())));
    expect(twice.toData()).toEqual(whole);
    expect(() => new Histogram(2).merge(whole)).toThrow('2 and 0 sums');
  });

  it('says which share lies above a limit', () => {
    const histogram = filled([0, 1, 2, 4, 8]);
    expect(histogram.shareAbove(3)).toBe(0.4);
    expect(histogram.shareAbove(8)).toBe(0);
    expect(histogram.shareAbove(-1)).toBe(1);
    expect(histogram.shareAbove(0)).toBe(0.8);
    expect(new Histogram().shareAbove(1)).toBe(0);
    const bin = filled([0, 1, 1 + 1 / 512]);
    expect(bin.shareAbove(1 + 1 / 1024)).toBeCloseTo((2 / 3) * 0.75, 12);
  });
});

describe('sums per bin', () => {
  /** 0 to 100, each with sums that make up its value. */
  const hundred = (): Histogram => {
    const histogram = new Histogram(2);
    for (let value = 1; value <= 100; value += 1) histogram.add(value, Float64Array.of(9, value - 1, 1), 1);
    histogram.add(0, Float64Array.of(9, 0, 0), 1);
    return histogram;
  };

  it('decompose the tail without remainder', () => {
    const { count, sums } = hundred().tailFrom(0.95);
    // 101 values: rank 95.95 lies in the bin of 95, its own bin.
    expect(count).toBe(6);
    expect([...sums]).toEqual([94 + 95 + 96 + 97 + 98 + 99, 6]);
    const total = sums[0]! + sums[1]!;
    expect(total / count).toBe((95 + 96 + 97 + 98 + 99 + 100) / 6);
  });

  it('take whole bins, the lowest too', () => {
    const histogram = hundred();
    expect(histogram.tailFrom(0)).toEqual({ count: 101, sums: Float64Array.of(4950, 100) });
    expect(histogram.tailFrom(1).count).toBe(1);
    const even = new Histogram(1);
    for (const value of [1, 2, 4, 8]) even.add(value, Float64Array.of(value));
    expect(even.tailFrom(0.5)).toEqual({ count: 2, sums: Float64Array.of(12) });
  });

  it('are kept for what counts as zero too', () => {
    const histogram = new Histogram(2);
    histogram.add(0, Float64Array.of(3, 4));
    histogram.add(1e-9, Float64Array.of(5, 6));
    expect([...histogram.tailFrom(0).sums]).toEqual([8, 10]);
    histogram.merge(histogram.toData());
    expect([...histogram.tailFrom(0).sums]).toEqual([16, 20]);
    expect(histogram.toData()).toMatchObject({ bins: [0], counts: [4], sums: [16, 20] });
  });

  it('survive merging', () => {
    const twice = histogramFrom(hundred().toData());
    twice.merge(hundred().toData());
    expect([...twice.tailFrom(0).sums]).toEqual([9900, 200]);
    expect(twice.count).toBe(202);
    expect(twice.toData().sums).toHaveLength(2 * twice.toData().bins.length);
  });

  it('adds some parts as it adds all', () => {
    const all = new Histogram(3);
    const some = new Histogram(3);
    for (const [value, first, last] of [[0, 0, 0], [2, 1.5, 0.5], [2, 0.25, 1.75], [3600, 0, 3600]] as const) {
      all.add(value, Float64Array.of(first, 0, last));
      some.addSome(value, Float64Array.of(first, 0, last), Int32Array.of(0, 2));
    }
    expect(some.toData()).toEqual(all.toData());
    expect(some.toData().sums).toEqual([0, 0, 0, 1.75, 0, 2.25, 0, 0, 3600]);
  });
});
