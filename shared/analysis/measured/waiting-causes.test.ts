import { describe, expect, it } from 'vitest';
import type { MeasuredEvent } from './measured-event.ts';
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

  it('tells hand-overs by both activities and both resources, and counts each case once', () => {
    const log = [
      event('1', 'Ask', 'Bob', 1, 2), event('1', 'Decide', 'Ann', 3, 4), event('1', 'Decide', 'Ann', 5, 6), event('1', 'Decide', 'Ann', 8, 9),
      event('2', 'Ask', 'Bob', 1, 2), event('2', 'Decide', 'Cem', 8, 9),
      event('3', 'Ask', 'Bob', 10, 12), event('3', 'Decide', 'Ann', 14, 15),
    ];

    const rows = measureHandoffs(log, new Map());

    expect(rows.map((row) => [row.sourceActivity, row.sourceResource, row.targetActivity, row.targetResource, row.frequency, row.cases, row.waiting / hour])).toEqual([
      ['Ask', 'Bob', 'Decide', 'Ann', 2, ['1', '3'], 3], ['Decide', 'Ann', 'Decide', 'Ann', 2, ['1'], 3], ['Ask', 'Bob', 'Decide', 'Cem', 1, ['2'], 6],
    ]);
  });

  it('takes a resource without calendar for always on shift', () => {
    const log = [event('1', 'Ask', 'Bob', 8, 9), event('1', 'Decide', 'Ann', 100, 101)];

    expect(measureHandoffs(log, new Map())[0]?.causes).toEqual({ batching: 0, prioritisation: 0, contention: 0, unavailability: 0, extraneous: 91 * hour });
  });

  it('counts what was enabled at once or before as contention, what was enabled later as prioritisation', () => {
    const other = (enabled: number): number => {
      const log = [event('1', 'Ask', 'Bob', 8, 10), event('1', 'Decide', 'Ann', 20, 21), event('2', 'Ask', 'Cem', 8, enabled), event('2', 'Check', 'Ann', 13, 16)];
      const row = measureHandoffs(log, alwaysOpen).find(({ targetActivity }) => targetActivity === 'Decide');
      expect((row?.causes.prioritisation ?? 0) + (row?.causes.contention ?? 0)).toBe(3 * hour);
      return row?.causes.prioritisation ?? Number.NaN;
    };

    expect([other(9), other(10), other(11)]).toEqual([0, 0, 3 * hour]);
  });

  it('counts time that is both as contention, once', () => {
    // Ann works from 12 to 16 on what was there first, and from 14 to 18 on what came later.
    const log = [
      event('1', 'Ask', 'Bob', 8, 10), event('1', 'Decide', 'Ann', 20, 21), event('2', 'Ask', 'Cem', 8, 9), event('2', 'Check', 'Ann', 12, 16), event('3', 'Ask', 'Dan', 8, 11),
      event('3', 'Check', 'Ann', 14, 18),
    ];

    const row = measureHandoffs(log, alwaysOpen).find(({ targetActivity }) => targetActivity === 'Decide');

    expect(row?.causes).toEqual({ batching: 0, prioritisation: 2 * hour, contention: 4 * hour, unavailability: 0, extraneous: 4 * hour });
  });

  it('counts work of the resource only inside its shift and inside the window', () => {
    // Ann is on shift from 9 to 17; the window is 10 to 35 (11:00 of the next day); she works from 8 to 12 and from 16 to 19.
    const nineToFive = new Map([['Ann', [[9 * hour, 17 * hour], [33 * hour, 41 * hour]] as const]]);
    const log = [
      event('1', 'Ask', 'Bob', 9, 10), event('1', 'Decide', 'Ann', 35, 36), event('2', 'Check', 'Ann', 8, 12), event('3', 'Check', 'Ann', 16, 19),
    ];

    const row = measureHandoffs(log, nineToFive).find(({ targetActivity }) => targetActivity === 'Decide');

    expect(row?.causes).toEqual({ batching: 0, prioritisation: hour, contention: 2 * hour, unavailability: 16 * hour, extraneous: 6 * hour });
  });

  it('takes only events of one resource, activity, begin and end for a batch', () => {
    const batching = (other: MeasuredEvent): number => {
      const log = [event('1', 'Ask', 'Bob', 8, 9), event('1', 'Decide', 'Ann', 20, 21), event('2', 'Ask', 'Cem', 8, 12), other];
      return measureHandoffs(log, alwaysOpen).find(({ sourceResource }) => sourceResource === 'Bob')?.causes.batching ?? Number.NaN;
    };

    expect(batching(event('2', 'Decide', 'Ann', 20, 21))).toBe(3 * hour);
    expect([
      batching(event('2', 'Decide', 'Eve', 20, 21)), batching(event('2', 'Check', 'Ann', 20, 21)), batching(event('2', 'Decide', 'Ann', 19, 21)), batching(event('2', 'Decide', 'Ann', 20, 22)),
    ]).toEqual([0, 0, 0, 0]);
  });

  it('splits the time after the batch is complete like any other', () => {
    const log = [
      event('1', 'Ask', 'Bob', 8, 9), event('1', 'Decide', 'Ann', 20, 21), event('2', 'Ask', 'Cem', 8, 12), event('2', 'Decide', 'Ann', 20, 21),
      event('3', 'Ask', 'Dan', 7, 8), event('3', 'Check', 'Ann', 10, 14),
    ];

    const row = measureHandoffs(log, alwaysOpen).find(({ sourceResource }) => sourceResource === 'Bob');

    expect(row?.causes).toEqual({ batching: 3 * hour, prioritisation: 0, contention: 2 * hour, unavailability: 0, extraneous: 6 * hour });
  });

  it('leaves nothing of the waiting out, whatever the log', () => {
    let state = 7;
    const below = (n: number): number => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * n;
    const log = Array.from({ length: 40 }, (_, at) => {
      let time = below(300);
      return ['Ask', 'Check', 'Decide', 'Tell'].map((activity) => {
        const start = (time += below(30));
        return event(`${at}`, activity, ['Ann', 'Bob', 'Cem'][Math.floor(below(3))] ?? '', start, (time += below(6)));
      });
    }).flat();
    const rows = measureHandoffs(log, new Map([['Ann', [[9 * hour, 17 * hour], [33 * hour, 41 * hour]] as const]]));
    expect(rows.length).toBeGreaterThan(20);
    for (const { waiting, causes } of rows) {
      expect(Object.values(causes).reduce((sum, part) => sum + part, 0)).toBeCloseTo(waiting, 5);
      expect(Math.min(...Object.values(causes))).toBeGreaterThan(-1e-5);
    }
  });
});
