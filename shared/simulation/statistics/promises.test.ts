import { probit } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { batchMeansInterval, quantileInterval } from './interval.ts';
import { Selection } from './selection.ts';
import { backlogTrend } from './trend.ts';

/** How often the procedures keep their word, over many seeded rounds. */

function generator(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

describe('what the procedures promise', () => {
  it('holds for the interval of a quantile: it covers as often as it says', () => {
    const uniform = generator(12345);
    let covered = 0;
    for (let round = 0; round < 1000; round += 1) {
      const { low, high } = quantileInterval(Array.from({ length: 60 }, uniform), 0.8, 0.9);
      covered += Number(low !== null && high !== null && low <= 0.8 && 0.8 <= high);
    }
    expect(covered).toBeGreaterThan(890);
    expect(covered).toBeLessThan(970);
  });

  it('holds for overlapping batch means: they cover the mean of a correlated series', () => {
    const uniform = generator(99);
    let covered = 0;
    for (let round = 0; round < 300; round += 1) {
      let x = 0;
      const series = Array.from({ length: 3000 }, () => (x = 0.8 * x + uniform() - 0.5));
      const { low, high } = batchMeansInterval(series, 100, 0.9);
      covered += Number(low! <= 0 && 0 <= high!);
    }
    expect(covered / 300).toBeGreaterThan(0.84);
    expect(covered / 300).toBeLessThan(0.96);
  });

  it('holds for the selection: it finds the best of six often enough', () => {
    let right = 0;
    for (let round = 0; round < 200; round += 1) {
      const uniform = generator(round + 1);
      const selection = new Selection({ systems: 6, indifference: 0.5, confidence: 0.9, first: 15 });
      while (!selection.decided && selection.replications < 20_000) {
        const values: number[] = [];
        for (const system of selection.survivors) values[system] = (system === 3 ? -0.5 : 0) + probit(uniform() + 2 ** -33);
        selection.record(values);
      }
      right += Number(selection.best === 3);
    }
    expect(right).toBeGreaterThan(176);
  });

  it('holds for a backlog: one that does not grow is flagged about once in a hundred', () => {
    const uniform = generator(3);
    const noise = (): number[] => Array.from({ length: 40 }, uniform);
    let flagged = 0;
    for (let round = 0; round < 1000; round += 1) flagged += Number(backlogTrend(Array.from({ length: 5 }, noise)).rising);
    expect(flagged).toBeGreaterThan(1);
    expect(flagged).toBeLessThan(23);
    let single = 0;
    for (let round = 0; round < 1000; round += 1) single += Number(backlogTrend([noise()]).rising);
    expect(single).toBeGreaterThan(1);
    expect(single).toBeLessThan(23);
  });
});
