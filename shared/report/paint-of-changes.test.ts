import { describe, expect, it } from 'vitest';
import { sampleModel } from '../analysis/readings/sample-evidence.ts';
import type { Model } from '../document/model/model.ts';
import { paintOfChanges, withRemoved } from './paint-of-changes.ts';

const without = (model: Model, node: string): Model => ({
  ...model,
  nodes: Object.fromEntries(Object.entries(model.nodes).filter(([id]) => id !== node)),
  flows: Object.fromEntries(Object.entries(model.flows).filter(([, { from, to }]) => from !== node && to !== node)),
});

const changed = (model: Model, change: object): Model => ({ ...model, nodes: { ...model.nodes, assess: { ...model.nodes['assess'], ...change } as Model['nodes'][string] } });

describe('what differs, marked on the diagram', () => {
  it('is what came, what went and what is otherwise', () => {
    const model = sampleModel();
    expect(paintOfChanges(model, changed(model, { name: 'Look' })).nodes?.['assess']?.diff).toBe('changed');
    expect(paintOfChanges(without(model, 'approve'), model).nodes?.['approve']?.diff).toBe('added');
    expect(paintOfChanges(model, without(model, 'approve')).nodes?.['approve']?.diff).toBe('removed');
  });

  it('is not where something stands', () => {
    const model = sampleModel();
    expect(paintOfChanges(model, changed(model, { position: { x: 9, y: 9 } })).nodes).toEqual({});
  });

  it('shows a change inside a team on its lane', () => {
    const model = sampleModel();
    const { security } = model.teams;
    if (security === undefined) throw new Error('The sample has it.');
    expect(paintOfChanges(model, { ...model, teams: { ...model.teams, security: { ...security, capacity: { value: 9 } } } }).lanes?.[security.party]?.diff).toBe('changed');
  });
});

describe('what is gone', () => {
  it('is drawn where its page and lane still are, with the lines between what is drawn', () => {
    const model = sampleModel();
    const left = without(model, 'approve');
    expect(withRemoved(model, left)).toEqual({ ...model, nodes: withRemoved(model, left).nodes, flows: withRemoved(model, left).flows });
    expect(Object.keys(withRemoved(model, left).nodes).toSorted()).toEqual(Object.keys(model.nodes).toSorted());
    expect(Object.keys(withRemoved(model, left).flows).toSorted()).toEqual(Object.keys(model.flows).toSorted());
  });

  it('is left out where its lane is gone too', () => {
    const model = sampleModel();
    const party = model.nodes['approve']?.party ?? '';
    const left = { ...without(model, 'approve'), parties: Object.fromEntries(Object.entries(model.parties).filter(([id]) => id !== party)) };
    expect(withRemoved(model, left).nodes['approve']).toBeUndefined();
    expect(Object.keys(withRemoved(model, left).flows)).toEqual(Object.keys(left.flows));
  });
});
