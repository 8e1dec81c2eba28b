import { expect, it } from 'vitest';
import type { Model } from '../../shared/document/model/model.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { routePage } from '../../shared/drawing/layout/page.ts';
import { dragTo, linesWhileDragging } from './drag.ts';
import { newNode } from './new-elements.ts';
import { after, partyNamed, samplePage, viewOf } from './sample-page.ts';

/** A row of steps, each joined to the next and every third also to the one after that. */
function longPage(count: number): Model {
  const model = samplePage();
  const party = partyNamed(model, 'Business');
  const steps = Array.from({ length: count }, (_, at): Operation => ({ type: 'node.add', node: newNode(model, 'step', `s${at}`, { process: 'p', party, position: { x: 600 + at * 240, y: 48 } }, `S${at}`) }));
  const flows = Array.from({ length: count - 1 }, (_, at): Operation => ({ type: 'flow.connect', flow: { id: `f${at}`, process: 'p', from: `s${at}`, to: `s${at + 1}` } }));
  const over = Array.from({ length: count - 2 }, (_, at) => at).filter((at) => at % 3 === 0).map((at): Operation => ({ type: 'flow.connect', flow: { id: `o${at}`, process: 'p', from: `s${at}`, to: `s${at + 2}` } }));
  return after(model, [...steps, ...flows, ...over]);
}

it('routes the lines of a dragged node as if all the page were looked at', () => {
  const view = viewOf(longPage(40));
  const place = { x: 600 + 20 * 240 + 30, y: 180 };
  const lines = linesWhileDragging(view, new Map([['s20', place]]));
  const touching = view.page.flows.filter(({ from, to }) => from === 's20' || to === 's20');
  const nodes = view.page.nodes.map((node) => (node.id === 's20' ? { ...node, position: place } : node));
  expect(touching.length).toBeGreaterThan(1);
  expect(lines).toEqual(routePage(view.model, { ...view.page, nodes, flows: touching }));
});

it('moves a line along where both its ends move alike, and no other', () => {
  const view = viewOf(longPage(6));
  const at = (id: string): { x: number; y: number } => view.boxes.get(id) ?? { x: 0, y: 0 };
  const down = (id: string): [string, { x: number; y: number }] => [id, { x: at(id).x, y: at(id).y + 200 }];
  const lines = linesWhileDragging(view, new Map([down('s1'), down('s2')]));
  const stored = view.plan.flows.find(({ flow }) => flow.id === 'f1')?.points ?? [];
  expect(lines.get('f1')).toEqual(stored.map(({ x, y }) => ({ x, y: y + 200 })));
  expect([...lines.keys()].toSorted()).toEqual(['f0', 'f1', 'f2', 'o0']);
});

it('finds what stands beside it at the far end of a long page', () => {
  const view = viewOf(longPage(420));
  const last = view.boxes.get('s419') ?? { x: 0, y: 0 };
  const { places, guides } = dragTo(view, new Map([['s419', { x: last.x + 33, y: last.y + 3 }]]), 6);
  expect(places.get('s419')?.y).toBe(last.y);
  expect(guides.some(({ axis, at }) => axis === 'y' && at === last.y + 32)).toBe(true);
});
