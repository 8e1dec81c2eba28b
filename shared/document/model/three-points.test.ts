import { describe, expect, it } from 'vitest';
import { serviceTimeOfSize } from './defaults.ts';
import { distributionOfPoints, pointsOf, sizeOf } from './three-points.ts';

const rules = { counts: 'working', hoursPerDay: 8, alone: 'varied' } as const;
const h = (value: number) => ({ value, unit: 'h' as const });

describe('three points', () => {
  it('become a PERT in the unit of the usual, a day being a working day', () => {
    expect(distributionOfPoints({ usually: h(2), atBest: { value: 30, unit: 'min' }, atWorst: { value: 1, unit: 'd' } }, rules)).toEqual({
      type: 'pert', min: 0.5, mode: 2, max: 8, unit: 'h', provenance: 'estimated',
    });
  });

  it('vary as sizes do where only the usual is known, or stay exact', () => {
    expect(distributionOfPoints({ usually: h(2) }, rules)).toMatchObject({ type: 'lognormal', mean: 2, sd: 1 });
    expect(distributionOfPoints({ usually: h(2) }, { ...rules, alone: 'fixed' })).toMatchObject({ type: 'fixed', value: 2 });
  });

  it('refuse what does not ascend', () => {
    expect(distributionOfPoints({ usually: h(1), atBest: h(2) }, rules)).toBeUndefined();
  });

  it('keep the kind and the relative variation of what was there', () => {
    expect(distributionOfPoints({ usually: h(4) }, rules, { type: 'gamma', mean: 2, sd: 1, unit: 'h', provenance: 'measured' })).toEqual({
      type: 'gamma', mean: 4, sd: 2, unit: 'h', provenance: 'measured',
    });
  });

  it('read back what they wrote', () => {
    const points = { usually: h(2), atBest: h(1), atWorst: h(5) };
    const made = distributionOfPoints(points, rules);
    expect(made && pointsOf(made)).toEqual(points);
  });

  it('show whole hours as hours', () => {
    expect(pointsOf(serviceTimeOfSize('L'))).toEqual({ usually: h(4) });
    expect(pointsOf({ type: 'fixed', value: 90, unit: 'min' })).toEqual({ usually: { value: 90, unit: 'min' } });
  });

  it('know a size', () => {
    expect(sizeOf(serviceTimeOfSize('L'))).toBe('L');
    expect(sizeOf({ type: 'lognormal', unit: 'min', mean: 61, sd: 30 })).toBeUndefined();
  });
});
