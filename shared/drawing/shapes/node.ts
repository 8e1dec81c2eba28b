import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { type LabelSide, labelBox, labelLines, labelText, labelWidths } from '../layout/node-box.ts';
import { textIn } from '../layout/wrap.ts';
import type { NodePaint } from '../paint.ts';
import { type GroupShape, type Shape, group, path, rect } from '../scene.ts';
import { groupShapes, noteShapes, openSubprocessShapes } from './area.ts';
import { chip } from './chip.ts';
import type { IconName } from './icons.ts';
import { diamondShapes, roundShapes } from './round.ts';
import { type StepFacts, stepShapes } from './step.ts';

export { boxOfNode, type LabelSide } from '../layout/node-box.ts';

export interface NodeOptions {
  readonly label?: LabelSide;
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
  // A name above the node keeps its place: the chip goes to the lower corner.
  const named = label !== undefined && label.y + label.height <= node.position.y + 1;
  if (corner) shapes.push(chip(corner, width + 6, named ? height + 2 : -2));
  const faded = paint.dimmed ? 0.35 : paint.diff === 'removed' ? 0.6 : undefined;
  return group(shapes, {
    element: node.id,
    role: node.kind === 'note' ? 'note' : node.kind === 'group' ? 'group' : 'node',
    ...(node.name ? { title: [node.name, paint.detail].filter(Boolean).join(': ') } : {}),
    ...(faded === undefined ? {} : { opacity: faded }),
  });
}
