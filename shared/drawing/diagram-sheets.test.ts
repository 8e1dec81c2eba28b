import { expect, it } from 'vitest';
import type { Model } from '../document/model/model.ts';
import { drawDiagram } from './diagram.ts';
import { diagramSheets } from './diagram-sheets.ts';
import { sheetFor } from './painters/paper.ts';
import { sampleModel } from './sample-model.ts';

/** A process of one lane, with so many steps in a row. */
function row(steps: number): Model {
  const model = sampleModel();
  const process = model.processes['change'];
  if (process === undefined) throw new Error('The sample has a process.');
  model.processes['change'] = { ...process, lanes: [{ party: 'business', size: 160 }] };
  model.flows = {};
  model.nodes = Object.fromEntries(Array.from({ length: steps }, (_, at) => [`step-${at}`, { id: `step-${at}`, kind: 'step' as const, process: 'change', party: 'business', name: `Step ${at}`, position: { x: 200 + at * 200, y: 48 } }]));
  return model;
}

it('keeps a page on one sheet where its words stay readable', () => {
  expect(diagramSheets(row(4), 'change', {}, {}, 'A4')).toHaveLength(1);
});

it('cuts a frame around the whole page with what it holds', () => {
  const model = row(30);
  model.nodes['frame'] = { id: 'frame', kind: 'group', process: 'change', name: 'All of it', position: { x: 180, y: 20 }, size: { width: 6100, height: 120 } };
  expect(diagramSheets(model, 'change', {}, {}, 'A4').length).toBe(diagramSheets(row(30), 'change', {}, {}, 'A4').length);
});

it('plans a page once for all its parts', { timeout: 60_000 }, () => {
  const chain = (): Model => {
    const model = row(300);
    model.flows = Object.fromEntries(Array.from({ length: 299 }, (_, at) => [`flow-${at}`, { id: `flow-${at}`, process: 'change', from: `step-${at}`, to: `step-${(at * 7) % 300}` }]));
    return model;
  };
  const timeOf = (act: () => unknown): number => {
    const started = performance.now();
    act();
    return performance.now() - started;
  };
  drawDiagram(chain(), 'change');
  const whole = timeOf(() => drawDiagram(chain(), 'change'));
  let parts = 0;
  const all = timeOf(() => (parts = diagramSheets(chain(), 'change', {}, {}, 'A4').length));
  expect(parts).toBeGreaterThan(50);
  // Planned anew for each part it takes as many times as long as the whole.
  expect(all / whole).toBeLessThan(parts / 4);
});

it('puts readable parts after the overview of a long page: every step on one of them, in order', () => {
  const [whole, ...parts] = diagramSheets(row(30), 'change', {}, {}, 'A4');
  expect(parts.length).toBeGreaterThan(2);
  expect(parts[1]?.title).toBe(`Software change, part 2 of ${parts.length}`);
  const shown = parts.map((part) => new Set([...JSON.stringify(part).matchAll(/"element":"step-(\d+)","role":"node"/g)].map(([, at]) => Number(at))));
  for (let at = 0; at < 30; at += 1) expect([at, shown.some((ids) => ids.has(at))]).toEqual([at, true]);
  for (const part of parts) expect(sheetFor(part, 'A4', true).scale * 13).toBeGreaterThanOrEqual(7.9);
  expect(sheetFor(whole ?? { width: 1, height: 1 }, 'A4', true).scale * 13).toBeLessThan(3);
  // Sheets that stand upright hold less of a long page each.
  const upright = diagramSheets(row(30), 'change', {}, {}, 'A4', 'upright');
  expect(upright.length).toBeGreaterThan(parts.length + 1);
  for (const part of upright.slice(1)) expect(sheetFor(part, 'A4', true, 'upright').scale * 13).toBeGreaterThanOrEqual(7.9);
  // Larger paper needs fewer.
  expect(diagramSheets(row(30), 'change', {}, {}, 'A3').length).toBeLessThan(parts.length + 1);
});
