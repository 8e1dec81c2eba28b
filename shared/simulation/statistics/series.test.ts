import { describe, expect, it } from 'vitest';
import * as reference from 'simple-statistics';
import { averageSeries, mser } from './mser.ts';
import { expectedReplications, isPreciseEnough, stoppingPoint } from './stopping.ts';
import { studentProbability } from './student.ts';
import { backlogTrend, slope } from './trend.ts';

function generator(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

describe('MSER-5', () => {
  const golden = [...Array.from({ length: 30 }, (_, index) => 30 - index), ...Array.from({ length: 170 }, (_, index) => index % 2)];

  it('is the golden one', () => {
    const cut = mser(golden);
    expect(cut).toMatchObject({ batches: 40, cutBatches: 6, cut: 30, refused: false });
    expect(cut.meanBefore).toBeCloseTo(2.75, 12);
    expect(cut.meanAfter).toBeCloseTo(0.5, 12);
  });

  it('equals a plain evaluation of its definition', () => {
    const uniform = generator(5);
    for (let round = 0; round < 20; round += 1) {
      const series = Array.from({ length: 120 }, (_, index) => uniform() + 3 * 0.9 ** index);
      const means = Array.from({ length: 24 }, (_, index) => reference.mean(series.slice(5 * index, 5 * index + 5)));
      let best = Infinity;
      let at = -1;
      for (let d = 0; d <= 24 - 5; d += 1) {
        const rest = means.slice(d);
        const statistic = (reference.variance(rest) * rest.length) / rest.length ** 2;
        if (statistic < best - 1e-15) [best, at] = [statistic, d];
      }
      expect(mser(series).cutBatches).toBe(at);
    }
  });

  it('cuts nothing where nothing settles, and the earliest of equals', () => {
    expect(mser(new Array<number>(100).fill(4))).toMatchObject({ cut: 0, refused: false, meanAfter: 4 });
    expect(mser([1, 2, 3])).toMatchObject({ batches: 0, cut: 0 });
    expect(mser([1, 2, 3, 4], 2)).toMatchObject({ batches: 2, cut: 0, meanAfter: 2.5 });
  });

  it('refuses a cut beyond half the run', () => {
    const late = Array.from({ length: 200 }, (_, index) => (index < 150 ? 150 - index : 0));
    expect(mser(late)).toMatchObject({ cut: 150, refused: true });
    const half = Array.from({ length: 200 }, (_, index) => (index < 100 ? 300 - index : 0));
    expect(mser(half)).toMatchObject({ cut: 100, refused: false });
  });

  it('works on the average of replications as far as all go', () => {
    expect(averageSeries([[1, 2, 3], [3, 6]])).toEqual([2, 4]);
    expect(averageSeries([])).toEqual([]);
  });
});

describe('the slope of a series', () => {
  it('is least squares', () => {
    const series = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(slope(series)).toBeCloseTo(reference.linearRegression(series.map((y, x) => [x, y])).m, 12);
    expect(slope([7])).toBe(0);
    expect(slope([1, 3])).toBe(2);
  });
});

describe('a growing backlog', () => {
  const uniform = generator(3);
  const noise = (rate: number): number[] => Array.from({ length: 40 }, (_, index) => rate * index + uniform());

  it('is told from noise over replications', () => {
    const rising = backlogTrend(Array.from({ length: 10 }, () => noise(0.1)));
    expect(rising.rising).toBe(true);
    expect(rising.slope).toBeCloseTo(0.1, 1);
    expect(backlogTrend(Array.from({ length: 10 }, () => noise(-0.1))).rising).toBe(false);
  });

  it('is told in one replication', () => {
    expect(backlogTrend([noise(0.2)]).rising).toBe(true);
    expect(backlogTrend([noise(-0.2)]).rising).toBe(false);
    expect(backlogTrend([noise(0)]).rising).toBe(false);
  });

  it('in one replication is a t test on the slope', () => {
    // Second half 0, 1, 0, 1, 2, 3 with a residual scatter: t = slope / error with 4 degrees of freedom.
    const half = [0, 1, 0, 1, 2, 3];
    const { m, b } = reference.linearRegression(half.map((y, x) => [x, y]));
    const residuals = half.reduce((sum, y, x) => sum + (y - m * x - b) ** 2, 0);
    const t = m / Math.sqrt(residuals / 4 / 17.5);
    const level = studentProbability(t, 4);
    const series = [9, 9, 9, 9, 9, 9, ...half];
    expect(backlogTrend([series], level - 1e-6)).toEqual({ slope: expect.closeTo(m, 12), rising: true });
    expect(backlogTrend([series], level + 1e-6).rising).toBe(false);
    expect(level).toBeGreaterThan(0.9);
  });

  it('over replications is a t test on their slopes', () => {
    const slopes = [0.1, 0.3, -0.05, 0.2];
    const replications = slopes.map((rate) => Array.from({ length: 12 }, (_, index) => rate * index));
    const t = (reference.mean(slopes) * 2) / reference.sampleStandardDeviation(slopes);
    const level = studentProbability(t, 3);
    expect(backlogTrend(replications, level - 1e-6).rising).toBe(true);
    expect(backlogTrend(replications, level + 1e-6).rising).toBe(false);
  });

  it('looks at the second half only', () => {
    const settled = [...Array.from({ length: 20 }, (_, index) => index), ...new Array<number>(20).fill(19)];
    expect(backlogTrend([settled, settled])).toEqual({ slope: 0, rising: false });
    const late = [...new Array<number>(20).fill(0), ...Array.from({ length: 20 }, (_, index) => index)];
    expect(backlogTrend([late, late])).toEqual({ slope: 1, rising: true });
  });

  it('needs something to look at', () => {
    expect(backlogTrend([])).toEqual({ slope: 0, rising: false });
    expect(backlogTrend([[1, 2, 3]])).toEqual({ slope: 0, rising: false });
    expect(backlogTrend([[9, 9, 0, 1, 2]])).toEqual({ slope: 1, rising: true });
    expect(backlogTrend([[9, 9, 4, 4, 4]])).toEqual({ slope: 0, rising: false });
  });
});

describe('stopping', () => {
  const uniform = generator(8);
  const values = Array.from({ length: 200 }, () => 10 + 4 * (uniform() - 0.5));

  it('waits for ten replications however precise', () => {
    expect(stoppingPoint(new Array<number>(9).fill(5), 0.05, 0.95)).toBeUndefined();
    expect(stoppingPoint(new Array<number>(12).fill(5), 0.05, 0.95)).toBe(10);
    expect(isPreciseEnough([1, 2], 0.5, 0.95)).toBe(false);
    expect(isPreciseEnough([5, 5], 0.5, 0.95)).toBe(false);
    expect(stoppingPoint(new Array<number>(10).fill(5), 0.05, 0.95)).toBe(10);
    // Ten times nothing is known exactly.
    expect(isPreciseEnough(new Array<number>(10).fill(0), 0.05, 0.95)).toBe(true);
  });

  it('stops at the first prefix that is precise enough, whatever follows', () => {
    const point = stoppingPoint(values, 0.03, 0.95)!;
    expect(point).toBeGreaterThan(10);
    expect(isPreciseEnough(values.slice(0, point), 0.03, 0.95)).toBe(true);
    for (let n = 10; n < point; n += 1) expect(isPreciseEnough(values.slice(0, n), 0.03, 0.95)).toBe(false);
    expect(stoppingPoint([...values.slice(0, point), 1e9, -1e9], 0.03, 0.95)).toBe(point);
    expect(stoppingPoint(values, 0.0001, 0.95)).toBeUndefined();
    for (const precision of [0.022, 0.028, 0.035]) {
      const first = Array.from({ length: 191 }, (_, index) => index + 10).find((n) => isPreciseEnough(values.slice(0, n), precision, 0.95));
      expect(stoppingPoint(values, precision, 0.95)).toBe(first);
    }
  });

  it('measures precision against the size of the mean', () => {
    expect(stoppingPoint(values.map((value) => -value), 0.03, 0.95)).toBe(stoppingPoint(values, 0.03, 0.95));
    expect(stoppingPoint(values.map((value) => value - 10), 0.03, 0.95)).toBeUndefined();
  });

  it('foresees the number of replications', () => {
    expect(expectedReplications([1], 0.05, 0.95)).toBe(10);
    expect(expectedReplications(new Array<number>(20).fill(3), 0.05, 0.95)).toBe(20);
    expect(expectedReplications([3, 3], 0.05, 0.95)).toBe(10);
    expect(expectedReplications([0, 0], 0.05, 0.95)).toBe(10);
    // t (0.975, 1 degree) = 12.7062…; 2 · (12.7062 / (0.05 · 2))² = 32289.6
    expect(expectedReplications([1, 3], 0.05, 0.95)).toBe(32290);
    const foreseen = expectedReplications(values.slice(0, 50), 0.01, 0.95);
    expect(foreseen).toBeGreaterThan(200);
    expect(foreseen).toBeLessThan(1000);
    expect(expectedReplications(values.slice(0, 50), 1, 0.95)).toBe(50);
  });
});
