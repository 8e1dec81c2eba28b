import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { description } from './generated-model.ts';
import { properties } from './properties.ts';

describe('on any model', () => {
  it.each(properties.map((property) => ({ title: property.name, property })))('$title', ({ property }) => {
    fc.assert(
      fc.property(description, (described) => {
        expect(property.faults(described)).toEqual([]);
      }),
      { numRuns: 60, seed: 20240101 },
    );
  });
});
