import { describe, expect, it } from 'vitest';
import type { Point } from '../../shared/document/model/fields.ts';
import { throughBends, type RouteEnd } from '../../shared/drawing/layout/routing/ports.ts';
import { cutSegment, moveSegment, neighbourOf, segmentChosen, segmentsOf, snapSegment, type Ends, type Segment } from './bending.ts';

const end = (id: string, x: number, y: number): RouteEnd => ({ id, box: { x, y, width: 160, height: 64 }, outline: 'box' });
const ends: Ends = { from: end('a', 0, 0), to: end('b', 400, 200) };
const line: readonly Point[] = [{ x: 160, y: 32 }, { x: 280, y: 32 }, { x: 280, y: 232 }, { x: 400, y: 232 }];
const level: Ends = { from: end('a', 0, 0), to: end('b', 400, 0) };
const straight: readonly Point[] = [{ x: 160, y: 32 }, { x: 400, y: 32 }];
const part = (of: readonly Point[], index: number): Segment => segmentsOf(of)[index] as Segment;

describe('bending a line by hand', () => {
  it('moves the part between two bends and stretches its neighbours', () => {
    expect(moveSegment(line, part(line, 1), 320, ends)).toEqual([{ x: 320, y: 32 }, { x: 320, y: 232 }]);
  });

  it('keeps an inner part off the node that it would come to lie upon', () => {
    expect(moveSegment(line, part(line, 1), 150, ends)[0]).toEqual({ x: 176, y: 32 });
    expect(moveSegment(line, part(line, 1), 420, ends)[0]).toEqual({ x: 384, y: 32 });
  });

  it('slides the first part along its node, and leaves by another side once past it', () => {
    expect(moveSegment(line, part(line, 0), 48, ends)).toEqual([{ x: 280, y: 48 }, { x: 280, y: 232 }]);
    const around = moveSegment(line, part(line, 0), -40, ends);
    expect(around[0]).toEqual({ x: 80, y: -40 });
    expect(throughBends(ends.from, ends.to, around)[0]).toEqual({ x: 80, y: 0 });
  });

  it('keeps a straight line straight beside the middle, and leads it around when it is pulled away', () => {
    const beside = moveSegment(straight, part(straight, 0), 40, level);
    expect(throughBends(level.from, level.to, beside).map(({ y }) => y)).toEqual([40, 40, 40]);
    const around = moveSegment(straight, part(straight, 0), 120, level);
    expect(around).toEqual([{ x: 80, y: 120 }, { x: 480, y: 120 }]);
  });

  it('drops bends that came into line', () => {
    const jog: readonly Point[] = [{ x: 160, y: 32 }, { x: 240, y: 32 }, { x: 240, y: 48 }, { x: 320, y: 48 }, { x: 320, y: 232 }, { x: 400, y: 232 }];
    expect(moveSegment(jog, part(jog, 2), 32, ends)).toEqual([{ x: 320, y: 32 }, { x: 320, y: 232 }]);
  });

  it('cuts a part in two for another pair of bends', () => {
    const cut = cutSegment(line, part(line, 1), 'last');
    if (cut === undefined) throw new Error('Nothing was cut');
    expect(moveSegment(cut.line, cut.segment, 320, ends)).toEqual([{ x: 280, y: 32 }, { x: 280, y: 132 }, { x: 320, y: 132 }, { x: 320, y: 232 }]);
  });

  it('snaps to neighbours and middles within reach, else to the grid', () => {
    expect(snapSegment(line, part(line, 0), 29, ends, 4)).toBe(32);
    expect(snapSegment(line, part(line, 1), 301, ends, 4)).toBe(304);
  });

  it('knows which part the keys move, and goes on to the next', () => {
    const chosen = segmentChosen(line, undefined) as Segment;
    expect(chosen.index).toBe(1);
    expect(neighbourOf(line, chosen, 'Down')?.index).toBe(2);
    expect(neighbourOf(line, chosen, 'Up')?.index).toBe(0);
    expect(neighbourOf(line, part(line, 0), 'Left')).toBeUndefined();
  });
});
