import { message, type Message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { flowsInto, flowsOutOf, healAround } from '../node/healing.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { firstOf, mustBeStep } from '../requirements.ts';

/** Leaves a step out: what led into it leads on to what came after it, and everything else keeps its id. */
export const stepEliminate = defineOperation({
  schema: entity({ type: z.literal('step.eliminate'), step: idSchema }),
  apply: (draft, { step }) => {
    healAround(draft, step);
    removeElements(draft, [step]);
  },
  touches: ({ step }) => [step],
  sentence: ({ step }, before) => message('document.did.eliminate', { step: nodeNameOf(before, step) }),
  refuses: ({ step }, before) => firstOf(mustBeStep(before, step), mustHaveOneWayOut(before, step)),
});

/** The refusal where a step has no way out, or several: nobody could say where its work goes on. */
export function mustHaveOneWayOut(model: Model, step: string): Message | undefined {
  const out = flowsOutOf(model, step).filter((flow) => flow.to !== step);
  return out.length === 1 ? undefined : message('document.refused.waysOut', { step: nodeNameOf(model, step), n: out.length });
}

/** The refusal where a step has not exactly one way in. */
export function mustHaveOneWayIn(model: Model, step: string): Message | undefined {
  const into = flowsInto(model, step).filter((flow) => flow.from !== step);
  return into.length === 1 ? undefined : message('document.refused.waysIn', { step: nodeNameOf(model, step), n: into.length });
}
