import { weekday } from './civil.ts';
import { instantOf, wallTime, type TimeZone } from './time-zones/time-zone.ts';
import { normaliseWeek, normaliseDay, type OpenInterval, type Stretch } from './calendar-week.ts';

/** Weekly opening hours in a zone, with dates that differ. */
export interface CalendarSpec {
  readonly zone: TimeZone;
  /** In minutes since Monday 00:00; `to` may pass Sunday midnight. Where intervals overlap the larger availability holds. */
  readonly weekly: readonly OpenInterval[];
  /** Each replaces its date: `day` in days since 1970-01-01, intervals in minutes since its midnight; none: a holiday. */
  readonly exceptions?: readonly { readonly day: number; readonly intervals: readonly OpenInterval[] }[];
}

const DAY = 86400;
const CHUNK = 7;
/** Working time of a hundred years: no run gets so far, so that nothing that takes longer is looked for. */
const LONGEST = 100 * 366 * DAY;

/**
 * A calendar as open intervals [start, end) in seconds since the run's start, expanded as far as it was asked about.
 * Answers are O(1) for times that move on and O(log n) otherwise. Open means availability above 0; working time counts
 * open time whole, whatever its availability. All times are at or after 0.
 */
export class Calendar {
  /** Open without end and with one availability. */
  readonly always: boolean;
  /** Open seconds in a plain week. */
  readonly weeklySeconds: number;
  private readonly zone: TimeZone;
  private readonly origin: number;
  private readonly week: readonly (readonly Stretch[])[];
  private readonly exceptions: ReadonlyMap<number, readonly Stretch[]>;
  private readonly lastException: number;
  /** From here on the calendar is open without end; Infinity where its week has a change. */
  private readonly constantFrom: number;
  private nextDay: number;
  private exhausted = false;
  private count = 0;
  private starts = new Float64Array(64);
  private ends = new Float64Array(64);
  private shares = new Float64Array(64);
  /** Open seconds before each interval. */
  private worked = new Float64Array(64);
  private cursor = 0;
  private changeFrom = 0;
  private changeTo = 0;

  /** `start`: the instant of time 0, in seconds since 1970-01-01T00:00Z. */
  constructor(spec: CalendarSpec, start: number) {
    this.zone = spec.zone;
    this.origin = start;
    this.week = normaliseWeek(spec.weekly);
    this.exceptions = new Map(spec.exceptions?.map(({ day, intervals }) => [day, normaliseDay(intervals)]));
    this.lastException = Math.max(-Infinity, ...this.exceptions.keys());
    this.weeklySeconds = this.week.flat().reduce((sum, { from, to }) => sum + (to - from) * 60, 0);
    const share = this.week[0]![0]?.availability;
    const constant = this.week.every(([first]) => first?.from === 0 && first.to === 1440 && first.availability === share);
    this.nextDay = Math.floor(wallTime(spec.zone, start) / DAY) - 2;
    this.always = constant && this.lastException < this.nextDay;
    this.constantFrom = constant ? instantOf(spec.zone, (Math.max(this.lastException, this.nextDay) + 1) * DAY) - start : Infinity;
    this.expand();
  }

  /** Share of units on shift at a time: 0 while closed. */
  availabilityAt(time: number): number {
    const index = this.find(time);
    return index >= 0 && time < this.ends[index]! ? this.shares[index]! : 0;
  }

  isOpen(time: number): boolean {
    if (this.always) return true;
    const index = this.find(time);
    return index >= 0 && time < this.ends[index]!;
  }

  /** The time itself while open, else the next opening; Infinity where none comes. */
  nextOpening(time: number): number {
    if (this.always) return time;
    const index = this.find(time);
    if (index >= 0 && time < this.ends[index]!) return time;
    return index + 1 < this.count ? this.starts[index + 1]! : Infinity;
  }

  /** End of the open stretch that holds the time, changes of availability passed over; the time itself while closed. */
  nextClosing(time: number): number {
    let closing = time;
    while (closing < Infinity && this.isOpen(closing)) closing = this.nextChange(closing);
    return closing;
  }

  /** The first time after this one at which the availability changes; Infinity where none comes. */
  nextChange(time: number): number {
    if (this.always) return Infinity;
    if (time >= this.changeFrom && time < this.changeTo) return this.changeTo;
    let index = this.find(time);
    let change = Infinity;
    if (index < 0 || time >= this.ends[index]!) {
      if (index + 1 < this.count) change = this.starts[index + 1]!;
    } else {
      change = this.ends[index]!;
      // Intervals are cut at midnights, so equal neighbours are passed over, for ever where the week is constant.
      while (index + 1 < this.count && this.starts[index + 1] === change && this.shares[index + 1] === this.shares[index]) {
        if (change >= this.constantFrom) {
          change = Infinity;
          break;
        }
        index += 1;
        this.reach(this.starts[index]!);
        change = this.ends[index]!;
      }
    }
    this.changeFrom = time;
    this.changeTo = change;
    return change;
  }

  /** Start of the open interval that holds the time (before 0 where it began before the run); NaN while closed. */
  intervalStart(time: number): number {
    const index = this.find(time);
    return index >= 0 && time < this.ends[index]! ? this.starts[index]! : NaN;
  }

  /** End of the open interval that holds the time; NaN while closed. Open stretches over a day are cut at midnights. */
  intervalEnd(time: number): number {
    const index = this.find(time);
    return index >= 0 && time < this.ends[index]! ? this.ends[index]! : NaN;
  }

  /** Open seconds in [from, to]. */
  workingTimeBetween(from: number, to: number): number {
    if (this.always) return to - from;
    const last = this.find(to);
    const first = this.find(from);
    if (last < 0) return 0;
    const end = this.ends[last]!;
    if (first === last) return Math.max(0, Math.min(to, end) - from);
    const before = first < 0 ? 0 : this.worked[first]! + Math.min(from, this.ends[first]!) - this.starts[first]!;
    return this.worked[last]! + Math.min(to, end) - this.starts[last]! - before;
  }

  /**
   * The time at which that many open seconds have passed since a start; it may be a closing, never the opening after.
   * Infinity where the calendar never gives them.
   */
  addWorkingTime(start: number, seconds: number): number {
    if (this.always || seconds === 0) return start + seconds;
    let index = this.find(start);
    let rest = seconds;
    if (index >= 0 && start < this.ends[index]!) {
      const room = this.ends[index]! - start;
      if (rest <= room) return start + rest;
      rest -= room;
    }
    for (let step = 0; step < 8; step += 1) {
      index += 1;
      if (index + 1 >= this.count) this.reach(this.count === 0 ? 0 : this.starts[this.count - 1]!);
      if (index >= this.count) return Infinity;
      const length = this.ends[index]! - this.starts[index]!;
      if (rest <= length) return this.starts[index]! + rest;
      rest -= length;
    }
    return this.jump(index + 1, rest);
  }

  /** The time `rest` open seconds after interval `from` began, by bisection over the cumulative working time. */
  private jump(from: number, rest: number): number {
    if (rest > LONGEST) return Infinity;
    while (!this.exhausted && (from >= this.count || this.worked[this.count - 1]! - this.worked[from]! < rest)) this.expand();
    if (from >= this.count) return Infinity;
    const target = this.worked[from]! + rest;
    let low = from;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.worked[middle]! < target) low = middle;
      else high = middle - 1;
    }
    const time = this.starts[low]! + (target - this.worked[low]!);
    return time <= this.ends[low]! ? time : low + 1 < this.count ? this.ends[low]! : Infinity;
  }

  /** Index of the last interval that starts at or before the time, −1 where there is none. */
  private find(time: number): number {
    const cursor = this.cursor;
    const { starts } = this;
    if (cursor + 1 < this.count && starts[cursor]! <= time) {
      if (time < starts[cursor + 1]!) return cursor;
      if (cursor + 2 < this.count && time < starts[cursor + 2]!) {
        this.cursor = cursor + 1;
        return cursor + 1;
      }
    }
    return this.search(time);
  }

  private search(time: number): number {
    this.reach(time);
    const { starts } = this;
    let low = -1;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= time) low = middle;
      else high = middle - 1;
    }
    this.cursor = Math.max(0, low);
    return low;
  }

  /** Expands until an interval starts after the time: every interval but the last is then final. */
  private reach(time: number): void {
    while (!this.exhausted && (this.count === 0 || this.starts[this.count - 1]! <= time)) this.expand();
  }

  private expand(): void {
    if (this.weeklySeconds === 0 && this.nextDay > this.lastException) {
      this.exhausted = true;
      return;
    }
    for (let step = 0; step < CHUNK; step += 1) {
      const day = this.nextDay;
      this.nextDay += 1;
      const midnight = day * DAY;
      for (const { from, to, availability } of this.exceptions.get(day) ?? this.week[weekday(day)]!) {
        const start = instantOf(this.zone, midnight + from * 60) - this.origin;
        const end = instantOf(this.zone, midnight + to * 60) - this.origin;
        if (end > start) this.append(start, end, availability);
      }
    }
  }

  private append(start: number, end: number, share: number): void {
    const last = this.count - 1;
    // A night shift over midnight is one interval; what is longer than a day stays cut at midnights.
    if (last >= 0 && this.ends[last] === start && this.shares[last] === share && end - this.starts[last]! <= DAY) {
      this.ends[last] = end;
      return;
    }
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.shares[this.count] = share;
    this.worked[this.count] = last < 0 ? 0 : this.worked[last]! + (this.ends[last]! - this.starts[last]!);
    this.count += 1;
  }

  private grow(): void {
    this.starts = doubled(this.starts);
    this.ends = doubled(this.ends);
    this.shares = doubled(this.shares);
    this.worked = doubled(this.worked);
  }
}

function doubled(from: Float64Array): Float64Array<ArrayBuffer> {
  const to = new Float64Array(from.length * 2);
  to.set(from);
  return to;
}

const OPEN: readonly OpenInterval[] = [{ from: 0, to: 10080 }];

/** A calendar that never closes. */
export function alwaysOpen(zone: TimeZone): Calendar {
  return new Calendar({ zone, weekly: OPEN }, 0);
}
