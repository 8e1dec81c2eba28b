import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { endSchema, eventSchema, gatewaySchema, nodeSchema, noteSchema, type Step, stepSchema, subprocessSchema } from '../../model/node.ts';
import { nameOf } from '../../model/queries.ts';
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

/** The one team or person who does all of it; undefined where it takes several, or one of several. */
function onlyDoer(requirements: Step['requirements']): string | undefined {
  const [only, ...others] = requirements?.flatMap(({ anyOf }) => anyOf) ?? [];
  return others.length === 0 ? (only?.team ?? only?.person) : undefined;
}

/** Sets or clears fields of a node. */
export const nodeEdit = defineOperation({
  schema: entity({ type: z.literal('node.edit'), node: idSchema, set: nodeFieldsSchema.optional(), clear: z.array(z.string()).optional() }),
  apply: (draft, payload) => {
    const node = draft.nodes[payload.node];
    if (node !== undefined) changeFields(node, payload);
  },
  touches: ({ node }) => [node],
  sentence: (payload, before) => {
    const element = nodeNameOf(before, payload.node);
    const alone = fieldsOfChange(payload).length === 1 ? payload.set : undefined;
    if (alone?.name !== undefined) return message('document.did.rename', { element, name: alone.name });
    const doer = onlyDoer(alone?.requirements);
    if (doer !== undefined) return message('document.did.reassign', { step: element, target: nameOf(before, doer) });
    return message('document.did.edit', { element, fields: fieldWords(payload) });
  },
  refuses: (payload, before) => refusesChange(nodeSchema, before, payload.node, before.nodes[payload.node], payload, ['id', 'kind', 'process', 'parent']),
  mergeKey: (payload) => `node.edit ${payload.node} ${fieldsOfChange(payload).join()}`,
});
