import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { flowSchema } from '../../model/flow.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../edit-fields.ts';
import { fieldWords } from '../field-words.ts';
import { defineOperation } from '../operation-kind.ts';
import { flowName } from './flow-refusal.ts';

/** Sets or clears fields of a flow: name, kind, probability, condition, rework, its whole handoff. */
export const flowEdit = defineOperation({
  schema: entity({
    type: z.literal('flow.edit'),
    flow: idSchema,
    set: flowSchema.omit({ id: true, process: true, from: true, to: true, waypoints: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  apply: (draft, payload) => {
    const flow = draft.flows[payload.flow];
    if (flow !== undefined) changeFields(flow, payload);
  },
  touches: ({ flow }) => [flow],
  sentence: (payload, before) => message('document.did.edit', { element: flowName(before, payload.flow), fields: fieldWords(payload) }),
  refuses: (payload, before) => refusesChange(flowSchema, before, payload.flow, before.flows[payload.flow], payload),
  mergeKey: (payload) => `flow.edit ${payload.flow} ${fieldsOfChange(payload).join()}`,
});
