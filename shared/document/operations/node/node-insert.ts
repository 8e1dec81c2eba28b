import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import type { ElementId } from '../../model/fields.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { nodeSchema } from '../../model/node.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustExist } from '../requirements.ts';
import { nodeName } from './node-name.ts';

/** A new node on a flow: the flow leads into it and keeps its id, `onward` is the id of the new flow out of it. */
export const nodeInsert = defineOperation({
  schema: entity({ type: z.literal('node.insert'), node: nodeSchema, flow: idSchema, onward: idSchema }),
  apply: (draft, { node, flow, onward }) => {
    draft.nodes[node.id] = node;
    insertOnFlow(draft, node.id, flow, onward);
  },
  touches: ({ node, flow }) => [node.id, flow],
  sentence: ({ node }) => message('document.did.insert', { element: nodeName(node) }),
  refuses: ({ node, flow, onward }, before) =>
    firstOf(
      mustBeFree(before, node.id),
      mustBeFree(before, onward),
      mustExist(before, 'flows', flow),
      mustExist(before, 'processes', node.process),
      mustExist(before, 'parties', node.party),
    ),
});

/** Puts a node that stands in the draft onto a flow. A handoff stays with the hop that enters the lane of the flow's old end. */
export function insertOnFlow(draft: Model, node: ElementId, flowId: ElementId, onward: ElementId): void {
  const flow = draft.flows[flowId];
  const target = flow && draft.nodes[flow.to];
  if (flow === undefined || target === undefined) return;
  const next: Model['flows'][string] = { id: onward, process: flow.process, from: node, to: flow.to };
  if (flow.handoff !== undefined && draft.nodes[node]?.party !== target.party) {
    next.handoff = flow.handoff;
    delete flow.handoff;
  }
  if (flow.rework === true) {
    next.rework = true;
    delete flow.rework;
  }
  flow.to = node;
  delete flow.waypoints;
  draft.flows[onward] = next;
}
