import { describe, expect, it } from 'vitest';
import { snap } from './guides.ts';

const box = (x: number, y: number) => ({ x, y, width: 160, height: 64 });

describe('snap', () => {
  it('sits on the grid where nothing is near', () => {
    expect(snap(box(101, 205), [], 6)).toEqual({ by: { x: 3, y: 3 }, guides: [] });
  });

  it('levels the middle with a neighbour and shows the line that joins both', () => {
    const { by, guides } = snap(box(300, 97), [box(0, 100)], 6);
    expect(by.y).toBe(3);
    expect(guides).toEqual([{ axis: 'y', at: 132, from: -8, to: 468 }]);
  });

  it('levels the middles of a small and a large node', () => {
    const { by } = snap({ x: 300, y: 114, width: 40, height: 40 }, [box(0, 100)], 6);
    expect(by.y).toBe(-2);
  });

  it('lets go beyond its reach', () => {
    expect(snap(box(300, 92), [box(0, 100)], 6).guides).toEqual([]);
  });
});
