import { say } from '../../language/say.ts';
import type { Locale } from '../../language/say.ts';
import type { Block, Table } from '../block.ts';

/** How words stand out on the screen at hand; plain where it has no colours. */
export interface TextStyle {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
}

export const plainStyle: TextStyle = { strong: (text) => text, quiet: (text) => text };

const barWidth = 60;
const fills = ['█', '▓', '▒', '░', '▚', '▞', '·'];

/** Blocks as lines for a terminal: sentences, a bar of shares, aligned tables. */
export function writeText(blocks: readonly Block[], locale: Locale, style: TextStyle = plainStyle): string {
  return blocks
    .map((block, at) => `${at > 0 && (block.kind !== 'sentence' || blocks[at - 1]?.kind !== 'sentence') ? '\n' : ''}${blockText(block, locale, style)}`)
    .join('');
}

function blockText(block: Block, locale: Locale, style: TextStyle): string {
  switch (block.kind) {
    case 'sentence': {
      const text = say(block.text, locale);
      return `${block.strength === 'headline' ? style.strong(text) : block.strength === 'muted' ? style.quiet(text) : text}\n`;
    }
    case 'table':
      return tableText(block, locale, style);
    case 'picture': {
      const scene = block.scene(locale);
      if (scene.table === undefined) return `${style.quiet(scene.description)}\n`;
      // Other charts have a table beside them that says the same.
      return scene.table.rows.every(([, , share]) => share?.endsWith('%') === true) ? shareBar(scene.table.rows, style) : '';
    }
  }
}

/** A chart's rows of [name, amount, share in %] as one bar with its legend. */
function shareBar(rows: readonly (readonly string[])[], style: TextStyle): string {
  const parts = rows.map(([name = '', amount = '', share = '']) => ({ name, amount, share, part: Number.parseFloat(share.replace(',', '.')) / 100 })).filter(({ part }) => part > 0);
  const bar = parts.map(({ part }, at) => (fills[at % fills.length] ?? '█').repeat(Math.max(1, Math.round(part * barWidth)))).join('');
  const legend = parts.map(({ name, amount, share }, at) => `${fills[at % fills.length] ?? '█'} ${name} ${amount} ${style.quiet(`(${share})`)}`);
  return `${bar}\n${legend.join('\n')}\n`;
}

function tableText(table: Table, locale: Locale, style: TextStyle): string {
  const head = table.columns.map((column) => say(column.heading, locale));
  const body = table.rows.map((row) => row.map((cell) => say(cell.text, locale)));
  const widths = head.map((heading, at) => Math.max(widthOf(heading), ...body.map((row) => widthOf(row[at] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
        return table.columns[at]?.align === 'end' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [style.strong(say(table.title, locale)), style.quiet(line(head)), ...body.map(line), ...(table.note === undefined ? [] : [style.quiet(say(table.note, locale))]), ''].join('\n');
}

/** Columns that a terminal gives the text: two for East Asian wide characters, none for combining marks. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue;
    width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(character) ? 2 : 1;
  }
  return width;
}
