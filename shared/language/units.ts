import type { Locale } from './say.ts';
import { formatNumber } from './say.ts';

/** Units that people type. A working day's length is a setting of the document; the others are fixed. */
export const timeUnits = ['s', 'min', 'h', 'd', 'w'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** A span of time as typed. `d` is a working day in service fields and 24 h in elapsed fields (DESIGN 2). */
export interface Duration {
  readonly value: number;
  readonly unit: TimeUnit;
}

/** How a duration counts: `working` days have the document's hours, `elapsed` days have 24. */
export type DayMeaning = 'working' | 'elapsed';

/** Working days in a working week, for the unit `w` of a working duration. */
export const workingDaysPerWeek = 5;

/** Seconds of a duration. `hoursPerDay` is the document's working day and only read for working durations. */
export function durationInSeconds(duration: Duration, meaning: DayMeaning, hoursPerDay: number): number {
  return duration.value * secondsPer(duration.unit, meaning, hoursPerDay);
}

/** Seconds in one of a unit. */
export function secondsPer(unit: TimeUnit, meaning: DayMeaning, hoursPerDay: number): number {
  const day = meaning === 'working' ? hoursPerDay * 3600 : 86_400;
  switch (unit) {
    case 's':
      return 1;
    case 'min':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return day;
    case 'w':
      return day * (meaning === 'working' ? workingDaysPerWeek : 7);
  }
}

const spellings: Readonly<Record<string, TimeUnit>> = {
  s: 's', sec: 's', secs: 's', second: 's', seconds: 's', sekunde: 's', sekunden: 's',
  m: 'min', min: 'min', mins: 'min', minute: 'min', minutes: 'min', minuten: 'min',
  h: 'h', hr: 'h', hrs: 'h', hour: 'h', hours: 'h', std: 'h', stunde: 'h', stunden: 'h',
  d: 'd', day: 'd', days: 'd', t: 'd', tag: 'd', tage: 'd', tagen: 'd',
  w: 'w', wk: 'w', week: 'w', weeks: 'w', woche: 'w', wochen: 'w',
};

/** Reads "2h", "1.5 d", "90 min", "1,5 Tage"; a bare number takes `assumed`. Undefined where it is no duration or negative. */
export function parseDuration(text: string, assumed: TimeUnit = 'h'): Duration | undefined {
  const match = /^\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*([a-z]*)\.?\s*$/i.exec(text);
  if (match === null) return undefined;
  const unit = match[2] === '' ? assumed : spellings[(match[2] ?? '').toLowerCase()];
  if (unit === undefined) return undefined;
  return { value: Number((match[1] ?? '').replace(',', '.')), unit };
}

const words: Record<Locale, Record<TimeUnit, readonly [one: string, many: string]>> = {
  en: { s: ['second', 'seconds'], min: ['minute', 'minutes'], h: ['hour', 'hours'], d: ['day', 'days'], w: ['week', 'weeks'] },
  de: { s: ['Sekunde', 'Sekunden'], min: ['Minute', 'Minuten'], h: ['Stunde', 'Stunden'], d: ['Tag', 'Tage'], w: ['Woche', 'Wochen'] },
};

/** The unit in which a span reads best: the largest one of which there are at least 1.5, days at most. */
export function readableUnit(seconds: number): TimeUnit {
  const size = Math.abs(seconds);
  if (size >= 1.5 * 86_400) return 'd';
  if (size >= 1.5 * 3600) return 'h';
  if (size >= 90) return 'min';
  return 's';
}

export interface DurationStyle {
  readonly locale?: Locale;
  readonly unit?: TimeUnit;
  /** `words` "9.4 days", `short` "9.4 d". */
  readonly style?: 'words' | 'short';
}

/** An elapsed span of seconds as people say it: two significant digits below ten, none behind the point from ten up. */
export function formatDuration(seconds: number, { locale = 'en', unit = readableUnit(seconds), style = 'words' }: DurationStyle = {}): string {
  const value = seconds / secondsPer(unit, 'elapsed', 24);
  const shown = formatAmount(value, locale);
  if (style === 'short') return `${shown} ${unit}`;
  const [one, many] = words[locale][unit];
  return `${shown} ${shown === '1' ? one : many}`;
}

/** A quantity rounded for reading: 9.42 → 9.4, 0.0234 → 0.023, 71.3 → 71. */
export function formatAmount(value: number, locale: Locale = 'en'): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  const digits = size >= 10 ? 0 : size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
  return formatNumber(value, locale, digits);
}

/** What stands behind a number as its unit, in every language of the catalogue: the source of a pattern. */
export const unitNames = '%|days?|hours?|minutes?|seconds?|weeks?|Tagen?|Tag|Stunden?|Minuten?|Sekunden?|Wochen?|min|[dhs]';

/** A share as a whole percentage, or with one digit below ten: 0.714 → "71 %". */
export const formatShare = (share: number, locale: Locale = 'en'): string =>
  `${formatNumber(share * 100, locale, Math.abs(share) < 0.1 ? 1 : 0)} %`;
