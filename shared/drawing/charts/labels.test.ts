import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './labels.ts';

it('never lets two labels of one level touch', () => {
  fc.assert(fc.property(fc.array(fc.record({ anchor: fc.integer({ min: 0, max: 700 }), width: fc.integer({ min: 20, max: 200 }) }), { maxLength: 7 }), (wanted) => {
    const labels = wanted.toSorted((a, b) => a.anchor - b.anchor);
    const placed = placeLabels(labels, 0, 720);
    placed.forEach((a, i) => placed.forEach((b, j) => {
      if (i < j && a.level === b.level) expect(a.x + (labels[i]?.width ?? 0) <= b.x || b.x + (labels[j]?.width ?? 0) <= a.x).toBe(true);
    }));
    for (const [i, { x }] of placed.entries()) {
      expect(x).toBeGreaterThanOrEqual(-0.5);
      expect(x + (labels[i]?.width ?? 0)).toBeLessThanOrEqual(720.5);
    }
  }));
});

it('stands labels of close anchors like stairs, so that no line crosses a text', () => {
  const labels = [{ anchor: 100, width: 120 }, { anchor: 110, width: 120 }, { anchor: 120, width: 120 }];
  const placed = placeLabels(labels, 0, 720);
  placed.forEach((label, i) => placed.forEach((other, j) => {
    const crosses = i !== j && (labels[j]?.anchor ?? 0) > label.x && (labels[j]?.anchor ?? 0) < label.x + 120 && other.level > label.level;
    expect(crosses).toBe(false);
  }));
});

it('finds room at both ends too: a label moves along its line rather than under another text', () => {
  const labels = [{ anchor: 2, width: 110 }, { anchor: 717, width: 120 }];
  expect(placeLabels(labels, 0, 720)).toEqual([{ x: 0, level: 0 }, { x: 600, level: 0 }]);
});
