import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { type ElementId, entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, firstRefusal, mustExist } from '../requirements.ts';
import { flowsWhere } from './healing.ts';
import { nodeNameOf, nodesPhrase } from './node-name.ts';

/** Moves nodes into a sub-process, or out onto the page. Flows that would cross its border go. */
export const nodeReparent = defineOperation({
  schema: entity({ type: z.literal('node.reparent'), nodes: z.array(idSchema).min(1), parent: idSchema.optional() }),
  apply: (draft, { nodes, parent }) => {
    for (const id of nodes) {
      const node = draft.nodes[id];
      if (node === undefined) continue;
      if (parent === undefined) delete node.parent;
      else node.parent = parent;
    }
    for (const flow of flowsWhere(draft, (one) => nodes.includes(one.from) || nodes.includes(one.to))) {
      if (draft.nodes[flow.from]?.parent !== draft.nodes[flow.to]?.parent) delete draft.flows[flow.id];
    }
  },
  touches: ({ nodes, parent }) => (parent === undefined ? nodes : [...nodes, parent]),
  sentence: ({ nodes, parent }, before) =>
    parent === undefined
      ? message('document.did.moveOut', { element: nodesPhrase(before, nodes) })
      : message('document.did.moveInto', { element: nodesPhrase(before, nodes), target: nodeNameOf(before, parent) }),
  refuses: ({ nodes, parent }, before) =>
    firstOf(
      firstRefusal(nodes, (node) => mustExist(before, 'nodes', node)),
      mustExist(before, 'nodes', parent),
      parent !== undefined && before.nodes[parent]?.kind !== 'subprocess' ? message('document.refused.notSubprocess', { element: nodeNameOf(before, parent) }) : undefined,
      parent === undefined ? undefined : firstRefusal(nodes, (node) =>
        holdersOf(before, parent).includes(node) ? message('document.refused.circle', { element: nodeNameOf(before, node), parent: nodeNameOf(before, parent) }) : undefined),
    ),
});

/** A node and the sub-processes that hold it. */
function holdersOf(model: Model, id: ElementId): ElementId[] {
  const found: ElementId[] = [];
  for (let next: ElementId | undefined = id; next !== undefined && !found.includes(next); next = model.nodes[next]?.parent) found.push(next);
  return found;
}
