import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { laneWithInner, nestedOrder } from '../../model/lanes.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf } from '../requirements.ts';
import { mustHaveLane } from './lane-refusal.ts';
import { withLanesMoved } from './shifting.ts';

/** Moves a lane, with the lanes inside it, in front of another one, or to the end. What is drawn in it comes along. */
export const laneReorder = defineOperation({
  schema: entity({ type: z.literal('lane.reorder'), process: idSchema, party: idSchema, before: idSchema.optional() }),
  apply: (draft, payload) => {
    withLanesMoved(draft, payload.process, (process) => {
      const block = laneWithInner(draft, process, payload.party);
      const moved = process.lanes.filter((lane) => block.includes(lane.party));
      const rest = process.lanes.filter((lane) => !block.includes(lane.party));
      const at = rest.findIndex((lane) => lane.party === payload.before);
      rest.splice(at < 0 ? rest.length : at, 0, ...moved);
      process.lanes = rest;
      process.lanes = nestedOrder(draft, process);
    });
  },
  touches: ({ party }) => [party],
  sentence: ({ party }, before) => message('document.did.laneReorder', { element: nameOf(before, party) }),
  refuses: (payload, before) =>
    firstOf(
      mustHaveLane(before, payload.process, payload.party),
      payload.before === undefined ? undefined : mustHaveLane(before, payload.process, payload.before),
    ),
});
