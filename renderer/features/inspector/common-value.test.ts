import { describe, expect, it } from 'vitest';
import { commonValue } from './common-value.ts';

describe('what several have in common', () => {
  const of = (...values: readonly unknown[]) => commonValue(values, (value) => value);

  it('is the value that all have, whatever the order of its fields', () => {
    expect(of({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toEqual({ value: { a: 1, b: { c: 2, d: 3 } }, different: false });
    expect(of(undefined, undefined)).toEqual({ value: undefined, different: false });
  });

  it('is nothing where one differs or lacks it', () => {
    expect(of('Ada', 'Ada', 'Ben')).toEqual({ value: undefined, different: true });
    expect(of('Ada', undefined)).toEqual({ value: undefined, different: true });
    expect(of([1, 2], [2, 1])).toEqual({ value: undefined, different: true });
  });
});
