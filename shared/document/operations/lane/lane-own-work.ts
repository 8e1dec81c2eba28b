import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf } from '../requirements.ts';
import { hasOwnWork, mustHaveLane } from './lane-refusal.ts';
import { withLanesMoved } from './shifting.ts';

/** Gives a lane that holds lanes a strip for work of its own before them, or takes the empty strip away. */
export const laneOwnWork = defineOperation({
  schema: entity({ type: z.literal('lane.ownWork'), process: idSchema, party: idSchema, ownWork: z.boolean() }),
  apply: (draft, payload) => {
    withLanesMoved(draft, payload.process, (process) => {
      const lane = process.lanes.find((other) => other.party === payload.party);
      if (lane === undefined) return;
      if (payload.ownWork) lane.ownWork = true;
      else delete lane.ownWork;
    });
  },
  touches: ({ party }) => [party],
  sentence: ({ party, ownWork }, before) => message(ownWork ? 'document.did.laneOwnWork' : 'document.did.laneNoOwnWork', { element: nameOf(before, party) }),
  refuses: ({ process, party, ownWork }, before) =>
    firstOf(
      mustHaveLane(before, process, party),
      !ownWork && hasOwnWork(before, process, party) ? message('document.refused.laneWorks', { element: nameOf(before, party) }) : undefined,
    ),
  mergeKey: ({ process, party }) => `lane.ownWork ${process} ${party}`,
});
