import { describe, expect, it } from 'vitest';
import { overviewPlace } from './overview-place.ts';

const seen = { width: 1000, height: 600 };
const page = { x: 0, y: 0, width: 1600, height: 500 };
const at = { x: 0, y: 0, zoom: 1 };

describe('where the overview may stand', () => {
  it('is not needed while the whole page is seen', () => {
    expect(overviewPlace({ ...at, zoom: 0.5 }, seen, page, [])).toBe('needless');
    expect(overviewPlace(at, seen, undefined, [])).toBe('needless');
  });

  it('stands at the lower right while nothing is there', () => {
    expect(overviewPlace(at, seen, page, [{ x: 600, y: 400, width: 160, height: 64 }])).toBe('free');
  });

  it('tells when a step stands beneath it, as the view is now', () => {
    const step = { x: 900, y: 500, width: 160, height: 64 };
    expect(overviewPlace(at, seen, page, [step])).toBe('covers');
    expect(overviewPlace({ ...at, x: -400 }, seen, page, [step])).toBe('free');
  });
});
