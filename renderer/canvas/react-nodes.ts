import type { Node as ReactFlowNode } from '@xyflow/react';
import type { ElementId, Point, Size } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import type { NodePaint } from '../../shared/drawing/paint.ts';
import type { GroupShape } from '../../shared/drawing/scene.ts';
import { drawNode, type LabelSide } from '../../shared/drawing/shapes/node.ts';
import type { PageView } from './page-view.ts';

interface NodeData extends Record<string, unknown> {
  readonly drawing: GroupShape;
  readonly outline: 'box' | 'diamond' | 'round';
  /** It has a corner to make it larger by. */
  readonly resizable: boolean;
}

export type CanvasNode = ReactFlowNode<NodeData, 'element'>;

export interface NodeLook {
  readonly selected: ReadonlySet<ElementId>;
  /** Places during a drag, and sizes while one is pulled larger. */
  readonly moved: ReadonlyMap<ElementId, Point>;
  readonly sized?: ReadonlyMap<ElementId, Size>;
  /** What can be made larger has a corner for it. */
  readonly editable?: boolean;
  readonly paint: Readonly<Record<ElementId, NodePaint>> | undefined;
  /** What a screen reader says of each node. */
  readonly spoken: (node: Node) => string;
  /** The one whose name is being typed shows none beneath. */
  readonly naming: ElementId | undefined;
}

interface Kept {
  readonly node: Node;
  readonly paint: NodePaint | undefined;
  readonly side: LabelSide | undefined;
  readonly unnamed: boolean;
  readonly made: CanvasNode;
}

const outlineOf = ({ kind }: Node): NodeData['outline'] => {
  if (kind === 'gateway' || kind === 'fork' || kind === 'join') return 'diamond';
  return kind === 'start' || kind === 'end' || kind === 'event' ? 'round' : 'box';
};

/** Frames lie behind the flows (which are at -1), attached events in front. */
const depthOf = (node: Node): number => {
  if (node.kind === 'group') return -4;
  if (node.kind === 'subprocess' && node.expanded === true) return -3;
  return node.kind === 'event' && node.attachedTo !== undefined ? 4 : 3;
};

const noHandles: never[] = [];

/** Frames and notes have the size that a person gives them. */
const growsByHand = (node: Node): boolean => node.kind === 'group' || node.kind === 'note' || (node.kind === 'subprocess' && node.expanded === true);

const withoutName = (node: Node): Node => {
  if (node.kind === 'note') return { ...node, text: '' };
  const { name: _name, ...rest } = node;
  return rest;
};

/**
 * Turns a page into React Flow's nodes. A node that did not change stays the same object from one call to the next,
 * so that a drag over a page of thousands draws only what moves.
 */
export function nodeMaker(): (view: PageView, look: NodeLook) => CanvasNode[] {
  let kept = new Map<ElementId, Kept>();
  return (view, look) => {
    const next = new Map<ElementId, Kept>();
    const made = view.page.nodes.map((stored): CanvasNode => {
      const pulled = look.sized?.get(stored.id);
      const node: Node = pulled === undefined ? stored : { ...stored, size: pulled };
      const resizable = look.editable === true && growsByHand(node);
      const paint = look.paint?.[node.id];
      const side = view.plan.labels.get(node.id);
      const selected = look.selected.has(node.id);
      const position = look.moved.get(node.id) ?? node.position;
      const unnamed = look.naming === node.id;
      const old = kept.get(node.id);
      const same = old !== undefined && old.node === node && old.paint === paint && old.side === side && old.unnamed === unnamed && old.made.data.resizable === resizable;
      if (same && old.made.selected === selected && old.made.position.x === position.x && old.made.position.y === position.y) {
        next.set(node.id, old);
        return old.made;
      }
      const data: NodeData = same
        ? old.made.data
        : { drawing: drawNode(unnamed ? withoutName(node) : node, paint, side === undefined ? {} : { label: side }), outline: outlineOf(node), resizable };
      const size = sizeOfNode(node);
      const one: CanvasNode = {
        id: node.id,
        type: 'element',
        position,
        selected,
        data,
        width: size.width,
        height: size.height,
        // Known and without handles: React Flow need not measure a node again each time it has moved.
        measured: size,
        handles: noHandles,
        zIndex: depthOf(node),
        ariaLabel: look.spoken(node),
        className: `element-${node.kind}`,
      };
      next.set(node.id, { node, paint, side, unnamed, made: one });
      return one;
    });
    kept = next;
    return made;
  };
}
