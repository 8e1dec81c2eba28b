import { describe, expect, it } from 'vitest';
import { along, lineParts, lineSteps, offsetLine, parsePath, shorten } from './path.ts';
import { boundsOf } from './painters/pdf.ts';
import { icon, iconNames } from './shapes/icons.ts';

describe('paths', () => {
  it('reads level and upright letters relative to where they stand', () => {
    expect(parsePath('M1 2H5V7Z')).toEqual([['M', 1, 2], ['L', 5, 2], ['L', 5, 7], ['Z']]);
  });
  it('refuses a letter it does not know', () => {
    expect(() => parsePath('M0 0Q1 1 2 2')).toThrow(/Q/);
  });
  it('rounds corners by no more than half a segment', () => {
    const steps = lineSteps([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 100 }], 20);
    expect(steps[1]).toEqual(['L', 5, 0]);
  });
  it('keeps parallel lines parallel around a corner', () => {
    expect(offsetLine([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }], 2)).toEqual([{ x: 0, y: 2 }, { x: 8, y: 2 }, { x: 8, y: 10 }]);
  });
  it('shortens over corners', () => {
    expect(shorten([{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 20 }], 10, 0)).toEqual([{ x: 4, y: 6 }, { x: 4, y: 20 }]);
  });
  it('draws a double line as two strokes and its heads', () => {
    const parts = lineParts({ kind: 'line', points: [{ x: 0, y: 0 }, { x: 100, y: 0 }], start: 'diamond', end: 'filled', double: true, style: { stroke: 'decision' } });
    expect(parts).toHaveLength(4);
    expect(parts.filter((part) => part.style.fill === 'decision')).toHaveLength(2);
  });
  it('finds the middle of a line', () => {
    expect(along([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 30 }], 0.5)).toEqual({ at: { x: 10, y: 10 }, horizontal: false });
  });
});

it.each(iconNames)('icon %s keeps inside its square', (name) => {
  const box = boundsOf(icon(name, 0, 0, 24, 'text').steps);
  expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(1);
  expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(23);
});
