import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { flowName } from '../flow/flow-refusal.ts';
import { flowsInto } from '../node/healing.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeStep, mustExist } from '../requirements.ts';
import { placeOnFlow } from './step-reorder.ts';

/**
 * Does a check that can end a case earlier: the step and the gateway right after it move onto the flow `onto`. `pass` is the
 * gateway's flow for cases that go on; its other ways out stay as they are.
 */
export const stepKnockOut = defineOperation({
  schema: entity({ type: z.literal('step.knockOut'), step: idSchema, gateway: idSchema, pass: idSchema, onto: idSchema }),
  apply: (draft, { step, gateway, pass, onto }) => {
    const onward = draft.flows[pass];
    const target = draft.flows[onto];
    if (onward === undefined || target === undefined) return;
    for (const flow of flowsInto(draft, step)) {
      flow.to = onward.to;
      delete flow.waypoints;
    }
    onward.to = target.to;
    target.to = step;
    delete onward.waypoints;
    delete target.waypoints;
    if (target.handoff !== undefined && draft.nodes[step]?.party !== draft.nodes[onward.to]?.party) {
      onward.handoff = target.handoff;
      delete target.handoff;
    }
    placeOnFlow(draft, step, onto);
    const between = Object.values(draft.flows).find((flow) => flow.from === step && flow.to === gateway);
    if (between !== undefined) placeOnFlow(draft, gateway, between.id);
  },
  touches: ({ step, gateway, onto }) => [step, gateway, onto],
  sentence: ({ step, onto }, before) => message('document.did.knockOut', { step: nodeNameOf(before, step), flow: flowName(before, onto) }),
  refuses: ({ step, gateway, pass, onto }, before) => {
    const flow = before.flows[onto];
    const inside = [flow?.from, flow?.to].some((end) => end === step || end === gateway);
    return firstOf(
      mustBeStep(before, step),
      mustExist(before, 'nodes', gateway),
      mustExist(before, 'flows', pass),
      mustExist(before, 'flows', onto),
      before.flows[pass]?.from === gateway && Object.values(before.flows).some((other) => other.from === step && other.to === gateway)
        ? undefined
        : message('document.refused.notAdjacent', { first: nodeNameOf(before, step), second: nodeNameOf(before, gateway) }),
      inside ? message('document.refused.sameplace', { step: nodeNameOf(before, step) }) : undefined,
    );
  },
});
