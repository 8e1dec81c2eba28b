import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../document/model/calendar.ts';
import type { Model } from '../../document/model/model.ts';
import type { Team } from '../../document/model/organisation.ts';
import { say } from '../../language/say.ts';
import { balanceOf, hoursPerWeek, instabilityFinding } from './instability.ts';
import type { RunResult } from './measures.ts';
import { sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';

const day = 86_400;
const week = 7 * day;

/** Security (2 units, office hours: 80 h a week) at a load, with shares of its time for other work and interrupts. */
const loaded = (load: number, { verdict = {}, otherWork = 0, interrupts = 0.1 }: { verdict?: Partial<RunResult['verdict']>; otherWork?: number; interrupts?: number } = {}): RunResult => {
  const result = sampleResult();
  return {
    ...result,
    verdict: { state: 'unstable', team: 'security', backlogPerDay: 1.34, ...verdict },
    bottlenecks: result.bottlenecks.map((row) => ({ ...row, offeredLoad: sure(load) })),
    teams: result.teams.map((team) => (team.id === 'security' ? { ...team, budget: { ...team.budget, otherWork: sure(otherWork), interrupts: sure(interrupts) } } : team)),
  };
};
const find = (result: RunResult, model: Model = sampleModel()) => instabilityFinding({ ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model } }, result);

describe('the hours of a team', () => {
  const calendar = (...weekly: Calendar['weekly']): Calendar => ({ id: 'own', name: 'Own', weekly });
  const team: Team = { id: 't', name: 'T', party: 'it', capacity: { value: 3 }, calendar: 'own' };
  const hours = (own: Calendar, change: Partial<Team> = {}, people: Model['people'] = {}): number | undefined =>
    hoursPerWeek({ ...sampleModel(), people, calendars: { own } }, { ...team, ...change });

  it('are those of its calendar, per unit', () => {
    expect(hours(calendar({ day: 'mon', from: '09:00', to: '17:00' }, { day: 'tue', from: '08:15', to: '12:45:36' }))).toBeCloseTo(3 * (8 + 4.51), 12);
  });

  it('count a share of the units on shift', () => {
    expect(hours(calendar({ day: 'mon', from: '10:00', to: '14:00', availability: 0.5 }, { day: 'tue', from: '00:00', to: '24:00', availability: 0 }))).toBe(6);
  });

  it('are those of its people, each by the own calendar, the built-in ones included', () => {
    const people = { a: { id: 'a', name: 'A' }, b: { id: 'b', name: 'B', calendar: 'around-the-clock' }, c: { id: 'c', name: 'C', calendar: 'lost' } };
    expect(hours(calendar({ day: 'mon', from: '09:00', to: '17:00' }), { people: ['a', 'b', 'c', 'gone'] }, people)).toBe(8 + 168 + 8);
  });

  it('are not known without capacity or limit', () => {
    const { capacity: _, ...bare } = team;
    expect(hoursPerWeek({ ...sampleModel(), calendars: {} }, bare)).toBeUndefined();
    expect(hours(calendar({ day: 'mon', from: '09:00', to: '17:00' }), { unlimited: true, people: ['a'] }, { a: { id: 'a', name: 'A' } })).toBeUndefined();
  });
});

describe('what would balance', () => {
  it('is worked out from the load', () => {
    // 80 h on shift, load 1.3: 104 h of work, so 0.6 of a person too few. 514 items in 180 days, of whose work only 1.2 shrinks with them.
    expect(balanceOf(sampleModel(), loaded(1.3), 'security')).toEqual({ need: 104, have: 80, morePeople: 1, itemsPerWeek: expect.closeTo((514 / (180 / 7)) * (0.9 / 1.2), 9) });
  });

  it('takes other work and interrupts alike off what the flow may use', () => {
    expect(balanceOf(sampleModel(), loaded(1.3, { otherWork: 0.3, interrupts: 0.2 }), 'security')?.itemsPerWeek).toBeCloseTo((514 / (180 / 7)) * (0.5 / 0.8), 9);
  });

  it('has no volume where other work alone fills the team', () => {
    expect(balanceOf(sampleModel(), loaded(1.3, { otherWork: 0.9, interrupts: 0.1 }), 'security')).not.toHaveProperty('itemsPerWeek');
    expect(balanceOf(sampleModel(), loaded(0.4, { otherWork: 0.4, interrupts: 0 }), 'security')).not.toHaveProperty('itemsPerWeek');
  });

  it('has no volume where the run has no stated length', () => {
    const endless = { ...loaded(1.3), settings: { ...sampleResult().settings, horizon: null } };
    expect(balanceOf(sampleModel(), endless, 'security')).not.toHaveProperty('itemsPerWeek');
  });

  it('counts whole people, one at least', () => {
    const more = (load: number) => balanceOf(sampleModel(), loaded(load), 'security')?.morePeople;
    expect([more(0.5), more(1), more(1.5), more(1.51), more(2.4)]).toEqual([1, 1, 1, 2, 3]);
  });

  it('averages over the runs', () => {
    const single = { ...loaded(1, { interrupts: 0 }), replicationsRun: 0, items: { ...sampleResult().items, started: 70 }, settings: { ...sampleResult().settings, horizon: 10 * week } };
    expect(balanceOf(sampleModel(), single, 'security')?.itemsPerWeek).toBe(7);
    expect(balanceOf(sampleModel(), { ...single, replicationsRun: 2 }, 'security')?.itemsPerWeek).toBe(3.5);
  });

  it('is unknown for a team that the model or the result does not know, or that is never there', () => {
    expect(balanceOf(sampleModel(), loaded(1.3), 'nobody')).toBeUndefined();
    expect(balanceOf(sampleModel(), loaded(1.3), 'cab')).toBeUndefined();
    expect(balanceOf(sampleModel(), { ...loaded(1.3), teams: [] }, 'security')).toBeUndefined();
    expect(balanceOf({ ...sampleModel(), teams: {} }, loaded(1.3), 'security')).toBeUndefined();
    const closed = { ...sampleModel(), calendars: { never: { id: 'never', name: 'Never', weekly: [] } }, teams: { security: { id: 'security', name: 'Security', party: 'it', capacity: { value: 2 }, calendar: 'never' } } };
    expect(balanceOf(closed, loaded(1.3), 'security')).toBeUndefined();
    const unlimited = { ...sampleModel(), teams: { security: { id: 'security', name: 'Security', party: 'it', unlimited: true } } };
    expect(balanceOf(unlimited, loaded(1.3), 'security')).toBeUndefined();
  });
});

describe('the verdict on a flow that cannot keep up', () => {
  it('says nothing of a stable run, nor of one that ended without a team in trouble', () => {
    expect(find(loaded(1.3, { verdict: { state: 'stable' } }))).toBeUndefined();
    expect(find(loaded(1.3, { verdict: { state: 'terminating', team: null } }))).toBeUndefined();
    expect(find(loaded(0.9, { verdict: { state: 'terminating' } }))).toBeUndefined();
  });

  it('names the team, its hours, and three ways out that lead to their fields', () => {
    const finding = find(loaded(1.3));
    expect(finding).toMatchObject({
      id: 'unstable', kind: 'unstable', elements: ['security'],
      remedies: [{ element: 'security', field: 'serviceTime' }, { element: 'security', field: 'capacity' }, { field: 'arrivals' }],
    });
    expect(finding?.remedies?.[2]).not.toHaveProperty('element');
  });

  it('says what would have come of a period that ended', () => {
    const finding = find(loaded(1.3, { verdict: { state: 'terminating' } }));
    expect(finding && say(finding.sentence)).toBe('Security would need 104 h a week and can give 80: had the period gone on, work would have piled up.');
    expect(finding?.remedies).toHaveLength(3);
  });

  it('leaves the volume out where none would balance', () => {
    const finding = find(loaded(1.3, { otherWork: 1, interrupts: 0 }));
    expect(finding && say(finding.sentence)).toBe('Security would need 104 h a week and can give 80: work piles up whatever the volume. Check minutes, people or other work.');
    expect(finding?.remedies?.map(({ field }) => field)).toEqual(['serviceTime', 'capacity']);
  });

  it('says only what grows where the hours explain nothing', () => {
    const finding = find(loaded(1));
    expect(finding && say(finding.sentence)).toBe('Work piles up at Security: 1.3 more every day.');
    expect(finding).toMatchObject({ id: 'unstable', kind: 'unstable', elements: ['security'] });
    const unknown = find({ ...loaded(1.3), bottlenecks: [] });
    expect(unknown && say(unknown.sentence)).toBe('Work piles up at Security: 1.3 more every day.');
  });

  it('speaks of the whole where no team is to blame', () => {
    const finding = find(loaded(1.3, { verdict: { team: null } }));
    expect(finding && say(finding.sentence)).toBe('Work piles up: 1.3 more every day.');
    expect(finding).toMatchObject({ id: 'unstable', kind: 'unstable', elements: [] });
    const unmeasured = find(loaded(1.3, { verdict: { team: null, backlogPerDay: null } }));
    expect(unmeasured && say(unmeasured.sentence)).toBe('Work piles up: 0 more every day.');
  });
});
