import type { Node as ReactFlowNode } from '@xyflow/react';
import type { ElementId, Point, Size } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import type { NodePaint } from '../../shared/drawing/paint.ts';
import type { GroupShape } from '../../shared/drawing/scene.ts';
import { drawNode, type LabelSide } from '../../shared/drawing/shapes/node.ts';
import type { PageView } from './page-view.ts';

interface NodeData extends Record<string, unknown> {
  /** Its shapes, drawn when they are first asked for: on a page of thousands most nodes are out of view. */
  readonly drawing: () => GroupShape;
  readonly outline: 'box' | 'diamond' | 'round';
  /** It has a corner to make it larger by. */
  readonly resizable: boolean;
  /** It moves with a drag. */
  readonly moving: boolean;
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
  /** What gave it its words, and which: they tell of other nodes too, where it leads. */
  readonly speaker: NodeLook['spoken'];
  readonly spoken: string;
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

/** Whether a node is drawn by itself also from afar: frames, and what is chosen or moves. */
export const isApart = ({ selected, zIndex, data }: Pick<CanvasNode, 'selected' | 'zIndex' | 'data'>): boolean => selected === true || data.moving || (zIndex ?? 0) < 0;

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
  const kept = new Map<ElementId, Kept>();
  let last: Made | undefined;
  return (view, look) => {
    const whole = last === undefined || last.view !== view || !alike(last.look, look);
    const changed = whole ? undefined : new Set([last?.look, look].flatMap((one) => [...(one?.moved.keys() ?? []), ...(one?.sized?.keys() ?? [])]));
    if (last !== undefined && changed?.size === 0) return last.nodes;
    const made = last === undefined || changed === undefined ? view.page.nodes.map((node) => nodeOf(view, look, node, kept)) : [...last.nodes];
    for (const id of changed ?? []) {
      const at = last?.places.get(id);
      const stored = at === undefined ? undefined : view.page.nodes[at];
      if (at !== undefined && stored !== undefined) made[at] = nodeOf(view, look, stored, kept);
    }
    const places = last !== undefined && last.view === view ? last.places : new Map(view.page.nodes.map(({ id }, at) => [id, at]));
    if (last?.view !== view) for (const id of kept.keys()) if (!places.has(id)) kept.delete(id);
    last = { view, look, nodes: made, places };
    return made;
  };
}

interface Made {
  readonly view: PageView;
  readonly look: NodeLook;
  readonly nodes: CanvasNode[];
  /** Where in the page's nodes each one stands. */
  readonly places: ReadonlyMap<ElementId, number>;
}

/** Whether two looks differ at most in what is dragged or pulled. */
const alike = (a: NodeLook, b: NodeLook): boolean => a.selected === b.selected && a.paint === b.paint && a.spoken === b.spoken && a.naming === b.naming && a.editable === b.editable;

const onceAsked = (draw: () => GroupShape): (() => GroupShape) => {
  let made: GroupShape | undefined;
  return () => (made ??= draw());
};

/** One node for React Flow: the one made before where nothing about it has changed. */
function nodeOf(view: PageView, look: NodeLook, stored: Node, kept: Map<ElementId, Kept>): CanvasNode {
  const pulled = look.sized?.get(stored.id);
  const node: Node = pulled === undefined ? stored : { ...stored, size: pulled };
  const resizable = look.editable === true && growsByHand(node);
  const paint = look.paint?.[node.id];
  const side = view.plan.labels.get(node.id);
  const selected = look.selected.has(node.id);
  const position = look.moved.get(node.id) ?? node.position;
  const unnamed = look.naming === node.id;
  const moving = look.moved.has(node.id);
  const old = kept.get(node.id);
  const drawn = old !== undefined && old.node === node && old.paint === paint && old.side === side && old.unnamed === unnamed ? old.made.data.drawing : undefined;
  const same = old !== undefined && drawn !== undefined && old.made.data.resizable === resizable && old.made.data.moving === moving;
  const spoken = old?.node === node && old.speaker === look.spoken ? old.spoken : look.spoken(node);
  if (same && old.spoken === spoken && old.made.selected === selected && old.made.position.x === position.x && old.made.position.y === position.y) {
    if (old.speaker !== look.spoken) kept.set(node.id, { ...old, speaker: look.spoken });
    return old.made;
  }
  const data: NodeData = same
    ? old.made.data
    : { drawing: drawn ?? onceAsked(() => drawNode(unnamed ? withoutName(node) : node, paint, side === undefined ? {} : { label: side })), outline: outlineOf(node), resizable, moving };
  const size = sizeOfNode(node);
  const made: CanvasNode = {
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
    ariaLabel: spoken,
    className: `element-${node.kind}`,
  };
  kept.set(node.id, { node, paint, side, unnamed, speaker: look.spoken, spoken, made });
  return made;
}
