import { describe, expect, it } from 'vitest';
import type { Box } from '../../shared/drawing/scene.ts';
import { readable, showReadable, showWhole, type Viewport } from './fitting.ts';

const frame = { width: 1000, height: 400, margin: 32, top: 32 };
const small = { x: 0, y: 0, width: 900, height: 300 };
const large = { x: 0, y: 0, width: 3000, height: 900 };
const onScreen = ({ x, y, zoom }: Viewport, box: Box): Box => ({ x: x + box.x * zoom, y: y + box.y * zoom, width: box.width * zoom, height: box.height * zoom });

describe('what of a page is shown', () => {
  it('is the whole of it, in its own size at most, where it can be read so', () => {
    expect(showWhole(small, { ...frame, height: 900 }, 1)).toEqual({ x: 32, y: 32, zoom: 1 });
    expect(showReadable(small, undefined, { ...frame, height: 300 }).zoom).toBeCloseTo(236 / 300);
    expect(showWhole(large, frame, 1).zoom).toBeLessThan(readable);
  });

  it('is the beginning of a page that would be too small', () => {
    expect(showReadable(large, undefined, frame)).toEqual({ x: 32, y: 32, zoom: readable });
  });

  it('is the part around what is looked at, and never beyond the page', () => {
    const middle = onScreen(showReadable(large, { x: 1500, y: 500, width: 160, height: 64 }, frame), { x: 1500, y: 500, width: 160, height: 64 });
    expect(middle.x + middle.width / 2).toBeCloseTo(500);
    expect(middle.y + middle.height / 2).toBeCloseTo(200);
    const end = onScreen(showReadable(large, { x: 2900, y: 850, width: 50, height: 50 }, frame), large);
    expect(end.x + end.width).toBeCloseTo(968);
    expect(end.y + end.height).toBeCloseTo(368);
    expect(showReadable(large, { x: 0, y: 0, width: 160, height: 64 }, frame)).toEqual({ x: 32, y: 32, zoom: readable });
  });
});
