import { describe, expect, it } from 'vitest';
import { Sampler, compileDistribution, mean, sample, scaleSpec, squaredCv, variance, type DistributionSpec } from './distributions.ts';
import { keyedDraws } from './draws.ts';
import { PURPOSE } from './keys.ts';

function compiled(spec: DistributionSpec): Sampler {
  const sampler = compileDistribution(spec);
  if (!(sampler instanceof Sampler)) throw new Error(`${spec.type} was refused: ${sampler}`);
  return sampler;
}

/** Mean and variance by an independent integration with 30 digits. */
const MOMENTS: readonly (readonly [DistributionSpec, number, number])[] = [
  [{ type: 'fixed', value: 3, shift: 1 }, 4, 0],
  [{ type: 'uniform', min: 1, max: 5 }, 3, 16 / 12],
  [{ type: 'uniform', min: 1, max: 5, shift: 1, lowest: 3 }, 4.5, 9 / 12],
  [{ type: 'triangular', min: 1, mode: 2, max: 9 }, 4, 57 / 18],
  [{ type: 'triangular', min: 1, mode: 2, max: 9, highest: 6 }, 3.4255319148936, 1.6238871284141],
  [{ type: 'triangular', min: 0, mode: 0, max: 3 }, 1, 0.5],
  [{ type: 'triangular', min: 0, mode: 3, max: 3 }, 2, 0.5],
  [{ type: 'pert', min: 1, mode: 2, max: 9 }, 3, 64 * (1.5 * 4.5) / (36 * 7)],
  [{ type: 'pert', min: 1, mode: 2, max: 9, lowest: 1.5 }, 3.2029490823788, 1.5281337539768],
  [{ type: 'normal', mean: 100, sd: 2 }, 100, 4],
  [{ type: 'normal', mean: 1, sd: 2 }, 2.0183208676741, 1.9447017427855],
  [{ type: 'normal', mean: 1, sd: 2, lowest: 4 }, 4.8773543332451, 0.59818637420081],
  [{ type: 'normal', mean: 1, sd: 2, lowest: 25 }, 25.1644283505085687, 0.0266829053433834573],
  [{ type: 'exponential', mean: 3, shift: 2 }, 5, 9],
  [{ type: 'exponential', mean: 1805, lowest: 5, highest: 3600 }, 1241.8815411684, 892880.55723513],
  [{ type: 'gamma', mean: 3, sd: 2, shift: 1 }, 4, 4],
  [{ type: 'gamma', mean: 3, sd: 5, lowest: 1, highest: 4 }, 2.1972978188242, 0.72364818595201],
  [{ type: 'gamma', mean: 3, sd: 5, highest: 4 }, 0.91118209602123, 1.1412059935492],
  [{ type: 'gamma', mean: 3, sd: 1, lowest: 1, highest: 4 }, 2.6980493103978, 0.47733110913563],
  [{ type: 'erlang', k: 3, mean: 4 }, 4, 16 / 3],
  [{ type: 'erlang', k: 30, mean: 4 }, 4, 16 / 30],
  [{ type: 'erlang', k: 3, mean: 4, highest: 5 }, 2.8563291432455, 1.3567849723168],
  [{ type: 'lognormal', mean: 3, sd: 4 }, 3, 16],
  [{ type: 'lognormal', mean: 3, sd: 4, shift: 1, lowest: 2 }, 4.937176452568, 19.081748918636],
  [{ type: 'lognormal', mean: 3, sd: 4, highest: 10 }, 2.366965749001, 4.1500114864029],
  [{ type: 'weibull', shape: 0.7, scale: 2 }, 2.53164701211457, 13.7073422146126],
  [{ type: 'weibull', shape: 1, scale: 2, shift: 1 }, 3, 4],
  [{ type: 'weibull', shape: 2, scale: 2, lowest: 1, highest: 3 }, 1.8598381129115, 0.28886105176456],
  [{ type: 'empirical', values: [9, 1, 2], weights: [1, 1, 2] }, 3.5, 10.25],
  [{ type: 'empirical', values: [1, 2, 9], lowest: 3, shift: 1 }, 6.5, 12.25],
  [{ type: 'histogram', edges: [0, 1, 3, 8], weights: [1, 2, 1] }, (0.5 + 4 + 5.5) / 4, (1 / 3 + 2 * (13 / 3) + 97 / 3) / 4 - 6.25],
  [{ type: 'histogram', edges: [0, 1, 3, 8], weights: [1, 2, 1], highest: 5 }, 1.7941176470588234, (1 / 3 + (2 * 13) / 3 + (0.4 * 49) / 3) / 3.4 - (6.1 / 3.4) ** 2],
];

describe.each(MOMENTS)('%j', (spec, expectedMean, expectedVariance) => {
  it('has its exact moments', () => {
    const sampler = compiled(spec);
    expect(Math.abs(mean(sampler) - expectedMean)).toBeLessThanOrEqual(1e-9 * Math.abs(expectedMean));
    const tolerance = 1e-9;
    expect(Math.abs(variance(sampler) - expectedVariance)).toBeLessThanOrEqual(tolerance * expectedVariance);
    expect(squaredCv(sampler)).toBeCloseTo(expectedVariance / expectedMean ** 2, 6);
  });

  it('draws within its ends, with its mean and variance', () => {
    const sampler = compiled(spec);
    const draws = keyedDraws(11, 1);
    const n = 20_000;
    let sum = 0;
    let squares = 0;
    let inside = 0;
    for (let item = 0; item < n; item += 1) {
      draws.begin(item, 1, 0, PURPOSE.service);
      const value = sample(sampler, draws);
      inside += Number(value >= sampler.low && value <= sampler.high);
      sum += value - expectedMean;
      squares += (value - expectedMean) ** 2;
    }
    expect(inside).toBe(n);
    expect(Math.abs(sum / n)).toBeLessThanOrEqual(4 * Math.sqrt(expectedVariance / n));
    const heavy = spec.type === 'lognormal' || spec.type === 'weibull' || spec.type === 'gamma' ? 0.25 : 0.06;
    expect(Math.abs(squares / n - expectedVariance)).toBeLessThanOrEqual(heavy * expectedVariance);
  });

  it('scales exactly with a power of two', () => {
    const plain = compiled(spec);
    const scaled = compiled(scaleSpec(spec, 64));
    const draws = keyedDraws(5, 1);
    for (let item = 0; item < 200; item += 1) {
      draws.begin(item, 1, 0, PURPOSE.service);
      const value = sample(plain, draws);
      draws.begin(item, 1, 0, PURPOSE.service);
      expect(sample(scaled, draws)).toBe(64 * value);
    }
  });
});

describe('a refused specification', () => {
  it.each<[DistributionSpec, string]>([
    [{ type: 'fixed', value: NaN }, 'notFinite'],
    [{ type: 'empirical', values: [1, Infinity] }, 'notFinite'],
    [{ type: 'exponential', mean: 1, shift: -Infinity }, 'notFinite'],
    [{ type: 'exponential', mean: 0 }, 'notPositive'],
    [{ type: 'exponential', mean: 1, lowest: 3, highest: 2 }, 'minAboveMax'],
    [{ type: 'exponential', mean: 1, shift: 3, highest: 2 }, 'nothingWithinBounds'],
    [{ type: 'uniform', min: 2, max: 1 }, 'minAboveMax'],
    [{ type: 'uniform', min: 1, max: 2, lowest: 3 }, 'nothingWithinBounds'],
    [{ type: 'triangular', min: 1, mode: 5, max: 4 }, 'modeOutside'],
    [{ type: 'triangular', min: 1, mode: 2, max: 4, lowest: 5 }, 'nothingWithinBounds'],
    [{ type: 'pert', min: 5, mode: 5, max: 4 }, 'minAboveMax'],
    [{ type: 'pert', min: 1, mode: 2, max: 4, highest: 0 }, 'nothingWithinBounds'],
    [{ type: 'normal', mean: 1, sd: -1 }, 'negativeSpread'],
    [{ type: 'normal', mean: -1, sd: 0 }, 'nothingWithinBounds'],
    [{ type: 'normal', mean: -100, sd: 1 }, 'nothingWithinBounds'],
    [{ type: 'gamma', mean: -1, sd: 1 }, 'notPositive'],
    [{ type: 'gamma', mean: 1, sd: -1 }, 'negativeSpread'],
    [{ type: 'erlang', k: 1.5, mean: 1 }, 'notWhole'],
    [{ type: 'erlang', k: 0, mean: 1 }, 'notPositive'],
    [{ type: 'lognormal', mean: 0, sd: 1 }, 'notPositive'],
    [{ type: 'lognormal', mean: 1, sd: -1 }, 'negativeSpread'],
    [{ type: 'lognormal', mean: 1, sd: 1, highest: -1 }, 'nothingWithinBounds'],
    [{ type: 'weibull', shape: 0, scale: 1 }, 'notPositive'],
    [{ type: 'weibull', shape: 1, scale: 1, shift: 2, highest: 1 }, 'nothingWithinBounds'],
    [{ type: 'empirical', values: [] }, 'noValues'],
    [{ type: 'empirical', values: [1], weights: [1, 2] }, 'weightsDoNotFit'],
    [{ type: 'empirical', values: [1], weights: [-1] }, 'weightsDoNotFit'],
    [{ type: 'empirical', values: [1], weights: [0] }, 'nothingWithinBounds'],
    [{ type: 'histogram', edges: [0, 1], weights: [] }, 'noValues'],
    [{ type: 'histogram', edges: [0, 1], weights: [1, 1] }, 'weightsDoNotFit'],
    [{ type: 'histogram', edges: [0, 0], weights: [1] }, 'edgesNotRising'],
    [{ type: 'histogram', edges: [0, 1], weights: [0] }, 'nothingWithinBounds'],
  ])('%j: %s', (spec, reason) => {
    expect(compileDistribution(spec)).toBe(reason);
  });
});

describe('edge cases', () => {
  it('take a spread of 0 as fixed', () => {
    for (const spec of [
      { type: 'normal', mean: 4, sd: 0 }, { type: 'gamma', mean: 4, sd: 0 }, { type: 'lognormal', mean: 4, sd: 0 }, { type: 'uniform', min: 4, max: 4 },
      { type: 'triangular', min: 4, mode: 4, max: 4 }, { type: 'pert', min: 4, mode: 4, max: 4 }, { type: 'exponential', mean: 1, lowest: 4, highest: 4 },
    ] as const) {
      const sampler = compiled(spec);
      expect(sample(sampler, keyedDraws(1, 1))).toBe(4);
      expect(mean(sampler)).toBe(4);
      expect(squaredCv(sampler)).toBe(0);
    }
  });

  it('ends with the nearer bound where a draw within the bounds is hopeless', () => {
    const draws = keyedDraws(1, 1);
    draws.begin(0, 0, 0, PURPOSE.service);
    expect(sample(compiled({ type: 'gamma', mean: 1, sd: 0.1, lowest: 50 }), draws)).toBe(50);
    expect(sample(compiled({ type: 'erlang', k: 4, mean: 100, highest: 1e-6 }), draws)).toBe(1e-6);
  });

  it('never draw an empirical value of weight 0', () => {
    const sampler = compiled({ type: 'empirical', values: [1, 2, 3], weights: [0, 1, 0] });
    const draws = keyedDraws(1, 1);
    for (let item = 0; item < 100; item += 1) expect(sample(sampler, draws)).toBe(2);
  });

  it('use one uniform where the family has an inverse, so that more of it never means less time', () => {
    for (const spec of [
      { type: 'uniform', min: 1, max: 2 }, { type: 'exponential', mean: 2, highest: 5 }, { type: 'normal', mean: 2, sd: 1 },
      { type: 'lognormal', mean: 2, sd: 1, lowest: 1 }, { type: 'weibull', shape: 2, scale: 1 }, { type: 'triangular', min: 0, mode: 1, max: 4 },
    ] as const) {
      const short = compiled(spec);
      const long = compiled(scaleSpec(spec, 1.3));
      const draws = keyedDraws(2, 2);
      for (let item = 0; item < 100; item += 1) {
        draws.begin(item, 0, 0, PURPOSE.service);
        const value = sample(short, draws);
        draws.begin(item, 0, 0, PURPOSE.service);
        expect(sample(long, draws)).toBeGreaterThan(value);
      }
    }
  });
});
