import { describe, expect, it } from 'vitest';
import { inTheWay, padBox, placePad } from './pad-place.ts';
import { samplePage, viewOf } from './sample-page.ts';

const size = { length: 200, thickness: 40, offset: 10 };
const node = { x: 400, y: 400, width: 160, height: 64 };
const seen = { x: 0, y: 0, width: 1200, height: 1000 };

describe('the place of the pad', () => {
  it('is a column at the right where nothing is in the way', () => {
    expect(placePad(node, size, 1, seen, [])).toEqual({ side: 'right', align: 'start' });
    expect(padBox(node, { side: 'right', align: 'start' }, size, 2)).toEqual({ x: 565, y: 400, width: 20, height: 100 });
  });

  it('gives way to a neighbour, and stays in sight', () => {
    const next = { x: 580, y: 400, width: 160, height: 64 };
    expect(placePad(node, size, 1, seen, [next])).toEqual({ side: 'below', align: 'start' });
    expect(placePad(node, size, 1, { ...seen, height: 490 }, [next])).toEqual({ side: 'above', align: 'start' });
  });

  it('covers least where it must cover something', () => {
    const around = { x: 300, y: 300, width: 1000, height: 300 };
    const place = placePad(node, size, 1, seen, [around, { x: 560, y: 300, width: 200, height: 300 }]);
    expect(place.side).not.toBe('right');
  });

  it('counts neighbours and handoffs as in the way, not the node itself', () => {
    const view = viewOf(samplePage());
    const boxes = inTheWay(view, 'ask');
    expect(boxes).toContainEqual(view.boxes.get('check'));
    expect(boxes).not.toContainEqual(view.boxes.get('ask'));
    expect(boxes).toHaveLength(2);
  });
});
