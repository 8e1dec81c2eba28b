import { describe, expect, it } from 'vitest';
import { discoverCalendars, openWithin, secondOfWeek, unite } from './resource-calendar.ts';

const hour = 3600;
const week = 168 * hour;
/** Monday 2024-01-01 00:00 UTC. */
const monday = Date.UTC(2024, 0, 1) / 1000;

describe('the second of the week', () => {
  it('counts from Monday 00:00, before 1970 too', () => {
    // 1970-01-01 was a Thursday.
    expect(secondOfWeek(0)).toBe(3 * 24 * hour);
    expect(secondOfWeek(-3 * 24 * hour)).toBe(0);
    expect(secondOfWeek(-3 * 24 * hour - 1)).toBe(week - 1);
    expect(secondOfWeek(monday + 2.5 * hour)).toBe(2.5 * hour);
    expect(secondOfWeek(monday + 3 * week + 1)).toBe(1);
  });
});

describe('uniting intervals', () => {
  it('joins those that overlap or touch, in order', () => {
    expect(unite([[5, 6], [1, 3], [3, 4]])).toEqual([[1, 4], [5, 6]]);
    expect(unite([[1, 9], [2, 3], [8, 10]])).toEqual([[1, 10]]);
    expect(unite([[1, 2], [2.5, 3]])).toEqual([[1, 2], [2.5, 3]]);
  });

  it('leaves out what is empty, and the lists given as they are', () => {
    const given: [number, number][] = [[4, 4], [3, 1], [5, 6]];
    expect(unite(given)).toEqual([[5, 6]]);
    expect(unite([])).toEqual([]);
    unite([given[2]!, [5, 9]]);
    expect(given).toEqual([[4, 4], [3, 1], [5, 6]]);
  });
});

describe('what is open within a window', () => {
  const nineToTen: readonly [number, number][] = [[9 * hour, 10 * hour], [33 * hour, 34 * hour]];
  const open = (from: number, to: number): readonly (readonly [number, number])[] =>
    openWithin(nineToTen, [monday + from * hour, monday + to * hour]).map(([start, end]): readonly [number, number] => [(start - monday) / hour, (end - monday) / hour]);

  it('is cut at the window, in every week that it touches', () => {
    expect(open(0, 168)).toEqual([[9, 10], [33, 34]]);
    expect(open(9.25, 9.75)).toEqual([[9.25, 9.75]]);
    expect(open(33.5, 168 + 9.5)).toEqual([[33.5, 34], [177, 177.5]]);
    expect(open(2 * 168 + 20, 3 * 168 + 12)).toEqual([[2 * 168 + 33, 2 * 168 + 34], [3 * 168 + 9, 3 * 168 + 10]]);
  });

  it('is nothing between, or in a window without length', () => {
    expect([open(10, 33), open(9.5, 9.5), open(12, 11), open(8, 9), open(34, 40)]).toEqual([[], [], [], [], []]);
    expect(openWithin([], [monday, monday + week])).toEqual([]);
  });

  it('goes on across the end of the week', () => {
    expect(openWithin([[0, hour], [167 * hour, week]], [monday, monday + 2 * week])).toEqual([
      [monday, monday + hour], [monday + 167 * hour, monday + week + hour], [monday + week + 167 * hour, monday + 2 * week],
    ]);
  });
});

describe('discovered calendars', () => {
  const work = (resource: string, start: number, end: number) => ({ caseId: 'c', activity: 'a', resource, start: monday + start * hour, end: monday + end * hour });

  it('are the hours that events touch, per resource', () => {
    const calendars = discoverCalendars([work('Ann', 9.5, 9.75), work('Bob', 40, 42.5), work('Ann', 168 + 11.2, 168 + 12.1)]);
    expect([...calendars]).toEqual([['Ann', [[9 * hour, 10 * hour], [11 * hour, 13 * hour]]], ['Bob', [[40 * hour, 43 * hour]]]]);
  });

  it('hold the hour in which an event ends, if only with its first second', () => {
    expect(discoverCalendars([work('Ann', 9, 10)]).get('Ann')).toEqual([[9 * hour, 11 * hour]]);
    expect(discoverCalendars([work('Ann', 9, 9)]).get('Ann')).toEqual([[9 * hour, 10 * hour]]);
  });
});
