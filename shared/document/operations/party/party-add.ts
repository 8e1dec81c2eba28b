import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity } from '../../model/fields.ts';
import { partySchema } from '../../model/organisation.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustExist } from '../requirements.ts';

/** A department, vendor or platform that no page shows yet. */
export const partyAdd = defineOperation({
  schema: entity({ type: z.literal('party.add'), party: partySchema }),
  apply: (draft, { party }) => {
    draft.parties[party.id] = party;
  },
  touches: ({ party }) => [party.id],
  sentence: ({ party }) => message('document.did.add', { element: party.name }),
  refuses: ({ party }, before) => firstOf(mustBeFree(before, party.id), mustExist(before, 'parties', party.parent)),
});
