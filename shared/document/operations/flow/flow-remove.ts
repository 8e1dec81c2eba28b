import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { firstRefusal, mustExist } from '../requirements.ts';
import { flowName } from './flow-refusal.ts';

/** Removes flows; their nodes stay. */
export const flowRemove = defineOperation({
  schema: entity({ type: z.literal('flow.remove'), flows: z.array(idSchema).min(1) }),
  apply: (draft, { flows }) => removeElements(draft, flows),
  touches: ({ flows }) => flows,
  sentence: ({ flows }, before) =>
    message('document.did.remove', {
      element: flows.length === 1 && flows[0] !== undefined ? flowName(before, flows[0]) : message('document.count.flows', { n: flows.length }),
    }),
  refuses: ({ flows }, before) => firstRefusal(flows, (flow) => mustExist(before, 'flows', flow)),
});
