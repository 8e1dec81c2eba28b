import { describe, expect, it } from 'vitest';
import { emptyModel } from '../../shared/document/model/model.ts';
import { laneOperations } from './new-elements.ts';
import { firstStep, nameTyped, nextStep } from './naming.ts';
import { after, partyNamed, samplePage, viewOf } from './sample-page.ts';

describe('naming', () => {
  it('brings start and demand along with the first step of a page', () => {
    const blank = { ...emptyModel(), processes: { p: { id: 'p', name: 'Change', lanes: [] } } };
    const lanes = after(blank, laneOperations(blank, 'p', ['Business', 'IT']));
    const named = nameTyped(viewOf(lanes), firstStep(viewOf(lanes)), 'Ask');
    const model = after(lanes, named.operations);
    expect(Object.values(model.nodes).map(({ kind }) => kind)).toEqual(['start', 'step']);
    expect(Object.values(model.demandClasses)).toMatchObject([{ start: 'start-1' }]);
    expect(Object.values(model.flows)).toMatchObject([{ from: 'start-1', to: named.made }]);
  });

  it('puts the next step in line, joined, and where @ wishes it', () => {
    const model = samplePage();
    const next = nextStep(viewOf(model), 'ask');
    if (next === undefined) throw new Error('no next step');
    const named = nameTyped(viewOf(model), next, 'Provide @cloud');
    const later = after(model, named.operations);
    const made = later.nodes[named.made ?? ''];
    expect(made).toMatchObject({ name: 'Provide', party: partyNamed(model, 'Cloud vendor') });
    expect(Object.values(later.flows).some((flow) => flow.from === 'ask' && flow.to === made?.id)).toBe(true);
  });

  it('makes nothing of an empty name', () => {
    const model = samplePage();
    const next = nextStep(viewOf(model), 'ask');
    if (next === undefined) throw new Error('no next step');
    expect(nameTyped(viewOf(model), next, '  ')).toEqual({ operations: [], made: undefined });
  });

  it('renames and moves what is there', () => {
    const model = samplePage();
    const later = after(model, nameTyped(viewOf(model), { kind: 'existing', id: 'ask' }, 'Request @IT').operations);
    expect(later.nodes['ask']).toMatchObject({ name: 'Request', party: partyNamed(model, 'IT') });
    const party = partyNamed(model, 'IT');
    expect(after(model, nameTyped(viewOf(model), { kind: 'existing', id: party }, 'Technology').operations).parties[party]?.name).toBe('Technology');
  });
});
