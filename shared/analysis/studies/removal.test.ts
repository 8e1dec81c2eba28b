import { describe, expect, it } from 'vitest';
import { aroundTheClock } from '../../document/model/defaults.ts';
import type { Handoff } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import type { Team } from '../../document/model/organisation.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { type Source, sources } from '../readings/studied.ts';
import { sourcesOf, without } from './removal.ts';
import { richModel } from './testing.ts';

const lasting = (value: number) => ({ type: 'fixed', value, unit: 'h' }) as const;

describe('taking sources away', () => {
  it('finds the sources that a model has', () => {
    expect(sourcesOf(richModel())).toEqual(['batch', 'transfer', 'calendar', 'interrupts', 'priority', 'latency', 'clarification', 'rework']);
  });

  it('leaves nothing of them', () => {
    const bare = without(richModel(), new Set(sources));
    expect(bare.flows['f3']?.handoff).toEqual({});
    expect(bare.teams['security']?.otherWork).toBeUndefined();
    expect(sourcesOf(bare)).toEqual([]);
  });

  it('takes back edges out and shares their probability among the rest', () => {
    const model = sampleModel();
    const flow = model.flows['f4'];
    if (flow === undefined) throw new Error('The sample has it.');
    const left = without({ ...model, flows: { ...model.flows, f4: { ...flow, rework: true } } }, new Set(['rework']));
    expect([left.flows['f3']?.probability?.value, left.flows['f4']?.probability?.value]).toEqual([1, 0]);
  });

  it('lets several pieces of work stay with one person, at no cost of switching', () => {
    const model = withTeam(sampleModel(), { multitasking: { limit: 2, switchCost: { value: 0.2 } } });
    expect(sourcesOf(model)).toContain('setup');
    expect(without(model, new Set(['setup'])).teams['security']?.multitasking).toEqual({ limit: 2 });
  });
});

describe('each source', () => {
  /** A team, a handoff and a step with everything that any source adds. */
  const team: Team = {
    id: 'security', name: 'Security', party: 'it', capacity: { value: 2 }, costPerHour: { value: 50 }, atShiftEnd: 'suspend', handover: true,
    wipLimit: { limit: 9 }, startAt: 3, interrupts: [{ id: 'i', name: 'Calls', every: lasting(4), length: lasting(1) }], protectedShare: { value: 0.5 }, otherWork: { share: { value: 0.2 } },
    discipline: 'priority', preemption: 'resume', ageing: { value: 2, unit: 'd' }, setup: { onChange: lasting(1) }, resumePenalty: lasting(1), multitasking: { limit: 2, switchCost: { value: 0.1 } },
  };
  const handoff: Handoff = {
    channel: 'email', transfer: { time: lasting(1) }, batch: { size: 5 }, cadence: { type: 'weekly', days: ['tue'], at: '10:00' }, setup: lasting(1), rekeying: true,
    clarification: { probability: { value: 0.2 } }, rejection: { value: 0.1 },
  };
  const step: Step = {
    kind: 'step', id: 'approve', name: 'Approve', process: 'change', party: 'board', position: { x: 0, y: 0 }, serviceTime: lasting(2), batching: { sizes: [{ size: 2, weight: 1 }] },
    queryTime: lasting(3), rework: { value: 0.1 }, approval: { decider: 'cab', when: { type: 'meeting', cadence: { type: 'weekly', days: ['tue'], at: '10:00' } } },
  };
  const full = (): Model => {
    const model = sampleModel();
    const flow = model.flows['f3'];
    if (flow === undefined) throw new Error('The sample has it.');
    return { ...model, teams: { security: team }, flows: { ...model.flows, f3: { ...flow, handoff } }, nodes: { ...model.nodes, approve: step } };
  };
  /** What is gone or changed of a part. */
  const changed = (before: object, after: object | undefined): readonly string[] =>
    Object.entries(before).flatMap(([key, value]) => (JSON.stringify(Reflect.get(after ?? {}, key)) === JSON.stringify(value) ? [] : [key]));

  it.each<readonly [Source, readonly string[], readonly string[], readonly string[]]>([
    ['batch', [], ['batch', 'cadence'], ['batching']],
    ['transfer', [], ['transfer'], []],
    ['limits', ['startAt', 'wipLimit'], [], []],
    ['interrupts', ['interrupts', 'otherWork', 'protectedShare'], [], []],
    ['priority', ['ageing', 'discipline', 'preemption'], [], []],
    ['latency', [], [], ['approval']],
    ['information', [], [], ['queryTime']],
    ['setup', ['multitasking', 'resumePenalty', 'setup'], ['setup'], []],
    ['clarification', [], ['clarification'], []],
    ['rework', [], ['rejection'], ['rework']],
  ])('%s is its own parts and no others', (source, ofTeam, ofHandoff, ofStep) => {
    const left = without(full(), new Set([source]));
    expect(changed(team, left.teams['security']).toSorted()).toEqual(ofTeam);
    expect(changed(handoff, left.flows['f3']?.handoff).toSorted()).toEqual(ofHandoff);
    expect(changed(step, left.nodes['approve']).toSorted()).toEqual(ofStep);
    expect(sourcesOf(full())).toContain(source);
    expect(sourcesOf(left)).toEqual(sourcesOf(full()).filter((other) => other !== source));
    // What has none of it stays as it is.
    expect([left.nodes['assess'], left.flows['f1'], left.parties]).toEqual([full().nodes['assess'], full().flows['f1'], full().parties]);
  });

  it('leaves the decider, who decides at any time', () => {
    const approve = without(full(), new Set(['latency'])).nodes['approve'];
    expect(approve?.kind === 'step' && approve.approval).toEqual({ decider: 'cab', when: { type: 'anyTime' } });
  });

  it('takes flows of information out, and no others', () => {
    const model = full();
    const asked: Model = { ...model, flows: { ...model.flows, ask: { id: 'ask', process: 'change', from: 'approve', to: 'assess', kind: 'information' } } };
    expect(without(asked, new Set(['information'])).flows).toEqual(model.flows);
  });

  it('shares the probability of a way back among the others by their own', () => {
    const model = sampleModel();
    const branch = (id: string, value: number, rework = false) => ({ id, process: 'change', from: 'check', to: 'end', probability: { value, provenance: 'measured' as const }, ...(rework ? { rework } : {}) });
    const given: Model = { ...model, flows: { a: branch('a', 0.5), b: branch('b', 0.25), back: branch('back', 0.25, true), alone: { ...branch('alone', 0.4, true), from: 'assess' } } };
    const { flows } = without(given, new Set(['rework']));
    expect([flows['a'], flows['b'], flows['back']].map((flow) => flow?.probability)).toEqual([2 / 3, 1 / 3, 0].map((value) => ({ value: expect.closeTo(value, 12), provenance: 'measured' })));
    // Where there is only a way back, there is no other to take.
    expect(flows['alone']).toEqual(given.flows['alone']);
  });
});

describe('taking closed hours away', () => {
  const hours = { id: 'hours', name: 'Hours', weekly: [{ day: 'mon' as const, from: '09:00', to: '12:00' }] };

  it('keeps the hours in which work comes in, so that the same items come', () => {
    const model = sampleModel();
    const normal = model.demandClasses['normal'];
    if (normal === undefined) throw new Error('The sample has it.');
    const given: Model = {
      ...withTeam(model, { calendar: 'hours' }),
      calendars: { hours },
      demandClasses: { normal: { ...normal, arrivals: { type: 'rate', value: 3, per: 'w', calendar: 'hours' } } },
    };
    const open = without(given, new Set(['calendar']));
    expect(open.calendars).toEqual(given.calendars);
    expect(open.demandClasses).toEqual(given.demandClasses);
    expect(open.teams['security']?.calendar).toBe(aroundTheClock.id);
  });

  it('opens people, lanes and the support hours of vendors too', () => {
    const model = sampleModel();
    const it = model.parties['it'];
    const flow = model.flows['f3'];
    if (it === undefined || flow === undefined) throw new Error('The sample has them.');
    const given: Model = {
      ...model,
      calendars: { hours },
      people: { ann: { id: 'ann', name: 'Ann', calendar: 'hours' } },
      parties: { ...model.parties, it: { ...it, contract: { supportCalendar: 'hours' } } },
      flows: { ...model.flows, f3: { ...flow, handoff: { term: { supportCalendar: 'hours' } } } },
    };
    const open = without(given, new Set(['calendar']));
    expect([open.people['ann']?.calendar, open.parties['it']?.calendar, open.parties['it']?.contract?.supportCalendar, open.flows['f3']?.handoff?.term?.supportCalendar]).toEqual(
      Array.from({ length: 4 }, () => aroundTheClock.id),
    );
  });

  it('is no source where everybody is always there', () => {
    const model = sampleModel();
    const always = { ...aroundTheClock, id: 'always' };
    const given: Model = {
      ...model,
      calendars: { always },
      parties: Object.fromEntries(Object.entries(model.parties).map(([id, party]) => [id, { ...party, calendar: 'always' }])),
    };
    expect(sourcesOf(given)).not.toContain('calendar');
    const holiday = { ...always, exceptions: [{ date: '2024-05-01', intervals: [] }] };
    expect(sourcesOf({ ...given, calendars: { always: holiday } })).toContain('calendar');
    const half = { ...always, weekly: always.weekly.map((open) => ({ ...open, availability: 0.5 })) };
    expect(sourcesOf({ ...given, calendars: { always: half } })).toContain('calendar');
    for (const change of [undefined, { from: '08:00' }, { to: '18:00' }]) {
      const weekly = always.weekly.flatMap((open) => (open.day !== 'sun' ? [open] : change === undefined ? [] : [{ ...open, ...change }]));
      expect(sourcesOf({ ...given, calendars: { always: { ...always, weekly } } })).toContain('calendar');
    }
  });

  it('leaves alone who is always there, and what names no hours', () => {
    const model = sampleModel();
    const flow = model.flows['f3'];
    if (flow === undefined) throw new Error('The sample has it.');
    const party = { kind: 'department' as const, calendar: aroundTheClock.id };
    const given: Model = {
      ...model,
      parties: {
        it: { ...party, id: 'it', name: 'IT', contract: { supportCalendar: aroundTheClock.id } }, board: { ...party, id: 'board', name: 'Board', contract: { name: 'Frame' } },
        other: { ...party, id: 'other', name: 'Other' },
      },
      people: { ann: { id: 'ann', name: 'Ann', calendar: aroundTheClock.id }, ben: { id: 'ben', name: 'Ben' } },
      flows: { ...model.flows, f3: { ...flow, handoff: { term: { supportCalendar: aroundTheClock.id } } }, f4: { ...flow, id: 'f4', handoff: { term: { name: 'Terms' } } } },
    };
    expect(without(given, new Set(['calendar']))).toEqual(given);
    // Hours that nobody wrote down are not all hours.
    const lost = without({ ...given, people: { ann: { id: 'ann', name: 'Ann', calendar: 'gone' } } }, new Set(['calendar']));
    expect(lost.people['ann']?.calendar).toBe(aroundTheClock.id);
  });
});

function withTeam(model: Model, change: Partial<Model['teams'][string]>): Model {
  const { security } = model.teams;
  if (security === undefined) throw new Error('The sample has it.');
  return { ...model, teams: { ...model.teams, security: { ...security, ...change } } };
}
