import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { textIn } from '../layout/wrap.ts';
import type { NodePaint } from '../paint.ts';
import { type Box, type GroupShape, type Shape, type TextShape, group, path, rect } from '../scene.ts';
import { groupShapes, noteShapes, openSubprocessShapes } from './area.ts';
import { chip } from './chip.ts';
import type { IconName } from './icons.ts';
import { diamondShapes, roundShapes } from './round.ts';
import { type StepFacts, stepShapes } from './step.ts';

/** Where a node's own place on the page is. */
export function boxOfNode(node: Node): Box {
  return { ...sizeOfNode(node), x: node.position.x, y: node.position.y };
}

export type LabelEdge = 'below' | 'above' | 'beside' | 'before';

/** Whether a node sits on the border of another one. */
export const isAttached = (node: Node): boolean => node.kind === 'event' && node.attachedTo !== undefined;

/** Where a name that does not fit inside stands, and how wide it may be before it wraps. */
export interface LabelSide {
  readonly edge: LabelEdge;
  readonly width?: number;
  /** Nothing lies beneath, so the name needs no ground of its own. */
  readonly plain?: boolean;
}

export interface NodeOptions {
  readonly label?: LabelSide;
}

/** Whether a node's name stands outside its shape. */
export const namedOutside = (node: Node): boolean => !['step', 'subprocess', 'note', 'group'].includes(node.kind);

/** Widths at which a name beside a small node may wrap, and how many lines it may take. */
export const labelWidths = [128, 96, 72] as const;
const labelLines = 4;

const labelText = (name: string, width: number): TextShape => textIn({ x: 0, y: 0, width, height: 15 * labelLines }, name, { size: 12, lineHeight: 15, maxLines: labelLines });

/** Where the name of a small node stands on the page; undefined where it has none or holds it inside. */
export function labelBox(node: Node, place: LabelSide = { edge: isAttached(node) ? 'beside' : 'below' }): Box | undefined {
  if (!namedOutside(node) || !node.name) return undefined;
  const own = boxOfNode(node);
  const { lines } = labelText(node.name, place.width ?? labelWidths[0]);
  const width = Math.ceil(Math.max(24, ...lines.map((line) => line.width))) + 4;
  const height = lines.length * 15 + 2;
  const middle = { x: own.x + own.width / 2 - width / 2, y: own.y + own.height / 2 - height / 2 };
  switch (place.edge) {
    case 'before': return { x: own.x - 4 - width, y: middle.y, width, height };
    case 'beside': return { x: own.x + own.width + 4, y: isAttached(node) ? own.y + own.height / 2 + 5 : middle.y, width, height };
    case 'above': return { x: middle.x, y: own.y - 4 - height, width, height };
    case 'below': return { x: middle.x, y: own.y + own.height + 4, width, height };
  }
}

function inside(node: Node, paint: NodePaint): readonly Shape[] {
  const { width, height } = sizeOfNode(node);
  const name = node.name ?? '';
  switch (node.kind) {
    case 'step': {
      const signs: IconName[] = [];
      if (node.automation === 'automatic') signs.push('automatic');
      if (node.rework) signs.push('repeat');
      if (node.multiInstance) signs.push(node.multiInstance.mode === 'parallel' ? 'several' : 'inSequence');
      const facts: StepFacts = { name, width, height, variant: node.approval ? 'approval' : 'step', signs, ...(node.valueAdding ? { valueAdding: true } : {}) };
      return stepShapes(facts, paint);
    }
    case 'subprocess':
      if (node.expanded) return openSubprocessShapes(name, width, height, paint);
      return stepShapes({ name, width, height, variant: 'subprocess', signs: node.multiInstance ? [node.multiInstance.mode === 'parallel' ? 'several' : 'inSequence'] : [] }, paint);
    case 'gateway':
      return diamondShapes(node.decides, width, height, paint);
    case 'fork':
    case 'join':
      return diamondShapes('all', width, height, paint);
    case 'start':
      return roundShapes({ width, height, kind: 'start' }, paint);
    case 'end':
      return roundShapes({ width, height, kind: node.terminate ? 'terminate' : 'end' }, paint);
    case 'event':
      return roundShapes({ width, height, kind: node.trigger, ...(node.attachedTo !== undefined && node.interrupting === false ? { interrupting: false } : {}) }, paint);
    case 'note':
      return noteShapes(node.text, width, height, paint);
    case 'group':
      return groupShapes(name, width, height, paint);
  }
}

/**
 * A node as a group of shapes about its own top left corner (the group is moved to nowhere: place it yourself).
 * The same shapes are painted to files and drawn in the window.
 */
export function drawNode(node: Node, paint: NodePaint = {}, options: NodeOptions = {}): GroupShape {
  const { width, height } = sizeOfNode(node);
  const shapes: Shape[] = [...inside(node, paint)];
  const label = labelBox(node, options.label);
  if (label && node.name) {
    const box = { x: label.x - node.position.x, y: label.y - node.position.y, width: label.width, height: label.height };
    if (!options.label?.plain) shapes.push(rect(box, { fill: 'surface', opacity: 0.85 }, 3));
    const { lines } = labelText(node.name, options.label?.width ?? labelWidths[0]);
    shapes.push({ ...textIn(box, node.name, { size: 12, lineHeight: 15, maxLines: labelLines }), lines });
  }
  if (paint.diff === 'added') shapes.push(rect({ x: -4, y: -4, width: width + 8, height: height + 8 }, { stroke: 'accent', width: 2 }, 9));
  if (paint.diff === 'removed') shapes.push(path([['M', -6, height + 6], ['L', width + 6, -6]], { stroke: 'muted', width: 2, roundCap: true }));
  const corner = paint.chip ?? (paint.diff ? { text: '', diff: paint.diff } : undefined);
  if (corner) shapes.push(chip(corner, width + 6, -2));
  const faded = paint.dimmed ? 0.35 : paint.diff === 'removed' ? 0.6 : undefined;
  return group(shapes, {
    element: node.id,
    role: node.kind === 'note' ? 'note' : node.kind === 'group' ? 'group' : 'node',
    ...(node.name ? { title: [node.name, paint.detail].filter(Boolean).join(': ') } : {}),
    ...(faded === undefined ? {} : { opacity: faded }),
  });
}
