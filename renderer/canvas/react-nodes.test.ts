import { expect, it } from 'vitest';
import { nodeMaker, type NodeLook } from './react-nodes.ts';
import { samplePage, viewOf } from './sample-page.ts';

const look: NodeLook = { selected: new Set(), moved: new Map(), paint: undefined, spoken: (node) => node.name ?? '', naming: undefined };

it('keeps the object of every node that did not change', () => {
  const view = viewOf(samplePage());
  const make = nodeMaker();
  const first = make(view, look);
  const dragged = make(view, { ...look, moved: new Map([['ask', { x: 0, y: 0 }]]) });
  expect(dragged.find((node) => node.id === 'check')).toBe(first.find((node) => node.id === 'check'));
  expect(dragged.find((node) => node.id === 'ask')?.position).toEqual({ x: 0, y: 0 });
  // Its drawing is the same: only its place is new.
  expect(dragged.find((node) => node.id === 'ask')?.data).toBe(first.find((node) => node.id === 'ask')?.data);
});
