import { describe, expect, it } from 'vitest';
import type { Flow } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { boundaryPath, outside } from './boundary-path.ts';
import { sampleModel } from './sample-evidence.ts';

const position = { x: 0, y: 0 };
const step = (id: string, team?: string): Node => ({ kind: 'step', id, process: 'p', position, ...(team === undefined ? {} : { requirements: [{ anyOf: [{ team }] }] }) });
const gateway = (id: string): Node => ({ kind: 'gateway', decides: 'oneOf', id, process: 'p', position });

/** A model of teams A, B, C with the given nodes; flows are named by their ends, "a>b". */
const drawn = (nodes: readonly Node[], flows: readonly string[]): Model => ({
  ...sampleModel(),
  teams: Object.fromEntries(['A', 'B', 'C'].map((id) => [id, { id, name: id, party: 'it', capacity: { value: 1 } }])),
  nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  flows: Object.fromEntries(flows.map((id): [string, Flow] => [id, { id, process: 'p', from: id.split('>')[0] ?? '', to: id.split('>')[1] ?? '' }])),
});
const across = (model: Model, from: string, to: string) => {
  const path = boundaryPath(model, from, to);
  return { flows: path.flows.map(({ id }) => id), steps: path.steps.map(({ id }) => id) };
};

describe('the way from one team to the next', () => {
  it('takes all flows between their steps and none of the others', () => {
    const model = drawn([step('a', 'A'), step('b', 'B'), step('b2', 'B'), step('c', 'C')], ['a>b', 'a>b2', 'b>a', 'b>c', 'a>c']);
    expect(across(model, 'A', 'B')).toEqual({ flows: ['a>b', 'a>b2'], steps: ['b', 'b2'] });
    expect(across(model, 'B', 'C')).toEqual({ flows: ['b>c'], steps: ['c'] });
    expect(across(model, 'C', 'A')).toEqual({ flows: [], steps: [] });
  });

  it('goes on through gateways, and past steps that nobody is known to do', () => {
    const model = drawn([step('a', 'A'), gateway('g'), step('x'), step('b', 'B'), step('c', 'C')], ['a>g', 'g>x', 'x>b', 'g>c', 'b>c']);
    expect(across(model, 'A', 'B')).toEqual({ flows: ['a>g', 'g>x', 'x>b'], steps: ['b'] });
    expect(across(model, 'A', 'C')).toEqual({ flows: ['a>g', 'g>c'], steps: ['c'] });
  });

  it('does not go through the work of a third team', () => {
    const model = drawn([step('a', 'A'), step('b', 'B'), step('c', 'C')], ['a>b', 'b>c']);
    expect(across(model, 'A', 'C')).toEqual({ flows: [], steps: [] });
  });

  it('ends in a circle that leads nowhere, and at a flow whose end is not there', () => {
    const model = drawn([step('a', 'A'), gateway('g'), gateway('h'), step('b', 'B')], ['a>g', 'g>h', 'h>g', 'a>lost', 'h>b']);
    expect(across(model, 'A', 'B')).toEqual({ flows: ['a>g', 'g>h', 'h>b'], steps: ['b'] });
  });

  it('begins and ends outside', () => {
    const model = drawn([{ kind: 'start', id: 's', process: 'p', position }, step('a', 'A'), gateway('g'), { kind: 'end', id: 'e', process: 'p', position }], ['s>a', 'a>g', 'g>e']);
    expect(across(model, outside, 'A')).toEqual({ flows: ['s>a'], steps: ['a'] });
    expect(across(model, 'A', outside)).toEqual({ flows: ['a>g', 'g>e'], steps: [] });
    expect(across(model, outside, outside)).toEqual({ flows: [], steps: [] });
  });

  it('knows a decider that is a person of no team', () => {
    const approval: Node = { kind: 'step', id: 'd', process: 'p', position, approval: { decider: 'ann', when: { type: 'anyTime' } } };
    const model = { ...drawn([step('a', 'A'), approval, step('b', 'B')], ['a>d', 'd>b']), people: { ann: { id: 'ann', name: 'Ann' } } };
    expect(across(model, 'A', 'ann')).toEqual({ flows: ['a>d'], steps: ['d'] });
    expect(across(model, 'ann', 'B')).toEqual({ flows: ['d>b'], steps: ['b'] });
  });
});
