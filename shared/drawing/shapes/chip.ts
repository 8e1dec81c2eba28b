import { textWidth } from '../layout/text-width.ts';
import { textAt } from '../layout/wrap.ts';
import type { ChipPaint } from '../paint.ts';
import { type Anchor, type Shape, type Style, group, rect } from '../scene.ts';
import type { ColourRole } from '../theme.ts';
import { effectMark } from './marks.ts';

const height = 20;
const signs = { added: '+', removed: '−', changed: 'Δ' } as const;

/** A pill with a mark and a few words. (x, y) is its middle line at the anchor. */
export function chip(paint: ChipPaint, x: number, y: number, anchor: Anchor = 'end'): Shape {
  const sign = paint.diff ? signs[paint.diff] : undefined;
  const words = [sign, paint.text].filter((part) => part !== undefined && part !== '').join(' ');
  const mark = paint.effect ? 13 : 0;
  const width = Math.max(height, Math.ceil(textWidth(words, 12, 'bold')) + 16 + mark);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const colour: ColourRole = paint.effect ?? (paint.diff === 'removed' ? 'muted' : 'accent');
  const style: Style = { fill: 'surface', stroke: colour, width: 1.25 };
  const shapes: Shape[] = [rect({ x: left, y: y - height / 2, width, height }, style, height / 2)];
  if (paint.effect) shapes.push(effectMark(paint.effect, left + 13, y));
  shapes.push(textAt(left + mark + (width - mark) / 2, y + 4.2, words, { size: 12, weight: 'bold', anchor: 'middle', colour }));
  return group(shapes, { role: 'mark' });
}
