import { describe, expect, it } from 'vitest';
import { BIN, BINS, evenProfile, fluidWait, meanRate, pass, WorkingWeek } from './week.ts';

const hour = 3600;
/** Monday to Friday, from one hour to another. */
const office = (from: number, to: number): WorkingWeek => {
  const open = new Float64Array(BINS);
  for (let day = 0; day < 5; day += 1) for (let bin = (day * 24 + from) * 4; bin < (day * 24 + to) * 4; bin += 1) open[bin] = BIN;
  return new WorkingWeek(open);
};

describe('WorkingWeek', () => {
  const week = office(9, 17);

  it('finishes work within opening hours', () => {
    expect(week.finish(10 * hour, hour)).toBe(11 * hour);
    expect(week.finish(16 * hour, 2 * hour)).toBe((24 + 10) * hour);
    expect(week.finish(9 * hour, 8 * hour)).toBe(17 * hour);
    // Friday 16:00, two hours: Monday 10:00.
    expect(week.finish((4 * 24 + 16) * hour, 2 * hour)).toBe((7 * 24 + 10) * hour);
  });

  it('opens for work of nothing', () => {
    expect(week.finish(3 * hour, 0)).toBe(9 * hour);
    expect(week.finish(12 * hour, 0)).toBe(12 * hour);
    expect(week.finish((5 * 24 + 12) * hour, 0)).toBe((7 * 24 + 9) * hour);
  });
});

describe('pass', () => {
  it('gives the published waits of calendars', () => {
    const arriving = evenProfile(1 / hour);
    expect(pass(arriving, office(9, 17), 0).elapsed / hour).toBeCloseTo(15.238095, 6);
    expect(pass(arriving, office(9, 17), 4 * hour).elapsed / hour).toBeCloseTo(22.285714, 6);
  });

  it('gives the published wait across time zones, and keeps every item', () => {
    const sent = new Float64Array(BINS);
    for (let day = 0; day < 5; day += 1) sent.fill(1, (day * 24 + 9) * 4, (day * 24 + 17) * 4);
    const passage = pass(sent, office(1, 9), 0);
    expect(passage.elapsed / hour).toBeCloseTo(21.6, 6);
    expect(meanRate(passage.out)).toBeCloseTo(meanRate(sent), 12);
  });
});

describe('fluidWait', () => {
  it('is nothing where arrivals follow the opening hours and the pile of the night where they do not', () => {
    const week = office(9, 17);
    const inHours = new Float64Array(BINS);
    for (let day = 0; day < 5; day += 1) inHours.fill(1 / hour, (day * 24 + 9) * 4, (day * 24 + 17) * 4);
    expect(fluidWait(inHours, week, 2 / hour)).toBe(0);
    // All items at once each Monday before opening: the last of n waits n − 1 services, on average about half of it.
    const atOnce = new Float64Array(BINS);
    atOnce[0] = 8 / BIN;
    expect(fluidWait(atOnce, week, 2 / hour) / hour).toBeCloseTo(2, 1);
  });
});
