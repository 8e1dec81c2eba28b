import { message } from '../../language/message.ts';
import { say } from '../../language/say.ts';
import { textWidth } from '../layout/text-width.ts';
import { fit, textAt } from '../layout/wrap.ts';
import { type Scene, type Shape, group, path, rect } from '../scene.ts';
import { type ColourRole } from '../theme.ts';
import { type Sureness, sureMark } from '../shapes/marks.ts';
import { type ChartOptions, chartScene, chartWidth, titleHeight } from './chart.ts';

export interface BarRow {
  readonly name: string;
  /** 0 or more, in a unit that all rows share. */
  readonly value: number;
  readonly text: string;
  readonly fill?: ColourRole;
  /** A second, quieter word behind the value. */
  readonly detail?: string;
  /** Parts of the bar, drawn instead of one fill; they add up to the value. */
  readonly parts?: readonly { readonly value: number; readonly fill: ColourRole }[];
}

export interface BarData {
  readonly rows: readonly BarRow[];
  /** Full length, for shares; the largest value when absent. */
  readonly full?: number;
}

const rowHeight = 30;

/** A ranked list with bars: name, bar, value. */
export function barList(data: BarData, options: ChartOptions): Scene {
  const width = options.width ?? chartWidth;
  const locale = options.locale ?? 'en';
  const names = 12 + Math.max(0, ...data.rows.map((row) => fit(row.name, width * 0.36, 13).width));
  const behind = (row: BarRow): number => textWidth(row.text, 12, 'bold') + (row.detail ? textWidth(row.detail, 12) + 8 : 0);
  const room = Math.max(40, width - names - 12 - Math.max(0, ...data.rows.map(behind)));
  const full = data.full ?? Math.max(1e-12, ...data.rows.map((row) => row.value));
  const top = titleHeight(options);
  const shapes: Shape[] = [path([['M', names, top], ['L', names, top + data.rows.length * rowHeight]], { stroke: 'line' })];
  data.rows.forEach((row, i) => {
    const y = top + i * rowHeight;
    const length = Math.max(1.5, Math.min(1, row.value / full) * room);
    const bars: Shape[] = [];
    if (row.parts) {
      let x = names;
      for (const part of row.parts) {
        const own = (part.value / Math.max(1e-12, row.value)) * length;
        if (own > 0) bars.push(rect({ x, y: y + 6, width: own, height: rowHeight - 12 }, { fill: part.fill, stroke: 'neutral', width: 0.75 }));
        x += own;
      }
    } else bars.push(rect({ x: names, y: y + 6, width: length, height: rowHeight - 12 }, { fill: row.fill ?? 'neutral', ...(row.fill ? { stroke: 'neutral' as const, width: 0.75 } : {}) }, 2));
    shapes.push(group(bars, { title: `${row.name}: ${row.text}` }));
    shapes.push(textAt(0, y + 19.5, row.name, { size: 13, width: names - 10 }));
    shapes.push(textAt(names + length + 8, y + 19.3, row.text, { size: 12, weight: 'bold' }));
    if (row.detail) shapes.push(textAt(names + length + 16 + textWidth(row.text, 12, 'bold'), y + 19.3, row.detail, { size: 12, colour: 'muted' }));
  });
  return chartScene(options, top + data.rows.length * rowHeight + 4, shapes, {
    columns: [say(message('drawing.table.name'), locale), say(message('drawing.table.value'), locale)],
    rows: data.rows.map((row) => [row.name, row.detail ? `${row.text} ${row.detail}` : row.text]),
  });
}

export interface TornadoRow {
  readonly name: string;
  /** The answer when this input is at its low and at its high end. */
  readonly low: number;
  readonly high: number;
  readonly lowText: string;
  readonly highText: string;
  readonly sureness?: Sureness;
}

export interface TornadoData {
  /** The answer when every input is at its own value. */
  readonly middle: number;
  readonly middleText: string;
  readonly rows: readonly TornadoRow[];
}

/** What the answer depends on: for each input how far the answer swings to either side, largest swing first. */
export function tornado(data: TornadoData, options: ChartOptions): Scene {
  const width = options.width ?? chartWidth;
  const locale = options.locale ?? 'en';
  const rows = data.rows.toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  const names = 28 + Math.max(0, ...rows.map((row) => fit(row.name, width * 0.36, 13).width));
  const words = Math.max(0, ...rows.flatMap((row) => [textWidth(row.lowText, 12), textWidth(row.highText, 12)])) + 8;
  const reach = Math.max(1e-12, ...rows.flatMap((row) => [Math.abs(row.low - data.middle), Math.abs(row.high - data.middle)]));
  const left = names + words;
  const centre = (left + width - words) / 2;
  const half = (width - words - left) / 2;
  const at = (value: number): number => centre + ((value - data.middle) / reach) * half;
  const top = titleHeight(options) + 24;
  const shapes: Shape[] = [
    textAt(centre, top - 8, data.middleText, { size: 12, weight: 'bold', anchor: 'middle' }),
    path([['M', centre, top], ['L', centre, top + rows.length * rowHeight]], { stroke: 'text', width: 1.25 }),
  ];
  rows.forEach((row, i) => {
    const y = top + i * rowHeight;
    const [first, last] = row.low <= row.high ? [row.low, row.high] : [row.high, row.low];
    const [firstText, lastText] = row.low <= row.high ? [row.lowText, row.highText] : [row.highText, row.lowText];
    const a = Math.min(at(first), centre);
    const b = Math.max(at(last), centre);
    const bar = (x: number, end: number, fill: ColourRole): Shape => rect({ x, y: y + 6, width: Math.max(0.5, end - x), height: rowHeight - 12 }, { fill });
    shapes.push(group([bar(a, centre, 'better'), bar(centre, b, 'worse')], { title: `${row.name}: ${firstText} – ${lastText}` }));
    shapes.push(textAt(a - 6, y + 19.3, firstText, { size: 12, anchor: 'end' }), textAt(b + 6, y + 19.3, lastText, { size: 12 }));
    if (row.sureness) shapes.push(sureMark(row.sureness, 6, y + 15));
    shapes.push(textAt(18, y + 19.5, row.name, { size: 13, width: names - 22 }));
  });
  return chartScene(options, top + rows.length * rowHeight + 4, shapes, {
    columns: ['name', 'low', 'high'].map((column) => say(message(`drawing.table.${column as 'name'}`), locale)),
    rows: rows.map((row) => [row.name, row.lowText, row.highText]),
  });
}
