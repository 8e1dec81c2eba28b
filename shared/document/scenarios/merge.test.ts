import { describe, expect, it } from 'vitest';
import { sampleModel } from '../../analysis/readings/sample-evidence.ts';
import type { Model } from '../model/model.ts';
import { type Document, emptyDocument } from './document.ts';
import { mergeDocuments } from './merge.ts';

const base: Document = { ...emptyDocument('Software change'), model: sampleModel() };

const withModel = (change: (model: Model) => Model): Document => ({ ...base, model: change(base.model) });

const withNode = (id: string, change: object): Document =>
  withModel((model) => ({ ...model, nodes: { ...model.nodes, [id]: { ...model.nodes[id], ...change } as Model['nodes'][string] } }));

const withHandoff = (handoff: object): Document =>
  withModel((model) => ({ ...model, flows: { ...model.flows, f3: { ...model.flows['f3'], handoff } as Model['flows'][string] } }));

describe('three documents in one', () => {
  it('is what either changed, element by element and field by field', () => {
    const ours = withNode('assess', { name: 'Look at it' });
    const theirs = { ...withNode('assess', { documentation: 'With care.' }), settings: { ...base.settings, owner: 'Head of IT' } };
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(document.model.nodes['assess']).toMatchObject({ name: 'Look at it', documentation: 'With care.' });
    expect(document.settings).toEqual({ title: 'Software change', owner: 'Head of IT' });
  });

  it('gives back the one side where the other changed nothing, or the same', () => {
    const changed = withNode('assess', { name: 'Look at it' });
    expect(mergeDocuments(base, changed, base)).toEqual({ document: changed, conflicts: [] });
    expect(mergeDocuments(base, base, changed)).toEqual({ document: changed, conflicts: [] });
    expect(mergeDocuments(base, changed, changed)).toEqual({ document: changed, conflicts: [] });
  });

  it('names the field that both changed, and keeps ours', () => {
    const { document, conflicts } = mergeDocuments(base, withNode('assess', { name: 'Look' }), withNode('assess', { name: 'Check' }));
    expect(conflicts).toEqual([{ path: ['model', 'nodes', 'assess', 'name'], name: 'Look', kind: 'bothChanged' }]);
    expect(document.model.nodes['assess']?.name).toBe('Look');
  });

  it('never mixes one value from two', () => {
    const service = (serviceTime: object): Document => withNode('assess', { serviceTime });
    const { document, conflicts } = mergeDocuments(base, service({ type: 'uniform', min: 3, max: 4 }), service({ type: 'uniform', min: 1, max: 2 }));
    expect(conflicts).toHaveLength(1);
    expect(document.model.nodes['assess']).toMatchObject({ serviceTime: { type: 'uniform', min: 3, max: 4 } });
  });

  it('takes the terms of a handoff one by one', () => {
    const { document, conflicts } = mergeDocuments(withHandoff({}), withHandoff({ rejection: { value: 0.1 } }), withHandoff({ batch: { size: 5 } }));
    expect([document.model.flows['f3']?.handoff, conflicts]).toEqual([{ rejection: { value: 0.1 }, batch: { size: 5 } }, []]);
  });

  it('removes what one removed, unless the other changed it', () => {
    const removed = withModel((model) => ({ ...model, nodes: Object.fromEntries(Object.entries(model.nodes).filter(([id]) => id !== 'assess')) }));
    expect(mergeDocuments(base, removed, withNode('approve', { name: 'Decide' })).document.model.nodes['assess']).toBeUndefined();
    const kept = mergeDocuments(base, removed, withNode('assess', { name: 'Look' }));
    expect(kept.document.model.nodes['assess']?.name).toBe('Look');
    expect(kept.conflicts).toEqual([{ path: ['model', 'nodes', 'assess'], name: 'Look', kind: 'oursRemoved' }]);
    expect(mergeDocuments(base, withNode('assess', { name: 'Look' }), removed).conflicts.map(({ kind }) => kind)).toEqual(['theirsRemoved']);
  });

  it('adds to lists from both sides and keeps what neither removed', () => {
    const people = (...ids: readonly string[]): Document =>
      withModel((model) => ({ ...model, teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it', people: [...ids] } } }));
    const { document, conflicts } = mergeDocuments(people('ann', 'bob', 'cas'), people('ann', 'bob', 'cas', 'dan'), people('ann', 'cas', 'eve'));
    expect([document.model.teams['security']?.people, conflicts]).toEqual([['ann', 'cas', 'dan', 'eve'], []]);
  });

  it('merges the changes of a proposal by their ids', () => {
    const proposal = (changes: readonly object[]): Document => ({
      ...base, scenarios: { ...base.scenarios, p: { id: 'p', name: 'P', parent: 'today', status: 'draft', changes: changes as Document['scenarios'][string]['changes'] } },
    });
    const change = (id: string, on = true): object => ({ id, on, operation: { type: 'team.setCapacity', team: 'security', capacity: { value: 3 } } });
    const { document, conflicts } = mergeDocuments(proposal([change('a')]), proposal([change('a'), change('b')]), proposal([change('a'), change('c')]));
    expect([document.scenarios['p']?.changes.map(({ id }) => id), conflicts]).toEqual([['a', 'b', 'c'], []]);
    expect(mergeDocuments(proposal([change('a')]), proposal([change('a', false)]), proposal([])).conflicts).toEqual([
      { path: ['scenarios', 'p', 'changes', 'a'], name: 'P', kind: 'theirsRemoved' },
    ]);
  });

  it('keeps fields that this version does not know', () => {
    const theirs = { ...base, later: { a: 1 } } as Document;
    expect(mergeDocuments(base, withNode('assess', { name: 'Look' }), theirs).document).toMatchObject({ later: { a: 1 } });
  });
});
