import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import type { Node, Step } from '../../document/model/node.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { touchTest } from './touched.ts';

const position = { x: 0, y: 0 };
const doing = (id: string, team: string): Step => ({ kind: 'step', id, name: id, process: 'p', position, requirements: [{ anyOf: [{ team }] }] });
const keyed = <T extends { readonly id: string }>(items: readonly T[]): Record<string, T> => Object.fromEntries(items.map((item) => [item.id, item]));

/** Teams A and B, one after the other: start > a (A) > gate > b (B) > end; A's lane lies in a lane "top". */
const line = (): Model => ({
  ...sampleModel(),
  parties: keyed([{ id: 'top', name: 'Top', kind: 'department' as const, calendar: 'late' }, { id: 'pa', name: 'PA', kind: 'department' as const, parent: 'top' }, { id: 'pb', name: 'PB', kind: 'department' as const }]),
  teams: keyed([{ id: 'A', name: 'A', party: 'pa', people: ['ann'] }, { id: 'B', name: 'B', party: 'pb', capacity: { value: 1 } }]),
  people: keyed([{ id: 'ann', name: 'Ann', calendar: 'own' }]),
  calendars: keyed(['late', 'own', 'other'].map((id) => ({ id, name: id, weekly: [{ day: 'mon' as const, from: '12:00', to: '20:00' }] }))),
  nodes: keyed<Node>([
    { kind: 'start', id: 'start', process: 'p', position }, doing('a', 'A'), { kind: 'gateway', decides: 'oneOf', id: 'gate', process: 'p', position }, doing('b', 'B'), { kind: 'end', id: 'end', process: 'p', position },
  ]),
  flows: keyed([['start', 'a'], ['a', 'gate'], ['gate', 'b'], ['b', 'end']].map(([from = '', to = '']) => ({ id: `${from}-${to}`, process: 'p', from, to }))),
});
const changing = <T extends 'teams' | 'people' | 'parties' | 'calendars' | 'nodes' | 'flows'>(table: T, id: string, change: object): Model => {
  const model = line();
  return { ...model, [table]: { ...model[table], [id]: { ...model[table][id], ...change } } };
};
/** What a change of the line touches, of all that a comparison measures on it. */
const touched = (after: Model, before: Model = line()): readonly string[] => {
  const touches = touchTest(before, after);
  return ['A', 'B', 'a', 'b', 'outside>A', 'A>B', 'B>outside'].filter((element) => touches('waiting', element));
};
const ofA = ['A', 'a', 'outside>A'];

describe('what a change touches', () => {
  it('is always the whole', () => expect(touchTest(line(), line())('leadTime', null)).toBe(true));
  it('is nothing where nothing changed', () => expect(touched(line())).toEqual([]));

  it('is a changed step, its team and the ways to it, not what that team does otherwise', () => {
    const { a: _, ...nodes } = changing('nodes', 'a', {}).nodes;
    const before = { ...line(), nodes: { a: doing('a', 'A'), a2: doing('a2', 'A'), ...nodes } };
    const after = { ...before, nodes: { ...before.nodes, a: { ...doing('a', 'A'), rework: { value: 0.1 } } } };
    const touches = touchTest(before, after);
    expect(['A', 'a', 'a2', 'outside>A', 'b', 'A>B'].map((element) => touches('waiting', element))).toEqual([true, true, false, true, false, false]);
  });

  it('is a team with its steps and all ways into it', () => {
    expect(touched(changing('teams', 'A', { discipline: 'priority' }))).toEqual(ofA);
    expect(touched(changing('teams', 'B', { capacity: { value: 2 } }))).toEqual(['B', 'b', 'A>B']);
  });

  it('comes from people, their calendar, and the calendar of a lane that lies around', () => {
    expect(touched(changing('people', 'ann', { calendar: 'other' }))).toEqual(ofA);
    expect(touched(changing('calendars', 'own', { weekly: [] }))).toEqual(ofA);
    expect(touched(changing('calendars', 'late', { weekly: [] }))).toEqual(ofA);
    expect(touched(changing('parties', 'top', { calendar: 'other' }))).toEqual(ofA);
    expect(touched(changing('parties', 'pa', { calendar: 'other' }))).toEqual(ofA);
    expect(touched(changing('parties', 'pb', { calendar: 'other' }))).toEqual(['B', 'b', 'A>B']);
    expect(touched(changing('calendars', 'other', { weekly: [] }))).toEqual([]);
  });

  it('is a way that a changed flow lies on, wherever on the way', () => {
    expect(touched(changing('flows', 'a-gate', { handoff: { channel: 'email' } }))).toEqual(['A>B']);
    expect(touched(changing('flows', 'gate-b', { probability: { value: 0.5 } }))).toEqual(['A>B']);
    expect(touched(changing('flows', 'b-end', { probability: { value: 0.5 } }))).toEqual(['B>outside']);
  });

  it('counts what came and what went', () => {
    const { b: _, ...nodes } = line().nodes;
    const without = { ...line(), nodes };
    expect(touched(without)).toEqual(['B', 'b', 'A>B']);
    expect(touched(line(), without)).toEqual(['B', 'b', 'A>B']);
    const { A: __, ...teams } = line().teams;
    expect(touched({ ...line(), teams })).toContain('A');
    expect(touched(line(), { ...line(), teams })).toContain('A');
  });

  it('follows a step from one team to another', () => {
    expect(touched(changing('nodes', 'b', { requirements: [{ anyOf: [{ team: 'A' }] }] }))).toEqual(['A', 'B', 'b', 'A>B']);
  });

  it.each([
    ['nodes', 'a', { position: { x: 9, y: 9 } }], ['nodes', 'a', { size: { width: 9, height: 9 } }], ['nodes', 'a', { name: 'Other' }], ['nodes', 'a', { documentation: 'Said.' }],
    ['flows', 'a-gate', { waypoints: [{ x: 1, y: 1 }] }], ['parties', 'pa', { colour: '#fff' }],
  ] as const)('is no change of the picture: %s %s %o', (table, id, change) => expect(touched(changing(table, id, change))).toEqual([]));

  it('is no change of a page\'s lanes', () => {
    const page = (change: object): Model => ({ ...line(), processes: { A: { id: 'A', name: 'P', lanes: [], ...change } } });
    const before = page({});
    for (const change of [{ length: 900 }, { lanes: [{ party: 'pa', size: 9 }] }, { orientation: 'vertical' }]) expect(touched(page(change), before)).toEqual([]);
  });

  it('is a decider by its approval', () => {
    const deciding = (decider: string, after: number): Model => ({
      ...line(), nodes: { ...line().nodes, b: { kind: 'step', id: 'b', process: 'p', position, approval: { decider, when: { type: 'anyTime', after: { type: 'fixed', value: after, unit: 'h' } } } } },
    });
    expect(touched(deciding('B', 2), deciding('B', 1))).toEqual(['B', 'b', 'A>B']);
    const busier = { ...deciding('B', 1), teams: { ...line().teams, B: { ...line().teams['B']!, capacity: { value: 5 } } } };
    expect(touched(busier, deciding('B', 1))).toEqual(['B', 'b', 'A>B']);
  });
});
