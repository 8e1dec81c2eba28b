import { expect, it } from 'vitest';
import { partsAlong } from './parts.ts';

const row = (many: number, long = 100): readonly { readonly id: string; readonly from: number; readonly to: number }[] =>
  Array.from({ length: many }, (_, at) => ({ id: String(at), from: at * 150, to: at * 150 + long }));

it('cuts a row into parts of about the same length, each thing in one of them, in order', () => {
  const parts = partsAlong(row(10), 800);
  expect(parts.map((part) => part.length)).toEqual([5, 5]);
  expect(parts.flat()).toEqual(row(10).map(({ id }) => id));
});

it('keeps together what fits, and gives a thing longer than a part one of its own', () => {
  expect(partsAlong(row(3), 800)).toHaveLength(1);
  expect(partsAlong([{ id: 'long', from: 0, to: 2000 }, { id: 'after', from: 2100, to: 2200 }], 500)).toEqual([['long'], ['after']]);
  expect(partsAlong([], 500)).toEqual([]);
});
