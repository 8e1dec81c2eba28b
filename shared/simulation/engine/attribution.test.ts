// The fourteen causes and the rules of the account, each by a calculation in hours that can be done by hand.
import { describe, expect, it } from 'vitest';
import type { Cadence } from '../../document/model/calendar.ts';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Handoff } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Approval, Interrupt, Team } from '../../document/model/organisation.ts';
import type { Step } from '../../document/model/node.ts';
import { fixed, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import { causes, type Cause } from '../results/causes.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { ProbeMoment } from './probe.ts';
import { networkOf, runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});

/** Hours by cause, those that are not 0. */
function hours(seconds: readonly number[]): Partial<Record<Cause, number>> {
  return Object.fromEntries(causes.flatMap((cause, index) => (Math.abs(seconds[index]!) > 1e-9 ? [[cause, Math.round((seconds[index]! / HOUR) * 1e9) / 1e9]] : [])));
}

interface Pair {
  readonly arrivals?: Arrivals;
  readonly handoff?: Handoff;
  readonly first?: Partial<Team>;
  readonly second?: Partial<Team>;
  readonly receive?: Partial<Step>;
  readonly work?: readonly [number, number];
}

/** start → a (team A) → b (team B) → end. */
function pair({ arrivals = at(0), handoff, first = {}, second = {}, receive = {}, work = [1, 1] }: Pair): ModelBuilder {
  return new ModelBuilder().start('start').end('end').team('A', 1, first).team('B', 1, second)
    .step('a', 'A', fixed(work[0])).step('b', 'B', fixed(work[1]), receive)
    .flow('start', 'a').flow('a', 'b', handoff === undefined ? {} : { handoff }).flow('b', 'end').demand('demand', 'start', arrivals);
}

function boundary(model: Model, result: ReplicationResult, from: string, to: string): ReplicationResult['boundaries'][number] | undefined {
  const ids = networkOf(model).teams.id;
  const number = (name: string): number => ids.indexOf(name);
  return result.boundaries.find((row) => row.from === number(from) && row.to === number(to));
}

const run = (builder: ModelBuilder, limits = {}): { model: Model; result: ReplicationResult; causes: Partial<Record<Cause, number>> } => {
  const model = builder.build();
  const result = runOnce(model, limits);
  return { model, result, causes: hours(result.causes) };
};

describe('causes', () => {
  it('service and queue: the second of two items waits for the first at each step', () => {
    const { result, causes } = run(pair({ arrivals: at(0, 0.5), work: [2, 3] }));
    // First 0–2–5; second waits 1.5, 2–4, waits 1, 5–8.
    expect(causes).toEqual({ service: 10, queue: 2.5 });
    expect(result.leadTime / HOUR).toBe(12.5);
    expect(result.steps.map((step) => hours(step.seconds))).toEqual([{ service: 4 }, { service: 6 }]);
  });

  it('transfer belongs to the boundary, and so does the receiver queue', () => {
    const { model, result, causes } = run(pair({ handoff: { transfer: { time: fixed(3) } } }));
    expect(causes).toEqual({ service: 2, transfer: 3 });
    expect(hours(boundary(model, result, 'A', 'B')!.seconds)).toEqual({ transfer: 3 });
  });

  it('batch: the first of two waits for the second', () => {
    const { causes } = run(pair({ arrivals: at(0, 4), handoff: { batch: { size: 2 } } }));
    // The first waits 4 h for the batch; the second then 1 h in the queue.
    expect(causes).toEqual({ service: 4, batch: 4, queue: 1 });
  });

  it('batch: a part batch goes when nobody can join any more', () => {
    expect(run(pair({ arrivals: at(0, 4), handoff: { batch: { size: 5 } } })).causes).toEqual({ service: 4, batch: 4, queue: 1 });
  });

  it('batch at the receiver, after the transfer', () => {
    expect(run(pair({ arrivals: at(0, 4), handoff: { batch: { size: 2, at: 'receiver' }, transfer: { time: fixed(2) } } })).causes).toEqual({ service: 4, batch: 4, transfer: 4, queue: 1 });
  });

  it('batch: a timeout lets it go', () => {
    expect(run(pair({ arrivals: at(0, 9), handoff: { batch: { size: 2, timeout: { value: 2, unit: 'h' } } } })).causes).toEqual({ service: 4, batch: 4 - 2 });
  });

  it('batch: a cadence at 12:00, moved to the opening where the receiver is closed', () => {
    const noon: Cadence = { type: 'weekly', days: ['mon'], at: '12:00' };
    expect(run(pair({ handoff: { cadence: noon } })).causes).toEqual({ service: 2, batch: 11 });
    const sunday: Cadence = { type: 'weekly', days: ['sun'], at: '12:00' };
    // Done Monday 10:00; the tick of Sunday moves to Monday 9:00 of the next week.
    expect(run(pair({ arrivals: at(9), handoff: { cadence: sunday }, second: { calendar: 'office-hours' } })).causes).toEqual({ service: 2, batch: 167 });
  });

  it('calendar: both sides closed is kept apart', () => {
    // Monday 16:00–17:00 at A (office); B is open 20:00 to 04:00 only.
    const builder = pair({ arrivals: at(16), first: { calendar: 'office-hours' }, second: { calendar: 'night' } });
    builder.with((model) => (model.calendars['night'] = { id: 'night', name: 'Night', weekly: [{ day: 'mon', from: '20:00', to: '24:00' }] }));
    const { model, result, causes } = run(builder);
    expect(causes).toEqual({ service: 2, calendar: 3 });
    expect(boundary(model, result, 'A', 'B')!.bothClosed / HOUR).toBe(3);
  });

  it('calendar: only the receiver closed, then both', () => {
    // A works Monday 14–15 and stays until 17; B opens Tuesday 9.
    const builder = pair({ arrivals: at(14), first: { calendar: 'office-hours' }, second: { calendar: 'tuesday' } });
    builder.with((model) => (model.calendars['tuesday'] = { id: 'tuesday', name: 'Tuesday', weekly: [{ day: 'tue', from: '09:00', to: '12:00' }] }));
    const { model, result, causes } = run(builder);
    expect(causes).toEqual({ service: 2, calendar: 18 });
    expect(boundary(model, result, 'A', 'B')!.bothClosed / HOUR).toBe(16);
  });

  it('blocking: a full receiver holds the item and the unit that made it', () => {
    const { model, result, causes } = run(pair({ arrivals: at(0, 0, 0), work: [1, 4], second: { wipLimit: { limit: 1, whenFull: 'hold' } } }));
    // 1: a 0–1, b 1–5. 2: a 1–2, held 2–5, b 5–9. 3: waits 1 for 1, 1 for 2, then 3 for the held unit; a 5–6, held 6–9, b 9–13.
    expect(causes).toEqual({ service: 15, queue: 3, blocking: 3 + 3 + 3 });
    expect(result.leadTime / HOUR).toBe(5 + 9 + 13);
    const held = networkOf(model).teams.id.indexOf('A');
    expect(result.teams[held]!.budget[8]! / HOUR).toBe(6);
  });

  it('blocking: a parked item leaves its unit free', () => {
    const { causes } = run(pair({ arrivals: at(0, 0, 0), work: [1, 4], second: { wipLimit: { limit: 1, whenFull: 'park' } } }));
    // 2: a 1–2, parked to 5. 3: a 2–3, parked to 9.
    expect(causes).toEqual({ service: 15, queue: 3, blocking: 3 + 6 });
  });

  const every = (hours: number, length: number, fields: Partial<Interrupt> = {}): Interrupt => ({
    id: 'calls', name: 'Calls', every: fixed(hours), length: fixed(length), ...fields,
  });

  it('interrupt: work is broken off, and who waits shares the loss', () => {
    // The first call would come at 100.
    const { causes } = run(pair({ arrivals: at(0, 0), work: [4, 0.5], first: { interrupts: [every(100, 1, { clock: 'afterEnd' })] } }));
    expect(causes).toEqual({ service: 9, queue: 4 });
    const broken = run(pair({ arrivals: at(0, 0), work: [4, 0.5], first: { interrupts: [every(6, 1)] } }));
    // The call at 6 breaks the second item off (4–6, 7–9); calls at 12 find nobody.
    expect(broken.causes).toEqual({ service: 9, queue: 4, interrupt: 1 });
  });

  it('interrupt: half of two units counts half', () => {
    const builder = new ModelBuilder().start('start').end('end').team('A', 2, { interrupts: [every(1, 2, { perUnit: false, clock: 'afterEnd' })] })
      .step('a', 'A', fixed(4)).path('start', 'a', 'end').demand('demand', 'start', at(0, 0, 0));
    // The call 1–3 breaks the second item off, the call 4–6 takes the unit that the first leaves: so the third waits 0–6,
    // 4 h of it with one of two units interrupted. The call at 7 finds the other unit free.
    expect(run(builder).causes).toEqual({ service: 12, queue: 4, interrupt: 2 + 2 });
  });

  it('protected time counts as interrupt', () => {
    // Office 9–17, a quarter protected: the only unit loses 15–17.
    const { causes, result } = run(pair({ arrivals: at(14), work: [2, 1], first: { calendar: 'office-hours', protectedShare: { value: 0.25 } } }));
    // 14–15 worked, 15–17 protected, closed to 9:00, 9–10 worked.
    expect(causes).toEqual({ service: 3, interrupt: 2, calendar: 16 });
    expect(result.teams[0]!.budget[7]! / HOUR).toBe(2);
  });

  it('decision: latency on the decider calendar, no capacity', () => {
    const builder = pair({ arrivals: at(14), receive: { approval: { decider: 'B', when: { type: 'anyTime', after: fixed(4) } } }, second: { calendar: 'office-hours' } });
    // a 14–15; 2 h until 17, 2 h from Tuesday 9: decided at 11, b 11–12.
    const { model, result, causes } = run(builder);
    expect(causes).toEqual({ service: 2, decision: 20 });
    expect(hours(boundary(model, result, 'A', 'B')!.seconds)).toEqual({ decision: 20 });
  });

  it('decision: a meeting takes at most two', () => {
    const when: Approval['when'] = { type: 'meeting', cadence: { type: 'weekly', days: ['mon', 'tue'], at: '10:00' }, atMost: 2 };
    const builder = pair({ arrivals: at(0, 0, 0), receive: { approval: { decider: 'B', when }, serviceTime: fixed(0) } });
    // Done at 1, 2, 3; two are taken at 10:00, the third at 10:00 on Tuesday.
    expect(run(builder).causes).toEqual({ service: 3, queue: 3, decision: 9 + 8 + 31 });
  });

  it('information: an answer of another team is waited for, its capacity used', () => {
    const builder = pair({ receive: { queryTime: fixed(2) } }).team('C', 1).step('c', 'C', fixed(1)).flow('c', 'b', { kind: 'information' });
    const { model, result, causes } = run(builder);
    expect(causes).toEqual({ service: 2, information: 2 });
    expect(result.teams[networkOf(model).teams.id.indexOf('C')]!.budget[0]! / HOUR).toBe(2);
  });

  it('information: the output of a parallel branch is waited for', () => {
    const builder = new ModelBuilder().start('start').fork('fork').join('join').end('end').team('A', 1).team('B', 1)
      .step('a', 'A', fixed(3)).step('b', 'B', fixed(1)).path('start', 'fork', 'a', 'join', 'end').path('fork', 'b', 'join')
      .flow('a', 'b', { kind: 'information' }).demand('demand', 'start', at(0));
    // b waits 3 h for a, then works 1 h: it comes last.
    expect(run(builder).causes).toEqual({ service: 1, information: 3 });
  });

  it('timer: a wait by plan is no friction of anybody', () => {
    const builder = pair({}).node({ kind: 'event', id: 'wait', process: 'page', position: { x: 0, y: 0 }, trigger: 'timer', wait: fixed(5) });
    builder.with((model) => {
      model.flows['flow-2'] = { ...model.flows['flow-2']!, to: 'wait' };
    }).flow('wait', 'b');
    const { model, result, causes } = run(builder);
    expect(causes).toEqual({ service: 2, timer: 5 });
    expect(hours(boundary(model, result, 'A', 'B')!.seconds)).toEqual({ timer: 5 });
  });

  it('setup: the handoff asks for it, a unit pays for idleness and for change', () => {
    const { model, result, causes } = run(pair({ handoff: { setup: fixed(0.5) }, second: { setup: { afterIdle: fixed(0.25), onChange: fixed(2) } } }));
    expect(causes).toEqual({ service: 2, setup: 2.75 });
    expect(hours(boundary(model, result, 'A', 'B')!.seconds)).toEqual({ setup: 2.75 });
    expect(result.teams[1]!.budget[3]! / HOUR).toBe(2.75);
  });

  it('setup: resuming after an interrupt takes a penalty', () => {
    const { causes } = run(pair({ work: [4, 1], first: { interrupts: [every(3, 1, { clock: 'afterEnd' })], resumePenalty: fixed(0.5) } }));
    // 0–3 worked, 3–4 call, penalty 0.5, 4.5–5.5; next call at 7.
    expect(causes).toEqual({ service: 5, interrupt: 1, setup: 0.5 });
  });
});

describe('loops', () => {
  const asks = (probability: number): Handoff => ({
    transfer: { time: fixed(1) }, setup: fixed(0.25), clarification: { probability: { value: probability }, answer: fixed(0.5) },
  });

  it('clarification: every round costs two transfers, the answer and the set-up again', () => {
    const moments: ProbeMoment[] = [];
    const model = pair({ arrivals: at(0), handoff: asks(0.8) }).build();
    const result = runOnce(model, { seed: 3 }, {}, { tell: (moment) => moments.push(moment) });
    const rounds = moments.filter((moment) => moment.event === 'question').length;
    expect(rounds).toBeGreaterThan(0);
    expect(hours(result.causes)).toEqual({ service: 2, transfer: 1, setup: 0.25, clarification: rounds * 2.75 });
    expect(hours(result.withinClarification)).toEqual({ transfer: rounds * 2, service: rounds * 0.5, setup: rounds * 0.25 });
    expect(hours(boundary(model, result, 'A', 'B')!.seconds)).toEqual({ transfer: 1, setup: 0.25, clarification: rounds * 2.75 });
    expect(result.teams[0]!.budget[4]! / HOUR).toBeCloseTo(rounds * 0.5, 9);
    expect(result.teams[1]!.budget[4]! / HOUR).toBeCloseTo(rounds * 0.25, 9);
  });

  it('rework after a rejection: everything until it is accepted, charged to the boundary that sent it back', () => {
    const moments: ProbeMoment[] = [];
    const model = pair({ arrivals: at(0), handoff: { transfer: { time: fixed(1) }, rejection: { value: 0.8 } } }).build();
    const result = runOnce(model, { seed: 5 }, {}, { tell: (moment) => moments.push(moment) });
    const rounds = moments.filter((moment) => moment.event === 'reject').length;
    expect(rounds).toBeGreaterThan(0);
    // Back 1, a again 1, forth 1, b again 1.
    expect(hours(result.causes)).toEqual({ service: 2, transfer: 1, rework: rounds * 4 });
    expect(hours(result.withinRework)).toEqual({ transfer: rounds * 2, service: rounds * 2 });
    expect(hours(boundary(model, result, 'A', 'B')!.seconds)).toEqual({ transfer: 1, rework: rounds * 4 });
    expect(boundary(model, result, 'B', 'A')!.crossings).toBe(rounds);
    expect(boundary(model, result, 'B', 'A')!.pingPong).toBe(rounds);
    expect(result.teams[1]!.budget[5]! / HOUR).toBeCloseTo(rounds, 9);
  });

  it('rework within a step stays with its team', () => {
    const model = pair({ arrivals: at(0), receive: { rework: { value: 0.8 } } }).build();
    const result = runOnce(model, { seed: 2 });
    const rounds = result.steps[1]!.visits - 1;
    expect(rounds).toBeGreaterThan(0);
    expect(hours(result.causes)).toEqual({ service: 2, rework: rounds });
    expect(hours(boundary(model, result, 'B', 'B')!.seconds)).toEqual({ rework: rounds });
  });

  it('rework over a marked back edge ends where it began', () => {
    const builder = new ModelBuilder().start('start').gateway('good').end('end').team('A', 1).team('B', 1)
      .step('a', 'A', fixed(1)).step('b', 'B', fixed(2)).path('start', 'a', 'b', 'good').branch('good', 'end', 0.3).branch('good', 'a', 0.7, { rework: true })
      .demand('demand', 'start', at(0));
    const model = builder.build();
    const result = runOnce(model, { seed: 4 });
    const rounds = result.steps[0]!.visits - 1;
    expect(rounds).toBeGreaterThan(0);
    expect(hours(result.causes)).toEqual({ service: 3, rework: rounds * 3 });
    expect(hours(boundary(model, result, 'B', 'A')!.seconds)).toEqual({ rework: rounds * 3 });
  });
});

describe('branches', () => {
  it('the chain follows the branch that came last; the other reports slack', () => {
    const builder = new ModelBuilder().start('start').fork('fork').join('join').end('end').team('A', 1).team('B', 1).team('C', 1)
      .step('a', 'A', fixed(1)).step('b', 'B', fixed(3)).step('c', 'C', fixed(1))
      .path('start', 'fork', 'a', 'join', 'c', 'end').flow('fork', 'b', { handoff: { transfer: { time: fixed(2) } } }).flow('b', 'join').demand('demand', 'start', at(0));
    const { model, result, causes } = run(builder);
    expect(causes).toEqual({ service: 4, transfer: 2 });
    expect(hours(boundary(model, result, 'B', 'C')!.seconds)).toEqual({});
    // Both branches cross to C, but only the one that came last is charged.
    expect(boundary(model, result, 'A', 'C')).toMatchObject({ crossings: 1 });
    expect(hours(boundary(model, result, 'A', 'C')!.seconds)).toEqual({});
    expect(result.steps[0]!.slack / HOUR).toBe(4);
    expect(result.steps.map((step) => step.visits)).toEqual([1, 1, 1]);
  });

  it('what lies before a fork goes to the boundary of the branch that came last', () => {
    const timer = { kind: 'event', id: 'wait', process: 'page', position: { x: 0, y: 0 }, trigger: 'timer', wait: fixed(5) } as const;
    const builder = new ModelBuilder().start('start').node(timer).fork('fork').join('join').end('end').team('A', 1).team('B', 1)
      .step('a', 'A', fixed(1)).step('b', 'B', fixed(3)).path('start', 'wait', 'fork', 'a', 'join', 'end').path('fork', 'b', 'join').demand('demand', 'start', at(0));
    const { model, result } = run(builder);
    const outsideToB = result.boundaries.find((row) => row.from === -1 && row.to === networkOf(model).teams.id.indexOf('B'))!;
    expect(hours(outsideToB.seconds)).toEqual({ timer: 5 });
  });
});

it('crossings, visits and the tail count every item once', () => {
  const { model, result } = run(pair({ arrivals: at(0, 10, 20) }));
  expect(boundary(model, result, 'A', 'B')!.crossings).toBe(3);
  expect(result.boundaries.find((row) => row.from === -1)!.crossings).toBe(3);
  expect(result.boundaries.find((row) => row.to === -1)!.crossings).toBe(3);
  expect(result.leadTimes.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
});
