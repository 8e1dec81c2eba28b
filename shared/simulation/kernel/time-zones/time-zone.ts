import { dayNumber, formatDate, parseDate } from '../civil.ts';
import { TIME_ZONE_LINES, TIME_ZONE_VERSION } from './table.ts';

export { TIME_ZONE_VERSION };

/** A zone's history of offsets. Instants are seconds since 1970-01-01T00:00Z, wall times the same as if they were UTC. */
export interface TimeZone {
  readonly name: string;
  /** Instants at which the offset changes, rising. */
  readonly changes: Float64Array;
  /** Offset from UTC in seconds before the first change, then after each. */
  readonly offsets: Float64Array;
}

const START = dayNumber({ year: 2000, month: 1, day: 1 }) * 86400;
const END = dayNumber({ year: 2051, month: 1, day: 1 }) * 86400;
/** Weekdays and leap years repeat after 28 years: later rules are taken from the last 28 years of the table. */
const CYCLE = 10227 * 86400;
const DAY = 86400;

const lines = new Map<string, string>();
const zones = new Map<string, TimeZone>();

/** The zone of an IANA name or alias, upper and lower case alike, with its usual spelling; undefined where there is none. */
export function findTimeZone(name: string): TimeZone | undefined {
  if (lines.size === 0) readLines();
  const key = name.toLowerCase();
  const known = zones.get(key);
  if (known) return known;
  const line = lines.get(key);
  if (line === undefined) return undefined;
  const names = line.slice(0, line.indexOf(';')).split(' ');
  const zone = decode(names.find((each) => each.toLowerCase() === key) ?? name, line);
  zones.set(key, zone);
  return zone;
}

/** All names in the table, aliases included, sorted. */
export function timeZoneNames(): string[] {
  return TIME_ZONE_LINES.trim()
    .split('\n')
    .flatMap((line) => line.slice(0, line.indexOf(';')).split(' '))
    .sort();
}

/** Coordinated universal time. */
export const UTC: TimeZone = { name: 'UTC', changes: new Float64Array(0), offsets: Float64Array.of(0) };

function readLines(): void {
  for (const line of TIME_ZONE_LINES.trim().split('\n')) {
    for (const name of line.slice(0, line.indexOf(';')).split(' ')) lines.set(name.toLowerCase(), line);
  }
}

function decode(name: string, line: string): TimeZone {
  const [, offsetList = '', steps = ''] = line.split(';');
  const minutes = offsetList.split(' ').map(Number);
  const changes: number[] = [];
  const offsets = [minutes[0]! * 60];
  let time = 0;
  for (const [, distance = '', letter = ''] of steps.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    time += Number.parseInt(distance, 36);
    changes.push(START + time * 60);
    offsets.push(minutes[letter.charCodeAt(0) - 65]! * 60);
  }
  return { name, changes: Float64Array.from(changes), offsets: Float64Array.from(offsets) };
}

/** Whole cycles by which a time after the table is moved back into it. */
function cyclesBeyond(time: number): number {
  return time < END ? 0 : Math.floor((time - END) / CYCLE) + 1;
}

/** Number of changes at or before an instant of the table's years. */
function changesUntil(zone: TimeZone, instant: number): number {
  const { changes } = zone;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offset from UTC in seconds in force at an instant. Before 2000 that of 2000, after 2050 by the rules of the last 28 years. */
export function offsetAt(zone: TimeZone, instant: number): number {
  return zone.offsets[changesUntil(zone, instant - cyclesBeyond(instant) * CYCLE)]!;
}

/** Wall time at an instant. */
export function wallTime(zone: TimeZone, instant: number): number {
  return instant + offsetAt(zone, instant);
}

/** Instant of a wall time. In a gap it is the transition; of a doubled hour the first. */
export function instantOf(zone: TimeZone, wall: number): number {
  const moved = cyclesBeyond(wall) * CYCLE;
  const local = wall - moved;
  const index = changesUntil(zone, local - DAY);
  const before = zone.offsets[index]!;
  const change = zone.changes[index];
  if (change === undefined || change > local + DAY) return wall - before;
  const after = zone.offsets[index + 1]!;
  if (local < change + before) return wall - before;
  return local < change + after ? change + moved : wall - after;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Instant of an ISO 8601 date or date and time. Without `Z` or an offset it is wall time in `zone`.
 * Undefined where the text is no such thing.
 */
export function parseInstant(text: string, zone: TimeZone): number | undefined {
  const match = ISO.exec(text.trim());
  const days = match ? parseDate(match[1]!) : undefined;
  if (!match || days === undefined) return undefined;
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const wall = days * DAY + hour * 3600 + minute * 60 + second + Number(match[5] ?? 0);
  const offset = match[6];
  if (offset === undefined) return instantOf(zone, wall);
  if (offset.toUpperCase() === 'Z') return wall;
  const sign = offset.startsWith('-') ? 1 : -1;
  return wall + sign * (Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(-2)) * 60);
}

/** ISO 8601 text of an instant as wall time in a zone with its offset, to the millisecond where there is a fraction. */
export function formatInstant(instant: number, zone: TimeZone): string {
  const milliseconds = Math.round(instant * 1000);
  const offset = offsetAt(zone, Math.floor(milliseconds / 1000));
  const wall = milliseconds + offset * 1000;
  const days = Math.floor(wall / 86_400_000);
  const rest = wall - days * 86_400_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const fraction = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`;
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}${fraction}`;
  const size = Math.abs(offset);
  const suffix = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(size / 3600)}:${two((size / 60) % 60)}`;
  return `${formatDate(days)}T${time}${suffix}`;
}
