import { describe, expect, it } from 'vitest';
import { hoursAWeek, interruptOf } from './interrupts.ts';

describe('unplanned work', () => {
  it('reads back the hours a week that it was made from', () => {
    const stream = interruptOf('i', 'Calls', 6, 0.5, 40);
    expect(stream.every).toMatchObject({ type: 'exponential', unit: 'h' });
    expect(hoursAWeek(stream, 40, 8)).toBeCloseTo(6, 2);
  });

  it('is not that simple for a stream of the whole team', () => {
    expect(hoursAWeek({ ...interruptOf('i', 'Calls', 6, 0.5, 40), perUnit: false }, 40, 8)).toBeUndefined();
  });
});
