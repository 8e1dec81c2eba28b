import type { FlowKind } from '../../document/model/flow.ts';
import { message } from '../../language/message.ts';
import { type Locale, say } from '../../language/say.ts';
import { textWidth } from '../layout/text-width.ts';
import { textAt } from '../layout/wrap.ts';
import type { DiagramPaint } from '../paint.ts';
import { type GroupShape, type Shape, group, path, rect } from '../scene.ts';
import { drawBadge } from './badge.ts';
import { flowLine } from './flow.ts';
import { type Sureness, effectMark, sureMark } from './marks.ts';
import type { Effect } from '../paint.ts';

export interface LegendContent {
  readonly flows: readonly FlowKind[];
  readonly handoff: 'none' | 'outline' | 'numbers';
  readonly sureness: readonly Sureness[];
  readonly valueAdding: boolean;
  readonly effects: readonly Effect[];
  readonly overlay?: DiagramPaint['overlay'];
}

interface Item {
  readonly label: string;
  readonly sample: number;
  readonly draw: (x: number, y: number) => Shape;
}

const rowHeight = 26;
const labelGap = 8;
const itemGap = 24;

function items(content: LegendContent, locale: Locale): readonly Item[] {
  const words = { measured: 'drawing.measured', estimated: 'drawing.estimated', default: 'drawing.assumed' } as const;
  const overlaid = content.overlay !== undefined;
  const list: Item[] = content.flows.map((kind) => ({
    label: say(message(`drawing.${kind}`), locale),
    sample: 40,
    draw: (x, y) => flowLine(kind, [{ x, y }, { x: x + 40, y }], overlaid ? { stroke: 'neutral' } : {}),
  }));
  if (content.handoff === 'outline') list.push({ label: say(message('drawing.handoff'), locale), sample: 36, draw: (x, y) => drawBadge({}, { x: x + 18, y }) });
  if (content.handoff === 'numbers') {
    list.push({ label: say(message('drawing.handoffHalves'), locale), sample: 92, draw: (x, y) => drawBadge({ numbers: { handoff: '1 d', load: '2 d' } }, { x: x + 46, y }) });
  }
  if (content.valueAdding) list.push({ label: say(message('drawing.valueAdding'), locale), sample: 4, draw: (x, y) => path([['M', x + 2, y - 7], ['L', x + 2, y + 7]], { stroke: 'valueAdding', width: 3, roundCap: true }) });
  for (const sure of content.sureness) list.push({ label: say(message(words[sure]), locale), sample: 8, draw: (x, y) => sureMark(sure, x + 4, y) });
  for (const effect of content.effects) list.push({ label: say(message(effect === 'better' ? 'drawing.faster' : 'drawing.slower'), locale), sample: 10, draw: (x, y) => effectMark(effect, x + 5, y) });
  return list;
}

/** Explains what the picture uses and nothing else, in rows of at most `width` pixels, from its own top left corner. */
export function drawLegend(content: LegendContent, width: number, locale: Locale = 'en'): { readonly shape: GroupShape; readonly height: number } | undefined {
  const shapes: Shape[] = [];
  let x = 0;
  let y = rowHeight / 2;
  const put = (item: Item): void => {
    const needed = item.sample + labelGap + textWidth(item.label, 12);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += rowHeight;
    }
    shapes.push(item.draw(x, y), textAt(x + item.sample + labelGap, y + 4.2, item.label, { size: 12, colour: 'muted' }));
    x += needed + itemGap;
  };
  if (content.overlay && content.overlay.classes.length > 0) {
    shapes.push(textAt(0, y + 4.2, content.overlay.title, { size: 12, weight: 'bold' }));
    x = textWidth(content.overlay.title, 12, 'bold') + 16;
    for (const { fill, label } of content.overlay.classes) {
      put({ label, sample: 22, draw: (left, top) => rect({ x: left, y: top - 7, width: 22, height: 14 }, { fill, stroke: 'neutral' }, 3) });
    }
    x = 0;
    y += rowHeight;
  }
  const before = shapes.length;
  for (const item of items(content, locale)) put(item);
  if (shapes.length === before && content.overlay) y -= rowHeight;
  if (shapes.length === 0) return undefined;
  return { shape: group(shapes, { role: 'legend', title: say(message('drawing.legend'), locale) }), height: y + rowHeight / 2 };
}
