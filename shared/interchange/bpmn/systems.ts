import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';

/** Nodes that share one system of coordinates: those of a page, or those of a sub-process that opens on a page of its own. */
export interface DrawnGroup {
  /** The closed sub-process; undefined for the page. */
  readonly inside?: string;
  readonly nodes: Node[];
}

/** For every node the outermost node that is drawn on the same sheet: itself, or the open sub-process around it. */
export function outermostOpen(model: Model, node: Node): Node {
  let current = node;
  for (let parent = parentOf(model, current); parent?.kind === 'subprocess' && parent.expanded === true; parent = parentOf(model, current)) current = parent;
  return current;
}

const parentOf = (model: Model, node: Node): Node | undefined => (node.parent === undefined ? undefined : model.nodes[node.parent]);

/** The sheets of a page: itself first, then one for each closed sub-process. */
export function drawnGroups(model: Model, page: string): DrawnGroup[] {
  const sheet: DrawnGroup = { nodes: [] };
  const inner = new Map<string, DrawnGroup>();
  for (const node of Object.values(model.nodes)) {
    if (node.process !== page) continue;
    const inside = outermostOpen(model, node).parent;
    if (inside === undefined) sheet.nodes.push(node);
    else {
      const group = inner.get(inside) ?? { inside, nodes: [] };
      inner.set(inside, group);
      group.nodes.push(node);
    }
  }
  return [sheet, ...inner.values()];
}
