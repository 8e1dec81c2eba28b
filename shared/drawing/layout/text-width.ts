import type { Weight } from '../scene.ts';
import { interMetrics, interRanges, interWidths } from './inter-widths.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$';
const known: Readonly<Record<Weight, ReadonlyMap<number, number>>> = { regular: read('regular'), bold: read('bold') };

function read(weight: Weight): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  interRanges.forEach(([from, to], row) => {
    const codes = interWidths[weight][row] ?? '';
    for (let code = from; code <= to; code += 1) {
      const at = (code - from) * 2;
      if (codes[at] === '-') continue;
      const advance = alphabet.indexOf(codes[at] ?? '') * 64 + alphabet.indexOf(codes[at + 1] ?? '');
      widths.set(code, advance / interMetrics.unitsPerEm);
    }
  });
  return widths;
}

/** Height of capitals and of the highest strokes above the baseline, in em. */
export const capHeight = interMetrics.capHeight / interMetrics.unitsPerEm;
export const ascent = interMetrics.ascent / interMetrics.unitsPerEm;

const joins = /[\p{M}\p{Cf}\u{1F3FB}-\u{1F3FF}\u{FE00}-\u{FE0F}]/u;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const wide = /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** Width in em of one code point, for scripts that Inter lacks as their common fonts set them. */
function advance(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0;
  const own = known[weight].get(code);
  if (own !== undefined) return own;
  if (code < 0x20 || joins.test(character)) return 0;
  if (wide.test(character)) return 1;
  if (emoji.test(character)) return 1.3;
  if (code >= 0x0600 && code <= 0x06ff) return 0.56;
  return 0.62;
}

/** The signs of a text that Inter does not have, each once, without blanks and joiners. */
export const beyondInter = (text: string): readonly string[] => [...new Set(text)].filter((sign) => !known.regular.has(sign.codePointAt(0) ?? 0) && !/[\s\p{C}\u{FE00}-\u{FE0F}]/u.test(sign));

/** Graphemes near enough for breaking and cutting: a base with its marks, a sequence joined by U+200D, a flag. */
export function graphemes(text: string): readonly string[] {
  const parts: string[] = [];
  let glued = false;
  for (const character of text) {
    const last = parts.at(-1);
    const flag = /\p{Regional_Indicator}/u.test(character) && last !== undefined && /^\p{Regional_Indicator}$/u.test(last);
    if (last !== undefined && (glued || flag || joins.test(character))) parts[parts.length - 1] = last + character;
    else parts.push(character);
    glued = character === '\u200D';
  }
  return parts;
}

function graphemeWidth(grapheme: string, weight: Weight): number {
  // A sequence is drawn as one picture, so only its first character counts.
  if (grapheme.includes('\u200D') || /^\p{Regional_Indicator}/u.test(grapheme)) return 1.3;
  let sum = 0;
  for (const character of grapheme) sum += advance(character, weight);
  return sum;
}

const latinEnd = 0x250;
const latin: Readonly<Record<Weight, Float64Array>> = { regular: latinWidths('regular'), bold: latinWidths('bold') };

function latinWidths(weight: Weight): Float64Array {
  return Float64Array.from({ length: latinEnd }, (_, code) => advance(String.fromCharCode(code), weight));
}

/** Width in pixels of one line of text, without kerning (so rather too wide than too narrow). */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let sum = 0;
  // Most text is Latin, and measuring is what drawing does most.
  const table = latin[weight];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= latinEnd) return wholeWidth(text, size, weight);
    sum += table[code] ?? 0;
  }
  return sum * size;
}

function wholeWidth(text: string, size: number, weight: Weight): number {
  let sum = 0;
  for (const grapheme of graphemes(text)) sum += graphemeWidth(grapheme, weight);
  return sum * size;
}

/** Whether the line may break on either side of this character. */
export const breaksAnywhere = (grapheme: string): boolean => wide.test(grapheme);
