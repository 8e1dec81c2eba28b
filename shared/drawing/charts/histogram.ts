import { message } from '../../language/message.ts';
import { formatNumber, say } from '../../language/say.ts';
import { textWidth } from '../layout/text-width.ts';
import { textAt } from '../layout/wrap.ts';
import { type Scene, type Shape, group, path, rect } from '../scene.ts';
import { levelAxis, scaleOver } from './axis.ts';
import { type ChartOptions, chartScene, chartWidth, titleHeight } from './chart.ts';
import { placeLabels } from './labels.ts';

export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Marker {
  readonly value: number;
  /** Said in full: "half take up to 6 days". */
  readonly text: string;
  readonly strong?: boolean;
}

export interface HistogramData {
  readonly bins: readonly HistogramBin[];
  /** Percentiles, targets. */
  readonly markers: readonly Marker[];
  /** A value of the axis as people say it. */
  readonly format: (value: number) => string;
  /** Values beyond are drawn as one last bar at the edge. */
  readonly upTo?: number;
}

const plot = 140;
const levelHeight = 20;

/** How often which value occurs, with percentiles written above their lines on as many levels as they need. */
export function histogram(data: HistogramData, options: ChartOptions): Scene {
  const width = options.width ?? chartWidth;
  const locale = options.locale ?? 'en';
  const low = Math.min(0, ...data.bins.map((bin) => bin.from));
  const high = data.upTo ?? Math.max(1e-9, ...data.bins.map((bin) => bin.to));
  const scale = scaleOver(low, high, 12, width - 24, Math.max(3, Math.floor(width / 100)));
  const markers = data.markers.toSorted((a, b) => a.value - b.value);
  const placed = placeLabels(markers.map(({ value, text, strong }) => ({ anchor: scale.at(Math.min(value, high)), width: textWidth(text, 12, strong ? 'bold' : 'regular') + 10 })), 0, width);
  const levels = placed.length === 0 ? 0 : 1 + Math.max(...placed.map(({ level }) => level));
  const top = titleHeight(options) + levels * levelHeight + 6;
  const base = top + plot;
  // Bars show density, so that bins of unequal width compare.
  const density = (bin: HistogramBin): number => bin.count / Math.max(1e-12, Math.min(bin.to, high) - bin.from);
  const shown = data.bins.filter((bin) => bin.count > 0 && bin.from < high);
  const peak = Math.max(1e-12, ...shown.map(density));
  const shapes: Shape[] = [...levelAxis(scale, base, top, data.format)];
  for (const bin of shown) {
    const left = scale.at(bin.from);
    const right = scale.at(Math.min(bin.to, high));
    const height = (density(bin) / peak) * plot;
    const title = `${data.format(bin.from)} – ${data.format(bin.to)}: ${formatNumber(bin.count, locale)}`;
    shapes.push(group([rect({ x: left + 0.5, y: base - height, width: Math.max(0.75, right - left - 1), height }, { fill: 'neutral' })], { title }));
  }
  shapes.push(path([['M', 0, base], ['L', width, base]], { stroke: 'muted' }));
  markers.forEach((marker, i) => {
    const x = scale.at(Math.min(marker.value, high));
    const { x: left, level } = placed[i] ?? { x: 0, level: 0 };
    const y = titleHeight(options) + (levels - level) * levelHeight - 4;
    const weight = marker.strong ? 'bold' : 'regular';
    shapes.push(path([['M', x, base], ['L', x, y - 10]], { stroke: 'text', width: marker.strong ? 2 : 1.25 }));
    const after = left + 5 >= x - 1;
    shapes.push(textAt(after ? x + 5 : x - 5, y, marker.text, { size: 12, weight, anchor: after ? 'start' : 'end' }));
  });
  return chartScene(options, base + 26, shapes, {
    columns: [say(message('drawing.table.from'), locale), say(message('drawing.table.to'), locale), say(message('drawing.table.items'), locale)],
    rows: data.bins.map((bin) => [data.format(bin.from), data.format(bin.to), formatNumber(bin.count, locale)]),
  });
}
