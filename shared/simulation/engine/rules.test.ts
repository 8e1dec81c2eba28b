// Rules of DESIGN 2 and 3 that only a few models use, one small model each; times in hours, worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import type { StepBatch } from '../../document/model/node.ts';
import type { Team } from '../../document/model/organisation.ts';
import { arrivingEvery, exponential, fixed, line, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import { BUDGET } from '../results/causes.ts';
import type { ProbeMoment } from './probe.ts';
import { networkOf, runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});

function moments(model: Model, given: Parameters<typeof runOnce>[1] = {}): ProbeMoment[] {
  const list: ProbeMoment[] = [];
  runOnce(model, given, {}, { tell: (moment) => void list.push(moment) });
  return list;
}
const finishes = (model: Model): number[] => moments(model).filter(({ event }) => event === 'finish').map(({ time }) => Math.round((time / HOUR) * 1e6) / 1e6);

describe('who goes first', () => {
  const dueSoon = (discipline: Team['discipline'] & string): Model =>
    new ModelBuilder().start('first').start('long').start('short').end('end').team('A', 1, { discipline })
      .step('block', 'A', fixed(2)).step('six', 'A', fixed(6)).step('one', 'A', fixed(1))
      .path('first', 'block', 'end').path('long', 'six', 'end').path('short', 'one', 'end')
      .demand('a', 'first', at(0)).demand('b', 'long', at(1), { due: { value: 10, unit: 'h' } }).demand('c', 'short', at(1), { due: { value: 8, unit: 'h' } }).build();

  it('is by slack who has least time left after the work itself', () => {
    // Due at 11 with 6 h of work: 5; due at 9 with 1 h of work: 8.
    expect(finishes(dueSoon('slack'))).toEqual([2, 8, 9]);
    expect(finishes(dueSoon('dueDate'))).toEqual([2, 3, 9]);
  });

  it('is by a rule over attributes who fits its condition, else by the number of the class', () => {
    const builder = new ModelBuilder().start('start').end('end').team('A', 1, { discipline: 'priority' }).step('a', 'A', fixed(1)).path('start', 'a', 'end');
    const rules = { priority: 5, priorityRules: [{ when: { anyOf: [[{ attribute: 'amount', comparison: '>' as const, value: 100 }]] }, priority: 1 }] };
    const worth = (value: number) => ({ attributes: [{ type: 'number' as const, name: 'amount', distribution: { type: 'fixed' as const, value } }] });
    builder.demand('blocker', 'start', at(0)).demand('large', 'start', at(0.5), { ...rules, ...worth(200) }).demand('middle', 'start', at(0.25), { priority: 3 }).demand('small', 'start', at(0.125), { ...rules, ...worth(50) });
    const model = builder.build();
    const { classes } = networkOf(model);
    expect(moments(model).filter(({ event }) => event === 'finish').map(({ itemClass }) => classes.id[itemClass])).toEqual(['blocker', 'large', 'middle', 'small']);
  });
});

describe('a batch in front of a step fires', () => {
  const batching = (firing: StepBatch['firing'] & object, ...hours: number[]): number[] =>
    // One that comes at 100 can still join until then, and goes alone.
    finishes(line(at(...hours, 100), [{ service: fixed(1), step: { batching: { sizes: [{ size: 5, weight: 1 }], firing } } }]));

  it('when all tests of one group hold, or all of another', () => {
    const rules: StepBatch['firing'] & object = [
      [{ attribute: 'size', comparison: '>=', value: 2 }, { attribute: 'hour', comparison: '>=', value: 12 }],
      [{ attribute: 'oldestWait', comparison: '>=', value: 6 * HOUR }],
    ];
    // Two wait from 9 on, but not before 12:00; the one of 14 goes alone at 20.
    expect(batching(rules, 8, 9, 14)).toEqual([13, 13, 21, 101]);
  });

  it('on a day of the week', () => {
    expect(batching([[{ attribute: 'weekday', comparison: '=', value: 'tue' }]], 10)).toEqual([25, 101]);
  });

  it('when nobody has come for a while', () => {
    expect(batching([[{ attribute: 'youngestWait', comparison: '>=', value: 2 * HOUR }]], 0, 1, 2.5)).toEqual([5.5, 5.5, 5.5, 101]);
  });
});

describe('set-up on change', () => {
  const changeBy = (by: 'class' | 'step'): number[] =>
    finishes(new ModelBuilder().start('start').end('end').team('A', 1, { setup: { onChange: fixed(1), changeBy: by } }).step('a', 'A', fixed(1)).path('start', 'a', 'end')
      .demand('a', 'start', at(0, 0)).demand('b', 'start', at(0)).build());

  it('is paid by the class of items or by the step', () => {
    expect(changeBy('class')).toEqual([2, 3, 5]);
    expect(changeBy('step')).toEqual([2, 3, 4]);
  });
});

describe('time that people do not have', () => {
  it('is protected one after the other, each unit at its own place in the working time', () => {
    // A quarter of 9–17: the first of two from 3/8 on, 12–14, the second from 6/8 on, 15–17.
    expect(finishes(line(at(9, 9), [{ service: fixed(4), servers: 2, team: { calendar: 'office-hours', protectedShare: { value: 0.25 } } }]))).toEqual([13, 15]);
  });

  it('goes to other work by its share', () => {
    const model = line(arrivingEvery(exponential(10)), [{ service: fixed(0.1), team: { otherWork: { share: { value: 0.3 }, pieceLength: exponential(0.5) } } }]);
    const { teams: [team] } = runOnce(model, { mode: 'steady', horizon: { value: 400, unit: 'd' }, warmUp: { value: 10, unit: 'd' } });
    expect((team?.budget[BUDGET.otherWork] ?? 0) / (team?.onShift ?? 0)).toBeCloseTo(0.3, 1);
  });
});

describe('the calendar of people', () => {
  it('begins in the first of two equal hours when clocks go back', () => {
    // Berlin, 27 October 2024: 2:00 to 3:00 comes twice, so 2:00 to 4:00 has three hours.
    const model = line({ type: 'list', at: ['2024-10-27T00:00:00Z'] }, [{ service: fixed(3), team: { calendar: 'night' } }]);
    model.calendars['night'] = { id: 'night', name: 'Night', timeZone: 'Europe/Berlin', weekly: [{ day: 'sun', from: '02:00', to: '04:00' }] };
    expect(runOnce(model).leadTime / HOUR).toBe(3);
  });

  it('shapes arrivals hour by hour, with the stated total per week', () => {
    const profile = Array.from({ length: 168 }, (_, hour) => (hour === 9 ? 3 : hour === 34 ? 1 : 0));
    const model = line({ type: 'rate', value: 400, per: 'w', profile }, [{ service: fixed(0.001) }]);
    const hours = moments(model, { mode: 'terminating', horizon: { value: 14, unit: 'd' } }).filter(({ event }) => event === 'arrive').map(({ time }) => Math.floor(time / HOUR) % 168);
    expect(new Set(hours)).toEqual(new Set([9, 34]));
    // 800 in two weeks, three quarters of them in the first of the two hours; four standard deviations.
    expect(Math.abs(hours.length - 800)).toBeLessThan(4 * Math.sqrt(800));
    expect(Math.abs(hours.filter((hour) => hour === 9).length - 600)).toBeLessThan(4 * Math.sqrt(600));
  });
});

describe('what a vendor promises', () => {
  /** A vendor works around the clock, but answers within eight hours of its support: weekdays from 9 to 17. */
  const promised = (model: Model): Model => {
    model.teams['V'] = { id: 'V', name: 'Vendor', party: 'vendor', unlimited: true, calendar: 'around-the-clock' };
    model.parties['vendor'] = { id: 'vendor', name: 'Vendor', kind: 'vendor', contract: { responseTime: { value: 8, unit: 'h' }, supportCalendar: 'office-hours' } };
    model.calendars['office-hours'] = { id: 'office-hours', name: 'Office', weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })) };
    return model;
  };
  const asked = (...hours: number[]): Model =>
    promised(new ModelBuilder().start('start').end('end').team('A', 1).step('a', 'A', fixed(1)).step('v', 'V', fixed(2)).path('start', 'a', 'v', 'end').demand('demand', 'start', at(...hours)).build());

  it('runs in its support hours only', () => {
    // Asked on Monday at 15: two hours that day, six on Tuesday. Asked on Friday at 20 (116 h): from Monday at 9 on.
    expect(finishes(asked(14))).toEqual([39]);
    expect(finishes(asked(115))).toEqual([185]);
  });

  it('counts as waiting beyond the work itself', () => {
    const { causes } = runOnce(asked(14));
    expect(causes.map((seconds) => seconds / HOUR)).toEqual([3, 0, 0, 0, 0, 0, 0, 22, 0, 0, 0, 0, 0, 0]);
  });

  it('is the term of the handoff where that has one of its own', () => {
    const model = asked(14);
    for (const flow of Object.values(model.flows)) if (flow.to === 'v') flow.handoff = { term: { responseTime: { value: 4, unit: 'h' } } };
    expect(finishes(model)).toEqual([19]);
  });
});

describe('a question', () => {
  it('lets the item come back in its old rank: before all that joined later', () => {
    const model = new ModelBuilder().start('start').end('end').team('A', 20).team('B', 1).step('a', 'A', fixed(1)).step('b', 'B', fixed(3))
      .flow('start', 'a').flow('a', 'b', { handoff: { clarification: { probability: { value: 0.5 }, answer: fixed(0.5) } } }).flow('b', 'end')
      .demand('demand', 'start', at(...Array.from({ length: 12 }, (_, index) => index / 10))).build();
    const { nodes } = networkOf(model);
    /** From when on each item, by its number in order of arrival, waits for B. */
    const waiting = new Map<number, number>();
    const order: number[] = [];
    let overtook = 0;
    for (const { event, time, item, node, work } of moments(model)) {
      const rank = order.indexOf(item);
      if (event === 'arrive') order.push(item);
      if (nodes.id[node] !== 'b' || work !== 0) continue;
      if (event === 'ready') waiting.set(rank, time);
      if (event === 'question') waiting.set(rank, time + HOUR / 2);
      if (event !== 'start') continue;
      const returned = waiting.get(rank) ?? 0;
      waiting.delete(rank);
      for (const [other, since] of waiting) {
        if (since >= time) continue;
        expect(other).toBeGreaterThan(rank);
        overtook += Number(since < returned);
      }
    }
    expect(order).toHaveLength(12);
    expect(overtook).toBeGreaterThan(10);
  });
});

describe('a loop', () => {
  it('does not leave the scope of its fork: what is rejected there is done again there', () => {
    const model = new ModelBuilder().start('start').fork('fork').join('join').end('end').team('A', 1).team('B', 1).team('C', 1)
      .step('a', 'A', fixed(1)).step('b', 'B', fixed(1)).step('c', 'C', fixed(1))
      .path('start', 'a', 'fork', 'c', 'join', 'end').flow('fork', 'b', { handoff: { rejection: { value: 0.5 } } }).path('b', 'join')
      .demand('demand', 'start', arrivingEvery(fixed(10)), { atMost: 20 }).build();
    const { nodes } = networkOf(model);
    const seen = moments(model);
    const enabled = (node: string): number => seen.filter((moment) => moment.event === 'enable' && nodes.id[moment.node] === node).length;
    const rejected = seen.filter(({ event }) => event === 'reject').length;
    expect(rejected).toBeGreaterThan(3);
    expect([enabled('a'), enabled('b'), enabled('c')]).toEqual([20, 20 + rejected, 20]);
  });
});
