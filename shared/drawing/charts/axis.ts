import { textWidth } from '../layout/text-width.ts';
import { textAt } from '../layout/wrap.ts';
import { type Shape, path } from '../scene.ts';

/** Round values (1, 2 or 5 times a power of ten apart) from at most `low` to at least `high`, about `count` of them. */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A linear scale from values to pixels. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

export function scaleOver(low: number, high: number, from: number, to: number, count = 5): Scale {
  const ticks = niceTicks(low, high, count);
  const first = ticks[0] ?? low;
  const last = ticks.at(-1) ?? high;
  const span = last - first || 1;
  return { ticks, at: (value) => from + ((value - first) / span) * (to - from) };
}

/** A level axis with grid lines up to `top`; labels that would touch each other are left out. */
export function levelAxis(scale: Scale, y: number, top: number, format: (value: number) => string): readonly Shape[] {
  let free = Number.NEGATIVE_INFINITY;
  return scale.ticks.flatMap((tick): Shape[] => {
    const x = scale.at(tick);
    const words = format(tick);
    const half = textWidth(words, 12) / 2;
    const shapes: Shape[] = [path([['M', x, top], ['L', x, y + 4]], { stroke: tick === 0 ? 'neutral' : 'grid' })];
    if (x - half >= free) {
      shapes.push(textAt(x, y + 18, words, { size: 12, anchor: 'middle', colour: 'muted' }));
      free = x + half + 8;
    }
    return shapes;
  });
}
