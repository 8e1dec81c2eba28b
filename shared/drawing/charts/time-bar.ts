import { message } from '../../language/message.ts';
import { say } from '../../language/say.ts';
import { formatShare } from '../../language/units.ts';
import { textWidth } from '../layout/text-width.ts';
import { textAt } from '../layout/wrap.ts';
import { type Paint, type Scene, type Shape, group, path, rect } from '../scene.ts';
import { type ColourRole, textOn } from '../theme.ts';
import { type ChartOptions, chartScene, chartWidth, titleHeight } from './chart.ts';
import { wrap } from '../layout/wrap.ts';
import { placeLabels } from './labels.ts';

/** The groups of causes that a time bar shows, in the order in which they stand. */
export const timeGroups = ['worked', 'handing', 'closed', 'busy', 'answer', 'again', 'planned'] as const;
export type TimeGroup = (typeof timeGroups)[number];

export interface TimePart {
  readonly group: TimeGroup;
  /** Seconds, or any unit that all parts share. */
  readonly value: number;
  /** The value as people say it. */
  readonly text: string;
}

export interface TimeRow {
  /** Left out where the bar stands alone. */
  readonly name?: string;
  readonly total: string;
  readonly parts: readonly TimePart[];
}

export const groupFill = (group: TimeGroup): Paint => (group === 'closed' ? { hatch: 'closed', ground: 'surface' } : group);

export interface TimeBarOptions extends ChartOptions {
  /** Thinner bars and less air, for a page that needs its room. */
  readonly dense?: boolean;
}

/** Pixels of a bar, of a row of labels below it, and of what is left below these. */
const usual = { bar: 36, level: 19, below: 12 } as const;
const dense = { bar: 24, level: 16, below: 2 } as const;
const nameHeight = 17;
/** More labels above each other than these take more room than names in a row below a dense bar. */
const mostLevels = 2;

/** A part that is named outside of itself. */
interface Label {
  readonly anchor: number;
  readonly width: number;
  readonly words: string;
  readonly fill: Paint;
}

/** A patch of colour on a line of words, and the words after it. */
const patchAt = (x: number, base: number, fill: Paint): Shape => rect({ x, y: base - 9, width: 10, height: 10 }, { fill, stroke: 'neutral' }, 2);
const entry = (x: number, base: number, words: string, fill: Paint): readonly Shape[] => [patchAt(x, base, fill), textAt(x + 14, base, words, { size: 12 })];

/** Names one after the other, in as many rows as they need. */
function legendRows(labels: readonly Label[], width: number): readonly (readonly { readonly label: Label; readonly left: number }[])[] {
  const rows: { readonly label: Label; readonly left: number }[][] = [];
  let left = 0;
  for (const label of labels) {
    if (rows.length === 0 || left + label.width > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)?.push({ label, left });
    left += label.width + 18;
  }
  return rows;
}

/**
 * Where time goes: one stacked bar a row on a common scale, every part labelled directly. Labels that do not fit into
 * their part stand below it on a thin line and never touch each other.
 */
export function timeBar(rows: readonly TimeRow[], options: TimeBarOptions): Scene {
  const { bar: barHeight, level: levelHeight, below } = options.dense === true ? dense : usual;
  const locale = options.locale ?? 'en';
  const width = options.width ?? chartWidth;
  const word = (part: TimeGroup): string => say(message(`drawing.causes.${part}`), locale);
  const longest = Math.max(...rows.map((row) => row.parts.reduce((sum, part) => sum + part.value, 0)), Number.MIN_VALUE);
  const totals = Math.max(0, ...rows.map((row) => textWidth(row.total, 13, 'bold')));
  const scale = (width - totals - 14) / longest;
  const shapes: Shape[] = [];
  let y = titleHeight(options);
  for (const row of rows) {
    if (row.name !== undefined) {
      const lines = wrap(row.name, width, 13, 2, 'bold');
      lines.forEach(({ text }, i) => shapes.push(textAt(0, y + 14 + i * nameHeight, text, { size: 13, weight: 'bold', width })));
      y += 22 + Math.max(0, lines.length - 1) * nameHeight;
    }
    const outside: Label[] = [];
    let x = 0;
    for (const kind of timeGroups) {
      for (const part of row.parts.filter((one) => one.group === kind && one.value > 0)) {
        const length = part.value * scale;
        const words = `${word(kind)} ${part.text}`;
        const fill = groupFill(kind);
        const ink: ColourRole = kind === 'closed' ? 'text' : textOn(kind);
        shapes.push(group([rect({ x, y, width: length, height: barHeight }, { fill, stroke: kind === 'closed' || kind === 'planned' ? 'neutral' : 'surface', width: 1 })], { title: words }));
        const full = textWidth(words, 12);
        if (full + 16 <= length) {
          if (kind === 'closed') shapes.push(rect({ x: x + 5, y: y + barHeight / 2 - 9, width: full + 6, height: 18 }, { fill: 'surface' }, 3));
          shapes.push({ ...textAt(x + 8, y + barHeight / 2 + 4.3, words, { size: 12, colour: ink }), room: length - 12 });
        } else outside.push({ anchor: x + length / 2, width: full + 16, words, fill });
        x += length;
      }
    }
    shapes.push(textAt(x + 10, y + barHeight / 2 + 4.6, row.total, { size: 13, weight: 'bold' }));
    y += barHeight;
    const placed = placeLabels(outside, 0, width);
    const levels = outside.length === 0 ? 0 : 1 + Math.max(...placed.map(({ level }) => level));
    if (options.dense === true && levels > mostLevels) {
      const rows = legendRows(outside, width);
      rows.forEach((row, at) => row.forEach(({ label: { words, fill }, left }) => shapes.push(...entry(left, y + 18 + at * levelHeight, words, fill))));
      y += 8 + levelHeight * rows.length + below;
      continue;
    }
    const baseOf = (i: number): number => y + 18 + (placed[i]?.level ?? 0) * levelHeight;
    outside.forEach((label, i) => shapes.push(path([['M', label.anchor, y + 1], ['L', label.anchor, baseOf(i) - 10]], { stroke: 'neutral' })));
    outside.forEach((label, i) => {
      const left = placed[i]?.x ?? 0;
      const base = baseOf(i);
      // Where there is no arrangement without a line behind words, the line steps back for them.
      if (outside.some((other, j) => j !== i && baseOf(j) > base && other.anchor > left && other.anchor < left + label.width)) shapes.push(rect({ x: left - 2, y: base - 12, width: label.width + 4, height: 16 }, { fill: 'surface' }));
      // The patch of colour stands under its line, on whichever side the words are.
      const patch = left + 5 < label.anchor - 1 ? left + label.width - 10 : left;
      // Words before their patch end at it, in whatever font they are set.
      if (patch === left) shapes.push(...entry(left, base, label.words, label.fill));
      else shapes.push(patchAt(patch, base, label.fill), textAt(patch - 6, base, label.words, { size: 12, anchor: 'end' }));
    });
    y += outside.length > 0 ? 24 + levelHeight * (levels - 1) + below : below + 4;
  }
  const columns = [say(message('drawing.table.part'), locale), say(message('drawing.table.time'), locale), say(message('drawing.table.share'), locale)];
  const named = rows.some((row) => row.name !== undefined);
  return chartScene(options, y, shapes, {
    columns: named ? [say(message('drawing.table.name'), locale), ...columns] : columns,
    rows: rows.flatMap((row) => {
      const sum = row.parts.reduce((total, part) => total + part.value, 0) || 1;
      return timeGroups.flatMap((kind) => row.parts.filter((part) => part.group === kind).map((part) => {
        const cells = [word(kind), part.text, formatShare(part.value / sum, locale)];
        return named ? [row.name ?? '', ...cells] : cells;
      }));
    }),
  });
}
