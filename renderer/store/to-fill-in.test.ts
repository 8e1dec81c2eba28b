import { describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../../shared/document/model/model.ts';
import { toFillIn } from './to-fill-in.ts';

function model(): Model {
  const made = emptyModel();
  made.processes['p'] = { id: 'p', name: 'Change', lanes: [] };
  made.parties['it'] = { id: 'it', name: 'IT', kind: 'department' };
  made.teams['ops'] = { id: 'ops', name: 'IT', party: 'it' };
  made.nodes['start'] = { kind: 'start', id: 'start', process: 'p', position: { x: 0, y: 0 } };
  made.nodes['do'] = { kind: 'step', id: 'do', process: 'p', position: { x: 0, y: 0 }, requirements: [{ anyOf: [{ team: 'ops' }] }] };
  made.demandClasses['d'] = { id: 'd', name: 'Requests', start: 'start' };
  return made;
}

describe('what is to be filled in', () => {
  it('are volume, people and size, in that order', () => {
    expect(toFillIn(model()).map(({ element, what }) => `${element} ${what}`)).toEqual(['start volume', 'ops people', 'do size']);
  });

  it('is nothing once the three are there', () => {
    const made = model();
    made.demandClasses['d'] = { id: 'd', name: 'Requests', start: 'start', arrivals: { type: 'rate', value: 20, per: 'w', provenance: 'estimated' } };
    made.teams['ops'] = { id: 'ops', name: 'IT', party: 'it', capacity: { value: 2, provenance: 'measured' } };
    made.nodes['do'] = { ...(made.nodes['do'] as Model['nodes'][string] & { kind: 'step' }), serviceTime: { type: 'fixed', value: 1, unit: 'h', provenance: 'default' } };
    expect(toFillIn(made)).toEqual([]);
  });

  it('counts those who only decide', () => {
    const made = model();
    made.nodes['do'] = { kind: 'step', id: 'do', process: 'p', position: { x: 0, y: 0 }, approval: { decider: 'ops', when: { type: 'anyTime' } } };
    expect(toFillIn(made).map(({ element, what }) => `${element} ${what}`)).toEqual(['start volume', 'ops people']);
  });

  it('sees branches that do not add up', () => {
    const made = model();
    made.nodes['g'] = { kind: 'gateway', id: 'g', process: 'p', position: { x: 0, y: 0 }, decides: 'oneOf' };
    made.flows['a'] = { id: 'a', process: 'p', from: 'g', to: 'do', probability: { value: 0.5 } };
    made.flows['b'] = { id: 'b', process: 'p', from: 'g', to: 'do', probability: { value: 0.4 } };
    expect(toFillIn(made).some(({ what }) => what === 'branches')).toBe(true);
    made.flows['b'] = { id: 'b', process: 'p', from: 'g', to: 'do', probability: { value: 0.5 } };
    expect(toFillIn(made).some(({ what }) => what === 'branches')).toBe(false);
  });
});
