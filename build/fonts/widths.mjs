// Writes shared/drawing/layout/inter-widths.ts: advance widths of Inter, so that text is measured without a window.
// Run after a change of the font: node build/fonts/widths.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fontkit from '@pdf-lib/fontkit';
import decompress from 'woff2-encoder/decompress';

const root = new URL('../../', import.meta.url);
const weights = { regular: 'Inter-Regular', bold: 'Inter-SemiBold' };
/** @type {[from: number, to: number][]} */
const ranges = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x2b0, 0x2ff], [0x370, 0x3ff], [0x400, 0x4ff], [0x1e00, 0x1eff],
  [0x2010, 0x2027], [0x2030, 0x205e], [0x20a0, 0x20bf], [0x2190, 0x2199], [0x2200, 0x2265], [0x25a0, 0x25ff],
];
const digits = '0123456789'.split('').map((digit) => digit.codePointAt(0));

// Two digits of base 64 hold an advance up to 4095 of 2048 units per em; "--" is a character the font lacks.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$';
/** @param {number | undefined} advance */
const encode = (advance) => (advance === undefined ? '--' : alphabet.charAt(advance >> 6) + alphabet.charAt(advance & 63));

/** @type {Record<string, string[]>} */
const tables = {};
let metrics;
for (const [weight, name] of Object.entries(weights)) {
  const file = fileURLToPath(new URL(`node_modules/inter-ui/web/${name}.woff2`, root));
  const font = fontkit.create(await decompress(readFileSync(file)));
  // Figures are set tabular, so each is as wide as the font's tabular zero.
  const tabular = font.layout('0', { tnum: true }).glyphs[0]?.advanceWidth;
  /** @param {number} code */
  const advance = (code) => {
    if (digits.includes(code)) return tabular;
    return font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth : undefined;
  };
  tables[weight] = ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => encode(advance(from + index))).join(''));
  metrics ??= { ascent: font.ascent, descent: font.descent, capHeight: font.capHeight, unitsPerEm: font.unitsPerEm };
}

const lines = [
  '// Written by build/fonts/widths.mjs from Inter Regular and SemiBold; do not edit by hand.',
  '',
  `export const interMetrics = ${JSON.stringify(metrics).replaceAll('"', '').replaceAll(/([:,])/g, '$1 ').replace('{', '{ ').replace('}', ' }')} as const;`,
  '',
  `export const interRanges: readonly (readonly [from: number, to: number])[] = ${JSON.stringify(ranges).replaceAll(',', ', ')};`,
  '',
  '/** Per weight and range: two base-64 digits an advance, "--" where the font has no glyph. */',
  "export const interWidths: Readonly<Record<'regular' | 'bold', readonly string[]>> = {",
  ...Object.entries(tables).map(([weight, rows]) => `  ${weight}: [\n${rows.map((row) => `    '${row}',`).join('\n')}\n  ],`),
  '};',
  '',
];
writeFileSync(new URL('shared/drawing/layout/inter-widths.ts', root), lines.join('\n'));
