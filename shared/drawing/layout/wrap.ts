import { unitNames } from '../../language/units.ts';
import type { Anchor, Box, TextLine, TextShape, Weight } from '../scene.ts';
import type { ColourRole } from '../theme.ts';
import { breaksAnywhere, capHeight, graphemes, textWidth } from './text-width.ts';

const ellipsis = '…';

/** What belongs to the number before it. */
const unit = new RegExp(`^(?:${unitNames})(?![\\p{L}\\p{N}])`, 'u');

/** Places where a line may end: after white space, hyphen, slash; around ideographs; never inside a grapheme, nor between a number and its unit. */
function pieces(paragraph: string): readonly string[] {
  const found: string[] = [];
  let current = '';
  const all = [...graphemes(paragraph)];
  for (const [at, grapheme] of all.entries()) {
    const ideograph = breaksAnywhere(grapheme) && !/^[、。，．：；！？）」』】〕]/u.test(grapheme);
    if (ideograph && current !== '') {
      found.push(current);
      current = '';
    }
    current += grapheme;
    if ((/[\s\-/–—]/u.test(grapheme) && !(/\d\s$/u.test(current) && unit.test(all.slice(at + 1, at + 12).join('')))) || ideograph) {
      found.push(current);
      current = '';
    }
  }
  if (current !== '') found.push(current);
  return found;
}

/** A word too long for a line, cut between graphemes into pieces that fit, with hyphens where the script has them. */
function cutWord(word: string, width: number, size: number, weight: Weight): readonly string[] {
  const parts: string[] = [];
  let current = '';
  for (const grapheme of graphemes(word)) {
    if (current !== '' && textWidth(`${current}${grapheme}-`, size, weight) > width) {
      parts.push(/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(current.slice(-1)) ? `${current}-` : current);
      current = grapheme;
    } else current += grapheme;
  }
  parts.push(current);
  return parts;
}

/** Whether every word of a text fits into the width uncut. */
export const wordsFit = (text: string, width: number, size: number, weight: Weight = 'regular'): boolean =>
  text.split(/[\r\n]+/u).every((paragraph) => pieces(paragraph).every((piece) => textWidth(piece.trimEnd(), size, weight) <= width));

/** The text cut to the width with an ellipsis, or whole where it fits. */
export function fit(text: string, width: number, size: number, weight: Weight = 'regular'): TextLine {
  const whole = textWidth(text, size, weight);
  if (whole <= width) return { text, width: whole };
  const parts = [...graphemes(text)];
  while (parts.length > 0) {
    const cut = `${parts.join('').trimEnd()}${ellipsis}`;
    const measured = textWidth(cut, size, weight);
    if (measured <= width || parts.length === 1) return { text: cut, width: measured };
    parts.pop();
  }
  return { text: ellipsis, width: textWidth(ellipsis, size, weight) };
}

/**
 * Wraps text into at most `maxLines` lines of `width` pixels; the last one ends in an ellipsis where something is left.
 * Line breaks in the text are kept; a word longer than a line is cut.
 */
export function wrap(text: string, width: number, size: number, maxLines: number, weight: Weight = 'regular'): readonly TextLine[] {
  const lines: string[] = [];
  for (const paragraph of text.trim().split(/\r\n|[\n\r\u2028]/u)) {
    let line = '';
    const flow = (piece: string): void => {
      if (textWidth((line + piece).trimEnd(), size, weight) <= width) {
        line += piece;
        return;
      }
      if (line !== '') lines.push(line.trimEnd());
      if (textWidth(piece.trimEnd(), size, weight) <= width) {
        line = piece;
        return;
      }
      const parts = cutWord(piece, width, size, weight);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    };
    for (const piece of pieces(paragraph.replaceAll(/\s+/gu, ' ').trim())) flow(piece);
    lines.push(line.trimEnd());
  }
  const measured = lines.slice(0, maxLines).map((line) => ({ text: line, width: textWidth(line, size, weight) }));
  const last = measured.at(-1);
  if (lines.length > maxLines && last) measured[maxLines - 1] = fit(`${last.text} ${lines[maxLines] ?? ''}${ellipsis}`, width, size, weight);
  return measured.filter((line, index) => line.text !== '' || index > 0);
}

/** The same number of lines, each about as long as the others: for titles, where one word alone on a line looks lost. */
export function wrapEvenly(text: string, width: number, size: number, maxLines: number, weight: Weight = 'regular'): readonly TextLine[] {
  const whole = wrap(text, width, size, maxLines, weight);
  if (whole.length < 2 || whole.at(-1)?.text.endsWith(ellipsis) === true) return whole;
  let best = whole;
  let [narrow, wide] = [width / whole.length, width];
  for (let step = 0; step < 8; step += 1) {
    const middle = (narrow + wide) / 2;
    const tried = wrap(text, middle, size, maxLines + 1, weight);
    if (tried.length > whole.length) narrow = middle;
    else {
      wide = middle;
      best = tried;
    }
  }
  return best;
}

export interface TextOptions {
  readonly size?: number;
  readonly weight?: Weight;
  readonly anchor?: Anchor;
  readonly colour?: ColourRole;
  readonly maxLines?: number;
  readonly lineHeight?: number;
  /** Where in the box the lines stand. */
  readonly vertical?: 'top' | 'middle' | 'bottom';
}

/** Text wrapped into a box and placed in it. */
export function textIn(box: Box, text: string, options: TextOptions = {}): TextShape {
  const { size = 13, weight = 'regular', anchor = 'middle', colour = 'text', vertical = 'middle' } = options;
  const lineHeight = options.lineHeight ?? Math.round(size * 1.25);
  const fitting = Math.max(1, Math.floor((box.height + lineHeight - size) / lineHeight));
  const lines = wrap(text, box.width, size, Math.min(options.maxLines ?? fitting, fitting), weight);
  const block = (lines.length - 1) * lineHeight;
  const cap = capHeight * size;
  const top = vertical === 'top' ? box.y + size * 0.95 - cap * 0.05 : vertical === 'bottom' ? box.y + box.height - block - size * 0.28 : box.y + (box.height - block + cap) / 2;
  const x = anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2;
  return { kind: 'text', x, y: round(top), lines, size, lineHeight, weight, anchor, colour, room: box.width };
}

/** One line of text at a baseline point, never wrapped, cut to `width` where given. */
export function textAt(x: number, y: number, text: string, options: TextOptions & { readonly width?: number } = {}): TextShape {
  const { size = 13, weight = 'regular', anchor = 'start', colour = 'text', width = Number.POSITIVE_INFINITY } = options;
  return { kind: 'text', x, y, lines: [fit(text, width, size, weight)], size, lineHeight: Math.round(size * 1.25), weight, anchor, colour };
}

const round = (value: number): number => Math.round(value * 100) / 100;
