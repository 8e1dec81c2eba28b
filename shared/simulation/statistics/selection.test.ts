import { probit } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { Selection } from './selection.ts';

function normals(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return probit((state + 0.5) / 2 ** 32);
  };
}

function run(selection: Selection, observe: (system: number) => number, limit = 20_000): Selection {
  while (!selection.decided && selection.replications < limit) {
    const values: number[] = [];
    for (const system of selection.survivors) values[system] = observe(system);
    selection.record(values);
  }
  return selection;
}

describe('selection by Kim and Nelson', () => {
  it('is quicker under common random numbers', () => {
    const replications = (shared: number): number => {
      const normal = normals(7);
      let common = 0;
      let last = -1;
      const selection = new Selection({ systems: 4, indifference: 0.1, confidence: 0.95 });
      return run(selection, (system) => {
        if (system <= last || last === -1) common = normal();
        last = system;
        return system * 0.1 + Math.sqrt(shared) * common + Math.sqrt(1 - shared) * normal();
      }).replications;
    };
    expect(replications(0.95)).toBeLessThan(replications(0) / 4);
  });

  it('keeps all before the first stage ends, and can look for the highest', () => {
    const selection = new Selection({ systems: 3, indifference: 1, confidence: 0.95, first: 5, better: 'higher' });
    for (let index = 0; index < 4; index += 1) selection.record([index, index, index + 50]);
    expect(selection.survivors).toEqual([0, 1, 2]);
    expect(selection.decided).toBe(false);
    selection.record([4, 4, 54]);
    expect(selection.survivors).toEqual([2]);
    expect(selection.best).toBe(2);
    expect(selection.decided).toBe(true);
    expect(selection.replications).toBe(5);
  });

  it('drops a system by the published tolerance', () => {
    // Differences 0 and 4 in turn: variance 16/3 over four; h² = ((2·0.05)^(−2/3) − 1)·3.
    const selection = new Selection({ systems: 2, indifference: 1, confidence: 0.95, first: 4 });
    const hSquared = (0.1 ** (-2 / 3) - 1) * 3;
    const tolerance = (r: number): number => (hSquared * (16 / 3)) / (2 * r) - 0.5;
    let r = 0;
    while (!selection.decided) {
      r += 1;
      selection.record([0, r % 2 === 1 ? 0 : 4]);
      const difference = r % 2 === 1 ? (2 * (r - 1)) / r : 2;
      expect(selection.decided).toBe(r >= 4 && difference > Math.max(0, tolerance(r)));
    }
    expect(r).toBe(12);
    expect(selection.survivors).toEqual([0]);
  });

  it('weighs each pair by the variance of its own difference, shared out over all rivals', () => {
    // Against system 0, which is best, system 1 always loses by 1 and system 2 by 0 and 8 in turn.
    const losses = [() => 0, () => 1, (r: number) => (r % 2 === 1 ? 0 : 8)];
    const selection = new Selection({ systems: 3, indifference: 0.5, confidence: 0.9, first: 4 });
    // Kim and Nelson 2001: h² = 2 η (n₀ − 1) with η = ((2 α / (k − 1))^(−2 / (n₀ − 1)) − 1) / 2, α = 0.1, k = 3.
    const hSquared = ((0.2 / 2) ** (-2 / 3) - 1) * 3;
    const variance = 64 / 3;
    for (let r = 1; r <= 200 && !selection.decided; r += 1) {
      selection.record(losses.map((loss) => loss(r)));
      const mean = r % 2 === 1 ? (4 * (r - 1)) / r : 4;
      const out = r >= 4 && mean > Math.max(0, (hSquared * variance) / (2 * r * 0.5) - 0.25);
      expect(selection.survivors).toEqual([0, ...(r < 4 ? [1] : []), ...(out ? [] : [2])]);
    }
    expect(selection.decided).toBe(true);
    expect(selection.replications).toBeGreaterThan(10);
  });

  it('names the best so far, the first of equals, and never drops one that equals it', () => {
    const selection = new Selection({ systems: 3, indifference: 1, confidence: 0.9, first: 2, better: 'higher' });
    selection.record([1, 2, 2]);
    expect(selection.best).toBe(1);
    selection.record([2, 0, 1]);
    expect([selection.best, selection.survivors]).toEqual([0, [0, 1, 2]]);
    const alike = new Selection({ systems: 2, indifference: 1, confidence: 0.9, first: 2 });
    for (let r = 0; r < 50; r += 1) alike.record([r, r]);
    expect([alike.decided, alike.survivors, alike.best]).toEqual([false, [0, 1], 0]);
  });

  it('refuses what it cannot work with', () => {
    for (const wrong of [{ systems: 1 }, { indifference: 0 }, { confidence: 1 }, { confidence: 0 }, { first: 1 }]) {
      expect(() => new Selection({ systems: 2, indifference: 1, confidence: 0.9, ...wrong })).toThrow('Selection needs');
    }
    expect(new Selection({ systems: 2, indifference: 1e-9, confidence: 0.9, first: 2 }).survivors).toEqual([0, 1]);
  });
});
