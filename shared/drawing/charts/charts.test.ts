import { describe, expect, it } from 'vitest';
import { flatten } from '../path.ts';
import type { Scene, TextShape } from '../scene.ts';
import { niceTicks } from './axis.ts';
import { barList, tornado } from './bars.ts';
import { histogram } from './histogram.ts';
import { heatMatrix } from './matrix.ts';
import { rangeBars } from './ranges.ts';
import { type TimeGroup, timeBar } from './time-bar.ts';

const days = (value: number): string => `${value} d`;
const part = (group: TimeGroup, value: number) => ({ group, value, text: days(value) });
const texts = (scene: Scene): readonly TextShape[] => flatten(scene.shapes).filter((shape): shape is TextShape => shape.kind === 'text');

/** Boxes of all single lines of text; none may touch another. */
function expectNoTextOverlap(scene: Scene): void {
  const boxes = texts(scene).map((text) => {
    const width = text.lines[0]?.width ?? 0;
    const x = text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - width : text.x - width / 2;
    return { x, y: text.y - text.size * 0.72, width, height: text.size * 0.72, words: text.lines[0]?.text };
  });
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height, `"${a.words}" and "${b.words}"`).toBe(false);
  }));
}

describe('timeBar', () => {
  const rows = [
    { name: 'Today', total: '9.4 d', parts: [part('worked', 0.6), part('handing', 2.1), part('closed', 1.9), part('busy', 2.2), part('answer', 0.9), part('again', 0.3), part('planned', 1.4)] },
    { name: 'Proposal', total: '1 d', parts: [part('worked', 0.6), part('handing', 0.05), part('closed', 0.1), part('busy', 0.1), part('answer', 0.05), part('again', 0.1)] },
  ];
  it('labels every part, and no label touches another', () => {
    const scene = timeBar(rows, { title: 'Where time goes', titled: true });
    const written = texts(scene).map(({ lines }) => lines[0]?.text);
    for (const words of ['Worked on 0.6 d', 'Done again 0.3 d', 'Handing over 0.05 d']) expect(written).toContain(words);
    expectNoTextOverlap(scene);
  });
  it('names its parts in rows below where a dense page has no room for labels above each other', () => {
    const usual = timeBar(rows, { title: 'Where time goes' });
    const dense = timeBar(rows, { title: 'Where time goes', dense: true });
    expect(dense.height).toBeLessThan(usual.height * 0.8);
    const written = (scene: typeof dense): ReadonlySet<string | undefined> => new Set(texts(scene).map(({ lines }) => lines[0]?.text));
    expect(written(dense)).toEqual(written(usual));
    expectNoTextOverlap(dense);
    for (const { x, lines } of texts(dense)) expect(x + (lines[0]?.width ?? 0)).toBeLessThanOrEqual(dense.width + 1);
    const narrow = timeBar(rows, { title: 'Where time goes', dense: true, width: 320 });
    expectNoTextOverlap(narrow);
    expect(narrow.height).toBeGreaterThan(dense.height);
  });
  it('hatches what was closed and says the same as a table', () => {
    const scene = timeBar(rows, { title: 'Where time goes' });
    expect(flatten(scene.shapes).some((shape) => shape.kind === 'rect' && typeof shape.style.fill === 'object')).toBe(true);
    expect(scene.table?.rows[0]).toEqual(['Today', 'Worked on', '0.6 d', '6.4 %']);
  });
  it('is as long as its parts together', () => {
    const scene = timeBar([rows[0] as (typeof rows)[number]], { title: 't' });
    const bars = flatten(scene.shapes).filter((shape) => shape.kind === 'rect' && shape.height === 36);
    const length = bars.reduce((sum, bar) => sum + (bar.kind === 'rect' ? bar.width : 0), 0);
    const total = texts(scene).find(({ lines }) => lines[0]?.text === '9.4 d');
    expect(total?.x).toBeCloseTo(length + 10, 6);
  });
});

describe('other charts', () => {
  it('keeps percentiles of a histogram apart', () => {
    const scene = histogram({ bins: [{ from: 0, to: 1, count: 3 }, { from: 1, to: 4, count: 9 }], markers: [1, 1.1, 1.2, 3.9].map((value) => ({ value, text: `${value} days or less for most` })), format: days }, { title: 'h' });
    expectNoTextOverlap(scene);
    expect(scene.table?.rows).toEqual([['0 d', '1 d', '3'], ['1 d', '4 d', '9']]);
  });
  it('draws bars by density, so that wide bins do not look fuller', () => {
    const scene = histogram({ bins: [{ from: 0, to: 1, count: 3 }, { from: 1, to: 4, count: 9 }], markers: [], format: days }, { title: 'h' });
    const bars = flatten(scene.shapes).filter((shape) => shape.kind === 'rect');
    expect(bars[0]?.kind === 'rect' && bars[0].height).toBe(bars[1]?.kind === 'rect' && bars[1].height);
  });
  it('draws ranges, lists, tornado and matrix without touching texts', () => {
    const rows = [{ name: 'A name that is long enough to be cut somewhere on its way', mean: -2, low: -3, high: -1, plausible: { low: -4, high: 0.5 }, text: '1 to 3 days', effect: 'better' as const }, { name: 'B', mean: 1, text: 'unclear' }];
    expectNoTextOverlap(rangeBars({ rows, format: days, zero: true }, { title: 'r' }));
    expectNoTextOverlap(barList({ rows: [{ name: 'A → B', value: 3, text: '3 d', detail: '34 %' }, { name: 'C', value: 0, text: '0' }] }, { title: 'b' }));
    expectNoTextOverlap(tornado({ middle: 9, middleText: '9 d', rows: [{ name: 'x', low: 12, high: 8, lowText: '12 d', highText: '8 d' }, { name: 'y', low: 9, high: 9, lowText: '9 d', highText: '9 d' }] }, { title: 't' }));
    const sides = [{ id: 'a', name: 'Alpha' }, { id: 'b', name: 'Beta' }];
    const matrix = heatMatrix({ corner: 'from', rows: sides, columns: sides, cells: [{ row: 'a', column: 'b', fill: 'heat5', text: '3 d' }] }, { title: 'm' });
    expectNoTextOverlap(matrix);
    expect(matrix.table?.rows).toEqual([['Alpha', '', '3 d'], ['Beta', '', '']]);
  });
  it('draws nothing from nothing without failing', () => {
    for (const scene of [timeBar([], { title: '' }), histogram({ bins: [], markers: [], format: days }, { title: '' }), rangeBars({ rows: [], format: days }, { title: '' }), barList({ rows: [] }, { title: '' }), tornado({ middle: 0, middleText: '', rows: [] }, { title: '' }), heatMatrix({ corner: '', rows: [], columns: [], cells: [] }, { title: '' })]) {
      expect(Number.isFinite(scene.height)).toBe(true);
      expect(JSON.stringify(scene)).not.toContain('null');
    }
  });
});

it('chooses round ticks', () => {
  expect(niceTicks(0, 9.4, 5)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(niceTicks(-3.6, 0.8, 4)).toEqual([-4, -2, 0, 2]);
  expect(niceTicks(5, 5, 4)).toEqual([5]);
});
