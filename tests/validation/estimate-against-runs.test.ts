// The live estimate against long runs of the same model, where calendars, contracts and meetings make the time.
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../shared/document/model/calendar.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { say } from '../../shared/language/say.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { estimateNetwork } from '../../shared/simulation/estimate/estimate.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import { arrivingEvery, exponential, fixed, line, ModelBuilder } from './model-builder.ts';

const hour = 3600;

/** Mean lead time in hours, estimated and of one long run. */
function both(model: Model, days = 1500): { readonly estimate: number; readonly run: number; readonly names: readonly string[] } {
  const network = compileNetwork(model);
  if (!network.ok) throw new Error(say(network.failure.message));
  const settings = resolveRunSettings(network.value, { mode: 'steady', horizon: { value: days, unit: 'd' }, warmUp: { value: 50, unit: 'd' } });
  const run = startRun(network.value, settings, 0);
  while (run.advance(1_000_000) === 'more');
  const { leadTime, items } = run.result();
  const estimate = estimateNetwork(network.value);
  return { estimate: (estimate?.leadTime ?? Number.NaN) / hour, run: leadTime / items.counted / hour, names: estimate?.approximations ?? [] };
}

function expectNear({ estimate, run }: ReturnType<typeof both>, share: number): void {
  expect(Math.abs(estimate / run - 1), `estimated ${estimate.toFixed(2)} h, run ${run.toFixed(2)} h`).toBeLessThan(share);
}

const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const daily = (id: string, from: string, to: string, days: readonly Calendar['weekly'][number]['day'][] = workdays): Calendar => ({ id, name: id, weekly: days.map((day) => ({ day, from, to })) });
const withCalendars = (model: Model, ...calendars: readonly Calendar[]): Model => {
  for (const calendar of calendars) model.calendars[calendar.id] = calendar;
  return model;
};
const people = (model: Model, ...calendars: readonly string[]): Model => {
  calendars.forEach((calendar, index) => {
    model.people[`p${index}`] = { id: `p${index}`, name: `Person ${index}`, calendar };
  });
  model.teams['team-1'] = { id: 'team-1', name: 'Team', party: 'party', people: calendars.map((_, index) => `p${index}`) };
  return model;
};

describe('a vendor under contract', () => {
  it('answers within its support hours', () => {
    const model = withCalendars(new ModelBuilder().start('start').end('end').team('A', 5).step('a', 'A', fixed(1)).step('v', 'V', fixed(2)).path('start', 'a', 'v', 'end').demand('demand', 'start', arrivingEvery(exponential(5))).build(), daily('office', '09:00', '17:00'));
    model.teams['V'] = { id: 'V', name: 'Vendor', party: 'vendor', unlimited: true, calendar: 'around-the-clock' };
    model.parties['vendor'] = { id: 'vendor', name: 'Vendor', kind: 'vendor', contract: { responseTime: { value: 8, unit: 'h' }, supportCalendar: 'office' } };
    expectNear(both(model), 0.02);
  });
});

describe('people who keep different hours', () => {
  const hours = [daily('day', '09:00', '17:00'), daily('night', '20:00', '24:00'), daily('early', '06:00', '14:00'), daily('late', '12:00', '20:00'), daily('morning', '09:00', '12:00')];
  it.each([
    ['by day and by night', ['day', 'night'], 60, 0.2, 0.8, 0.05],
    ['one in office hours, one around the clock', ['day', 'around-the-clock'], 208, 2, 0.4, 0.12],
    ['one around the clock, one in office hours', ['around-the-clock', 'day'], 208, 2, 0.8, 0.1],
    ['early and late', ['early', 'late'], 80, 0.2, 0.4, 0.05],
    ['early and late, long work', ['early', 'late'], 80, 2, 0.8, 0.15],
    ['two all day, one in the morning', ['day', 'day', 'morning'], 95, 2, 0.8, 0.1],
    ['many', ['day', 'day', 'day', 'night', 'night', 'early', 'late', 'late'], 280, 2, 0.8, 0.1],
  ] as const)('%s', (_, calendars, perWeek, service, load, share) => {
    const found = both(people(withCalendars(line(arrivingEvery(exponential((168 * service) / perWeek / load)), [{ service: exponential(service) }]), ...hours), ...calendars));
    expectNear(found, share);
    expect(found.names).toContain('several calendars in a team');
  });

  it('half of them for all of the day, and a part of them for a part of it', () => {
    for (const availability of [0.5, 0.75]) {
      const perWeek = 80 * availability;
      const model = line(arrivingEvery(exponential(168 / perWeek / 0.4)), [{ servers: 2, service: exponential(1), team: { calendar: 'part' } }]);
      const part: Calendar = { id: 'part', name: 'Part', weekly: daily('part', '09:00', '17:00').weekly.map((interval) => ({ ...interval, availability })) };
      expectNear(both(withCalendars(model, part)), 0.1);
    }
  });
});

describe('a meeting', () => {
  const decided = (everyWeeks: number, atMost: number): Model =>
    new ModelBuilder().start('start').end('end').team('A', 1, { calendar: 'office-hours' })
      .step('a', 'A', exponential(0.1), { approval: { decider: 'A', when: { type: 'meeting', cadence: { type: 'weekly', days: ['tue'], at: '10:00', everyWeeks }, atMost } } })
      .path('start', 'a', 'end').demand('demand', 'start', arrivingEvery(exponential(168 / 9))).build();

  it('that takes so many leaves over what comes beyond it', () => {
    expectNear(both(decided(1, 12), 8000), 0.02);
    expectNear(both(decided(2, 24), 8000), 0.02);
  });
});
