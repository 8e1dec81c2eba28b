import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { partySchema } from '../../model/organisation.ts';
import { nameOf } from '../../model/queries.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../edit-fields.ts';
import { fieldWords } from '../field-words.ts';
import { defineOperation } from '../operation-kind.ts';

/** Fields of a department, vendor or platform; nesting has an operation of its own. */
export const partyEdit = defineOperation({
  schema: entity({
    type: z.literal('party.edit'),
    party: idSchema,
    set: partySchema.omit({ id: true, parent: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  apply: (draft, payload) => {
    const party = draft.parties[payload.party];
    if (party !== undefined) changeFields(party, payload);
  },
  touches: ({ party }) => [party],
  sentence: (payload, before) =>
    payload.set?.name === undefined
      ? message('document.did.edit', { element: nameOf(before, payload.party), fields: fieldWords(payload) })
      : message('document.did.rename', { element: nameOf(before, payload.party), name: payload.set.name }),
  refuses: (payload, before) =>
    refusesChange(partySchema, before, payload.party, before.parties[payload.party], payload),
  mergeKey: (payload) => `party.edit ${payload.party} ${fieldsOfChange(payload).join()}`,
});
