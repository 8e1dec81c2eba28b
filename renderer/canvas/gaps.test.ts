import { describe, expect, it } from 'vitest';
import { equalGap, gapsAround } from './gaps.ts';

const box = (x: number, y = 0) => ({ x, y, width: 160, height: 64 });

describe('distances between nodes', () => {
  it('finds the middle between two neighbours', () => {
    expect(equalGap(box(243), [box(0), box(480)], 'x', 6)).toBe(-3);
  });

  it('goes on with the distance that a row keeps, at either end of it', () => {
    expect(equalGap(box(452), [box(0), box(224)], 'x', 6)).toBe(-4);
    expect(equalGap(box(-220), [box(0), box(224)], 'x', 6)).toBe(-4);
    expect(equalGap(box(440), [box(0), box(224)], 'x', 6)).toBeUndefined();
  });

  it('knows a column as well as a row, and leaves out what stands in neither', () => {
    expect(equalGap(box(0, 205), [box(0), box(0, 104)], 'y', 6)).toBe(3);
    expect(equalGap(box(240, 400), [box(0), box(480)], 'x', 6)).toBeUndefined();
  });

  it('shows the distances to both sides, and marks those that are equal', () => {
    expect(gapsAround(box(240), [box(0), box(480)])).toEqual([
      { axis: 'x', from: 160, to: 240, at: 32, equal: true },
      { axis: 'x', from: 400, to: 480, at: 32, equal: true },
    ]);
    expect(gapsAround(box(232), [box(0)])).toEqual([{ axis: 'x', from: 160, to: 232, at: 32, equal: false }]);
    expect(gapsAround(box(448), [box(0), box(224)]).map(({ from, to, equal }) => [from, to, equal])).toEqual([[384, 448, true], [160, 224, true]]);
  });
});
