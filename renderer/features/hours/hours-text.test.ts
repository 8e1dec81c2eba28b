import { describe, expect, it } from 'vitest';
import { readSpans, writeSpans } from './hours-text.ts';

describe('hours of a day', () => {
  it.each([
    ['9-17', '09:00–17:00'],
    ['13:30 – 18, 8–12', '08:00–12:00, 13:30–18:00'],
    ['9.15 to 24 (50 %)', '09:15–24:00 (50 %)'],
    ['0900-1700; 18-20 12,5%', '09:00–17:00, 18:00–20:00 (12.5 %)'],
    ['', ''],
    ['–', ''],
  ])('%j is %j', (text, written) => {
    const spans = readSpans(text);
    expect(spans && writeSpans(spans)).toBe(written);
    expect(readSpans(written)).toEqual(spans);
  });

  it.each(['17-9', '9', '9-25', '9-12, 11-13', '9-17 (120 %)', 'all day', '24:30-25'])('%j is refused', (text) => {
    expect(readSpans(text)).toBeUndefined();
  });
});
