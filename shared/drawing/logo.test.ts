import { describe, expect, it } from 'vitest';
import { largestLogo, logoShape, readLogo } from './logo.ts';

/** One black point. */
const point = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

describe('a logo', () => {
  it('is a PNG by its own bytes, with its size', () => {
    expect(readLogo(point)).toEqual({ href: point, width: 1, height: 1 });
  });

  it('is a JPEG whose frame tells the size', () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 60, 1, 1, 0x11, 0, 0xff, 0xd9]);
    expect(readLogo(`data:image/jpeg;base64,${jpeg.toString('base64')}`)).toMatchObject({ width: 60, height: 20 });
  });

  it.each([
    ['nothing', undefined],
    ['a drawing that could run something', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['an address', 'https://example.com/logo.png'],
    ['another file under a false name', `data:image/png;base64,${Buffer.from('<script>').toString('base64')}`],
    ['one that is too large', `${point.slice(0, 60)}${'A'.repeat(largestLogo * 2)}`],
  ])('is not %s', (_what, text) => expect(readLogo(text)).toBeUndefined());

  it('fills a box from its right, in its own proportions', () => {
    expect(logoShape({ href: point, width: 200, height: 100 }, { x: 10, y: 0, width: 100, height: 20 })).toMatchObject({ x: 70, y: 0, width: 40, height: 20 });
  });
});
