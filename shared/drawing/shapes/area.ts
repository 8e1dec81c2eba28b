import { textIn } from '../layout/wrap.ts';
import type { NodePaint } from '../paint.ts';
import { polygonSteps } from '../path.ts';
import { type Shape, path, rect } from '../scene.ts';

/** A note: paper with a folded corner. */
export function noteShapes(text: string, width: number, height: number, paint: NodePaint): readonly Shape[] {
  const fold = 12;
  const stroke = paint.stroke ?? 'noteLine';
  return [
    path(polygonSteps([{ x: 0, y: 0 }, { x: width - fold, y: 0 }, { x: width, y: fold }, { x: width, y: height }, { x: 0, y: height }]), { fill: paint.fill ?? 'note', stroke }),
    path([['M', width - fold, 0], ['L', width - fold, fold], ['L', width, fold]], { stroke }),
    textIn({ x: 10, y: 8, width: width - 10 - fold, height: height - 16 }, text, { size: 12, lineHeight: 16, anchor: 'start', vertical: 'top' }),
  ];
}

/** A frame around what belongs together. */
export function groupShapes(name: string, width: number, height: number, paint: NodePaint): readonly Shape[] {
  return [
    rect({ x: 0, y: 0, width, height }, { stroke: paint.stroke ?? 'muted', width: 1.25, dash: [8, 4], ...(paint.fill ? { fill: paint.fill } : {}) }, 10),
    textIn({ x: 12, y: 6, width: width - 24, height: 20 }, name, { size: 12, weight: 'bold', anchor: 'start', maxLines: 1, colour: 'muted' }),
  ];
}

/** A sub-process whose content is drawn in place. */
export function openSubprocessShapes(name: string, width: number, height: number, paint: NodePaint): readonly Shape[] {
  return [
    rect({ x: 0, y: 0, width, height }, { fill: paint.fill ?? 'canvas', stroke: paint.stroke ?? 'neutral', width: paint.strokeWidth ?? 1.25 }, 8),
    textIn({ x: 12, y: 6, width: width - 24, height: 20 }, name, { size: 13, weight: 'bold', anchor: 'start', maxLines: 1 }),
  ];
}
