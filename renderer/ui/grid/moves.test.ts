import { describe, expect, it } from 'vitest';
import { moved, pastedInto, placesOf, rangeOf, tabbed } from './moves.ts';

const extent = { rows: 3, columns: 2 };

describe('moving', () => {
  it('stays within the table, whose head is above the first row', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: 0 });
    expect(moved({ row: -1, column: 0 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: 0 });
    expect(moved({ row: 2, column: 1 }, 'ArrowRight', false, extent)).toEqual({ row: 2, column: 1 });
    expect(moved({ row: 1, column: 1 }, 'PageDown', false, extent)).toEqual({ row: 2, column: 1 });
  });

  it('goes to the edges with Ctrl', () => {
    expect(moved({ row: 1, column: 1 }, 'Home', true, extent)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 0, column: 0 }, 'ArrowDown', true, extent)).toEqual({ row: 2, column: 0 });
    expect(moved({ row: 0, column: 0 }, 'x', false, extent)).toBeUndefined();
  });

  it('goes on in the next row with Tab, and leaves at the ends', () => {
    expect(tabbed({ row: 0, column: 1 }, false, extent)).toEqual({ row: 1, column: 0 });
    expect(tabbed({ row: 1, column: 0 }, true, extent)).toEqual({ row: 0, column: 1 });
    expect(tabbed({ row: 2, column: 1 }, false, extent)).toBeUndefined();
    expect(tabbed({ row: 0, column: 0 }, true, extent)).toBeUndefined();
  });
});

describe('pasting', () => {
  const one = rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 });

  it('puts a block from the cell on, past the last row but not past the last column', () => {
    expect(pastedInto(one, [['a', 'b'], ['c', 'd']], 2)).toEqual([{ row: 1, column: 1, text: 'a' }, { row: 2, column: 1, text: 'c' }]);
  });

  it('fills a range with one cell, or with a block that fits into it', () => {
    const range = rangeOf({ row: 3, column: 1 }, { row: 0, column: 0 });
    expect(pastedInto(range, [['x']], 5)).toHaveLength(placesOf(range).length);
    expect(pastedInto(range, [['a', 'b'], ['c', 'd']], 5).map(({ text }) => text).join('')).toBe('abcdabcd');
    expect(pastedInto(range, [['a', 'b', 'c']], 5)).toHaveLength(3);
  });

  it('leaves out what a short row does not have', () => {
    expect(pastedInto(one, [['a', 'b'], ['c']], 9).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });
});
