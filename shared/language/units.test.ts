import { describe, expect, it } from 'vitest';
import { durationInSeconds, formatDuration, formatShare, parseDuration } from './units.ts';

describe('parseDuration', () => {
  it.each([
    ['2h', { value: 2, unit: 'h' }],
    ['1.5 d', { value: 1.5, unit: 'd' }],
    ['90 min', { value: 90, unit: 'min' }],
    ['1,5 Tage', { value: 1.5, unit: 'd' }],
    ['.5 weeks', { value: 0.5, unit: 'w' }],
    ['3', { value: 3, unit: 'h' }],
  ])('reads %s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  it.each(['', 'soon', '-2 h', '2 parsecs', '1.2.3 h'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('durationInSeconds', () => {
  it('counts a typed day as a working day or as 24 hours', () => {
    expect(durationInSeconds({ value: 1.5, unit: 'd' }, 'working', 8)).toBe(12 * 3600);
    expect(durationInSeconds({ value: 1.5, unit: 'd' }, 'elapsed', 8)).toBe(36 * 3600);
    expect(durationInSeconds({ value: 1, unit: 'w' }, 'working', 8)).toBe(40 * 3600);
    expect(durationInSeconds({ value: 1, unit: 'w' }, 'elapsed', 8)).toBe(7 * 86_400);
  });
});

describe('formatDuration', () => {
  it.each([
    [9.42 * 86_400, '9.4 days'],
    [86_400, '24 hours'],
    [3600, '60 minutes'],
    [100, '1.7 minutes'],
    [14, '14 seconds'],
    [0, '0 seconds'],
    [-2.04 * 86_400, '-2 days'],
  ])('says %d seconds', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected);
  });

  it('speaks German and short', () => {
    expect(formatDuration(9.42 * 86_400, { locale: 'de' })).toBe('9,4 Tage');
    expect(formatDuration(7200, { style: 'short' })).toBe('2 h');
  });
});

describe('formatShare', () => {
  it('keeps one digit below ten per cent', () => {
    expect(formatShare(0.714)).toBe('71 %');
    expect(formatShare(0.0234)).toBe('2.3 %');
  });
});
