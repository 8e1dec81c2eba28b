// Rules of DESIGN 3, one small model each; times in hours, worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import type { EventNode, Node } from '../../document/model/node.ts';
import { arrivingEvery, exponential, fixed, line, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import { defaultLimits } from '../results/used-settings.ts';
import type { ProbeMoment } from './probe.ts';
import { runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});
const place = { process: 'page', position: { x: 0, y: 0 } } as const;
const timer = (id: string, hours: number, fields: Partial<EventNode> = {}): Node => ({ kind: 'event', id, ...place, trigger: 'timer', wait: fixed(hours), ...fields });

interface Seen {
  readonly result: ReplicationResult;
  readonly moments: readonly ProbeMoment[];
  /** Times of an event in hours, of one class or of all. */
  readonly times: (event: ProbeMoment['event'], itemClass?: number) => number[];
}
function run(model: Model, given: Parameters<typeof runOnce>[1] = {}): Seen {
  const moments: ProbeMoment[] = [];
  const result = runOnce(model, given, {}, { tell: (moment) => moments.push(moment) });
  const times = (event: ProbeMoment['event'], itemClass?: number): number[] =>
    moments.filter((moment) => moment.event === event && (itemClass === undefined || moment.itemClass === itemClass)).map((moment) => Math.round((moment.time / HOUR) * 1e6) / 1e6);
  return { result, moments, times };
}
const finishes = (model: Model): number[] => run(model).times('finish');

describe('structure', () => {
  it('a circle in which no time passes is stopped, with what was found until then', () => {
    const limits = { ...defaultLimits, instant: 5000 };
    const circle = (through: (builder: ModelBuilder) => ModelBuilder): ReplicationResult => {
      const builder = new ModelBuilder().start('start').end('end').team('A', 1).step('a', 'A', fixed(1)).gateway('again').gateway('back');
      const model = through(builder).path('start', 'a', 'back').branch('again', 'end', 1e-12).branch('again', 'back', 1 - 1e-12).demand('demand', 'start', at(0, 3)).build();
      return runOnce(model, {}, { limits });
    };
    const empty = circle((builder) => builder.path('back', 'again'));
    const idle = circle((builder) => builder.step('b', 'A', fixed(0)).path('back', 'b', 'again'));
    for (const { ended, endTime, steps } of [empty, idle]) expect([ended, endTime / HOUR, steps[0]!.visits]).toEqual(['instant', 1, 1]);
    // In the first nothing is an event but the end of the step: tokens go on within it.
    expect([empty.events < 10, idle.events > 500]).toEqual([true, true]);
  });

  it('a sub-process ends when everything in it has ended', () => {
    const model = new ModelBuilder().start('start').end('end').team('A', 5)
      .node({ kind: 'subprocess', id: 'sub', ...place }).node({ kind: 'start', id: 'inner', ...place, parent: 'sub' })
      .node({ kind: 'fork', id: 'split', ...place, parent: 'sub' })
      .step('a', 'A', fixed(1), { parent: 'sub' }).step('b', 'A', fixed(4), { parent: 'sub' })
      .path('inner', 'split', 'a').path('split', 'b').path('start', 'sub', 'end').demand('demand', 'start', at(0)).build();
    expect(finishes(model)).toEqual([4]);
  });

  it('instances run all at once, or one after the other', () => {
    const model = (mode: 'parallel' | 'sequence'): Model =>
      line(at(0), [{ service: fixed(2), servers: 2, step: { multiInstance: { mode, count: { type: 'fixed', value: 3 } } } }]);
    // Two units: 2, 2 and then the third to 4; one after the other 6.
    expect(finishes(model('parallel'))).toEqual([4]);
    expect(finishes(model('sequence'))).toEqual([6]);
  });

  it('an attached event ends the work, and the winner keeps the account', () => {
    const builder = new ModelBuilder().start('start').end('end').team('A', 1).step('a', 'A', fixed(5)).step('b', 'A', fixed(1))
      .node(timer('late', 3, { attachedTo: 'a' })).path('start', 'a', 'end').path('late', 'b', 'end').demand('demand', 'start', at(0));
    const { result, times } = run(builder.build());
    expect(times('finish')).toEqual([4]);
    expect(result.causes[10]! / HOUR).toBe(3);
    expect(result.teams[0]!.budget[6]! / HOUR).toBe(3);
  });

  it('an attached event that does not end the work starts a branch beside it', () => {
    const builder = new ModelBuilder().start('start').end('end').team('A', 2).step('a', 'A', fixed(5)).step('b', 'A', fixed(1))
      .node(timer('remind', 3, { attachedTo: 'a', interrupting: false })).path('start', 'a', 'end').path('remind', 'b', 'end').demand('demand', 'start', at(0));
    const { result, times } = run(builder.build());
    expect(times('finish')).toEqual([5]);
    expect(result.steps.map((step) => step.visits)).toEqual([1, 1]);
  });

  it('terminate ends every branch of the item', () => {
    const builder = new ModelBuilder().start('start').fork('fork').node({ kind: 'end', id: 'stop', ...place, terminate: true }).end('end')
      .team('A', 1).team('B', 1).step('a', 'A', fixed(1)).step('b', 'B', fixed(9)).path('start', 'fork', 'a', 'stop').path('fork', 'b', 'end').demand('demand', 'start', at(0));
    const { result, times } = run(builder.build());
    expect(times('finish')).toEqual([1]);
    expect(result.teams[1]!.budget[6]! / HOUR).toBe(1);
  });

  it('a join does not wait for a branch that has turned away, and fires when it turns', () => {
    const builder = new ModelBuilder().start('start').fork('fork').join('join').gateway('choice').end('aside').end('end').team('A', 3)
      .step('a', 'A', fixed(1)).step('b', 'A', fixed(4)).step('c', 'A', fixed(1))
      .path('start', 'fork', 'a', 'join', 'c', 'end').path('fork', 'b', 'choice').branch('choice', 'aside', 1).branch('choice', 'join', 0).demand('demand', 'start', at(0));
    const { result, times } = run(builder.build());
    expect(times('finish')).toEqual([5]);
    // The chain leads through the branch that turned away: 4 h of it, then c.
    expect(result.causes[0]! / HOUR).toBe(5);
  });

  it('conditions route by attributes, one of several words or a range', () => {
    const builder = new ModelBuilder().start('start').gateway('choice').end('end').team('A', 9).step('small', 'A', fixed(1)).step('large', 'A', fixed(2))
      .flow('start', 'choice').flow('choice', 'small', { condition: { anyOf: [[{ attribute: 'size', comparison: 'in', value: [0, 10] }]] } })
      .flow('choice', 'large', { otherwise: true }).flow('small', 'end').flow('large', 'end')
      .demand('little', 'start', at(0), { attributes: [{ type: 'number', name: 'size', distribution: { type: 'fixed', value: 5 } }] })
      .demand('much', 'start', at(0), { attributes: [{ type: 'number', name: 'size', distribution: { type: 'fixed', value: 50 } }] });
    const { times } = run(builder.build());
    expect([times('finish', 0), times('finish', 1)]).toEqual([[1], [2]]);
  });
});

describe('who works', () => {
  it('several units are seized at once, nothing is reserved', () => {
    const builder = new ModelBuilder().start('s1').start('s2').end('end').team('A', 1).team('B', 1)
      .step('both', 'A', fixed(2), { requirements: [{ anyOf: [{ team: 'A' }] }, { anyOf: [{ team: 'B' }] }] }).step('only', 'B', fixed(3))
      .path('s1', 'both', 'end').path('s2', 'only', 'end').demand('pair', 's1', at(1)).demand('single', 's2', at(0, 2));
    const { result, times } = run(builder.build());
    // B is busy 0–3; the second single came later than the pair: the pair works 3–5, the single 5–8.
    expect(times('finish', 0)).toEqual([5]);
    expect(times('finish', 1)).toEqual([3, 8]);
    expect(result.classes[0]!.seconds[7]! / HOUR).toBe(2);
  });

  it('a skill picks among people, alternatives bring their own time', () => {
    const builder = new ModelBuilder().start('start').end('end').with((model) => {
      model.people['ann'] = { id: 'ann', name: 'Ann', skills: ['law'] };
      model.people['bob'] = { id: 'bob', name: 'Bob' };
      model.teams['A'] = { id: 'A', name: 'A', party: 'party', people: ['ann', 'bob'] };
    }).team('C', 1)
      .step('law', 'A', fixed(2), { requirements: [{ anyOf: [{ team: 'A', skill: 'law' }, { team: 'C', serviceTime: fixed(6) }] }] })
      .path('start', 'law', 'end').demand('demand', 'start', at(0, 0, 0));
    // Ann 0–2, C 0–6, Ann again 2–4; Bob cannot.
    expect(finishes(builder.build())).toEqual([2, 4, 6]);
  });

  it('a person in two teams is one person', () => {
    const builder = new ModelBuilder().start('s1').start('s2').end('end').with((model) => {
      model.people['ann'] = { id: 'ann', name: 'Ann' };
      for (const id of ['A', 'B']) model.teams[id] = { id, name: id, party: 'party', people: ['ann'] };
    }).step('a', 'A', fixed(2)).step('b', 'B', fixed(3)).path('s1', 'a', 'end').path('s2', 'b', 'end').demand('one', 's1', at(0)).demand('two', 's2', at(0));
    const { result, times } = run(builder.build());
    expect(times('finish')).toEqual([2, 5]);
    expect(result.teams.map((team) => [team.budget[0]! / HOUR, team.budget[9]! / HOUR])).toEqual([[2, 3], [3, 2]]);
  });

  it('disciplines: due date, shortest, and rising with age', () => {
    const ranked = (discipline: 'dueDate' | 'shortest' | 'priority', fields = {}): Model => {
      const builder = new ModelBuilder().start('s0').start('s1').start('s2').end('end').team('A', 1, { discipline, ...fields });
      [4, 3, 1].forEach((hours, index) => builder.step(`w${index}`, 'A', fixed(hours)).path(`s${index}`, `w${index}`, 'end'));
      return builder.demand('first', 's0', at(0)).demand('long', 's1', at(1), { due: { value: 10, unit: 'h' }, priority: 2 })
        .demand('short', 's2', at(2), { due: { value: 20, unit: 'h' }, priority: 1 }).build();
    };
    expect(finishes(ranked('dueDate'))).toEqual([4, 7, 8]);
    expect(finishes(ranked('shortest'))).toEqual([4, 5, 8]);
    expect(finishes(ranked('priority'))).toEqual([4, 5, 8]);
    // After 1.5 h of waiting, at 2.5, the long one is level with the short one, and it came first.
    expect(finishes(ranked('priority', { ageing: { value: 1.5, unit: 'h' } }))).toEqual([4, 7, 8]);
  });

  it('a team that begins at three waiting serves until nothing is left, and the last ones when nobody can come', () => {
    expect(finishes(line(at(0, 1, 2, 5, 20), [{ service: fixed(2), team: { startAt: 3 } }]))).toEqual([4, 6, 8, 10, 22]);
  });

  it('a team that begins at two waiting counts all who wait for it, whatever else they need', () => {
    const model = new ModelBuilder().start('one').start('two').end('end').team('A', 2, { startAt: 2 }).team('B', 1)
      .step('alone', 'A', fixed(1)).step('both', 'A', fixed(1), { requirements: [{ anyOf: [{ team: 'A' }] }, { anyOf: [{ team: 'B' }] }] })
      .path('one', 'alone', 'end').path('two', 'both', 'end').demand('for-one', 'one', at(0, 20)).demand('for-two', 'two', at(3, 30)).build();
    // The first of each begins at 3; the item of 20 waits until that of 30 comes.
    expect(finishes(model)).toEqual([4, 4, 31, 31]);
  });

  it('broken-off work may be handed over', () => {
    const builder = new ModelBuilder().start('s1').start('s2').end('end').team('A', 2, { discipline: 'priority', preemption: 'resume', handover: true })
      .step('low', 'A', fixed(4)).step('high', 'A', fixed(9)).path('s1', 'low', 'end').path('s2', 'high', 'end')
      .demand('low', 's1', at(0, 1), { priority: 2 }).demand('high', 's2', at(2), { priority: 1 });
    // The second low item loses its unit at 2 with 3 h left and goes on with the other unit at 4.
    expect(run(builder.build()).times('finish', 0)).toEqual([4, 7]);
  });

  it('two things at once take each twice as long, less what switching costs', () => {
    const model = (switchCost: number): Model => line(at(0, 0), [{ service: fixed(2), team: { multitasking: { limit: 2, switchCost: { value: switchCost } } } }]);
    expect(finishes(model(0))).toEqual([4, 4]);
    const { result, times } = run(model(0.2));
    expect(times('finish')).toEqual([5, 5]);
    expect(result.causes.map((seconds) => Math.round((seconds / HOUR) * 1e6) / 1e6)).toEqual([4, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0]);
  });

  it('a vendor without limit takes its response time beyond the touch time', () => {
    const builder = new ModelBuilder().start('start').end('end').team('A', 1).with((model) => (model.teams['V'] = { id: 'V', name: 'Vendor', party: 'party', unlimited: true, calendar: 'around-the-clock' }))
      .step('a', 'A', fixed(1)).step('v', 'V', fixed(2)).flow('start', 'a').flow('a', 'v', { handoff: { term: { responseTime: { value: 8, unit: 'h' } } } }).flow('v', 'end').demand('demand', 'start', at(0, 0));
    const { result, times } = run(builder.build());
    expect(times('finish')).toEqual([9, 10]);
    expect(result.steps[1]!.seconds[7]! / HOUR).toBe(12);
  });
});

describe('interrupts', () => {
  const calls = (acts: 'preempt' | 'queueFirst' | 'queue', clock: 'afterEnd' | 'whileBusy' = 'afterEnd') =>
    ({ interrupts: [{ id: 'call', name: 'Call', acts, clock, every: fixed(3), length: fixed(1), perUnit: false }] });
  it('break off, go first, or queue', () => {
    const model = (acts: 'preempt' | 'queueFirst' | 'queue'): number[] => finishes(line(at(0, 0), [{ service: fixed(4), team: calls(acts) }]));
    // Preempt at 3–4 and 7–8; first: after the first item 4–5, next at 8 finds a busy unit until 9; last: behind both.
    expect(model('preempt')).toEqual([5, 10]);
    expect(model('queueFirst')).toEqual([4, 9]);
    expect(model('queue')).toEqual([4, 8]);
  });
  it('run only while somebody works', () => {
    // Works 0–2 and 10–12: one hour of busy time is missing to the call at 11.
    expect(finishes(line(at(0, 10), [{ service: fixed(2), team: calls('preempt', 'whileBusy') }]))).toEqual([2, 13]);
  });
});

describe('arrivals', () => {
  const office = { calendar: 'office-hours' } as const;
  it('stand still or are pushed while closed', () => {
    const model = (whenClosed: 'pause' | 'push'): Model =>
      line({ type: 'interArrival', time: fixed(12), ...office, whenClosed, first: 'atStart' }, [{ service: fixed(0.5) }], { atMost: 3 });
    // Monday 9:00; pause: 12 open hours later Tuesday 13:00, Wednesday 17:00. Push: 21:00 → Tuesday 9:00, 21:00 → Wednesday 9:00.
    expect(run(model('pause')).times('arrive')).toEqual([9, 37, 65]);
    expect(run(model('push')).times('arrive')).toEqual([9, 33, 57]);
  });
  it('come in batches', () => {
    expect(run(line({ type: 'list', at: ['2024-01-01T00:00'], batchSize: { type: 'fixed', value: 4 } }, [{ service: fixed(1) }])).times('finish')).toEqual([1, 2, 3, 4]);
  });
  it('follow a calendar with the stated total per week', () => {
    const { moments, result } = run(line({ type: 'rate', value: 100, per: 'w', calendar: 'office-hours' }, [{ service: fixed(0.01) }]), { mode: 'steady', horizon: { value: 70, unit: 'd' } });
    const hours = moments.filter((moment) => moment.event === 'arrive' && moment.time < 70 * 86400).map((moment) => (moment.time / HOUR) % 24);
    expect(hours.every((hour) => hour >= 9 && hour < 17)).toBe(true);
    expect(result.items.counted / 10).toBeGreaterThan(90);
    expect(result.items.counted / 10).toBeLessThan(110);
  });
  it('more demand only adds items: those of the base keep their times and their work', () => {
    const model = (value: number): Model => line({ type: 'rate', value, per: 'd' }, [{ service: exponential(0.1), servers: 50 }]);
    const starts = (of: Model, base: Model): Map<string, number> => {
      const found = new Map<string, number>();
      runOnce(of, { mode: 'steady', horizon: { value: 20, unit: 'd' } }, {}, { tell: (moment) => void (moment.event === 'finish' && found.set(`${moment.item}`, moment.amount)) }, base);
      return found;
    };
    const base = model(10);
    const few = starts(base, base);
    const many = starts(model(17), base);
    expect(many.size).toBeGreaterThan(few.size);
    expect([...few].every(([item, leadTime]) => many.get(item) === leadTime)).toBe(true);
  });
  it('give up after their patience', () => {
    const { result, times } = run(line(at(0, 1), [{ service: fixed(5) }], { patience: fixed(2) }));
    expect(times('abandon')).toEqual([3]);
    expect(result.items.abandoned).toBe(1);
  });
  it.each([[1, 2], [2, 1]])('give up out of a batch that waits, those of %i with those of %i', (hasty, calm) => {
    const builder = new ModelBuilder().start('start').start('long').end('end').team('A', 1)
      .step('block', 'A', fixed(10)).step('together', 'A', fixed(1), { batching: { sizes: [{ size: 2, weight: 1 }] } })
      .path('long', 'block', 'end').path('start', 'together', 'end')
      .demand('blocker', 'long', at(0)).demand('calm', 'start', at(calm)).demand('hasty', 'start', at(hasty), { patience: fixed(3) });
    const { times, result } = run(builder.build());
    // The batch is there at 2 and waits for people until 10; at 5 one of the two goes away.
    expect([times('abandon'), times('finish')]).toEqual([[5], [10, 11]]);
    expect(Math.max(...result.steps.map((step) => step.queueArea)) / HOUR).toBe(3 + 8);
  });

  it('a closed population comes back after thinking', () => {
    const { times } = run(line({ type: 'closed', population: { value: 1 }, thinkTime: fixed(3) }, [{ service: fixed(2) }]), { mode: 'terminating', horizon: { value: 12, unit: 'h' } });
    expect(times('finish')).toEqual([2, 7, 12]);
  });
});

describe('calendars', () => {
  it('keep the hour that a change of clocks takes away', () => {
    // Berlin, 31 March 2024: 2:00 becomes 3:00, so 1:00 to 4:00 has two hours.
    const model = line({ type: 'list', at: ['2024-03-31T00:00:00Z'] }, [{ service: fixed(2), team: { calendar: 'night' } }]);
    model.calendars['night'] = { id: 'night', name: 'Night', timeZone: 'Europe/Berlin', weekly: [{ day: 'sun', from: '01:00', to: '04:00' }] };
    expect(run(model).result.leadTime / HOUR).toBe(2);
  });
  it('a share of availability is a share of the units', () => {
    // Two units at a half: one works all day.
    const model = line(at(9, 9), [{ service: fixed(2), servers: 2, team: { calendar: 'half' } }]);
    model.calendars['half'] = { id: 'half', name: 'Half', weekly: [{ day: 'mon', from: '09:00', to: '17:00', availability: 0.5 }] };
    expect(run(model).times('finish')).toEqual([11, 13]);
  });
});

it('Little and the budget hold in the sample, warm-up and all', () => {
  const model = line(arrivingEvery(exponential(1)), [{ service: exponential(0.7), team: { calendar: 'office-hours' }, servers: 4 }, { service: exponential(0.6) }]);
  const result = runOnce(model, { mode: 'steady', horizon: { value: 60, unit: 'd' }, warmUp: { value: 14, unit: 'd' } });
  expect(result.overlap / result.workArea).toBeCloseTo(1, 9);
  for (const team of result.teams) expect(team.budget.reduce((sum, part) => sum + part, 0) / team.onShift).toBeCloseTo(1, 9);
});
