import { message } from '../../language/message.ts';
import { say } from '../../language/say.ts';
import { fit, textAt } from '../layout/wrap.ts';
import type { Effect } from '../paint.ts';
import { type Scene, type Shape, ellipse, group, path, rect } from '../scene.ts';
import type { ColourRole } from '../theme.ts';
import { effectMark } from '../shapes/marks.ts';
import { levelAxis, scaleOver } from './axis.ts';
import { type ChartOptions, chartScene, chartWidth, titleHeight } from './chart.ts';

export interface RangeRow {
  readonly name: string;
  readonly mean: number;
  /** Bounds of the interval or range; the mean stands alone without them. */
  readonly low?: number;
  readonly high?: number;
  /** A wider range behind, for what rests on guesses. */
  readonly plausible?: { readonly low: number; readonly high: number };
  /** The value as people say it. */
  readonly text: string;
  readonly effect?: Effect;
}

export interface RangeData {
  readonly rows: readonly RangeRow[];
  readonly format: (value: number) => string;
  /** Draw the line of no difference. */
  readonly zero?: boolean;
}

const rowHeight = 32;

/** Means with their intervals, one row each, on a common axis; differences carry ▼ or ▲ where they are clear. */
export function rangeBars(data: RangeData, options: ChartOptions): Scene {
  const width = options.width ?? chartWidth;
  const locale = options.locale ?? 'en';
  const names = Math.min(width * 0.34, 8 + Math.max(0, ...data.rows.map((row) => fit(row.name, width * 0.34, 13).width)));
  const texts = 20 + Math.max(0, ...data.rows.map((row) => fit(row.text, width * 0.3, 12, 'bold').width));
  const values = data.rows.flatMap((row) => [row.mean, row.low ?? row.mean, row.high ?? row.mean, ...(row.plausible ? [row.plausible.low, row.plausible.high] : [])]);
  if (data.zero || values.length === 0) values.push(0);
  const scale = scaleOver(Math.min(...values), Math.max(...values), names + 12, width - texts - 12, 4);
  const top = titleHeight(options);
  const base = top + data.rows.length * rowHeight + 4;
  const shapes: Shape[] = [...levelAxis(scale, base, top, data.format)];
  if (data.zero) shapes.push(path([['M', scale.at(0), top], ['L', scale.at(0), base]], { stroke: 'muted', width: 1.5 }));
  data.rows.forEach((row, i) => {
    const y = top + i * rowHeight + rowHeight / 2;
    const colour: ColourRole = row.effect ?? 'execution';
    const inner: Shape[] = [];
    if (row.plausible) {
      const left = scale.at(row.plausible.low);
      inner.push(rect({ x: left, y: y - 8, width: Math.max(1, scale.at(row.plausible.high) - left), height: 16 }, { fill: { hatch: 'neutral', ground: 'surface' }, stroke: 'neutral' }, 4));
    }
    if (row.low !== undefined && row.high !== undefined) {
      inner.push({ kind: 'line', points: [{ x: scale.at(row.low), y }, { x: scale.at(row.high), y }], style: { stroke: colour, width: 4, roundCap: true } });
    }
    inner.push(ellipse({ x: scale.at(row.mean) - 5, y: y - 5, width: 10, height: 10 }, { fill: 'surface', stroke: colour, width: 2.5 }));
    shapes.push(group(inner, { title: `${row.name}: ${row.text}` }));
    shapes.push(textAt(0, y + 4.5, row.name, { size: 13, width: names }));
    const at = width - texts + 4;
    if (row.effect) shapes.push(effectMark(row.effect, at + 5, y));
    shapes.push(textAt(at + (row.effect ? 15 : 0), y + 4.3, row.text, { size: 12, weight: 'bold', colour: row.effect ?? 'text', width: texts + (row.effect ? -15 : 0) }));
  });
  const bound = (value: number | undefined): string => (value === undefined ? '–' : data.format(value));
  return chartScene(options, base + 26, shapes, {
    columns: ['name', 'value', 'low', 'high'].map((column) => say(message(`drawing.table.${column as 'name'}`), locale)),
    rows: data.rows.map((row) => [row.name, row.text, bound(row.plausible?.low ?? row.low), bound(row.plausible?.high ?? row.high)]),
  });
}
