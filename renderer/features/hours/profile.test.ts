import { describe, expect, it } from 'vitest';
import { daySharesOf, flatProfile, officeProfile, withWeights } from './profile.ts';

describe('hours of the week', () => {
  it('share the volume by day', () => {
    expect(daySharesOf(officeProfile)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2, 0, 0]);
    expect(flatProfile).toHaveLength(168);
    expect(officeProfile.filter((weight) => weight > 0)).toHaveLength(40);
  });

  it('change one by one, and never to nothing at all', () => {
    const double = withWeights(officeProfile, Array.from({ length: 24 }, (_, at) => ({ at, weight: officeProfile[at] === 1 ? 2 : 0 })));
    expect(daySharesOf(double ?? [])[0]).toBeCloseTo(1 / 3);
    expect(withWeights(officeProfile, officeProfile.map((_, at) => ({ at, weight: 0 })))).toBeUndefined();
  });
});
