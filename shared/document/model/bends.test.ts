import { describe, expect, it } from 'vitest';
import { bendsAfterMove, type MovedEnd } from './bends.ts';

const size = { width: 160, height: 64 };
const end = (x: number, y: number, by = { x: 0, y: 0 }): MovedEnd => ({ at: { x, y }, size, by });

// From a step at the left, out to the right, down, and into a step further down from its left.
const bends = [{ x: 220, y: 32 }, { x: 220, y: 232 }];

describe('bends set by hand, when an end moves', () => {
  it('come along where both ends move alike', () => {
    const by = { x: 8, y: -16 };
    expect(bendsAfterMove(bends, end(0, 0, by), end(300, 200, by))).toEqual([{ x: 228, y: 16 }, { x: 228, y: 216 }]);
  });

  it('stay in line with the end that moves, and keep the rest where it was put', () => {
    expect(bendsAfterMove(bends, end(0, 0, { x: 16, y: 24 }), end(300, 200))).toEqual([{ x: 220, y: 56 }, { x: 220, y: 232 }]);
    expect(bendsAfterMove(bends, end(0, 0), end(300, 200, { x: 40, y: -8 }))).toEqual([{ x: 220, y: 32 }, { x: 220, y: 224 }]);
  });

  it('are forgotten where a node comes to lie on them', () => {
    expect(bendsAfterMove(bends, end(0, 0, { x: 100, y: 0 }), end(300, 200))).toBeUndefined();
  });

  it('are forgotten where the line has no corner that could give way', () => {
    expect(bendsAfterMove([{ x: 220, y: 32 }], end(0, 0, { x: 0, y: 40 }), end(300, 0))).toBeUndefined();
    expect(bendsAfterMove([{ x: 220, y: 150 }], end(0, 0, { x: 0, y: 40 }), end(300, 200))).toBeUndefined();
  });

  it('stay where an end moves along its own line', () => {
    expect(bendsAfterMove([{ x: 220, y: 32 }], end(0, 0, { x: -8, y: 0 }), end(300, 0))).toEqual([{ x: 220, y: 32 }]);
  });
});
