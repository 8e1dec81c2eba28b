// The short loop against the general engine, which a probe asks for: every number of the result must be the same.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import type { RunSettings as RunSettingsOfDocument } from '../../document/model/settings.ts';
import { arrivingEvery, erlang, exponential, fixed, line, ModelBuilder, uniform } from '../../../tests/validation/model-builder.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { findLines } from './lines.ts';
import { Simulation } from './simulation.ts';
import { networkOf, runOnce } from './testing.ts';
import { resolveRunSettings } from '../network/run-settings.ts';

const general = { tell: (): void => undefined };

const isLine = (model: Model): boolean => {
  const network = networkOf(model);
  return findLines(network, new Simulation(network, resolveRunSettings(network), 0, undefined).nodeHash) !== undefined;
};

/** Two kinds of work with a due date and a cost of delay, three teams, one of which does two steps. */
function twoClasses(gap: number, work: (hours: number) => ReturnType<typeof fixed>): Model {
  return new ModelBuilder()
    .start('start').start('other').end('end')
    .team('A', 2, { costPerHour: { value: 60 } }).team('B', 1).team('C', 3)
    .step('a', 'A', work(1.2)).step('b', 'B', work(0.4)).step('again', 'A', work(0.3)).step('c', 'C', work(2)).step('d', 'B', work(0.2))
    .path('start', 'a', 'b', 'again', 'end').path('other', 'c', 'd', 'end')
    .demand('one', 'start', arrivingEvery(work(gap)), { due: { value: 3, unit: 'h' }, costOfDelayPerDay: { value: 5 } })
    .demand('two', 'other', arrivingEvery(work(1)))
    .build();
}

function withOffice(model: Model): Model {
  model.calendars['office'] = { id: 'office', name: 'Office', weekly: [{ day: 'mon', from: '09:00', to: '17:00' }] };
  return model;
}

/** One team does two steps in a row, and comes in again at the end. */
const inARow = (): Model =>
  new ModelBuilder()
    .start('start').end('end').team('A', 2, { costPerHour: { value: 30 } }).team('B', 1)
    .step('a', 'A', exponential(0.5)).step('again', 'A', exponential(0.4)).step('b', 'B', exponential(0.3)).step('last', 'A', exponential(0.2))
    .path('start', 'a', 'again', 'b', 'last', 'end')
    .demand('one', 'start', arrivingEvery(exponential(0.7)))
    .build();

const steady: RunSettingsOfDocument = { horizon: { value: 30, unit: 'd' }, warmUp: { value: 5, unit: 'd' } };
const cases: [string, Model, RunSettingsOfDocument, Partial<RunSettings>][] = [
  ['a queue', line(arrivingEvery(exponential(1 / 0.9)), [{ service: exponential(1) }]), { items: 2000 }, {}],
  ['a tandem', line(arrivingEvery(exponential(0.6)), Array.from({ length: 5 }, () => ({ service: erlang(2, 1), servers: 2 }))), { items: 1000 }, {}],
  ['a window', line(arrivingEvery(exponential(1 / 0.9)), [{ service: uniform(0, 2) }]), steady, {}],
  ['a queue that grows', line(arrivingEvery(exponential(0.8)), [{ service: exponential(1) }]), steady, {}],
  ['a limit of events', line(arrivingEvery(exponential(1)), [{ service: exponential(1) }]), { items: 500 }, { limits: { items: 1e6, events: 333, time: Infinity, instant: 1e5 } }],
  ['a limit of items', line(arrivingEvery(exponential(0.2)), [{ service: exponential(1) }]), { items: 500 }, { limits: { items: 40, events: 1e9, time: Infinity, instant: 1e5 } }],
  ['a limit of time', line(arrivingEvery(exponential(1)), [{ service: exponential(1) }]), { items: 500 }, { limits: { items: 1e6, events: 1e9, time: 1e6, instant: 1e5 } }],
  ['two classes', twoClasses(0.8, exponential), { items: 800 }, {}],
  ['steps in a row by one team', inARow(), { items: 1500 }, {}],
  ['steps in a row by one team in a window', inARow(), steady, {}],
  ['simultaneous events', twoClasses(1, fixed), { items: 500 }, {}],
  ['simultaneous events in windows', twoClasses(0.8, fixed), steady, {}],
  ['hourly rates', line({ type: 'rate', value: 2, per: 'h', profile: Array.from({ length: 168 }, (_, hour) => 1 + (hour % 5)) }, [{ service: exponential(0.3) }]), steady, {}],
];

describe('The short loop', () => {
  it.each(cases)('gives what the general engine gives: %s', (_, model, given, changes) => {
    expect(isLine(model)).toBe(true);
    expect(runOnce(model, given, changes)).toEqual(runOnce(model, given, changes, general));
  });

  it('gives the same waits in a lean run', () => {
    const lean = { attribution: false, sequential: true };
    const model = line(arrivingEvery(exponential(0.6)), Array.from({ length: 4 }, () => ({ service: exponential(1), servers: 2 })));
    const short = runOnce(model, { items: 3000 }, lean);
    expect(short).toEqual(runOnce(model, { items: 3000 }, lean, general));
    expect(short.steps.every((step) => step.waiting > 0 && step.visits === 3000)).toBe(true);
  });

  it.each(cases)('gives the same in a lean run: %s', (_, model, given, changes) => {
    const lean = { attribution: false, sequential: true, ...changes };
    // Without attribution waits and lead times are promised, and nothing about teams and boundaries.
    const promised = ({ steps, classes, items, events, ended, endTime, leadTimes, leadTime, cost }: ReplicationResult): object =>
      ({ classes, items, events, ended, endTime, leadTimes, leadTime, cost, steps: steps.map(({ visits, waiting, service }) => ({ visits, waiting, service })) });
    expect(promised(runOnce(model, given, lean))).toEqual(promised(runOnce(model, given, lean, general)));
  });

  it('gives the same in a lean run at any load', () => {
    const lean = { attribution: false, sequential: true };
    for (const gap of [0.35, 0.5, 0.9, 4]) {
      const model = line(arrivingEvery(exponential(gap)), [{ service: exponential(1), servers: 3 }, { service: exponential(0.3) }, { service: exponential(0.6), servers: 2 }]);
      expect(runOnce(model, { items: 2000 }, lean)).toEqual(runOnce(model, { items: 2000 }, lean, general));
      expect(runOnce(model, steady, lean)).toEqual(runOnce(model, steady, lean, general));
    }
  });

  it.each([
    ['a calendar that closes', withOffice(line(arrivingEvery(exponential(2)), [{ service: exponential(1), team: { calendar: 'office' } }]))],
    ['an order of priorities', line(arrivingEvery(exponential(2)), [{ service: exponential(1), team: { discipline: 'priority' } }])],
    ['a step that repeats itself', line(arrivingEvery(exponential(2)), [{ service: exponential(1), step: { rework: { value: 0.1 } } }])],
  ] as const)('leaves everything else to the general engine: %s', (_, model) => {
    expect(isLine(model)).toBe(false);
  });
});
