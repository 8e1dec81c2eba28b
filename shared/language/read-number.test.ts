import { describe, expect, it } from 'vitest';
import { readNumber, writeNumber } from './read-number.ts';

describe('readNumber', () => {
  it.each([
    ['12', 12],
    ['1,5', 1.5],
    ['30 %', 30],
    ['€ 120', 120],
    ['1 200', 1200],
    ['.5', 0.5],
  ])('reads %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });

  it.each(['', 'many', '1.2.3', '--2'])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});

describe('writeNumber', () => {
  it('uses the decimal sign of the language and no grouping, so that it can be typed back', () => {
    expect(writeNumber(1200.5, 'de')).toBe('1200,5');
    expect(readNumber(writeNumber(1200.5, 'de'))).toBe(1200.5);
  });
});
