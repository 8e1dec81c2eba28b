import type { Cadence as CadenceOfModel } from '../../document/model/calendar.ts';
import { weekdays } from '../../document/model/fields.ts';
import type { Calendar } from '../kernel/calendar.ts';
import { weekday } from '../kernel/civil.ts';
import { instantOf, wallTime, type TimeZone } from '../kernel/time-zones/time-zone.ts';
import { minutes } from './calendars.ts';
import type { Cadence, WallClock } from './network.ts';

const DAY = 86400;

/**
 * When a cadence ticks, in a zone. A tick while the receiver is closed moves to the next opening, and who comes before
 * that opening still catches it.
 */
export function compileCadence(cadence: CadenceOfModel, zone: TimeZone, origin: number, calendar: Calendar | undefined): Cadence {
  const moved = (tick: number): number => (calendar === undefined ? tick : calendar.nextOpening(Math.max(0, tick)));
  const ticks = cadence.type === 'weekly' ? weeklyTicks(cadence, zone, origin) : intervalTicks(cadence, zone, origin);
  return {
    next(time: number): number {
      // Ticks of the past fortnight may have been moved to an opening that is still to come.
      for (let tick = ticks(calendar === undefined ? time : time - 15 * DAY); tick < Infinity; tick = ticks(tick + 0.001)) {
        const actual = moved(tick);
        if (actual >= time) return actual;
        if (actual === Infinity) return Infinity;
      }
      return Infinity;
    },
  };
}

type Ticks = (from: number) => number;

function weeklyTicks(cadence: Extract<CadenceOfModel, { type: 'weekly' }>, zone: TimeZone, origin: number): Ticks {
  const days = new Set(cadence.days.map((day) => weekdays.indexOf(day)));
  const at = minutes(cadence.at) * 60;
  const weeks = cadence.everyWeeks ?? 1;
  const firstDay = Math.floor(wallTime(zone, origin) / DAY);
  const firstMonday = firstDay - weekday(firstDay);
  return (from) => {
    const start = Math.floor(wallTime(zone, origin + from) / DAY) - 1;
    for (let day = start; day <= start + 7 * weeks + 8; day += 1) {
      if (!days.has(weekday(day))) continue;
      const week = Math.floor((day - firstMonday) / 7);
      if (((week % weeks) + weeks) % weeks !== 0) continue;
      const tick = instantOf(zone, day * DAY + at) - origin;
      if (tick >= from) return tick;
    }
    return Infinity;
  };
}

function intervalTicks(cadence: Extract<CadenceOfModel, { type: 'interval' }>, zone: TimeZone, origin: number): Ticks {
  const length = cadence.hours * 3600;
  const firstDay = Math.floor(wallTime(zone, origin) / DAY);
  const anchor = instantOf(zone, firstDay * DAY + minutes(cadence.from ?? '00:00') * 60) - origin;
  return (from) => anchor + Math.ceil((from - anchor) / length) * length;
}

/** Wall time in a zone, for a run that starts at an instant. */
export function wallClock(zone: TimeZone, origin: number): WallClock {
  const wall = (time: number): number => wallTime(zone, origin + time);
  return {
    hourOfDay: (time) => Math.floor((wall(time) % DAY) / 3600),
    weekday: (time) => weekday(Math.floor(wall(time) / DAY)),
    hourOfWeek: (time) => {
      const now = wall(time);
      return weekday(Math.floor(now / DAY)) * 24 + Math.floor((now % DAY) / 3600);
    },
    nextHour: (time) => time + 3600 - (wall(time) % 3600),
  };
}
