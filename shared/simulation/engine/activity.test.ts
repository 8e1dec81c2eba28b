// Active periods (DESIGN 5), one small model each; times in hours, worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import { fixed, line, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import { networkOf, runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});

/** Hours active, active periods and hours as the momentary bottleneck, by team. */
function activity(model: Model): Record<string, readonly [active: number, periods: number, bottleneck: number]> {
  const { teams } = runOnce(model);
  return Object.fromEntries(networkOf(model).teams.id.map((id, team) => {
    const { activeSeconds, activeStretches, bottleneckSeconds } = teams[team]!;
    return [id, [activeSeconds / HOUR, activeStretches, bottleneckSeconds / HOUR] as const];
  }));
}

describe('an active period', () => {
  it('pauses at closing and goes on at opening', () => {
    // 16–17, then 9–11: one period of 3 h.
    expect(activity(line(at(16), [{ service: fixed(3), team: { calendar: 'office-hours' } }]))).toEqual({ 'team-1': [3, 1, 3] });
  });

  it('ends at opening where somebody is idle by then', () => {
    // The item is finished after closing, 16–18; the next one comes at 10 the next morning.
    expect(activity(line(at(16, 34), [{ service: fixed(2), team: { calendar: 'office-hours', atShiftEnd: 'finish' } }]))).toEqual({ 'team-1': [3, 2, 3] });
  });

  it('keeps its length while it stands still, so it may be the longest again', () => {
    const builder = new ModelBuilder().start('to-a').start('to-b').end('end')
      .team('A', 1, { calendar: 'office-hours' }).team('B', 1)
      .step('a', 'A', fixed(4)).step('b', 'B', fixed(4)).path('to-a', 'a', 'end').path('to-b', 'b', 'end')
      .demand('for-a', 'to-a', at(15)).demand('for-b', 'to-b', at(32.5));
    // A works 15–17 and 9–11, B 8:30–12:30. At 9 A has been active for 2 h, B for half an hour.
    expect(activity(builder.build())).toEqual({ A: [4, 1, 4], B: [4, 1, 2] });
  });

  it('is that of every team of a person', () => {
    const builder = new ModelBuilder().start('start').end('end').team('A', 1).team('B', 1)
      .with((model) => {
        model.people['ann'] = { id: 'ann', name: 'Ann' };
        model.teams['A']!.people = ['ann'];
        model.teams['B']!.people = ['ann'];
      })
      .step('b', 'B', fixed(2)).path('start', 'b', 'end').demand('demand', 'start', at(1, 5));
    expect(activity(builder.build())).toMatchObject({ A: [4, 2, 4], B: [4, 2, 0] });
  });

  it('holds interrupts of people who had nothing to do', () => {
    const calls = { interrupts: [{ id: 'call', name: 'Call', clock: 'afterEnd' as const, every: fixed(3), length: fixed(1) }] };
    // Items 0–1 and 9–10, calls 3–4 and 7–8.
    expect(activity(line(at(0, 9), [{ service: fixed(1), team: calls }]))).toEqual({ 'team-1': [4, 4, 4] });
  });
});
