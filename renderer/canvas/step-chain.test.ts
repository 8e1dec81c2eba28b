import { describe, expect, it } from 'vitest';
import type { Model } from '../../shared/document/model/model.ts';
import { newNode } from './new-elements.ts';
import { after, samplePage } from './sample-page.ts';
import { chainOf, mergeOperations, parallelOperation } from './step-chain.ts';

/** Ask → Check → Build → End. */
function rowOfThree(): Model {
  const model = samplePage();
  return after(model, [
    { type: 'node.add', node: newNode(model, 'start', 'idea', { process: 'p', position: { x: 80, y: 60 } }) },
    { type: 'node.add', node: newNode(model, 'step', 'build', { process: 'p', position: { x: 648, y: 208 } }, 'Build') },
    { type: 'node.add', node: newNode(model, 'end', 'done', { process: 'p', position: { x: 900, y: 208 } }) },
    { type: 'flow.connect', flow: { id: 'e', process: 'p', from: 'idea', to: 'ask' } },
    { type: 'flow.connect', flow: { id: 'g', process: 'p', from: 'check', to: 'build' } },
    { type: 'flow.connect', flow: { id: 'h', process: 'p', from: 'build', to: 'done' } },
  ]);
}

describe('a row of steps', () => {
  it('is found in the order of the work, however it was chosen', () => {
    const model = rowOfThree();
    expect(chainOf(model, ['build', 'ask', 'check'])).toEqual(['ask', 'check', 'build']);
    expect(chainOf(model, ['check', 'build'])).toEqual(['check', 'build']);
  });

  it('has no gap, no other kind of node and at least two steps', () => {
    const model = rowOfThree();
    expect([chainOf(model, ['ask', 'build']), chainOf(model, ['build', 'done']), chainOf(model, ['ask']), chainOf(model, [])]).toEqual([undefined, undefined, undefined, undefined]);
    expect(chainOf(after(model, [{ type: 'flow.connect', flow: { id: 'back', process: 'p', from: 'check', to: 'ask' } }]), ['ask', 'check'])).toBeUndefined();
  });

  it('becomes one step, which leads on to where the last one led', () => {
    const merged = after(rowOfThree(), mergeOperations(['ask', 'check', 'build']));
    expect(merged.nodes['ask']).toMatchObject({ name: 'Ask + Check + Build' });
    expect(Object.values(merged.flows).map(({ from, to }) => `${from} ${to}`)).toEqual(['idea ask', 'ask done']);
  });

  it('is done at the same time between a fork and a join', () => {
    const model = rowOfThree();
    const side = after(model, [parallelOperation(model, ['ask', 'check'])]);
    const into = (id: string): readonly string[] => Object.values(side.flows).filter(({ to }) => to === id).map(({ from }) => side.nodes[from]?.kind ?? '');
    expect([into('ask'), into('check'), into('build')]).toEqual([['fork'], ['fork'], ['join']]);
  });
});
