import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import type { Node, Step } from '../../document/model/node.ts';
import { say } from '../../language/say.ts';
import { missingFinding, missingOf } from './missing.ts';
import { sampleModel } from './sample-evidence.ts';

const told = (model: Model): readonly string[] => missingOf(model).map(({ sentence, element, field, needed }) => `${say(sentence)} ${element}.${field}${needed ? ' needed' : ''}`);
const position = { x: 0, y: 0 };
const step = (id: string, rest: Partial<Step> = {}): Step => ({ kind: 'step', id, name: id.toUpperCase(), process: 'change', position, ...rest });
const withNodes = (...nodes: readonly Node[]): Model => ({ ...sampleModel(), nodes: { ...sampleModel().nodes, ...Object.fromEntries(nodes.map((node) => [node.id, node])) } });
const fixed = { type: 'fixed', value: 1, unit: 'h' } as const;

describe('missing volume', () => {
  it('is asked of a demand without arrivals', () => {
    const model = { ...sampleModel(), demandClasses: { normal: { id: 'normal', name: 'changes', start: 'start' } } };
    expect(told(model)).toEqual(['How many changes come in? normal.arrivals needed']);
  });

  it('is asked of a process into which nothing comes, needed only where nothing comes anywhere', () => {
    expect(told({ ...sampleModel(), demandClasses: {} })).toEqual(['How much work comes into “Change”? change.demand needed']);
    const two = { ...sampleModel(), processes: { ...sampleModel().processes, other: { id: 'other', name: 'Other', lanes: [] } } };
    expect(told(two)).toEqual(['How much work comes into “Other”? other.demand']);
  });

  it('is met by demand at any start of the page, not by one inside a sub-process or of another page', () => {
    const inside = withNodes({ kind: 'start', id: 'start', process: 'change', parent: 'sub', position });
    expect(told(inside)).toEqual(['How much work comes into “Change”? change.demand']);
    expect(told(withNodes({ kind: 'start', id: 'second', process: 'change', position }))).toEqual([]);
    expect(told(withNodes({ kind: 'start', id: 'start', process: 'other', position }))).toEqual(['How much work comes into “Change”? change.demand']);
    expect(told(withNodes({ kind: 'event', id: 'start', process: 'change', trigger: 'message', position }))).toEqual(['How much work comes into “Change”? change.demand']);
  });
});

describe('missing capacity', () => {
  const security = (change: Partial<Model['teams'][string]>): Model => ({
    ...sampleModel(), teams: { security: { id: 'security', name: 'Security', party: 'it', ...change }, idle: { id: 'idle', name: 'Idle', party: 'it' } },
  });

  it('is asked of a team that does a step and has neither number, people nor leave to be unlimited', () => {
    const asked = ['How many people are in Security? security.capacity needed'];
    expect(told(security({}))).toEqual(asked);
    expect(told(security({ people: [] }))).toEqual(asked);
    expect(told(security({ unlimited: false }))).toEqual(asked);
    expect(told(security({ capacity: { value: 1 } }))).toEqual([]);
    expect(told(security({ people: ['p'] }))).toEqual([]);
    expect(told(security({ unlimited: true }))).toEqual([]);
  });
});

describe('missing work', () => {
  it('is asked step by step: who, then how long', () => {
    expect(told(withNodes(step('a')))).toEqual(['Who does “A”? a.requirements', 'How long does “A” take? a.serviceTime needed']);
    expect(told(withNodes(step('a', { serviceTime: fixed })))).toEqual(['Who does “A”? a.requirements']);
    expect(told(withNodes(step('a', { requirements: [{ anyOf: [{ team: 'security' }] }] })))).toEqual(['How long does “A” take? a.serviceTime needed']);
  });

  it('is not asked where each alternative has a time of its own', () => {
    const own = { team: 'security', serviceTime: fixed };
    expect(told(withNodes(step('a', { requirements: [{ anyOf: [own, own] }] })))).toEqual([]);
    expect(told(withNodes(step('a', { requirements: [{ anyOf: [own] }, { anyOf: [{ team: 'security' }] }] })))).toEqual(['How long does “A” take? a.serviceTime needed']);
  });

  it('is the decider of an approval, unless a team does it', () => {
    const when = { type: 'anyTime' } as const;
    expect(told(withNodes(step('a', { approval: { when } })))).toEqual(['Who decides “A”? a.decider']);
    expect(told(withNodes(step('a', { approval: { decider: 'cab', when } })))).toEqual([]);
    expect(told(withNodes(step('a', { approval: { when }, requirements: [{ anyOf: [{ team: 'cab' }] }] })))).toEqual([]);
  });
});

describe('the finding of what is missing', () => {
  it('is none where nothing is', () => expect(missingFinding(sampleModel())).toBeUndefined());

  it('counts, and leads to each', () => {
    const finding = missingFinding(withNodes(step('a')));
    expect(finding && say(finding.sentence)).toBe('2 things to fill in.');
    expect({ ...finding, sentence: '', remedies: finding?.remedies?.map((remedy) => ({ ...remedy, sentence: say(remedy.sentence) })) }).toEqual({
      id: 'missing', kind: 'missing', sentence: '', elements: ['a', 'a'],
      remedies: [{ sentence: 'Who does “A”?', element: 'a', field: 'requirements' }, { sentence: 'How long does “A” take?', element: 'a', field: 'serviceTime' }],
    });
  });
});
