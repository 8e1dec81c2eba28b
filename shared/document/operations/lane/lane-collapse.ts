import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustHaveLane } from './lane-refusal.ts';
import { withLanesMoved } from './shifting.ts';

/** Folds a lane to its header, or opens it again. */
export const laneCollapse = defineOperation({
  schema: entity({ type: z.literal('lane.collapse'), process: idSchema, party: idSchema, collapsed: z.boolean() }),
  apply: (draft, payload) => {
    withLanesMoved(draft, payload.process, (process) => {
      const lane = process.lanes.find((other) => other.party === payload.party);
      if (lane === undefined) return;
      if (payload.collapsed) lane.collapsed = true;
      else delete lane.collapsed;
    });
  },
  touches: ({ party }) => [party],
  sentence: ({ party, collapsed }, before) =>
    message(collapsed ? 'document.did.laneCollapse' : 'document.did.laneExpand', { element: nameOf(before, party) }),
  refuses: (payload, before) => mustHaveLane(before, payload.process, payload.party),
  mergeKey: ({ process, party }) => `lane.collapse ${process} ${party}`,
});
