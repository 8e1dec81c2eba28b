import { expect, it } from 'vitest';
import { signsIn } from '../../shared/drawing/painters/pdf-fonts.ts';
import { systemFonts } from './system-fonts.ts';

it('finds fonts that have signs which ours lack, where the system has some', async ({ skip }) => {
  const fonts = await systemFonts('שלום');
  skip(fonts.length === 0, 'No font of this system has Hebrew letters.');
  expect(new Set(fonts.flatMap((font) => [...signsIn(font, [...'שלום'])]))).toEqual(new Set('שלום'));
});

it('looks for nothing where nothing is lacking, and finds nothing for signs that nobody has', async () => {
  expect(await systemFonts('')).toEqual([]);
  expect(await systemFonts('\u{10FFFF}')).toEqual([]);
});
