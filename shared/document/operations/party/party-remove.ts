import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nameOf } from '../../model/queries.ts';
import { withLanesMoved } from '../lane/shifting.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { mustExist } from '../requirements.ts';

/** Removes a party from the whole document, with its lanes and teams. Its nodes stay, without lane and team. */
export const partyRemove = defineOperation({
  schema: entity({ type: z.literal('party.remove'), party: idSchema }),
  apply: (draft, { party }) => {
    for (const id of Object.keys(draft.processes)) {
      withLanesMoved(draft, id, (process) => {
        process.lanes = process.lanes.filter((lane) => lane.party !== party);
      });
    }
    removeElements(draft, [party]);
  },
  touches: ({ party }) => [party],
  sentence: ({ party }, before) => message('document.did.remove', { element: nameOf(before, party) }),
  refuses: ({ party }, before) => mustExist(before, 'parties', party),
});
