import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { durationText, itemText, listText, rangeText, rounded, shareText, verbatim } from './phrases.ts';

const minute = 60;
const hour = 3600;
const day = 86_400;

describe('a quantity as it is read', () => {
  it.each([
    [1234.5, 1235], [10.4, 10], [9.96, 10], [9.44, 9.4], [-9.44, -9.4], [1.04, 1], [0.9349, 0.93], [0.0234, 0.023], [-0.0234, -0.023], [0.000012345, 0.000012], [1e-9, 0], [0, 0],
  ])('%d is read as %d', (value, read) => expect(rounded(value)).toBe(read));

  it('stays what it is where it is no number to round', () => {
    expect(rounded(Infinity)).toBe(Infinity);
    expect(rounded(NaN)).toBeNaN();
  });
});

describe('a span in words', () => {
  it('goes by the largest unit of which there is one and a half', () => {
    const read = [0.4, 80, 100, 89 * minute, 90 * minute, 35 * hour, 36 * hour, 9.42 * day, -2 * day].map((seconds) => say(durationText(seconds)));
    expect(read).toEqual(['0.4 seconds', '80 seconds', '1.7 minutes', '89 minutes', '1.5 hours', '35 hours', '1.5 days', '9.4 days', '-2 days']);
  });

  it('can be asked for in a unit, and has a singular', () => {
    expect((['s', 'min', 'h', 'd', 'w'] as const).map((unit) => say(durationText(7 * day, unit)))).toEqual(['604,800 seconds', '10,080 minutes', '168 hours', '7 days', '1 week']);
  });
});

describe('a range in words', () => {
  it.each([
    [12, 40, '12 to 40 seconds'], [4 * minute, 9.5 * minute, '4 to 9.5 minutes'], [2 * hour, 20 * hour, '2 to 20 hours'], [2 * day, 3 * day, '2 to 3 days'],
    [0, 7.9 * day, '0 to 7.9 days'], [-3 * day, 5 * day, '-3 to 5 days'], [-10 * hour, 5 * day, '-0.42 to 5 days'], [-9 * day, 4.8 * hour, '-9 to 0.2 days'],
  ])('%d to %d s: one unit for both ends', (low, high, read) => expect(say(rangeText(low, high))).toBe(read));

  it('gives a small end its own unit where the large one says nothing about it', () => {
    expect(say(rangeText(39 * minute, 7.9 * day))).toBe('39 minutes to 7.9 days');
    expect(say(rangeText(-39 * minute, 7.9 * day))).toBe('-39 minutes to 7.9 days');
    expect(say(rangeText(0.2 * day, 7.9 * day))).toBe('0.2 to 7.9 days');
    expect(say(rangeText(0.1, 12))).toBe('0.1 to 12 seconds');
  });

  it('is one span where both ends read alike', () => {
    expect(say(rangeText(2.01 * day, 2.04 * day))).toBe('2 days');
  });
});

describe('the rest of a sentence', () => {
  it('says shares as percentages, small ones with a digit', () => {
    expect([0.714, 0.1, 0.0994, 0.00449, 0, -0.714, -0.0994].map((share) => say(shareText(share)))).toEqual(['71 %', '10 %', '9.9 %', '0.4 %', '0 %', '-71 %', '-9.9 %']);
  });

  it('lists parts in the order given', () => {
    expect(say(listText([verbatim('a'), verbatim('b'), verbatim('c')]))).toBe('a, b, c');
    expect(say(listText([verbatim('a')]))).toBe('a');
    expect(say(listText([]))).toBe('');
  });

  it('gives the noun its article', () => {
    expect(['request', 'order', 'Order', 'big order'].map((noun) => say(itemText(noun)))).toEqual(['A request', 'An order', 'An Order', 'A big order']);
  });
});
