import { describe, expect, it } from 'vitest';
import { isoDuration, parseIsoCycle, parseIsoDuration, writeIsoDuration } from './iso-duration.ts';

describe('ISO 8601 durations', () => {
  it.each([
    ['P2D', 2, 'd', false], ['PT90M', 90, 'min', false], ['P1DT12H', 36, 'h', false], ['PT0.5H', 0.5, 'h', false], ['P1W', 1, 'w', false],
    ['PT1M30S', 90, 's', false], ['P2M', 60, 'd', true], ['P1Y', 365, 'd', true], [' PT5S ', 5, 's', false],
  ])('reads %s', (text, value, unit, approximate) => expect(parseIsoDuration(text)).toEqual({ value, unit, approximate }));

  it.each(['P', 'PT', '2 days', '-P1D', '${x}', 'P1,2,3D', ''])('refuses %s', (text) => expect(parseIsoDuration(text)).toBeUndefined());

  it('reads cycles', () => {
    expect(parseIsoCycle('R/PT1H')).toMatchObject({ value: 1, unit: 'h' });
    expect(parseIsoCycle('R3/2024-01-01T00:00:00Z/P1D')).toMatchObject({ value: 1, unit: 'd' });
    expect(parseIsoCycle('0 0 9 * * MON')).toBeUndefined();
  });

  it('writes what it reads', () => {
    for (const total of [0, 1, 59.5, 60, 3661, 86_400, 100_000]) {
      const back = parseIsoDuration(isoDuration(total));
      const size = { s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 }[back?.unit ?? 's'];
      expect((back?.value ?? -1) * size).toBeCloseTo(total, 3);
    }
    expect(writeIsoDuration(60, 'min')).toBe('PT60M');
    expect(writeIsoDuration(2, 'd')).toBe('P2D');
  });
});
