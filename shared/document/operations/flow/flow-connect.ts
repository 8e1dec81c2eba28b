import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity } from '../../model/fields.ts';
import { flowSchema } from '../../model/flow.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustExist } from '../requirements.ts';
import { mustConnect } from './flow-refusal.ts';

/** A new flow between two nodes of a page. */
export const flowConnect = defineOperation({
  schema: entity({ type: z.literal('flow.connect'), flow: flowSchema }),
  apply: (draft, { flow }) => {
    draft.flows[flow.id] = flow;
  },
  touches: ({ flow }) => [flow.id, flow.from, flow.to],
  sentence: ({ flow }, before) => message('document.did.connect', { from: nodeNameOf(before, flow.from), to: nodeNameOf(before, flow.to) }),
  refuses: ({ flow }, before) => firstOf(mustBeFree(before, flow.id), mustExist(before, 'processes', flow.process), mustConnect(before, flow.from, flow.to)),
});
