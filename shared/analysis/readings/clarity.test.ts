import { describe, expect, it } from 'vitest';
import type { DemandClass } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node, Step } from '../../document/model/node.ts';
import type { Party, Team } from '../../document/model/organisation.ts';
import { say } from '../../language/say.ts';
import { clarityChecks, clarityFindings, clarityOf, ownersOf } from './clarity.ts';
import { sampleModel } from './sample-evidence.ts';

const position = { x: 0, y: 0 };
const step = (id: string, rest: Partial<Step> = {}): Step => ({ kind: 'step', id, name: id.toUpperCase(), process: 'change', position, ...rest });
const keyed = <T extends { readonly id: string }>(items: readonly T[]): Record<string, T> => Object.fromEntries(items.map((item) => [item.id, item]));
/** The sample with other nodes, or other tables. */
const drawn = (nodes: readonly Node[], rest: Partial<Model> = {}): Model => ({ ...sampleModel(), flows: {}, ...rest, nodes: keyed(nodes) });

describe('owners of a step', () => {
  it('are those named on it, each once and none blank, else the owner of its lane', () => {
    const of = (rest: Partial<Step>): readonly string[] => ownersOf(sampleModel(), step('a', rest));
    expect(of({ owner: 'Ann', owners: ['Bob', 'Ann', ' '], party: 'it' })).toEqual(['Ann', 'Bob']);
    expect(of({ party: 'it' })).toEqual(['Head of IT']);
    expect(of({ owner: '  ', party: 'it' })).toEqual(['Head of IT']);
    expect([of({ party: 'board' }), of({ party: 'lost' }), of({})]).toEqual([[], [], []]);
    const blank = { ...sampleModel(), parties: { it: { id: 'it', name: 'IT', kind: 'department' as const, owner: ' ' } } };
    expect(ownersOf(blank, step('a', { party: 'it' }))).toEqual([]);
  });

  it('are missing, or are too many', () => {
    const model = drawn([step('a'), step('b', { owner: 'Ann' }), step('c', { owners: ['Ann', 'Bob'] }), { kind: 'gateway', id: 'g', decides: 'oneOf', process: 'change', position }]);
    expect([clarityOf.stepWithoutOwner(model), clarityOf.stepWithTwoOwners(model)]).toEqual([['a'], ['c']]);
  });
});

describe('approvals and systems', () => {
  it('need somebody who decides', () => {
    const when = { type: 'anyTime' } as const;
    const model = drawn([step('a', { approval: { when } }), step('b', { approval: { when, decider: 'cab' } }), step('c', { approval: { when }, requirements: [{ anyOf: [{ team: 'cab' }] }] }), step('d')]);
    expect(clarityOf.approvalWithoutDecider(model)).toEqual(['a']);
  });

  it('need an owner', () => {
    const systems = keyed([{ id: 's', name: 'S' }, { id: 't', name: 'T', owner: ' ' }, { id: 'u', name: 'U', owner: 'Ann' }]);
    expect(clarityOf.systemWithoutOwner({ ...sampleModel(), systems })).toEqual(['s', 't']);
  });
});

describe('handoffs', () => {
  const doing = (id: string, team: string): Step => step(id, { requirements: [{ anyOf: [{ team }] }] });
  const flow = (id: string, from: string, to: string, handoff?: Model['flows'][string]['handoff']) => ({ id, process: 'change', from, to, ...(handoff === undefined ? {} : { handoff }) });
  const parties: readonly Party[] = [{ id: 'it', name: 'IT', kind: 'department' }, { id: 'v', name: 'V', kind: 'vendor' }, { id: 'w', name: 'W', kind: 'vendor', contract: {} }];
  const teams: readonly Team[] = [{ id: 'security', name: 'Security', party: 'it' }, { id: 'other', name: 'Other', party: 'it' }, { id: 'tv', name: 'TV', party: 'v' }, { id: 'tw', name: 'TW', party: 'w' }];
  const model = (...flows: readonly Model['flows'][string][]): Model =>
    drawn([doing('a', 'security'), doing('a2', 'security'), doing('b', 'other'), doing('v', 'tv'), doing('w', 'tw'), step('lane', { party: 'v' }), step('own', { party: 'it' })], { parties: keyed(parties), teams: keyed(teams), flows: keyed(flows) });

  it('need a channel', () => {
    expect(clarityOf.handoffWithoutChannel(model(flow('f1', 'a', 'b'), flow('f2', 'a', 'b', { channel: 'email' }), flow('f3', 'a', 'b', {}), flow('f4', 'a', 'a2')))).toEqual(['f1', 'f3']);
  });

  it('to a vendor need a term of their own or a contract', () => {
    const flows = [flow('f1', 'a', 'v'), flow('f2', 'a', 'w'), flow('f3', 'a', 'v', { term: {} }), flow('f4', 'a', 'b'), flow('f5', 'own', 'lane'), flow('f6', 'a', 'v', { channel: 'email' }), flow('f7', 'v', 'a')];
    expect(clarityOf.handoffWithoutTerm(model(...flows))).toEqual(['f1', 'f5', 'f6']);
  });
});

describe('priorities', () => {
  const alike = (...demands: readonly (Partial<DemandClass> | undefined)[]): readonly string[] =>
    clarityOf.allTopPriority({ ...sampleModel(), demandClasses: keyed(demands.map((rest, at): DemandClass => ({ id: `d${at}`, name: `D${at}`, start: 'start', priority: 1, ...rest }))) });
  const rule = (priority: number) => ({ when: { anyOf: [[{ attribute: 'kind', comparison: '=' as const, value: 'x' }]] }, priority });

  it('mean nothing where all demand has the first', () => {
    expect(alike({}, {})).toEqual(['d0', 'd1']);
    expect(alike({}, { priorityRules: [rule(1)] })).toEqual(['d0', 'd1']);
  });

  it('mean something where one differs, by itself or by a rule, or where there is only one kind', () => {
    expect([alike({}), alike(), alike({}, { priority: 2 }), alike({}, { priorityRules: [rule(1), rule(3)] })]).toEqual([[], [], [], []]);
  });
});

describe('single points of failure', () => {
  const alone = (requirements: Step['requirements'], teams: readonly Team[] = [], parties: readonly Party[] = []): readonly string[] =>
    clarityOf.singlePointOfFailure(drawn([{ kind: 'start', id: 's', process: 'change', position }, step('a', requirements === undefined ? {} : { requirements })], { teams: keyed(teams), parties: keyed(parties) }));
  const team = (id: string, rest: Partial<Team>): Team => ({ id, name: id, party: 'p', ...rest });

  it('are a team of one and a person without whom a step cannot be done', () => {
    expect(alone([{ anyOf: [{ team: 't' }] }], [team('t', { capacity: { value: 1 } })])).toEqual(['t']);
    expect(alone([{ anyOf: [{ team: 't' }] }], [team('t', { people: ['x'] })])).toEqual(['t']);
    expect(alone([{ anyOf: [{ person: 'x' }] }])).toEqual(['x']);
    expect(alone([{ anyOf: [{ person: 'x' }] }, { anyOf: [{ team: 't' }] }, { anyOf: [{ person: 'x' }] }], [team('t', { capacity: { value: 1 } })])).toEqual(['x', 't']);
  });

  it('are none where there is an alternative, a second unit, no limit, or a platform', () => {
    expect(alone(undefined)).toEqual([]);
    expect(alone([{ anyOf: [{ team: 't' }, { person: 'x' }] }], [team('t', { capacity: { value: 1 } })])).toEqual([]);
    expect(alone([{ anyOf: [{ team: 't' }] }], [team('t', { capacity: { value: 2 } })])).toEqual([]);
    expect(alone([{ anyOf: [{ team: 't' }] }], [team('t', { unlimited: true, capacity: { value: 1 } })])).toEqual([]);
    expect(alone([{ anyOf: [{ team: 'lost' }] }])).toEqual([]);
    const platform: Party = { id: 'p', name: 'P', kind: 'platform' };
    expect(alone([{ anyOf: [{ team: 't' }] }], [team('t', { capacity: { value: 1 } })], [platform])).toEqual([]);
    expect(alone([{ anyOf: [{ team: 't' }] }], [team('t', { capacity: { value: 1 } })], [{ ...platform, kind: 'vendor' }])).toEqual(['t']);
  });
});

describe('outcomes', () => {
  const { outcome: _, ...plain } = sampleModel().processes['change']!;
  const without = (demand: Partial<DemandClass> = {}, nodes: readonly Node[] = []): readonly string[] =>
    clarityOf.stepWithoutOutcome(drawn([{ kind: 'start', id: 'start', process: 'change', position }, step('a'), ...nodes], { processes: { change: plain }, demandClasses: { d: { id: 'd', name: 'D', start: 'start', ...demand } } }));

  it('are stated on the step, its process, or the demand that enters it', () => {
    expect(without()).toEqual(['a']);
    expect(without({ outcome: 'value' })).toEqual([]);
    expect(without({}, [step('b', { outcome: 'value' })])).toEqual(['a']);
    expect(without({ outcome: 'value' }, [step('b', { process: 'other' })])).toEqual(['b']);
    expect(without({ outcome: 'value', start: 'lost' })).toEqual(['a']);
    expect(clarityOf.stepWithoutOutcome(sampleModel())).toEqual([]);
  });
});

describe('the findings of clarity', () => {
  it('come in the order of the questions, each with its elements', () => {
    const when = { type: 'anyTime' } as const;
    const vendor: Party = { id: 'v', name: 'V', kind: 'vendor' };
    const nodes = [
      { kind: 'start', id: 'start', process: 'change', position } as const, step('a', { approval: { when } }), step('b', { owners: ['Ann', 'Bob'], party: 'v', requirements: [{ anyOf: [{ person: 'x' }] }] }),
      step('c', { party: 'board' }),
    ];
    const demand = (id: string): DemandClass => ({ id, name: id.toUpperCase(), start: 'start', priority: 1 });
    const { outcome: _, ...process } = sampleModel().processes['change']!;
    const findings = clarityFindings(drawn(nodes, {
      parties: keyed<Party>([vendor, { id: 'board', name: 'Board', kind: 'department' }]), people: { x: { id: 'x', name: 'Xenia' } }, systems: { s: { id: 's', name: 'S' } }, demandClasses: keyed([demand('d'), demand('e')]),
      processes: { change: process }, flows: { f: { id: 'f', process: 'change', from: 'c', to: 'b' } },
    }));
    expect(findings.map(({ sentence }) => say(sentence))).toEqual([
      '2 steps have no owner: A, C.', '1 step has more than one owner: B.', '1 approval has nobody who decides: A.', '1 system has no owner: S.', '1 handoff has no agreed channel: C → B.',
      '1 handoff to a vendor has no agreed response time: C → B.', 'Everything is top priority (D, E): when everything is urgent nothing moves.', 'Work stands still when one person is away: Xenia.',
      '3 steps serve no stated outcome: A, B, C.',
    ]);
    expect(findings.map(({ id }) => id)).toEqual(clarityChecks.map((check) => `clarity:${check}`));
    expect(findings[0]).toMatchObject({ kind: 'clarity', elements: ['a', 'c'], size: 2 });
  });

  it('name four elements and count the rest', () => {
    const said = (...ids: readonly string[]): string | undefined => {
      const finding = clarityFindings(drawn(ids.map((id) => step(id)))).find(({ id }) => id === 'clarity:stepWithoutOwner');
      return finding && say(finding.sentence);
    };
    expect(said('a', 'b', 'c', 'd')).toBe('4 steps have no owner: A, B, C, D.');
    expect(said('a', 'b', 'c', 'd', 'e', 'f')).toBe('6 steps have no owner: A, B, C, D and 2 more.');
  });
});
