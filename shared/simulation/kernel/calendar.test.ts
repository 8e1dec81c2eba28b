import { describe, expect, it } from 'vitest';
import { Calendar, alwaysOpen, type CalendarSpec } from './calendar.ts';
import { parseDate } from './civil.ts';
import { UTC, findTimeZone, parseInstant } from './time-zones/time-zone.ts';

const berlin = findTimeZone('Europe/Berlin')!;
const HOUR = 3600;
const DAY = 24 * HOUR;
const at = (text: string, zone = UTC): number => parseInstant(text, zone)!;
const weekdays = (from: number, to: number, days = [0, 1, 2, 3, 4]): CalendarSpec['weekly'] =>
  days.map((day) => ({ from: day * 1440 + from * 60, to: day * 1440 + to * 60 }));

/** Open seconds counted second by second from the specification's meaning, without the class under test. */
function slowWork(open: (second: number) => boolean, from: number, to: number): number {
  let sum = 0;
  for (let second = from; second < to; second += 1) sum += open(second) ? 1 : 0;
  return sum;
}

describe('a weekday calendar', () => {
  const calendar = new Calendar({ zone: UTC, weekly: weekdays(9, 17) }, at('2024-01-01'));

  it('opens and closes', () => {
    expect(calendar.isOpen(0)).toBe(false);
    expect(calendar.nextOpening(0)).toBe(9 * HOUR);
    expect(calendar.isOpen(9 * HOUR)).toBe(true);
    expect(calendar.isOpen(17 * HOUR)).toBe(false);
    expect(calendar.nextChange(9 * HOUR)).toBe(17 * HOUR);
    expect(calendar.nextClosing(10 * HOUR)).toBe(17 * HOUR);
    expect(calendar.nextOpening(4 * DAY + 17 * HOUR)).toBe(7 * DAY + 9 * HOUR);
    expect(calendar.availabilityAt(10 * HOUR)).toBe(1);
    expect(calendar.intervalStart(10 * HOUR)).toBe(9 * HOUR);
    expect(calendar.intervalEnd(10 * HOUR)).toBe(17 * HOUR);
    expect(calendar.intervalStart(8 * HOUR)).toBeNaN();
    expect(calendar.weeklySeconds).toBe(40 * HOUR);
  });

  it('adds working time, ending at a closing rather than the next opening', () => {
    expect(calendar.addWorkingTime(16 * HOUR, HOUR)).toBe(17 * HOUR);
    expect(calendar.addWorkingTime(16 * HOUR, 1.5 * HOUR)).toBe(DAY + 9.5 * HOUR);
    expect(calendar.addWorkingTime(0, 0)).toBe(0);
    // Longer than any run: not looked for day by day.
    expect(calendar.addWorkingTime(0, 1e300)).toBe(Infinity);
    expect(calendar.addWorkingTime(0, 40 * HOUR)).toBe(4 * DAY + 17 * HOUR);
    expect(calendar.addWorkingTime(0, 52 * 40 * HOUR + 1)).toBe(52 * 7 * DAY + 9 * HOUR + 1);
  });

  it('counts working time as a count second by second does', () => {
    const small = new Calendar({ zone: UTC, weekly: weekdays(9, 17) }, at('2024-01-01'));
    const open = (second: number): boolean =>
      Math.floor(second / DAY) % 7 < 5 && second % DAY >= 9 * HOUR && second % DAY < 17 * HOUR;
    for (const [from, to] of [[0, DAY], [10 * HOUR, 11 * HOUR], [10 * HOUR, 3 * DAY + 12345], [16 * HOUR, 9 * DAY + 1], [5 * DAY, 6 * DAY]] as const) {
      expect(small.workingTimeBetween(from, to)).toBe(slowWork(open, from, to));
    }
  });

  it('agrees with itself far ahead and in any order of asking', () => {
    const other = new Calendar({ zone: UTC, weekly: weekdays(9, 17) }, at('2024-01-01'));
    const times = Array.from({ length: 400 }, (_, k) => ((k * 7919) % 997) * 5000);
    for (const time of times) {
      const fresh = new Calendar({ zone: UTC, weekly: weekdays(9, 17) }, at('2024-01-01'));
      expect(other.nextOpening(time)).toBe(fresh.nextOpening(time));
      expect(other.nextChange(time)).toBe(fresh.nextChange(time));
      expect(other.addWorkingTime(time, 123456)).toBe(fresh.addWorkingTime(time, 123456));
      expect(other.workingTimeBetween(time, other.addWorkingTime(time, 123456))).toBe(123456);
    }
  });
});

describe('daylight saving', () => {
  it('maps a time in the gap to the transition', () => {
    // 31 March 2024: 02:00 becomes 03:00 in Berlin, at 01:00 UTC.
    const start = at('2024-03-31', berlin);
    const calendar = new Calendar({ zone: berlin, weekly: [{ from: 6 * 1440 + 150, to: 6 * 1440 + 240 }] }, start);
    expect(calendar.nextOpening(0) + start).toBe(at('2024-03-31T01:00Z'));
    expect(calendar.nextClosing(calendar.nextOpening(0)) + start).toBe(at('2024-03-31T02:00Z'));
  });

  it('takes the first of the doubled hour', () => {
    // 27 October 2024: 03:00 becomes 02:00 in Berlin, at 01:00 UTC.
    const start = at('2024-10-27', berlin);
    const calendar = new Calendar({ zone: berlin, weekly: [{ from: 6 * 1440 + 150, to: 6 * 1440 + 240 }] }, start);
    expect(calendar.nextOpening(0) + start).toBe(at('2024-10-27T00:30Z'));
    expect(calendar.workingTimeBetween(0, DAY)).toBe(2.5 * HOUR);
  });

  it('keeps office hours at the wall through the year', () => {
    const start = at('2024-01-01', berlin);
    const calendar = new Calendar({ zone: berlin, weekly: weekdays(9, 17) }, start);
    expect(calendar.isOpen(at('2024-07-01T09:00', berlin) - start)).toBe(true);
    expect(calendar.isOpen(at('2024-07-01T08:59', berlin) - start)).toBe(false);
    expect(calendar.nextOpening(at('2024-07-01T00:00', berlin) - start) + start).toBe(at('2024-07-01T07:00Z'));
  });
});

describe('exceptions', () => {
  const start = at('2024-12-23');
  const spec: CalendarSpec = {
    zone: UTC,
    weekly: weekdays(9, 17),
    exceptions: [
      { day: parseDate('2024-12-25')!, intervals: [] },
      { day: parseDate('2024-12-28')!, intervals: [{ from: 600, to: 660, availability: 0.5 }] },
    ],
  };

  it('close a holiday and open a Saturday', () => {
    const calendar = new Calendar(spec, start);
    expect(calendar.nextOpening(DAY + 17 * HOUR)).toBe(3 * DAY + 9 * HOUR);
    expect(calendar.availabilityAt(5 * DAY + 10 * HOUR)).toBe(0.5);
    expect(calendar.workingTimeBetween(0, 7 * DAY)).toBe((4 * 8 + 1) * HOUR);
  });

  it('may be the only openings there are', () => {
    const calendar = new Calendar({ zone: UTC, weekly: [], exceptions: [{ day: parseDate('2025-06-01')!, intervals: [{ from: 0, to: 60 }] }] }, start);
    const opening = at('2025-06-01') - start;
    expect(calendar.nextOpening(0)).toBe(opening);
    expect(calendar.nextOpening(opening + HOUR)).toBe(Infinity);
    expect(calendar.addWorkingTime(0, HOUR)).toBe(opening + HOUR);
    expect(calendar.addWorkingTime(0, HOUR + 1)).toBe(Infinity);
    expect(calendar.workingTimeBetween(0, 2 * opening)).toBe(HOUR);
  });
});

describe('calendars round the clock', () => {
  it('never close', () => {
    const calendar = alwaysOpen(UTC);
    expect(calendar.always).toBe(true);
    expect(calendar.nextChange(5)).toBe(Infinity);
    expect(calendar.addWorkingTime(5, 1e9)).toBe(1e9 + 5);
    expect(calendar.workingTimeBetween(5, 1e9)).toBe(1e9 - 5);
    expect(calendar.nextClosing(7)).toBe(Infinity);
  });

  it('close for a holiday only', () => {
    const calendar = new Calendar(
      { zone: UTC, weekly: [{ from: 0, to: 10080 }], exceptions: [{ day: parseDate('2024-03-01')!, intervals: [] }] },
      at('2024-01-01'),
    );
    expect(calendar.always).toBe(false);
    expect(calendar.nextChange(0)).toBe(60 * DAY);
    expect(calendar.nextChange(60 * DAY)).toBe(61 * DAY);
    expect(calendar.nextChange(61 * DAY)).toBe(Infinity);
    expect(calendar.nextClosing(70 * DAY)).toBe(Infinity);
    expect(calendar.addWorkingTime(59 * DAY, 2 * DAY)).toBe(62 * DAY);
  });

  it('cut open stretches at midnights, night shifts excepted', () => {
    const nights = new Calendar({ zone: UTC, weekly: weekdays(22, 30, [0, 1, 2, 3, 4, 5, 6]) }, at('2024-01-01'));
    expect(nights.intervalStart(0)).toBe(-2 * HOUR);
    expect(nights.intervalEnd(23 * HOUR)).toBe(30 * HOUR);
    expect(alwaysOpen(UTC).intervalEnd(5 * HOUR)).toBe(DAY);
  });
});

describe('availability', () => {
  it('changes within an open stretch, overlaps taking the larger', () => {
    const calendar = new Calendar(
      { zone: UTC, weekly: [{ from: 540, to: 1020, availability: 0.5 }, { from: 600, to: 720 }, { from: 900, to: 960, availability: 0 }] },
      at('2024-01-01'),
    );
    expect(calendar.availabilityAt(9 * HOUR)).toBe(0.5);
    expect(calendar.nextChange(9 * HOUR)).toBe(10 * HOUR);
    expect(calendar.availabilityAt(10 * HOUR)).toBe(1);
    expect(calendar.nextChange(12 * HOUR)).toBe(17 * HOUR);
    expect(calendar.nextClosing(9 * HOUR)).toBe(17 * HOUR);
  });
});
