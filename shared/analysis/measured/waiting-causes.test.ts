import { describe, expect, it } from 'vitest';
import type { MeasuredEvent } from './measured-event.ts';
import { discoverCalendars, openWithin, secondOfWeek } from './resource-calendar.ts';
import { measureHandoffs } from './waiting-causes.ts';

const hour = 3600;
/** Monday 2024-01-01 00:00 UTC. */
const monday = Date.UTC(2024, 0, 1) / 1000;
const event = (caseId: string, activity: string, resource: string, start: number, end: number): MeasuredEvent => ({
  caseId, activity, resource, start: monday + start * hour, end: monday + end * hour,
});
const alwaysOpen = new Map([['Ann', [[0, 168 * hour]] as const]]);

describe('measureHandoffs', () => {
  it('splits a wait into what the resource did in it', () => {
    // given Ann free for case 1 only at 16:00, after work enabled before and after it
    const log = [
      event('1', 'Ask', 'Bob', 8, 9),
      event('1', 'Decide', 'Ann', 16, 17),
      event('2', 'Ask', 'Bob', 7, 8),
      event('2', 'Decide', 'Ann', 9, 11),
      event('3', 'Ask', 'Bob', 9, 10),
      event('3', 'Decide', 'Ann', 12, 13),
    ];

    // when
    const [row] = measureHandoffs(log, alwaysOpen);

    // then: case 1 waits 7 h (2 contention, 1 prioritisation, 4 unexplained), case 2 waits 1 h, case 3 waits 2 h (1 contention)
    expect(row).toMatchObject({ sourceActivity: 'Ask', targetActivity: 'Decide', frequency: 3, waiting: 10 * hour });
    expect(row?.causes).toEqual({ batching: 0, prioritisation: hour, contention: 3 * hour, unavailability: 0, extraneous: 6 * hour });
  });

  it('calls it batching until the last member of a batch was enabled', () => {
    const log = [
      event('1', 'Ask', 'Bob', 8, 9),
      event('2', 'Ask', 'Bob', 10, 12),
      event('1', 'Decide', 'Ann', 13, 14),
      event('2', 'Decide', 'Ann', 13, 14),
    ];

    const [row] = measureHandoffs(log, alwaysOpen);

    expect(row?.waiting).toBe(5 * hour);
    expect(row?.causes.batching).toBe(3 * hour);
    expect(row?.causes.extraneous).toBe(2 * hour);
  });

  it('counts time off shift as unavailability', () => {
    const log = [event('1', 'Ask', 'Bob', 16, 18), event('1', 'Decide', 'Ann', 33, 34)];
    const nineToFive = new Map([['Ann', Array.from({ length: 5 }, (_, day) => [(day * 24 + 9) * hour, (day * 24 + 17) * hour] as const)]]);

    expect(measureHandoffs(log, nineToFive)[0]?.causes).toMatchObject({ unavailability: 15 * hour, extraneous: 0 });
  });
});

describe('resource calendars', () => {
  it('know the second of the week', () => {
    expect(secondOfWeek(monday)).toBe(0);
    expect(secondOfWeek(monday - 1)).toBe(7 * 24 * hour - 1);
  });

  it('are discovered from the hours in which events fall', () => {
    expect(discoverCalendars([event('1', 'Ask', 'Bob', 9.5, 10.5)]).get('Bob')).toEqual([[9 * hour, 11 * hour]]);
  });

  it('open within a window over several weeks', () => {
    const open = openWithin([[9 * hour, 10 * hour]], [monday + 9.5 * hour, monday + (168 + 9.5) * hour]);
    expect(open).toEqual([[monday + 9.5 * hour, monday + 10 * hour], [monday + (168 + 9) * hour, monday + (168 + 9.5) * hour]]);
  });
});
