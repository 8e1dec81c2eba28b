import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../document/model/calendar.ts';
import { aroundTheClock } from '../../document/model/defaults.ts';
import { emptyModel } from '../../document/model/model.ts';
import { say } from '../../language/say.ts';
import { CalendarBook, readWeek } from './calendars.ts';
import { Refusal } from './refusal.ts';

const period = (from: string, to: string, beginTime: string, endTime: string, probability?: number): { from: string; to: string; beginTime: string; endTime: string; probability?: number } =>
  ({ from, to, beginTime, endTime, ...(probability !== undefined && { probability }) });
const week = (...periods: ReturnType<typeof period>[]): string[] =>
  readWeek(periods, 'Office', 'p.json').weekly.map(({ day, from, to, availability }) => `${day} ${from}-${to}${availability === undefined ? '' : ` ${availability}`}`);

describe('readWeek', () => {
  it('spreads days, around the end of the week too', () => {
    expect(week(period('SATURDAY', 'MONDAY', '08:00:00', '10:00:00'))).toEqual(['mon 08:00-10:00', 'sat 08:00-10:00', 'sun 08:00-10:00']);
  });

  it('merges what meets or overlaps', () => {
    expect(week(period('MONDAY', 'MONDAY', '09:00:00', '12:00:00'), period('MONDAY', 'MONDAY', '12:00:00', '17:00:00'), period('MONDAY', 'MONDAY', '16:00:00', '18:30:00'))).toEqual(['mon 09:00-18:30']);
  });

  it('keeps fractions of a second', () => expect(week(period('MONDAY', 'MONDAY', '09:00:00.585', '17:00:00.838'))).toEqual(['mon 09:00:00.585-17:00:00.838']));

  it.each(['23:59:00', '23:59:59.999999', '23:59:59.999000', '00:00:00'])('takes an end at %s as the end of the day', (end) => {
    expect(week(period('MONDAY', 'SUNDAY', '00:00:00.000', end))).toHaveLength(7);
    expect(readWeek([period('MONDAY', 'SUNDAY', '00:00', end)], 'x', 'p').weekly).toEqual(aroundTheClock.weekly);
  });

  it('carries a night shift into the next day, and says so', () => {
    expect(week(period('SUNDAY', 'SUNDAY', '22:00:00', '02:00:00'))).toEqual(['mon 00:00-02:00', 'sun 22:00-24:00']);
    expect(readWeek([period('SUNDAY', 'SUNDAY', '22:00:00', '02:00:00')], 'x', 'p').overMidnight).toBe(true);
  });

  it('keeps availabilities', () => expect(week(period('MONDAY', 'MONDAY', '09:00', '10:00', 0.5), period('MONDAY', 'MONDAY', '10:00', '11:00'))).toEqual(['mon 09:00-10:00 0.5', 'mon 10:00-11:00']));

  it.each([
    [[], 'never opens'],
    [[period('MONDAY', 'MONDAY', '09:00', '10:00', 0)], 'never opens'],
    [[period('MONTAG', 'MONDAY', '09:00', '10:00')], '"MONTAG"'],
    [[period('MONDAY', 'MONDAY', '25:00', '26:00')], '"25:00"'],
    [[period('MONDAY', 'MONDAY', '09:00', '10:00', 1.5)], 'outside 0 to 1'],
  ])('refuses case %#', (periods, part) => {
    try {
      readWeek(periods, 'Office', 'p.json');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const word of ['"p.json"', 'Office', part]) expect(say(error.sentence)).toContain(word);
    }
  });
});

describe('CalendarBook', () => {
  it('shares equal weeks and knows the built-in one', () => {
    const model = emptyModel();
    const book = new CalendarBook(model);
    const office = readWeek([period('MONDAY', 'FRIDAY', '09:00', '17:00')], 'x', 'p').weekly;
    expect([book.idOf(office, 'Office'), book.idOf([...office], 'Other'), book.idOf(aroundTheClock.weekly)]).toEqual(['calendar-1', 'calendar-1', 'around-the-clock']);
    expect(Object.values(model.calendars).every((calendar) => calendarSchema.safeParse(calendar).success)).toBe(true);
    expect(model.calendars['calendar-1']?.name).toBe('Office');
  });
});
