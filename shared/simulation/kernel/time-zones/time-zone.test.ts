import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber, formatDate, parseDate, weekday } from '../civil.ts';
import { TIME_ZONE_VERSION, UTC, findTimeZone, formatInstant, instantOf, offsetAt, parseInstant, timeZoneNames, wallTime } from './time-zone.ts';

/** Offset by the platform's own data, for comparison. */
function platformOffset(name: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (instant) => {
    const [month, day, year, hour, minute, second] = format.format(instant * 1000).split(/[^0-9]+/).map(Number);
    return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) / 1000 - instant;
  };
}

describe('the time-zone table', () => {
  it('holds every zone of the platform', () => {
    const names = new Set(timeZoneNames());
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !names.has(name))).toEqual([]);
    for (const alias of ['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'US/Eastern', 'GB']) expect(findTimeZone(alias), alias).toBeDefined();
    expect(findTimeZone('europe/berlin')?.name).toBe('Europe/Berlin');
    expect(findTimeZone('Mars/Olympus')).toBeUndefined();
  });

  it.runIf(process.versions['tz'] === TIME_ZONE_VERSION)('agrees with the platform at thousands of instants', () => {
    for (const name of ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Casablanca', 'Asia/Tehran', 'Pacific/Apia', 'Africa/Cairo', 'America/St_Johns']) {
      const zone = findTimeZone(name)!;
      const expected = platformOffset(name);
      for (let instant = Date.UTC(2000, 0, 1) / 1000; instant < Date.UTC(2051, 0, 1) / 1000; instant += 501_811) {
        if (offsetAt(zone, instant) !== expected(instant)) expect(`${name} ${instant}: ${offsetAt(zone, instant)}`).toBe(expected(instant));
      }
    }
  });

  it('goes on after 2050 by the same rules', () => {
    const zone = findTimeZone('Europe/Berlin')!;
    expect(offsetAt(zone, parseInstant('2060-07-01T00:00Z', UTC)!)).toBe(7200);
    expect(offsetAt(zone, parseInstant('2060-12-01T00:00Z', UTC)!)).toBe(3600);
    // The last Sunday of March 2060 is the 28th.
    expect(offsetAt(zone, parseInstant('2060-03-28T00:59:59Z', UTC)!)).toBe(3600);
    expect(offsetAt(zone, parseInstant('2060-03-28T01:00:00Z', UTC)!)).toBe(7200);
    expect(instantOf(zone, parseInstant('2060-03-28T02:30:00Z', UTC)!)).toBe(parseInstant('2060-03-28T01:00:00Z', UTC)!);
  });
});

describe('wall time', () => {
  const berlin = findTimeZone('Europe/Berlin')!;
  const newYork = findTimeZone('America/New_York')!;

  it('in the gap is the transition', () => {
    expect(parseInstant('2024-03-31T02:30', berlin)).toBe(parseInstant('2024-03-31T01:00Z', UTC));
    expect(parseInstant('2024-03-31T03:00', berlin)).toBe(parseInstant('2024-03-31T01:00Z', UTC));
    expect(parseInstant('2024-03-31T01:59', berlin)).toBe(parseInstant('2024-03-31T00:59Z', UTC));
    expect(parseInstant('2024-03-10T02:30', newYork)).toBe(parseInstant('2024-03-10T07:00Z', UTC));
  });

  it('in the doubled hour is the first', () => {
    expect(parseInstant('2024-10-27T02:30', berlin)).toBe(parseInstant('2024-10-27T00:30Z', UTC));
    expect(parseInstant('2024-10-27T03:00', berlin)).toBe(parseInstant('2024-10-27T02:00Z', UTC));
    expect(parseInstant('2024-11-03T01:30', newYork)).toBe(parseInstant('2024-11-03T05:30Z', UTC));
  });

  it('comes back from its instant outside gaps and doubled hours', () => {
    for (let wall = parseInstant('2024-01-01', UTC)!; wall < parseInstant('2025-01-01', UTC)!; wall += 86_399) {
      const back = wallTime(newYork, instantOf(newYork, wall));
      if (back !== wall) expect(wall).toBe(back);
    }
  });
});

describe('dates', () => {
  it('count days as the platform does', () => {
    for (let days = -200_000; days < 200_000; days += 997) {
      const platform = new Date(days * 86_400_000);
      expect(civilDate(days)).toEqual({ year: platform.getUTCFullYear(), month: platform.getUTCMonth() + 1, day: platform.getUTCDate() });
      expect(dayNumber(civilDate(days))).toBe(days);
      expect((weekday(days) + 1) % 7).toBe(platform.getUTCDay());
    }
  });

  it('are read strictly', () => {
    expect(parseDate('2024-02-29')).toBe(19782);
    expect(formatDate(19782)).toBe('2024-02-29');
    for (const text of ['2023-02-29', '2024-13-01', '2024-1-1', '', 'x']) expect(parseDate(text)).toBeUndefined();
    expect(parseInstant('2024-01-01T25:00', UTC)).toBeUndefined();
    expect(parseInstant('2024-01-01T10:00:30.25+02:00', UTC)).toBe(Date.UTC(2024, 0, 1, 8, 0, 30, 250) / 1000);
    expect(parseInstant('2024-01-01T10:00-0330', UTC)).toBe(Date.UTC(2024, 0, 1, 13, 30) / 1000);
  });

  it('are written with their offset', () => {
    const berlin = findTimeZone('Europe/Berlin')!;
    expect(formatInstant(Date.UTC(2024, 0, 1) / 1000, berlin)).toBe('2024-01-01T01:00:00+01:00');
    expect(formatInstant(Date.UTC(2024, 0, 1) / 1000 + 0.25, UTC)).toBe('2024-01-01T00:00:00.250Z');
    expect(formatInstant(Date.UTC(2024, 6, 1) / 1000, findTimeZone('America/St_Johns')!)).toBe('2024-06-30T21:30:00-02:30');
  });
});
