import { describe, expect, it } from 'vitest';
import { aroundTheClock } from '../../document/model/defaults.ts';
import type { Model } from '../../document/model/model.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { sources } from '../readings/studied.ts';
import { sourcesOf, without } from './removal.ts';
import { richModel } from './testing.ts';

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
  });
});

function withTeam(model: Model, change: Partial<Model['teams'][string]>): Model {
  const { security } = model.teams;
  if (security === undefined) throw new Error('The sample has it.');
  return { ...model, teams: { ...model.teams, security: { ...security, ...change } } };
}
