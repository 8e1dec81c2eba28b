import { expect, it } from 'vitest';
import { nodeMaker, type NodeLook } from './react-nodes.ts';
import type { Say } from '../ui/locale.tsx';
import { after, samplePage, viewOf } from './sample-page.ts';
import { speakNode } from './spoken.ts';

const look: NodeLook = { selected: new Set(), moved: new Map(), paint: undefined, spoken: (node) => node.name ?? '', naming: undefined };

it('keeps the object of every node that did not change', () => {
  const view = viewOf(samplePage());
  const make = nodeMaker();
  const first = make(view, look);
  const dragged = make(view, { ...look, moved: new Map([['ask', { x: 0, y: 0 }]]) });
  expect(dragged.find((node) => node.id === 'check')).toBe(first.find((node) => node.id === 'check'));
  expect(dragged.find((node) => node.id === 'ask')?.position).toEqual({ x: 0, y: 0 });
  // Its drawing is the same: only its place is new.
  expect(dragged.find((node) => node.id === 'ask')?.data.drawing()).toBe(first.find((node) => node.id === 'ask')?.data.drawing());
  const further = make(view, { ...look, moved: new Map([['ask', { x: 8, y: 0 }]]) });
  expect(further.find((node) => node.id === 'ask')?.data).toBe(dragged.find((node) => node.id === 'ask')?.data);
});

it('puts a node back where it is stored once its drag is over, and follows the page when that changes', () => {
  const model = samplePage();
  const view = viewOf(model);
  const make = nodeMaker();
  const stored = make(view, look).find((node) => node.id === 'ask')?.position;
  make(view, { ...look, moved: new Map([['ask', { x: 0, y: 0 }]]) });
  const over = make(view, { ...look, moved: new Map() });
  expect(over.find((node) => node.id === 'ask')?.position).toEqual(stored);
  expect(make(view, { ...look, moved: new Map() })).toBe(over);
  const less = viewOf(after(model, [{ type: 'node.remove', nodes: ['ask'] }]));
  expect(make(less, look).map(({ id }) => id)).toEqual(less.page.nodes.map(({ id }) => id));
});

it('chooses and lets go without drawing anything anew', () => {
  const view = viewOf(samplePage());
  const make = nodeMaker();
  const first = make(view, look);
  const chosen = make(view, { ...look, selected: new Set(['ask']) });
  expect(chosen.map(({ selected }) => selected)).toEqual(first.map(({ id }) => id === 'ask'));
  expect(chosen.map(({ data }) => data)).toEqual(first.map(({ data }) => data));
});

it('says anew where a node leads once what it leads to has another name', () => {
  const model = samplePage();
  const make = nodeMaker();
  const say = ((id: string, values?: { readonly to?: string }) => (id === 'canvas.leadsTo' ? `to ${values?.to ?? ''}` : id)) as Say;
  const heard = (given: typeof model): string | undefined => {
    const view = viewOf(given);
    return make(view, { ...look, spoken: speakNode(view, say) }).find(({ id }) => id === 'ask')?.ariaLabel;
  };
  expect(heard(model)).toContain('to Check');
  expect(heard(after(model, [{ type: 'node.edit', node: 'check', set: { name: 'Look into it' } }]))).toContain('to Look into it');
});
