// What a listener to a run is told; times in hours, worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import type { Team } from '../../document/model/organisation.ts';
import { fixed, line, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import type { ProbeEvent } from './probe.ts';
import { networkOf, runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});

/** Events of the given kinds in order, as "event hour [what unit]". */
function told(model: Model, ...kinds: readonly ProbeEvent[]): string[] {
  const { units } = networkOf(model);
  const lines: string[] = [];
  runOnce(model, {}, {}, {
    tell: ({ event, time, unit }) => {
      if (kinds.includes(event)) lines.push(`${event} ${Math.round((time / HOUR) * 1e6) / 1e6}${unit < 0 ? '' : ` ${units.id[unit]}`}`);
    },
  });
  return lines;
}

describe('work that is broken off is told to go on', () => {
  const office = (team: Partial<Team>, ...hours: number[]): string[] =>
    told(line(at(...hours), [{ service: fixed(3), team: { calendar: 'office-hours', ...team } }]), 'start', 'pause', 'resume', 'end');

  it('when the shift opens again', () => {
    // Who can be preempted is followed step by step: 16–17, 9–11 (33–35).
    expect(office({ preemption: 'resume' }, 16)).toEqual(['start 16 team-1 1', 'pause 17 team-1 1', 'resume 33 team-1 1', 'end 35 team-1 1']);
  });

  it('when it begins afresh after closing', () => {
    expect(office({ atShiftEnd: 'restart' }, 16)).toEqual(['start 16 team-1 1', 'pause 17 team-1 1', 'resume 33 team-1 1', 'end 36 team-1 1']);
    expect(office({ atShiftEnd: 'restart', preemption: 'resume' }, 16)).toEqual(['start 16 team-1 1', 'pause 17 team-1 1', 'resume 33 team-1 1', 'end 36 team-1 1']);
  });

  it('when an interrupt is over, once', () => {
    const calls = { interrupts: [{ id: 'call', name: 'Call', clock: 'afterEnd' as const, every: fixed(2), length: fixed(1) }] };
    expect(told(line(at(0), [{ service: fixed(3), team: calls }]), 'pause', 'resume')).toEqual(['pause 2 team-1 1', 'resume 3 team-1 1']);
  });

  it('when what went before it is done', () => {
    const builder = new ModelBuilder().start('start').end('end').team('team', 1, { discipline: 'priority', preemption: 'resume' })
      .step('step', 'team', fixed(3)).path('start', 'step', 'end')
      .demand('high', 'start', at(1), { priority: 1 }).demand('low', 'start', at(0), { priority: 2 });
    expect(told(builder.build(), 'start', 'pause', 'resume')).toEqual(['start 0 team 1', 'start 1 team 1', 'pause 1 team 1', 'resume 4 team 1']);
  });

  it('but not where it waits for its unit from the beginning', () => {
    expect(office({ preemption: 'resume' }, 18)).toEqual(['start 33 team-1 1', 'end 36 team-1 1']);
  });
});

describe('every member of a batch', () => {
  const batch = (mode: NonNullable<Step['batching']>['mode'] & string): string[] =>
    told(line(at(0, 1), [{ service: fixed(2), step: { batching: { mode, sizes: [{ size: 2, weight: 1 }] } } }]), 'enable', 'start', 'end', 'finish');

  it('starts and ends with the others where it is worked on with them', () => {
    expect(batch('parallel')).toEqual(['enable 0', 'enable 1', 'start 1 team-1 1', 'start 1 team-1 1', 'end 3 team-1 1', 'end 3 team-1 1', 'finish 3', 'finish 3']);
    expect(batch('concurrent')).toEqual(['enable 0', 'enable 1', 'start 1 team-1 1', 'start 1 team-1 1', 'end 5 team-1 1', 'end 5 team-1 1', 'finish 5', 'finish 5']);
  });

  it('starts in its turn where they are worked on one after the other', () => {
    expect(batch('sequential')).toEqual(['enable 0', 'enable 1', 'start 1 team-1 1', 'end 3 team-1 1', 'start 3 team-1 1', 'end 5 team-1 1', 'finish 3', 'finish 5'].toSorted((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1])));
  });
});
