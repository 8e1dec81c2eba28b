import { describe, expect, it } from 'vitest';
import { checkerIsThere, faultsOfGenerated } from './checked-results.ts';

if (!checkerIsThere) console.log('The checker of results is not beside this repository: results of generated models are not held against it.');

describe.skipIf(!checkerIsThere)('results of generated models', () => {
  it('hold for the independent checker', () => {
    const { checked, faults } = faultsOfGenerated(3, 40);
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(20);
  });
});
