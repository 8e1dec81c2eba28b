import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { processSchema } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../edit-fields.ts';
import { fieldWords } from '../field-words.ts';
import { defineOperation } from '../operation-kind.ts';

/** Fields of a page that are not about its lanes; these have operations of their own. */
export const processEdit = defineOperation({
  schema: entity({
    type: z.literal('process.edit'),
    process: idSchema,
    set: processSchema.omit({ id: true, lanes: true, orientation: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  apply: (draft, payload) => {
    const process = draft.processes[payload.process];
    if (process !== undefined) changeFields(process, payload);
  },
  touches: ({ process }) => [process],
  sentence: (payload, before) => message('document.did.edit', { element: nameOf(before, payload.process), fields: fieldWords(payload) }),
  refuses: (payload, before) => refusesChange(processSchema, before, payload.process, before.processes[payload.process], payload),
  mergeKey: (payload) => `process.edit ${payload.process} ${fieldsOfChange(payload).join()}`,
});
