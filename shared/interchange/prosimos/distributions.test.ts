import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../document/model/distribution.ts';
import { distributionSchema } from '../../document/model/distribution.ts';
import { say } from '../../language/say.ts';
import { readDistribution } from './distributions.ts';
import type { Dialect } from './parameters.ts';
import { Refusal } from './refusal.ts';

const read = (dialect: Dialect, name: string, ...numbers: number[]): Distribution => {
  const found = readDistribution({ distribution_name: name, distribution_params: numbers }, dialect, { file: 'p.json', where: 'Check', element: 't' });
  expect(distributionSchema.safeParse(found).success).toBe(true);
  return found;
};
const measured = { unit: 's', provenance: 'measured' };

describe('readDistribution, present form', () => {
  it.each<[string, number[], object]>([
    ['fix', [1800], { type: 'fixed', value: 1800 }],
    ['fix', [5, 0, 1], { type: 'fixed', value: 5 }],
    ['expon', [63, 60, 3600], { type: 'exponential', mean: 3, shift: 60, highest: 3600 }],
    ['expon', [50, 60, 3600], { type: 'exponential', mean: 50, shift: 60, highest: 3600 }],
    ['expon', [60, 60, 3600], { type: 'fixed', value: 60 }],
    ['expon', [20], { type: 'exponential', mean: 20 }],
    ['norm', [90, 9, 0, 180], { type: 'normal', mean: 90, sd: 9, lowest: 0, highest: 180 }],
    ['norm', [90, 9], { type: 'normal', mean: 90, sd: 9, lowest: 0 }],
    ['norm', [90, 0, 0, 180], { type: 'fixed', value: 90 }],
    ['uniform', [10, 20], { type: 'uniform', min: 10, max: 20 }],
    ['uniform', [10, 10], { type: 'fixed', value: 10 }],
    ['default', [10, 20], { type: 'uniform', min: 10, max: 20 }],
    ['lognorm', [100, 2500, 20, 900], { type: 'lognormal', mean: 100, sd: 50, lowest: 20, highest: 900 }],
    ['lognorm', [0, 0, 0, 0], { type: 'fixed', value: 0 }],
    ['gamma', [100, 400, 0, 900], { type: 'gamma', mean: 100, sd: 20, highest: 900 }],
    ['triang', [15, 10, 30], { type: 'triangular', min: 10, mode: 15, max: 30 }],
  ])('%s %j', (name, numbers, expected) => expect(read('moments', name, ...numbers)).toEqual({ ...expected, ...measured }));

  it('reads a histogram by its cumulative shares', () => {
    const raw = { distribution_name: 'histogram_sampling', histogram_data: { cdf: [0.25, 0.75, 1], bin_midpoints: [10, 20, 30] } };
    expect(readDistribution(raw, 'moments', { file: 'p', where: 'x' })).toEqual({ type: 'empirical', values: [10, 20, 30], weights: [0.25, 0.5, 0.25], ...measured });
  });
});

describe('readDistribution, location and scale', () => {
  it.each<[Dialect, string, number[], object]>([
    ['scipy', 'expon', [0, 1800], { type: 'exponential', mean: 1800 }],
    ['scipy', 'expon', [60, 30], { type: 'exponential', mean: 30, shift: 60 }],
    ['scipy', 'uniform', [60, 120], { type: 'uniform', min: 60, max: 180 }],
    ['scipy', 'gamma', [4, 10, 25], { type: 'gamma', mean: 100, sd: 50, shift: 10 }],
    ['bounded', 'expon', [5, 100, 20, 400], { type: 'exponential', mean: 100, shift: 5, lowest: 20, highest: 400 }],
    ['bounded', 'uniform', [60, 120, 0, 1000], { type: 'uniform', min: 60, max: 180, highest: 1000 }],
    ['bounded', 'triang', [0.25, 100, 400, 0, 1000], { type: 'triangular', min: 100, mode: 200, max: 500, highest: 1000 }],
  ])('%s %s %j', (dialect, name, numbers, expected) => expect(read(dialect, name, ...numbers)).toEqual({ ...expected, ...measured }));

  it('gives a lognormal of log-deviation and median its mean and deviation', () => {
    const found = read('scipy', 'lognorm', 0.5, 10, 100);
    expect(found).toMatchObject({ type: 'lognormal', shift: 10 });
    if (found.type !== 'lognormal') throw new Error('other type');
    expect(found.mean).toBeCloseTo(100 * Math.exp(0.125), 9);
    expect(found.sd).toBeCloseTo(found.mean * Math.sqrt(Math.exp(0.25) - 1), 9);
  });

  it('stands a shifted gamma of equal mean, variance and skewness for exponnorm', () => {
    const [k, location, scale] = [2, 300, 50];
    const found = read('bounded', 'exponnorm', k, location, scale, 0, 5000);
    if (found.type !== 'gamma') throw new Error('other type');
    expect(found.mean + (found.shift ?? 0)).toBeCloseTo(location + k * scale, 9);
    expect(found.sd ** 2).toBeCloseTo(scale ** 2 * (1 + k * k), 6);
    expect((2 * found.sd) / found.mean).toBeCloseTo((2 * k ** 3) / (1 + k * k) ** 1.5, 9);
  });
});

describe('refusals', () => {
  it.each<[Dialect, string, number[], string]>([
    ['moments', 'weird', [1], 'unknown'],
    ['scipy', 'histogram', [1], 'unknown'],
    ['moments', 'norm', [5], 'too few'],
    ['moments', 'fix', [], 'too few'],
    ['moments', 'fix', [-1], 'negative'],
    ['moments', 'lognorm', [10, -4, 0, 9], 'negative'],
    ['moments', 'uniform', [20, 10], 'below its least'],
    ['moments', 'expon', [0, 1800, 90], 'below its least'],
    ['scipy', 'gamma', [0, 0, 5], 'negative or zero'],
  ])('%s %s %j', (dialect, name, numbers, part) => {
    try {
      read(dialect, name, ...numbers);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const word of ['"p.json"', '"Check"', part]) expect(say(error.sentence)).toContain(word);
      expect(error.element).toBe('t');
    }
  });
});
