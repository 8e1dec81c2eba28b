import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { handoffSchema } from '../../model/flow.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../edit-fields.ts';
import { fieldWords } from '../field-words.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustExist } from '../requirements.ts';
import { flowName } from './flow-refusal.ts';

/** Sets or clears parts of what a flow carries across teams. A handoff without parts is none. */
export const handoffEdit = defineOperation({
  schema: entity({ type: z.literal('handoff.edit'), flow: idSchema, set: handoffSchema.partial().optional(), clear: z.array(z.string()).optional() }),
  apply: (draft, payload) => {
    const flow = draft.flows[payload.flow];
    if (flow === undefined) return;
    const handoff = { ...flow.handoff };
    changeFields(handoff, payload);
    if (Object.keys(handoff).length === 0) delete flow.handoff;
    else flow.handoff = handoff;
  },
  touches: ({ flow }) => [flow],
  sentence: (payload, before) =>
    message('document.did.handoff', { element: flowName(before, payload.flow), fields: fieldWords(payload) }),
  refuses: (payload, before) =>
    mustExist(before, 'flows', payload.flow) ?? refusesChange(handoffSchema, before, payload.flow, before.flows[payload.flow]?.handoff ?? {}, payload),
  mergeKey: (payload) => `handoff.edit ${payload.flow} ${fieldsOfChange(payload).join()}`,
});
