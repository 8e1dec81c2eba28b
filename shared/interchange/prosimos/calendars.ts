import type { Calendar, WeeklyInterval } from '../../document/model/calendar.ts';
import { aroundTheClock } from '../../document/model/defaults.ts';
import { weekdays, type Weekday } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import { Refusal } from './refusal.ts';
import type { RawPeriod } from './schema.ts';

const dayMicroseconds = 86_400_000_000;
/** An end from here on means the end of the day: "24/7" is written with the last minute or microsecond missing. */
const nearlyMidnight = dayMicroseconds - 60_000_000;

const names: readonly string[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

interface Span {
  readonly from: number;
  readonly to: number;
  readonly availability: number;
}

export interface ReadWeek {
  readonly weekly: readonly WeeklyInterval[];
  /** An end at midnight, or before its beginning, was read as the next midnight or the next day. */
  readonly overMidnight: boolean;
}

/** The weekly intervals of a calendar: days spread out, intervals that meet merged. Throws a refusal where it never opens or a time is none. */
export function readWeek(periods: readonly RawPeriod[], calendar: string, file: string): ReadWeek {
  const spans = new Map<Weekday, Span[]>(weekdays.map((day) => [day, []]));
  let overMidnight = false;
  const add = (day: number, from: number, to: number, availability: number): void => {
    const weekday = weekdays[day % 7];
    if (weekday !== undefined && to > from) spans.get(weekday)?.push({ from, to, availability });
  };
  for (const period of periods) {
    const first = dayNumber(period.from, calendar, file);
    const last = dayNumber(period.to, calendar, file);
    const begin = microseconds(period.beginTime, calendar, file);
    const given = microseconds(period.endTime, calendar, file);
    const end = given === 0 || given >= nearlyMidnight ? dayMicroseconds : given;
    const availability = period.probability ?? 1;
    if (availability < 0 || availability > 1) throw new Refusal(message('interchange.calendarShare', { file, calendar }));
    if (given === 0 || end <= begin) overMidnight = true;
    for (let day = first; day <= (last >= first ? last : last + 7); day += 1) {
      if (end > begin) add(day, begin, end, availability);
      else {
        add(day, begin, dayMicroseconds, availability);
        add(day + 1, 0, end, availability);
      }
    }
  }
  const weekly = weekdays.flatMap((day) => merge(spans.get(day) ?? []).map((span) => toInterval(day, span)));
  if (!weekly.some((interval) => interval.availability !== 0)) throw new Refusal(message('interchange.calendarNeverOpens', { file, calendar }));
  return { weekly, overMidnight };
}

function dayNumber(text: string, calendar: string, file: string): number {
  const day = names.indexOf(text.trim().toUpperCase());
  if (day < 0) throw new Refusal(message('interchange.calendarDay', { file, calendar, day: text }));
  return day;
}

function microseconds(text: string, calendar: string, file: string): number {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim());
  const [hours, minutes, seconds] = [Number(match?.[1] ?? 99), Number(match?.[2]), Number(match?.[3] ?? 0)];
  const total = ((hours * 60 + minutes) * 60 + seconds) * 1e6 + Number((match?.[4] ?? '').padEnd(6, '0').slice(0, 6));
  if (match === null || minutes > 59 || seconds > 59 || total > dayMicroseconds) throw new Refusal(message('interchange.calendarTime', { file, calendar, time: text }));
  return total;
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to && span.availability === last.availability) merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else if (last === undefined || span.from >= last.to) merged.push(span);
    else if (span.to > last.to) merged.push({ ...span, from: last.to });
  }
  return merged;
}

const toInterval = (day: Weekday, { from, to, availability }: Span): WeeklyInterval => ({
  day, from: timeOfDay(from), to: timeOfDay(to), ...(availability !== 1 && { availability }),
});

function timeOfDay(total: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = Math.floor(total / 1e6);
  const fraction = total % 1e6;
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}`;
  if (fraction > 0) return `${clock}:${two(seconds % 60)}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
  return seconds % 60 > 0 ? `${clock}:${two(seconds % 60)}` : clock;
}

/** All intervals of several weeks in one. */
export const unionOfWeeks = (weeks: readonly (readonly WeeklyInterval[])[], file: string): readonly WeeklyInterval[] =>
  readWeek(
    weeks.flat().map(({ day, from, to }) => ({ from: nameOfDay(day), to: nameOfDay(day), beginTime: from, endTime: to })), '–', file,
  ).weekly;

const nameOfDay = (day: Weekday): string => names[weekdays.indexOf(day)] ?? '';

const always = JSON.stringify(aroundTheClock.weekly);

/** Calendars of the model by what they say: equal weeks share one, and a week without a gap is the built-in one. */
export class CalendarBook {
  private readonly known = new Map<string, string>();
  private readonly model: Model;
  constructor(model: Model) {
    this.model = model;
  }

  /** The id of the calendar with these hours, added under the given name if it is new. */
  idOf(weekly: readonly WeeklyInterval[], name?: string): string {
    const key = JSON.stringify(weekly);
    if (key === always) return aroundTheClock.id;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const id = `calendar-${this.known.size + 1}`;
    const calendar: Calendar = { id, name: name ?? `Hours ${this.known.size + 1}`, weekly: [...weekly] };
    this.model.calendars[id] = calendar;
    this.known.set(key, id);
    return id;
  }
}
