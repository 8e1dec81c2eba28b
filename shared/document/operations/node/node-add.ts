import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity } from '../../model/fields.ts';
import { flowSchema } from '../../model/flow.ts';
import { nodeSchema } from '../../model/node.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustExist } from '../requirements.ts';
import { nodeName } from './node-name.ts';

/** A new node of any kind; with the flow that leads to or from it when it is appended to another one. */
export const nodeAdd = defineOperation({
  schema: entity({ type: z.literal('node.add'), node: nodeSchema, flow: flowSchema.optional() }),
  apply: (draft, { node, flow }) => {
    draft.nodes[node.id] = node;
    if (flow !== undefined) draft.flows[flow.id] = flow;
  },
  touches: ({ node, flow }) => (flow === undefined ? [node.id] : [node.id, flow.id]),
  sentence: ({ node }) => message('document.did.add', { element: nodeName(node) }),
  refuses: ({ node, flow }, before) =>
    firstOf(
      mustBeFree(before, node.id),
      mustExist(before, 'processes', node.process),
      mustExist(before, 'parties', node.party),
      mustExist(before, 'nodes', node.parent),
      node.kind === 'event' ? mustExist(before, 'nodes', node.attachedTo) : undefined,
      flow === undefined ? undefined : firstOf(
        mustBeFree(before, flow.id),
        flow.from === node.id ? undefined : mustExist(before, 'nodes', flow.from),
        flow.to === node.id ? undefined : mustExist(before, 'nodes', flow.to),
      ),
    ),
});
