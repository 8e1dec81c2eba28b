import { groupBy, type Interval, type MeasuredEvent } from './measured-event.ts';

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;
/** 1970-01-01 was a Thursday: the Monday before lies three days back. */
const mondayOffset = 3 * day;

/** When a resource works: weekly intervals in seconds from Monday 00:00, disjoint and in order. */
export type WeeklyIntervals = readonly Interval[];

/** The working intervals of every resource that a calendar is known for. */
export type ResourceCalendars = ReadonlyMap<string, WeeklyIntervals>;

/** Seconds since Monday 00:00 of the week that holds an instant. */
export const secondOfWeek = (instant: number): number => (((instant + mondayOffset) % week) + week) % week;

/** Sorts intervals and joins those that overlap or touch. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const united: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) united.push([from, to]);
  }
  return united;
}

/** The parts of `window` in which weekly intervals are open. */
export function openWithin(weekly: WeeklyIntervals, [from, to]: Interval): Interval[] {
  const open: Interval[] = [];
  for (let monday = from - secondOfWeek(from); monday < to; monday += week) {
    for (const [opens, closes] of weekly) open.push([Math.max(from, monday + opens), Math.min(to, monday + closes)]);
  }
  return unite(open);
}

/**
 * Calendars where none is known: an hour of the week counts as working if any event of that resource falls in it
 * (an event touches every hour between its start and its end).
 */
export function discoverCalendars(log: readonly MeasuredEvent[]): Map<string, WeeklyIntervals> {
  const calendars = new Map<string, WeeklyIntervals>();
  for (const [resource, events] of groupBy(log, (event) => event.resource)) {
    const hours = new Set<number>();
    for (const event of events) {
      for (let instant = Math.floor(event.start / hour) * hour; instant <= event.end; instant += hour) hours.add(secondOfWeek(instant));
    }
    calendars.set(resource, unite([...hours].map((from) => [from, from + hour])));
  }
  return calendars;
}
