import { describe, expect, it } from 'vitest';
import { passMean, passSpread } from './spread.ts';
import { BIN, BINS, emptyProfile, evenProfile, giveBack, lentProfiles, meanRate, WorkingWeek } from './week.ts';

const hour = 3600;
/** Monday to Friday, from one hour to another. */
const office = (from: number, to: number): WorkingWeek => {
  const open = new Float64Array(BINS);
  for (let day = 0; day < 5; day += 1) for (let bin = (day * 24 + from) * 4; bin < (day * 24 + to) * 4; bin += 1) open[bin] = BIN;
  return new WorkingWeek(open);
};

describe('WorkingWeek', () => {
  const week = office(9, 17);
  const opened = (day: number): number => day * 8 * hour;

  it('says when so much open time has passed', () => {
    expect(week.timeAt(2 * hour)).toBe(11 * hour);
    expect(week.timeAt(opened(1) + hour)).toBe((24 + 10) * hour);
    // What ends with a shift ends then, not at the next opening.
    expect(week.timeAt(opened(1))).toBe(17 * hour);
    expect(week.timeAt(opened(5) + hour)).toBe((7 * 24 + 9 + 1) * hour);
    expect(week.timeAt(-hour)).toBe((-3 * 24 + 16) * hour);
  });

  it('says when the next opening is', () => {
    expect(week.opens[3 * 4]).toBe(9 * hour);
    expect(week.opens[12 * 4]).toBe(12 * hour + BIN / 2);
    expect(week.opens[(5 * 24 + 12) * 4]).toBe((7 * 24 + 9) * hour);
  });
});

describe('passMean', () => {
  it('gives the published waits of calendars', () => {
    const arriving = evenProfile(1 / hour);
    expect(passMean(arriving, office(9, 17), undefined, 0).elapsed / hour).toBeCloseTo(15.238095, 6);
    expect(passMean(arriving, office(9, 17), undefined, 4 * hour).elapsed / hour).toBeCloseTo(22.285714, 6);
  });

  it('gives the published wait across time zones, and keeps every item', () => {
    const sent = new Float64Array(BINS);
    for (let day = 0; day < 5; day += 1) sent.fill(1, (day * 24 + 9) * 4, (day * 24 + 17) * 4);
    const passage = passMean(sent, office(1, 9), undefined, 0);
    expect(passage.elapsed / hour).toBeCloseTo(21.6, 6);
    expect(meanRate(passage.out)).toBeCloseTo(meanRate(sent), 12);
  });
});

describe('passSpread', () => {
  const alwaysOpen = new WorkingWeek(new Float64Array(BINS).fill(BIN));
  const week = office(9, 17);
  const inHours = new Float64Array(BINS);
  for (let day = 0; day < 5; day += 1) inHours.fill(1 / hour, (day * 24 + 9) * 4, (day * 24 + 17) * 4);
  const sum = (profile: Float64Array): number => profile.reduce((total, each) => total + each, 0);

  it('keeps every item, and the mean where arrivals follow the opening hours', () => {
    const { out, elapsed } = passSpread(inHours, week, undefined, { mean: 2 * hour, variance: (2 * hour) ** 2 });
    expect(sum(out)).toBeCloseTo(sum(inHours), 9);
    // Two open hours are 2 · 168 / 40 by the clock.
    expect(elapsed / hour).toBeCloseTo(8.4, 6);
  });

  it('lets some leave before closing where the mean would not', () => {
    const late = new Float64Array(BINS);
    late[4 * 24 * 4 + 16 * 4] = 1;
    const fixed = passSpread(late, week, undefined, { mean: 2 * hour, variance: 0 });
    const random = passSpread(late, week, undefined, { mean: 2 * hour, variance: (2 * hour) ** 2 });
    const onFriday = (profile: Float64Array): number => sum(profile.subarray(4 * 96, 5 * 96));
    expect(onFriday(fixed.out)).toBe(0);
    expect(onFriday(random.out)).toBeGreaterThan(0.2);
    expect(random.elapsed).toBeLessThan(fixed.elapsed);
  });

  it('leaves out of the variance what all who come at a time share', () => {
    expect(passSpread(inHours, week, undefined, { mean: 2 * hour, variance: 0 }).variance).toBeCloseTo(0, 3);
    expect(passSpread(evenProfile(1), alwaysOpen, undefined, { mean: hour, variance: hour ** 2 }).variance).toBe(hour ** 2);
  });
});

describe('emptyProfile', () => {
  it('lends what was given back once more, with nothing in it', () => {
    const lent = lentProfiles(3);
    const [kept, given] = [emptyProfile(3).fill(1), emptyProfile(3).fill(2)];
    giveBack(3, lent + 1);
    const again = emptyProfile(3);
    expect(again).toBe(given);
    expect([...again, ...kept]).toEqual([0, 0, 0, 1, 1, 1]);
    giveBack(3, lent);
  });
});
