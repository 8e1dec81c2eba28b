import { describe, expect, it } from 'vitest';
import { BoxIndex } from '../box-index.ts';
import { offBorders, type BorderedLine } from './off-borders.ts';
import { obstacle } from './route.ts';

const line = (from: string, x1: number, x2: number, y: number): BorderedLine => ({ from, to: `${from} end`, points: [{ x: x1, y: 100 }, { x: x1, y }, { x: x2, y }, { x: x2, y: 300 }] });
const levels = (lines: readonly BorderedLine[]): readonly (number | undefined)[] => lines.map(({ points }) => points[1]?.y);

describe('lines along the border of a lane', () => {
  it('go beside it, each at a place of its own', () => {
    const lines = [line('a', 0, 400, 160), line('b', 100, 500, 161), line('c', 600, 900, 160)];
    offBorders(lines, [0, 160, 320], 'y', () => new BoxIndex());
    expect(levels(lines)).toEqual([172, 148, 172]);
    expect(lines[0]?.points[2]).toEqual({ x: 400, y: 172 });
  });

  it('stay where they are off the border, and keep clear of nodes', () => {
    const lines = [line('a', 0, 400, 180), line('b', 600, 900, 160)];
    offBorders(lines, [160], 'y', () => new BoxIndex([obstacle('n', { x: 650, y: 165, width: 160, height: 64 })]));
    expect(levels(lines)).toEqual([180, 148]);
  });

  it('keep their ends long enough for a head', () => {
    const short: BorderedLine = { from: 'a', to: 'b', points: [{ x: 0, y: 100 }, { x: 0, y: 160 }, { x: 300, y: 160 }, { x: 300, y: 180 }] };
    offBorders([short], [160], 'y', () => new BoxIndex());
    expect(levels([short])).toEqual([148]);
  });
});
