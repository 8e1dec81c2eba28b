import type { FlowKind } from '../../document/model/flow.ts';
import { flowLabelLine, flowLabelLines, flowLabelSize, flowLabelText } from '../layout/label-size.ts';
import { textAt } from '../layout/wrap.ts';
import type { FlowPaint } from '../paint.ts';
import { along } from '../path.ts';
import { type Box, type GroupShape, type LineShape, type Point, type Shape, type Style, group, rect } from '../scene.ts';
import type { ColourRole } from '../theme.ts';
import { chip } from './chip.ts';
import { icon } from './icons.ts';

export interface FlowFacts {
  readonly id: string;
  readonly kind: FlowKind;
  readonly title?: string;
  readonly label?: string;
  /** Work that goes back to be repeated. */
  readonly rework?: boolean;
  /** Where the label's middle stands; near the start of the line when absent. */
  readonly labelAt?: Point;
  /** Its parts stand one below the other. */
  readonly stacked?: boolean;
}

/** The stroke of one kind of flow: solid, dashed, or double; neutral or coloured by an overlay where the paint says so. */
export function flowLine(kind: FlowKind, points: readonly Point[], paint: FlowPaint = {}): LineShape {
  const stroke: ColourRole = paint.stroke ?? kind;
  const style: Style = { stroke, width: paint.width ?? 1.75, ...(kind === 'information' ? { dash: [6, 4] } : {}) };
  if (kind === 'decision') return { kind: 'line', points, radius: 6, start: 'diamond', end: 'filled', double: true, style };
  return { kind: 'line', points, radius: 6, end: kind === 'information' ? 'open' : 'filled', style };
}

/** A flow along its points (both ends included), with its label. Its badge is drawn apart, above all lines. */
export function drawFlow(facts: FlowFacts, points: readonly Point[], paint: FlowPaint = {}): GroupShape {
  const shapes: Shape[] = [flowLine(facts.kind, points, paint)];
  const text = paint.label ?? facts.label ?? '';
  if (text !== '' || facts.rework) {
    const at = facts.labelAt ?? along(points, 0.5).at;
    const size = flowLabelSize({ label: text, ...(facts.rework ? { rework: true } : {}), ...(facts.stacked ? { stacked: true } : {}) });
    const box: Box = { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size };
    shapes.push(rect(box, { fill: 'surface', opacity: 0.92 }, 4));
    const lead = facts.rework ? 16 : 0;
    if (facts.rework) shapes.push(icon('repeat', box.x + 3, at.y - 7, 14, 'muted'));
    const lines = flowLabelLines({ label: text, ...(facts.stacked ? { stacked: true } : {}) });
    const first = at.y + 4.2 - ((lines.length - 1) * flowLabelLine) / 2;
    if (text !== '') shapes.push(...lines.map((line, number) => textAt(box.x + 4 + lead, first + number * flowLabelLine, line, { size: flowLabelText, colour: 'text' as const, width: size.width - 8 - lead + 0.5 })));
  }
  if (paint.diff) shapes.push(chip({ text: '', diff: paint.diff }, along(points, 0.35).at.x, along(points, 0.35).at.y, 'middle'));
  const faded = paint.dimmed ? 0.3 : paint.diff === 'removed' ? 0.5 : undefined;
  return group(shapes, { element: facts.id, role: 'flow', ...(facts.title ? { title: facts.title } : {}), ...(faded === undefined ? {} : { opacity: faded }) });
}
