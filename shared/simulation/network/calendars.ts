import type { Calendar as CalendarOfModel } from '../../document/model/calendar.ts';
import { weekdays, type ElementId } from '../../document/model/fields.ts';
import { findCalendar } from '../../document/model/queries.ts';
import { Calendar, type CalendarSpec } from '../kernel/calendar.ts';
import { parseDate } from '../kernel/civil.ts';
import { findTimeZone, type TimeZone } from '../kernel/time-zones/time-zone.ts';
import type { Context } from './context.ts';
import { refuse } from './refusal.ts';

interface Interval {
  readonly from: number;
  readonly to: number;
  readonly availability?: number | undefined;
}

/** Calendars that are in use, made once each; a unit whose calendar has availabilities below 1 gets its own share of it. */
export class CalendarBook {
  readonly list: Calendar[] = [];
  readonly zones: TimeZone[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  byId(id: ElementId, user: ElementId): number {
    const calendar = findCalendar(this.context.model, id);
    if (calendar === undefined) return refuse('simulation.unknownCalendar', { element: this.context.name(user), calendar: id }, user);
    return this.of(calendar);
  }

  /** The calendar as a whole: open whenever anybody is on shift. */
  of(calendar: CalendarOfModel): number {
    return this.add(calendar, calendar.id, (interval) => ((interval.availability ?? 1) > 0 ? { from: interval.from, to: interval.to } : undefined));
  }

  /** The calendar of unit `index` of `count`: of a share a, the first a·count units are there, the last of them for part of the time. */
  ofUnit(calendar: CalendarOfModel, index: number, count: number): number {
    const parts = [...calendar.weekly, ...(calendar.exceptions ?? []).flatMap((exception) => exception.intervals)];
    if (parts.every((interval) => (interval.availability ?? 1) === 1)) return this.of(calendar);
    return this.add(calendar, `${calendar.id}\u0000${index}/${count}`, ({ from, to, availability }) => {
      const share = Math.min(1, (availability ?? 1) * count - index);
      // A rounding above a whole number of units is no unit.
      return share < 1e-9 ? undefined : { from, to: from + (to - from) * share };
    });
  }

  private add(calendar: CalendarOfModel, key: string, part: (interval: Interval) => Interval | undefined): number {
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    const zone = this.zoneOf(calendar);
    const weekly = calendar.weekly.flatMap((interval) => {
      const day = weekdays.indexOf(interval.day) * 1440;
      const kept = part({ from: day + minutes(interval.from), to: day + minutes(interval.to), availability: interval.availability });
      return kept === undefined || kept.to <= kept.from ? [] : [kept];
    });
    const exceptions = (calendar.exceptions ?? []).map((exception) => {
      const day = parseDate(exception.date);
      if (day === undefined) return refuse('simulation.badDate', { calendar: calendar.name, date: exception.date }, calendar.id);
      const intervals = exception.intervals.flatMap((interval) => {
        const kept = part({ from: minutes(interval.from), to: minutes(interval.to), availability: interval.availability });
        return kept === undefined || kept.to <= kept.from ? [] : [kept];
      });
      return { day, intervals };
    });
    const spec: CalendarSpec = { zone, weekly, exceptions };
    const number = this.list.length;
    this.list.push(new Calendar(spec, this.context.origin));
    this.zones.push(zone);
    this.numberOf.set(key, number);
    return number;
  }

  private zoneOf(calendar: CalendarOfModel): TimeZone {
    if (calendar.timeZone === undefined) return this.context.zone;
    const zone = findTimeZone(calendar.timeZone);
    return zone ?? refuse('simulation.unknownTimeZone', { element: calendar.name, zone: calendar.timeZone }, calendar.id);
  }
}

/** "09:30" → 570; "24:00" → 1440. */
export function minutes(time: string): number {
  const [hour = '0', minute = '0', second = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute) + Number(second) / 60;
}
