// Whom interrupts strike, and when; times in hours, worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import type { Interrupt } from '../../document/model/organisation.ts';
import { fixed, line } from '../../../tests/validation/model-builder.ts';
import { networkOf, runOnce } from './testing.ts';

const HOUR = 3600;
const at = (...hours: number[]): Arrivals => ({
  type: 'list',
  at: hours.map((hour) => new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')),
});
const every = (hours: number, length: number, fields: Partial<Interrupt> = {}): Interrupt => ({
  id: `every-${hours}`, name: `Every ${hours} h`, clock: 'afterEnd', acts: 'preempt', every: fixed(hours), length: fixed(length), ...fields,
});

/** Finishes of items in hours, and the units that began each. */
function seen(model: Model): { readonly finishes: number[]; readonly begunBy: (string | undefined)[] } {
  const { units } = networkOf(model);
  const finishes: number[] = [];
  const begunBy: (string | undefined)[] = [];
  runOnce(model, {}, {}, {
    tell: ({ event, time, unit }) => {
      if (event === 'finish') finishes.push(Math.round((time / HOUR) * 1e6) / 1e6);
      if (event === 'start') begunBy.push(units.id[unit]);
    },
  });
  return { finishes, begunBy };
}

describe('a stream per unit', () => {
  it('waits for its own unit, and leaves others alone', () => {
    const model = line(at(2), [{ service: fixed(4), team: { people: ['ann', 'ben'], interrupts: [every(3, 1, { counts: 'elapsed' })] } }]);
    model.people['ann'] = { id: 'ann', name: 'Ann' };
    model.people['ben'] = { id: 'ben', name: 'Ben', calendar: 'office-hours' };
    // At 3 both are called. Ben is not there before 9; Ann loses 3–4 only.
    expect(seen(model)).toEqual({ finishes: [7], begunBy: ['Ann'] });
  });

  it('runs in the working time of its unit', () => {
    const model = line(at(10), [{ service: fixed(4), team: { people: ['ben'], interrupts: [every(3, 1)] } }]);
    model.people['ben'] = { id: 'ben', name: 'Ben', calendar: 'office-hours' };
    // Called after three hours at work: 12–13, then 16–17 is free of his item.
    expect(seen(model).finishes).toEqual([15]);
  });

  it('goes to its unit when that is free next, though another one is free already', () => {
    const calls = every(3, 1, { clock: 'whileBusy', acts: 'queueFirst' });
    // The first unit is called at 3 and has time for it at 4: the item of 4 goes to the second one.
    expect(seen(line(at(0, 4), [{ service: fixed(4), servers: 2, team: { interrupts: [calls] } }]))).toEqual({ finishes: [4, 8], begunBy: ['team-1 1', 'team-1 2'] });
  });
});

describe('an interrupt that may break work off and had to wait', () => {
  it('goes before the work that the one before it broke off', () => {
    // Calls 3–5 and, from 4 on, 5–6: worked 0–3 and 6–8.
    const interrupts = [every(3, 2, { perUnit: false }), every(4, 1, { perUnit: false })];
    expect(seen(line(at(0), [{ service: fixed(5), team: { interrupts } }])).finishes).toEqual([8]);
  });

  it('goes before work that closing has suspended', () => {
    // Worked 16–17; called at 20, so 9–10 the next morning; worked 10–12.
    const team = { calendar: 'office-hours', interrupts: [every(20, 1, { counts: 'elapsed' })] };
    expect(seen(line(at(16), [{ service: fixed(3), team }])).finishes).toEqual([36]);
  });

  it('goes before work that protected time has broken off', () => {
    // Protected 15–17 of 9–17; called at 16, so 9–10; worked 14–15 and 10–11.
    const team = { calendar: 'office-hours', protectedShare: { value: 0.25 }, interrupts: [every(16, 1, { counts: 'elapsed' })] };
    expect(seen(line(at(14), [{ service: fixed(2), team }])).finishes).toEqual([35]);
  });

  it('does not break off where it goes first only', () => {
    const interrupts = [every(3, 2, { perUnit: false }), every(4, 1, { perUnit: false, acts: 'queueFirst' })];
    // Call 3–5, worked on to 7, then the other call.
    expect(seen(line(at(0), [{ service: fixed(5), team: { interrupts } }])).finishes).toEqual([7]);
  });
});
