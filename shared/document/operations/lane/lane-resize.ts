import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustHaveLane } from './lane-refusal.ts';
import { withLanesMoved } from './shifting.ts';

/** Makes a lane thicker or thinner, in pixels; the lanes after it move along with what is drawn in them. */
export const laneResize = defineOperation({
  schema: entity({ type: z.literal('lane.resize'), process: idSchema, party: idSchema, size: z.number().positive() }),
  apply: (draft, payload) => {
    withLanesMoved(draft, payload.process, (process) => {
      const lane = process.lanes.find((other) => other.party === payload.party);
      if (lane !== undefined) lane.size = payload.size;
    });
  },
  touches: ({ party }) => [party],
  sentence: ({ party }, before) => message('document.did.laneResize', { element: nameOf(before, party) }),
  refuses: (payload, before) => mustHaveLane(before, payload.process, payload.party),
  mergeKey: ({ process, party }) => `lane.resize ${process} ${party}`,
});
