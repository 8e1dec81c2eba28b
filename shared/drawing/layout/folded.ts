import { laneBands } from '../../document/model/lanes.ts';
import type { Model, Process } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';

/** Thickness of what is drawn in a folded lane: it fits the lane with a little air. */
const flat = 28;

const known = new WeakMap<Node, { readonly middle: number; readonly upright: boolean; readonly made: Node }>();
const flattened = new WeakSet<Node>();

/** Whether a node is drawn flat because its lane is folded. */
export const isFlat = (node: Node): boolean => flattened.has(node);

/** The middles of the folded lanes of a page, by the party of every lane that lies in one. */
function foldedMiddles(model: Model, process: Process): ReadonlyMap<string, number> {
  const middles = new Map<string, number>();
  if (!process.lanes.some((lane) => lane.collapsed === true)) return middles;
  let last: number | undefined;
  for (const { party, offset, size, collapsed, hidden } of laneBands(model, process)) {
    if (!hidden) last = collapsed ? offset + size / 2 : undefined;
    if (last !== undefined) middles.set(party, last);
  }
  return middles;
}

function flatNode(node: Node, middle: number, upright: boolean): Node {
  const old = known.get(node);
  if (old?.middle === middle && old.upright === upright) return old.made;
  const { width, height } = sizeOfNode(node);
  const long = node.kind === 'step' || node.kind === 'subprocess' || node.kind === 'note';
  const size = upright ? { width: flat, height: long ? height : flat } : { width: long ? width : flat, height: flat };
  const position = {
    x: upright ? middle - size.width / 2 : node.position.x + (width - size.width) / 2,
    y: upright ? node.position.y + (height - size.height) / 2 : middle - size.height / 2,
  };
  const { expanded: _open, ...closed } = node as Node & { readonly expanded?: boolean };
  const made = { ...closed, size, position } as Node;
  known.set(node, { middle, upright, made });
  flattened.add(made);
  return made;
}

/** Nodes of folded lanes drawn flat in the middle of their lane, so that their flows and handoffs stay in sight. */
export function inFoldedLanes(model: Model, process: Process, nodes: readonly Node[]): readonly Node[] {
  const middles = foldedMiddles(model, process);
  if (middles.size === 0) return nodes;
  const upright = process.orientation === 'vertical';
  return nodes.map((node) => {
    const middle = node.party === undefined || node.kind === 'group' || node.parent !== undefined ? undefined : middles.get(node.party);
    return middle === undefined ? node : flatNode(node, middle, upright);
  });
}
