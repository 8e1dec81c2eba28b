import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nestedOrder } from '../../model/lanes.ts';
import { laneSchema } from '../../model/model.ts';
import { partySchema } from '../../model/organisation.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustExist } from '../requirements.ts';
import { withLanesMoved } from './shifting.ts';

/** A lane for a party that the document has, or for a new one given along. `at` counts lanes from 0; at the end where absent. */
export const laneAdd = defineOperation({
  schema: entity({ type: z.literal('lane.add'), process: idSchema, lane: laneSchema, party: partySchema.optional(), at: z.int().min(0).optional() }),
  apply: (draft, payload) => {
    if (payload.party !== undefined) draft.parties[payload.party.id] = payload.party;
    withLanesMoved(draft, payload.process, (process) => {
      process.lanes.splice(payload.at ?? process.lanes.length, 0, payload.lane);
      process.lanes = nestedOrder(draft, process);
    });
  },
  touches: ({ lane }) => [lane.party],
  sentence: ({ lane, party }, before) => message('document.did.laneAdd', { element: party?.name ?? nameOf(before, lane.party) }),
  refuses: ({ process, lane, party }, before) =>
    firstOf(
      mustExist(before, 'processes', process),
      party === undefined ? mustExist(before, 'parties', lane.party) : mustBeFree(before, party.id),
      party !== undefined && party.id !== lane.party ? message('document.refused.gone', { element: lane.party }) : undefined,
      mustExist(before, 'parties', party?.parent),
      before.processes[process]?.lanes.some((other) => other.party === lane.party) === true
        ? message('document.refused.laneTwice', { element: nameOf(before, lane.party) })
        : undefined,
    ),
});
