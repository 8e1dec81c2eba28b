import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import type { Box, TextShape } from '../scene.ts';
import { textIn } from './wrap.ts';

/** Where a node's own place on the page is. */
export function boxOfNode(node: Node): Box {
  const { width, height } = sizeOfNode(node);
  return { width, height, x: node.position.x, y: node.position.y };
}

export type LabelEdge = 'below' | 'above' | 'beside' | 'before';

/** Whether a node sits on the border of another one. */
export const isAttached = (node: Node): boolean => node.kind === 'event' && node.attachedTo !== undefined;

/** Whether a node is a frame around others: a group, or a sub-process that shows its inside. */
export const isFrame = (node: Node): boolean => node.kind === 'group' || (node.kind === 'subprocess' && node.expanded === true);

/** Where a name that does not fit inside stands, and how wide it may be before it wraps. */
export interface LabelSide {
  readonly edge: LabelEdge;
  readonly width?: number;
  /** Nothing lies beneath, so the name needs no ground of its own. */
  readonly plain?: boolean;
}

/** Whether a node's name stands outside its shape. */
export const namedOutside = (node: Node): boolean => !['step', 'subprocess', 'note', 'group'].includes(node.kind);

/** Widths at which a name beside a small node may wrap, and how many lines it may take. */
export const labelWidths = [128, 96, 72] as const;
export const labelLines = 4;

/** A small node's name, wrapped. */
export const labelText = (name: string, width: number): TextShape => textIn({ x: 0, y: 0, width, height: 15 * labelLines }, name, { size: 12, lineHeight: 15, maxLines: labelLines });

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
