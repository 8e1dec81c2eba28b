import { describe, expect, it } from 'vitest';
import { plainBatch, plainFiring } from './batching.ts';

describe('a batch in plain words', () => {
  it.each([{ size: 5, wait: undefined }, { size: 3, wait: 7200 }])('reads back what it wrote: %j', (plain) => {
    expect(plainBatch({ sizes: [{ size: plain.size, weight: 1 }], firing: plainFiring(plain) })).toEqual(plain);
  });

  it('leaves to the rules what it cannot say', () => {
    const sizes = [{ size: 5, weight: 1 }];
    expect(plainBatch({ sizes: [...sizes, { size: 9, weight: 1 }] })).toBeUndefined();
    expect(plainBatch({ sizes, firing: [[{ attribute: 'size', comparison: '>=', value: 2 }]] })).toBeUndefined();
    expect(plainBatch({ sizes, firing: [...plainFiring({ size: 5, wait: 60 }), [{ attribute: 'weekday', comparison: '=', value: 'fri' }]] })).toBeUndefined();
    expect(plainBatch({ sizes, firing: [[{ attribute: 'size', comparison: '>=', value: 5 }, { attribute: 'hour', comparison: '>=', value: 9 }]] })).toBeUndefined();
  });
});
