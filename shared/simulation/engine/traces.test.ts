// Deterministic traces, by hand: every time stands in the test, in hours.
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../document/model/calendar.ts';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import { arrivingEvery, exponential, fixed, line, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import type { ProbeMoment } from './probe.ts';
import { networkOf, runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});

interface Trace {
  readonly moments: readonly ProbeMoment[];
  readonly times: (event: ProbeMoment['event'], itemClass?: number) => number[];
}

/** What happened in one run, times in hours. */
function trace(model: Model, limits: Parameters<typeof runOnce>[1] = {}): Trace & { readonly result: ReturnType<typeof runOnce> } {
  const moments: ProbeMoment[] = [];
  const result = runOnce(model, limits, {}, { tell: (moment) => moments.push(moment) });
  const times = (event: ProbeMoment['event'], itemClass?: number): number[] =>
    moments.filter((moment) => moment.event === event && (itemClass === undefined || moment.itemClass === itemClass)).map((moment) => moment.time / HOUR);
  return { moments, times, result };
}

const gapAtFive: Calendar = {
  id: 'gap', name: 'Gap', weekly: [
    { day: 'mon', from: '00:00', to: '05:00' }, { day: 'mon', from: '09:00', to: '24:00' },
    ...(['tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => ({ day, from: '00:00', to: '24:00' })),
  ],
};

describe('shift end: arrival at 1, service 10, nobody from 5 to 9', () => {
  const shift = (atShiftEnd: 'finish' | 'suspend' | 'restart' | 'resample', service = fixed(10)): Model => {
    const model = line(at(1), [{ service, team: { atShiftEnd, calendar: 'gap' } }]);
    model.calendars['gap'] = gapAtFive;
    return model;
  };
  it('suspends: leaves at 15', () => expect(trace(shift('suspend')).times('finish')).toEqual([15]));
  it('restarts at 9: leaves at 19', () => expect(trace(shift('restart')).times('finish')).toEqual([19]));
  it('finishes: leaves at 11', () => expect(trace(shift('finish')).times('finish')).toEqual([11]));
  it('charges lost and closed time to the calendar', () => {
    const { result } = trace(shift('restart'));
    expect(result.causes[0]! / HOUR).toBe(10);
    expect(result.causes[3]! / HOUR).toBe(8);
  });
  it('draws anew where asked', () => {
    const { times, result } = trace(shift('resample', exponential(10)));
    expect(result.causes[0]! / HOUR + result.causes[3]! / HOUR).toBeCloseTo(times('finish')[0]! - 1, 9);
    if (times('finish')[0]! > 5) expect(times('finish')[0]!).toBeGreaterThan(9);
  });
});

describe('priority: low at 1.5 and 5 (5 h each), high at 7.5 (4 h)', () => {
  const model = (preemption: 'none' | 'resume' | 'restart' | 'resample'): Model => {
    const builder = new ModelBuilder().start('low-start').start('high-start').end('end').team('team', 1, { discipline: 'priority', preemption });
    builder.step('low-step', 'team', fixed(5)).step('high-step', 'team', fixed(4));
    return builder.path('low-start', 'low-step', 'end').path('high-start', 'high-step', 'end')
      .demand('low', 'low-start', at(1.5, 5), { priority: 2 }).demand('high', 'high-start', at(7.5), { priority: 1 }).build();
  };
  it('without preemption ends 6.5, 11.5, 15.5', () => {
    const { times } = trace(model('none'));
    expect(times('finish', 0)).toEqual([6.5, 11.5]);
    expect(times('finish', 1)).toEqual([15.5]);
  });
  it('with preemption and a fresh start ends 6.5, 16.5 and 11.5, with one interruption at 7.5', () => {
    for (const preemption of ['restart', 'resample'] as const) {
      const { times } = trace(model(preemption));
      expect(times('finish', 0)).toEqual([6.5, 16.5]);
      expect(times('finish', 1)).toEqual([11.5]);
      expect(times('pause')).toEqual([7.5]);
    }
  });
  it('with preemption and resumption ends 6.5, 15.5 and 11.5', () => {
    const { times, result } = trace(model('resume'));
    expect(times('finish', 0)).toEqual([6.5, 15.5]);
    expect(times('finish', 1)).toEqual([11.5]);
    // The second low item waits 1.5 h for the first (queue) and 4 h for the later one (priority).
    expect(result.causes.map((seconds) => seconds / HOUR)).toEqual([14, 0, 0, 0, 0, 0, 4, 1.5, 0, 0, 0, 0, 0, 0]);
  });
});

describe('baulking: arrivals every 5, service 21, refused where 3 are present', () => {
  const model = line(arrivingEvery(fixed(5)), [{ service: fixed(21), team: { wipLimit: { limit: 3, whenFull: 'refuse' } } }]);
  it('refuses at 20, 25, 35, 40, 45; ends at 26 and 47', () => {
    const { times, moments } = trace(model, { mode: 'terminating', horizon: { value: 48, unit: 'h' } });
    expect(times('refuse')).toEqual([20, 25, 35, 40, 45]);
    expect(times('finish').slice(0, 2)).toEqual([26, 47]);
    const started = moments.filter((moment) => moment.event === 'start').map((moment) => moment.time / HOUR);
    // They came at 5 and 10: waits of 0 and 16.
    expect(started.slice(0, 2)).toEqual([5, 26]);
  });
});

describe('batches', () => {
  it('of three: the resource is busy 696 s within 1368 s, and 840 s within 1200 s without', () => {
    const two = { type: 'fixed', value: 120, unit: 's' } as const;
    const model = (batching: boolean): Model =>
      line({ type: 'interArrival', time: two, first: 'atStart' }, [
        { service: two }, { service: two }, { service: two },
        { service: two, step: batching ? { batching: { mode: 'sequential', sizes: [{ size: 3, weight: 1 }], factors: [{ size: 3, factor: 0.8 }] } } : {} },
      ], { atMost: 7 });
    const batched = trace(model(true));
    expect(batched.result.endTime).toBeCloseTo(1368, 9);
    expect(batched.result.teams[3]!.budget[0]).toBeCloseTo(696, 9);
    const single = trace(model(false));
    expect(single.result.endTime).toBe(1200);
    expect(single.result.teams[3]!.budget[0]).toBe(840);
  });

  it('against one-piece flow: 40 s, and 4 to 13 s', () => {
    const second = { type: 'fixed', value: 1, unit: 's' } as const;
    const model = (size: number): Model => {
      const built = line({ type: 'list', at: ['2024-01-01T00:00'], batchSize: { type: 'fixed', value: 10 } }, [{ service: second }, { service: second }, { service: second }, { service: second }]);
      for (const flow of Object.values(built.flows)) if (flow.from !== 'start') built.flows[flow.id] = { ...flow, handoff: { batch: { size } } };
      return built;
    };
    expect(trace(model(10)).result.endTime).toBe(40);
    const ends = trace(model(1)).times('finish').map((time) => Math.round(time * HOUR));
    expect([ends[0], ends.at(-1)]).toEqual([4, 13]);
  });
});

describe('event race: timers 4 h, 5 h, 4 h, 3 h', () => {
  it('goes the way of 3 h every time', () => {
    const builder = new ModelBuilder().start('start').gateway('race', 'firstEvent').end('end');
    [4, 5, 4, 3].forEach((hours, index) => {
      builder.node({ kind: 'event', id: `timer-${index}`, process: 'page', position: { x: 0, y: 0 }, trigger: 'timer', wait: fixed(hours) });
      builder.flow('race', `timer-${index}`).flow(`timer-${index}`, 'end');
    });
    const { result, times } = trace(builder.flow('start', 'race').demand('demand', 'start', at(0, 1, 2)).build());
    expect(times('finish')).toEqual([3, 4, 5]);
    expect(result.causes[10]).toBe(9 * HOUR);
  });
});

describe('handovers with concurrency: a (Pete), then b (Sue) beside d (Mike), e (Sara), h (Pete)', () => {
  it('are Pete to Sue, Pete to Mike, Sue to Sara, Mike to Sara, Sara to Pete, and no others', () => {
    const builder = new ModelBuilder().start('start').fork('fork').join('join').end('end');
    for (const name of ['Pete', 'Sue', 'Mike', 'Sara']) builder.team(name, 1);
    const model = builder
      .step('a', 'Pete', fixed(1)).step('b', 'Sue', fixed(1)).step('d', 'Mike', fixed(2)).step('e', 'Sara', fixed(1)).step('h', 'Pete', fixed(1))
      .path('start', 'a', 'fork', 'b', 'join', 'e', 'h', 'end').path('fork', 'd', 'join').demand('demand', 'start', at(0)).build();
    const { teams } = networkOf(model);
    const { result } = trace(model);
    const handovers = result.boundaries.filter(({ from, to }) => from >= 0 && to >= 0).map(({ from, to, crossings }) => `${teams.id[from]} → ${teams.id[to]} ${crossings}`);
    expect(handovers.toSorted()).toEqual(['Mike → Sara 1', 'Pete → Mike 1', 'Pete → Sue 1', 'Sara → Pete 1', 'Sue → Sara 1']);
  });
});

describe('what known engines get wrong', () => {
  it('one person Monday to Friday 9 to 17, one around the clock, ten minutes every thirty: nobody waits', () => {
    const model = line(arrivingEvery({ type: 'fixed', value: 30, unit: 'min' }), [{ service: { type: 'fixed', value: 10, unit: 'min' } }], { atMost: 2000 });
    model.teams['team-1'] = { id: 'team-1', name: 'Team', party: 'party', people: ['office', 'always'] };
    model.people['office'] = { id: 'office', name: 'Office', calendar: 'office-hours' };
    model.people['always'] = { id: 'always', name: 'Always', calendar: 'around-the-clock' };
    const { result } = trace(model);
    expect(result.steps[0]!.waiting).toBe(0);
    // Who starts before the office closes is suspended there: nobody waited for it, yet it took long.
    expect(result.causes[7]).toBe(0);
  });

  it('two classes of priority do not peek into the future', () => {
    const builder = new ModelBuilder().start('start').end('end').team('team', 1, { discipline: 'priority' }).step('step', 'team', exponential(100 / HOUR));
    const each = arrivingEvery(exponential(400 / HOUR));
    const model = builder.path('start', 'step', 'end').demand('high', 'start', each, { priority: 1 }).demand('low', 'start', each, { priority: 2 }).build();
    const { result } = trace(model, { mode: 'steady', horizon: { value: 12_000, unit: 'h' } });
    const waits = result.classes.map(({ seconds, items }) => (seconds[6]! + seconds[7]!) / items);
    expect(waits[0]).toBeCloseTo(66.67, -1);
    expect(waits[1]! / 133.33).toBeGreaterThan(0.95);
    expect(waits[1]! / 133.33).toBeLessThan(1.05);
  });
});

it('is the same in slices of any size, and in a lean run', () => {
  const model = line(arrivingEvery(exponential(1)), [{ service: exponential(0.8) }], { atMost: 500 });
  const whole = runOnce(model);
  expect(runOnce(model)).toEqual(whole);
  expect(runOnce(model, {}, { attribution: false }).leadTime).toBe(whole.leadTime);
  expect(networkOf(model).sets.plain[0]).toBe(1);
});
