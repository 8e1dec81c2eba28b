import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { endSchema, eventSchema, gatewaySchema, nodeSchema, noteSchema, stepSchema, subprocessSchema } from '../../model/node.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../edit-fields.ts';
import { fieldWords } from '../field-words.ts';
import { defineOperation } from '../operation-kind.ts';
import { nodeNameOf } from './node-name.ts';

/** Where a node is and belongs has operations of its own. */
const elsewhere = { kind: true, id: true, process: true, parent: true, position: true, size: true } as const;

/** Fields of any kind of node; which of them a node has is decided by its kind. */
const nodeFieldsSchema = entity({
  ...stepSchema.omit(elsewhere).shape,
  ...gatewaySchema.omit(elsewhere).shape,
  ...eventSchema.omit(elsewhere).shape,
  ...subprocessSchema.omit(elsewhere).shape,
  ...endSchema.omit(elsewhere).shape,
  ...noteSchema.omit(elsewhere).shape,
}).partial();

/** Sets or clears fields of a node. */
export const nodeEdit = defineOperation({
  schema: entity({ type: z.literal('node.edit'), node: idSchema, set: nodeFieldsSchema.optional(), clear: z.array(z.string()).optional() }),
  apply: (draft, payload) => {
    const node = draft.nodes[payload.node];
    if (node !== undefined) changeFields(node, payload);
  },
  touches: ({ node }) => [node],
  sentence: (payload, before) =>
    payload.set?.name === undefined || fieldsOfChange(payload).length > 1
      ? message('document.did.edit', { element: nodeNameOf(before, payload.node), fields: fieldWords(payload) })
      : message('document.did.rename', { element: nodeNameOf(before, payload.node), name: payload.set.name }),
  refuses: (payload, before) => refusesChange(nodeSchema, before, payload.node, before.nodes[payload.node], payload, ['id', 'kind', 'process', 'parent']),
  mergeKey: (payload) => `node.edit ${payload.node} ${fieldsOfChange(payload).join()}`,
});
