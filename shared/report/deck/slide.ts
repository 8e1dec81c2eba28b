import { wrap, wrapEvenly } from '../../drawing/layout/wrap.ts';
import { textWidth } from '../../drawing/layout/text-width.ts';
import { type Box, path, rect, type Scene, type Shape } from '../../drawing/scene.ts';
import type { ColourRole } from '../../drawing/theme.ts';
import { type Message, message } from '../../language/message.ts';
import { type Locale, say } from '../../language/say.ts';
import { scaledScene } from '../brief/scaled.ts';
import { sayFitting } from '../short-names.ts';

/** A page of 16:9, in pixels. */
export const slideSize = { width: 1280, height: 720 } as const;
export const slideMargin = 64;
/** Where what a page says must end: the foot stands below. */
export const slideBottom = 648;
const footLine = 688;
/** The smallest text that a page is written in. */
export const smallestText = 18;
/** From this size on a text is a title. */
const titleSize = 32;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: ColourRole;
  /** Lines at most; what does not fit ends in an ellipsis. */
  readonly lines?: number;
  /** What stands before the first line, at its left. */
  readonly bullet?: boolean;
}

export const slideWidth = slideSize.width - 2 * slideMargin;

/** One page that is written from top to bottom; nothing is ever written below its room. */
export class Slide {
  readonly shapes: Shape[] = [];
  readonly #said: string[] = [];
  readonly #locale: Locale;
  readonly #name: Message;
  y: number;

  constructor(name: Message, locale: Locale) {
    this.#locale = locale;
    this.#name = name;
    this.y = 36;
    this.text(name, { size: smallestText, bold: true, colour: 'accent' });
    this.y += 8;
  }

  /** Pixels that are left above the foot. */
  get room(): number {
    return slideBottom - this.y;
  }

  /** Writes a sentence into the column at `x` of `width` pixels, as many of its lines as there is room for. */
  text(text: Message, style: TextStyle = {}, x: number = slideMargin, width: number = slideWidth): void {
    const { size = 20, bold = false, colour = 'text', lines = 2, bullet = false } = style;
    const lineHeight = Math.round(size * 1.3);
    const most = Math.min(lines, Math.floor(this.room / lineHeight));
    if (most < 1 || say(text, this.#locale) === '') return;
    const indent = bullet ? 24 : 0;
    const weight = bold ? 'bold' : 'regular';
    const { words, lines: wrapped, whole } = sayFitting(text, this.#locale, (said) => (size >= titleSize ? wrapEvenly : wrap)(said, width - indent, size, most, weight));
    if (bullet) this.shapes.push(rect({ x: x + 4, y: this.y + size * 0.73 - 4.5, width: 7, height: 7 }, { fill: 'muted' }, 3.5));
    this.shapes.push({ kind: 'text', x: x + indent, y: this.y + size, lines: wrapped, size, lineHeight, weight, anchor: 'start', colour, room: width - indent, ...(whole === undefined ? {} : { whole }) });
    this.#said.push(words);
    this.y += wrapped.length * lineHeight + 8;
  }

  /** The sentence that a page is about. */
  title(text: Message): void {
    this.text(text, { size: titleSize, bold: true, lines: 2 });
    this.y += 4;
  }

  /** What to add, on a page whose inputs are not there yet. */
  needs(text: Message): void {
    this.y += 160;
    this.text(text, { size: 28, colour: 'muted', lines: 3 });
  }

  /** A picture as large as `height` and the column at `x` of `width` pixels admit, at most enlarged by `most`. */
  picture(scene: Scene, height: number, most: number, align: 'start' | 'middle', x: number = slideMargin, width: number = slideWidth): void {
    const factor = Math.min(most, width / scene.width, Math.min(height, this.room) / scene.height);
    if (factor <= 0) return;
    this.shapes.push(scaledScene(scene, factor, align === 'start' ? x : x + (width - scene.width * factor) / 2, this.y));
    this.#said.push(scene.description);
    this.y += scene.height * factor + 12;
  }

  /** Columns side by side from here on, each written by its own function; `shares` of the width, equal ones by default. */
  columns(writers: readonly ((x: number, width: number) => void)[], shares: readonly number[] = writers.map(() => 1 / writers.length), gap = 40): void {
    const top = this.y;
    const room = slideWidth - gap * (writers.length - 1);
    let bottom = top;
    let x: number = slideMargin;
    writers.forEach((write, at) => {
      const width = room * (shares[at] ?? 0);
      this.y = top;
      write(x, width);
      x += width + gap;
      bottom = Math.max(bottom, this.y);
    });
    this.y = bottom;
  }

  /** Writes something that a person types into its own box: as much of it as fits. */
  typed(text: string, box: Box, size: number, bold: boolean): void {
    this.y = box.y;
    const lines = Math.max(1, Math.floor(box.height / Math.round(size * 1.3)));
    this.text(message('analysis.verbatim', { text }), { size, bold, lines }, box.x, box.width);
  }

  /** The page with its foot: whose it is at the left, its number at the right. */
  scene(footer: Message, page: number, pages: number): Scene {
    const number = say(message('report.deck.number', { page, pages }), this.#locale);
    const width = textWidth(number, smallestText);
    const foot: readonly Shape[] = [
      path([['M', slideMargin, footLine - 28], ['L', slideSize.width - slideMargin, footLine - 28]], { stroke: 'line' }),
      {
        kind: 'text', x: slideMargin, y: footLine, lines: sayFitting(footer, this.#locale, (said) => wrap(said, slideWidth - 160, smallestText, 1)).lines, size: smallestText, lineHeight: 24, weight: 'regular', anchor: 'start', colour: 'muted',
      },
      { kind: 'text', x: slideSize.width - slideMargin, y: footLine, lines: [{ text: number, width }], size: smallestText, lineHeight: 24, weight: 'regular', anchor: 'end', colour: 'muted' },
    ];
    const [, ...told] = this.#said;
    return { ...slideSize, title: say(this.#name, this.#locale), description: told.join(' '), language: this.#locale, ground: 'surface', shapes: [...this.shapes, ...foot] };
  }
}
