import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema, pointSchema } from '../../model/fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustExist } from '../requirements.ts';
import { flowName } from './flow-refusal.ts';

/** Bends of a flow set by hand; without way points it is routed automatically again. */
export const flowReroute = defineOperation({
  schema: entity({ type: z.literal('flow.reroute'), flow: idSchema, waypoints: z.array(pointSchema).optional() }),
  apply: (draft, payload) => {
    const flow = draft.flows[payload.flow];
    if (flow === undefined) return;
    if (payload.waypoints === undefined || payload.waypoints.length === 0) delete flow.waypoints;
    else flow.waypoints = payload.waypoints;
  },
  touches: ({ flow }) => [flow],
  sentence: ({ flow }, before) => message('document.did.reroute', { element: flowName(before, flow) }),
  refuses: ({ flow }, before) => mustExist(before, 'flows', flow),
  mergeKey: ({ flow }) => `flow.reroute ${flow}`,
});
