import type { NodePaint } from '../paint.ts';
import { circleSteps, polygonSteps } from '../path.ts';
import { type Shape, path } from '../scene.ts';
import { icon } from './icons.ts';
import { boxColours } from './step.ts';

export type DiamondSign = 'oneOf' | 'someOf' | 'firstEvent' | 'all';

/** A gateway: one of ×, some of ○, first event (a clock), all of +. */
export function diamondShapes(sign: DiamondSign, width: number, height: number, paint: NodePaint): readonly Shape[] {
  const { fill, ink, stroke } = boxColours(paint, 'execution');
  const cx = width / 2;
  const cy = height / 2;
  const k = Math.min(width, height) / 48;
  const shapes: Shape[] = [
    path(polygonSteps([{ x: cx, y: 0 }, { x: width, y: cy }, { x: cx, y: height }, { x: 0, y: cy }]), { fill, stroke, width: paint.strokeWidth ?? 1.5 }),
  ];
  const arm = 7 * k;
  const colour = paint.fill ? ink : 'execution';
  const ring = (r: number, w: number): Shape => path(circleSteps(cx, cy, r * k), { stroke: colour, width: w });
  const cross = (dx: number, dy: number): Shape =>
    path([['M', cx - dx, cy - dy], ['L', cx + dx, cy + dy], ['M', cx + dy, cy - dx], ['L', cx - dy, cy + dx]], { stroke: colour, width: 2.5, roundCap: true });
  if (sign === 'oneOf') shapes.push(cross(arm * 0.8, arm * 0.8));
  else if (sign === 'all') shapes.push(cross(arm * 1.15, 0));
  else if (sign === 'someOf') shapes.push(ring(8, 2.5));
  else shapes.push(ring(11, 1.2), icon('clock', cx - 8 * k, cy - 8 * k, 16 * k, colour));
  return shapes;
}

export interface RoundFacts {
  readonly width: number;
  readonly height: number;
  readonly kind: 'start' | 'end' | 'terminate' | 'timer' | 'message';
  /** A ring that does not stop the step it is attached to is dashed. */
  readonly interrupting?: boolean;
}

/** Start, end, terminate, or a wait for time or message. */
export function roundShapes(facts: RoundFacts, paint: NodePaint): readonly Shape[] {
  const { fill, ink, stroke } = boxColours(paint, 'execution');
  const cx = facts.width / 2;
  const cy = facts.height / 2;
  const r = Math.min(cx, cy);
  const colour = paint.fill ? ink : 'execution';
  const ending = facts.kind === 'end' || facts.kind === 'terminate';
  const outline = paint.strokeWidth ?? (ending ? 3.5 : 1.5);
  const dash = facts.interrupting === false ? { dash: [4, 3] } : {};
  const shapes: Shape[] = [path(circleSteps(cx, cy, r - outline / 2), { fill, stroke, width: outline, ...dash })];
  if (facts.kind === 'start') shapes.push(path(polygonSteps([{ x: cx - 4, y: cy - 6.5 }, { x: cx + 7, y: cy }, { x: cx - 4, y: cy + 6.5 }]), { fill: colour }));
  if (facts.kind === 'terminate') shapes.push(path(circleSteps(cx, cy, r * 0.5), { fill: colour }));
  if (facts.kind === 'timer' || facts.kind === 'message') {
    shapes.push(path(circleSteps(cx, cy, r - 4), { stroke, width: 1, ...dash }));
    const size = facts.kind === 'timer' ? r * 1.3 : r * 1.05;
    shapes.push(icon(facts.kind === 'timer' ? 'clock' : 'message', cx - size / 2, cy - size / 2, size, colour));
  }
  return shapes;
}
