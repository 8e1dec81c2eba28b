import { describe, expect, it } from 'vitest';
import * as reference from 'simple-statistics';
import { batchMeansInterval, halfWidth, pairedInterval, quantileInterval, studentInterval } from './interval.ts';

const A = [10.2, 11.1, 9.8, 12.0, 10.6, 11.4, 9.9, 10.8, 11.9, 10.3];
const B = [9.6, 10.7, 9.5, 11.2, 10.1, 10.9, 9.4, 10.4, 11.0, 9.9];

describe("Student's interval", () => {
  it('of pairs is the golden one', () => {
    const estimate = pairedInterval(A, B, 0.95);
    expect(estimate.mean).toBeCloseTo(0.53, 12);
    expect(halfWidth(estimate)).toBeCloseTo(0.1351, 6);
    expect(estimate.low!).toBeCloseTo(0.53 - 0.1351, 6);
    expect(estimate.high!).toBeCloseTo(0.53 + 0.1351, 6);
    expect(estimate.n).toBe(10);
  });

  it('is mean ± t s / √n', () => {
    const estimate = studentInterval(A, 0.95);
    expect(estimate.mean).toBeCloseTo(reference.mean(A), 12);
    expect(estimate.sd).toBeCloseTo(reference.sampleStandardDeviation(A), 12);
    expect(halfWidth(estimate)).toBeCloseTo((2.262157162798205 * reference.sampleStandardDeviation(A)) / Math.sqrt(10), 12);
  });

  it('widens with the family so that all hold together', () => {
    const alone = studentInterval(A, 0.995);
    const family = studentInterval(A, 0.95, 10);
    expect(halfWidth(family)).toBeCloseTo(halfWidth(alone), 12);
    expect(halfWidth(family)).toBeGreaterThan(halfWidth(studentInterval(A, 0.95)));
  });

  it('is the value itself where all are equal', () => {
    expect(studentInterval([0.1, 0.1, 0.1], 0.95)).toEqual({ mean: 0.1, low: 0.1, high: 0.1, sd: 0, n: 3 });
    expect(pairedInterval([1, 2], [1, 2], 0.95)).toEqual({ mean: 0, low: 0, high: 0, sd: 0, n: 2 });
  });

  it('exists from two observations on', () => {
    // t (0.975, 1 degree) = 12.7062…, and sd / √2 of 1 and 3 is 1.
    const estimate = studentInterval([1, 3], 0.95);
    expect([estimate.mean, estimate.n]).toEqual([2, 2]);
    expect([estimate.low, estimate.high]).toEqual([expect.closeTo(2 - 12.7062047361746933, 10), expect.closeTo(2 + 12.7062047361746933, 10)]);
  });

  it('has no bounds below two observations', () => {
    expect(studentInterval([7], 0.95)).toEqual({ mean: 7, low: null, high: null, sd: 0, n: 1 });
    expect(studentInterval([], 0.95)).toEqual({ mean: NaN, low: null, high: null, sd: 0, n: 0 });
    expect(halfWidth(studentInterval([7], 0.95))).toBe(Infinity);
    const half = { mean: 1, low: 0, high: 2, sd: 1, n: 9 };
    expect([halfWidth(half), halfWidth({ ...half, low: null }), halfWidth({ ...half, high: null })]).toEqual([1, Infinity, Infinity]);
  });

  it('refuses pairs that do not match', () => {
    expect(() => pairedInterval([1], [1, 2], 0.95)).toThrow('1 observations stand against 2');
  });
});

describe('the interval of a quantile', () => {
  it('takes the ranks that the binomial gives', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    // Median of 100: ranks 40 and 61 cover 95 % (tables of the binomial with n = 100, p = 0.5).
    expect(quantileInterval(values, 0.5, 0.95)).toEqual({ value: 50, low: 40, high: 61 });
  });

  it('has no bound where the sample is too small for one', () => {
    const few = quantileInterval([3, 1, 2], 0.9, 0.95);
    expect(few).toEqual({ value: 3, low: 1, high: null });
    expect(quantileInterval([], 0.5, 0.95)).toEqual({ value: NaN, low: null, high: null });
  });

  it('is open to one side at the ends of a distribution', () => {
    // Nothing lies below the quantile 0, all below the quantile 1.
    expect(quantileInterval([7, 5, 6], 0, 0.95)).toEqual({ value: 5, low: null, high: 5 });
    expect(quantileInterval([7, 5, 6], 1, 0.95)).toEqual({ value: 7, low: 7, high: null });
  });

  it('takes the next rank outward where the binomial does not meet the confidence exactly', () => {
    // Two of a fair coin: none with 1/4, at most one with 3/4.
    const at = (confidence: number) => quantileInterval([1, 2], 0.5, confidence);
    expect([at(0.5 - 1e-9), at(0.5 + 1e-9)]).toEqual([{ value: 1, low: 1, high: 2 }, { value: 1, low: null, high: null }]);
    // Three: none with 1/8, at most one with 1/2, at most two with 7/8.
    expect(quantileInterval([1, 2, 3], 0.5, 0.75 - 1e-9)).toEqual({ value: 2, low: 1, high: 3 });
  });
});

describe('overlapping batch means', () => {
  it('follow the published formula', () => {
    const series = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
    const mean = reference.mean(series);
    const batchMeans = Array.from({ length: 8 }, (_, index) => (series[index]! + series[index + 1]! + series[index + 2]!) / 3);
    const squares = batchMeans.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const variance = (3 * squares) / (8 * 7);
    const estimate = batchMeansInterval(series, 3, 0.95);
    expect(estimate.mean).toBeCloseTo(mean, 12);
    expect(estimate.sd).toBeCloseTo(reference.sampleStandardDeviation(series), 12);
    // 1.5 (10 / 3 − 1) = 3.5 degrees of freedom: t = 2.94 (0.975)
    expect(halfWidth(estimate) / Math.sqrt(variance)).toBeCloseTo(2.938, 2);
    expect(estimate.high! - estimate.mean).toBeCloseTo(estimate.mean - estimate.low!, 12);
  });

  it('of one observation each are the plain variance, with half as many degrees of freedom again', () => {
    // Deviations 0.2, -1.8, 1.2, -1.8, 2.2 square to 12.8: 12.8 / (5 · 4) = 0.64. t (0.975, 6 degrees) = 2.4469…
    const estimate = batchMeansInterval([3, 1, 4, 1, 5], 1, 0.95);
    expect(halfWidth(estimate)).toBeCloseTo(2.4469118511449692 * 0.8, 9);
  });

  it('have no bounds with fewer than two batches', () => {
    expect(batchMeansInterval([1, 2, 3], 2, 0.95)).toMatchObject({ low: null, high: null, mean: 2, n: 3 });
    expect(batchMeansInterval([1, 2, 3], 0, 0.95).low).toBeNull();
    expect(batchMeansInterval([], 1, 0.95).mean).toBeNaN();
    expect(batchMeansInterval([1, 2, 3, 4], 2, 0.95).low).not.toBeNull();
  });
});
