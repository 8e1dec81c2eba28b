import { describe, expect, it } from 'vitest';
import { distributionTypes, type Distribution } from '../../../shared/document/model/distribution.ts';
import { compileDistribution, mean } from '../../../shared/simulation/kernel/distributions.ts';
import { outlineOf } from './density.ts';
import { asType } from './distribution-parameters.ts';

const of: Distribution = { type: 'fixed', value: 4, unit: 'h' };

describe('outline', () => {
  it.each(distributionTypes)('%s: is about the mean that the simulation draws with', (type) => {
    const distribution = asType(of, type);
    const outline = outlineOf(distribution);
    const compiled = compileDistribution(distribution);
    if (outline === undefined || typeof compiled === 'string') throw new Error('nothing to draw');
    expect(Math.abs(outline.mean / mean(compiled) - 1)).toBeLessThan(0.06);
    expect(Math.max(...outline.points.map(({ height }) => height))).toBe(1);
  });

  it('is cut and shifted', () => {
    const outline = outlineOf({ type: 'exponential', mean: 2, shift: 1, lowest: 2, highest: 3 });
    expect(outline?.least).toBeGreaterThanOrEqual(2);
    expect(outline?.most).toBeLessThanOrEqual(3);
    expect(outlineOf({ type: 'fixed', value: 5, highest: 3 })).toBeUndefined();
  });

  it('counts equal values and weighs bins by their width', () => {
    expect(outlineOf({ type: 'empirical', values: [1, 2, 2] })?.points).toEqual([{ at: 1, height: 0.5 }, { at: 2, height: 1 }]);
    const bins = outlineOf({ type: 'histogram', edges: [0, 1, 3], weights: [1, 1] });
    expect(bins?.points[0]?.height).toBe(1);
    expect(bins?.points.at(-1)?.height).toBe(0.5);
  });
});
