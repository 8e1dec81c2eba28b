import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustExist } from '../requirements.ts';
import { mustConnect } from './flow-refusal.ts';

/** Puts one or both ends of a flow elsewhere; its bends are found anew. */
export const flowReconnect = defineOperation({
  schema: entity({ type: z.literal('flow.reconnect'), flow: idSchema, from: idSchema.optional(), to: idSchema.optional() }),
  apply: (draft, payload) => {
    const flow = draft.flows[payload.flow];
    if (flow === undefined) return;
    flow.from = payload.from ?? flow.from;
    flow.to = payload.to ?? flow.to;
    delete flow.waypoints;
  },
  touches: ({ flow, from, to }) => [flow, from, to].filter((id) => id !== undefined),
  sentence: (payload, before) => {
    const flow = before.flows[payload.flow];
    return message('document.did.connect', {
      from: nodeNameOf(before, payload.from ?? flow?.from ?? ''),
      to: nodeNameOf(before, payload.to ?? flow?.to ?? ''),
    });
  },
  refuses: (payload, before) => {
    const flow = before.flows[payload.flow];
    if (flow === undefined) return mustExist(before, 'flows', payload.flow);
    return mustConnect(before, payload.from ?? flow.from, payload.to ?? flow.to);
  },
});
