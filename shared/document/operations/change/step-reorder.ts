import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { flowName } from '../flow/flow-refusal.ts';
import { flowsOutOf, healAround } from '../node/healing.ts';
import { insertOnFlow } from '../node/node-insert.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeStep, mustExist } from '../requirements.ts';
import { alongOf, endOf, gap, lengthOf, makeRoom, withAlong } from './room.ts';
import { mustHaveOneWayOut } from './step-eliminate.ts';

/** Does a step at another place of the process: the gap it leaves is closed, and the flow `onto` leads through it. */
export const stepReorder = defineOperation({
  schema: entity({ type: z.literal('step.reorder'), step: idSchema, onto: idSchema }),
  apply: (draft, { step, onto }) => {
    const [onward] = flowsOutOf(draft, step).filter((flow) => flow.to !== step);
    if (onward === undefined) return;
    healAround(draft, step);
    delete draft.flows[onward.id];
    insertOnFlow(draft, step, onto, onward.id);
    placeOnFlow(draft, step, onto);
  },
  touches: ({ step, onto }) => [step, onto],
  sentence: ({ step, onto }, before) => message('document.did.stepReorder', { step: nodeNameOf(before, step), flow: flowName(before, onto) }),
  refuses: ({ step, onto }, before) => {
    const flow = before.flows[onto];
    return firstOf(
      mustBeStep(before, step),
      mustExist(before, 'flows', onto),
      mustHaveOneWayOut(before, step),
      flow?.from === step || flow?.to === step ? message('document.refused.sameplace', { step: nodeNameOf(before, step) }) : undefined,
    );
  },
});

/** Makes room behind the start of a flow and puts a node there, in its own lane. */
export function placeOnFlow(draft: Model, id: string, flow: string): void {
  const node = draft.nodes[id];
  const before = draft.nodes[draft.flows[flow]?.from ?? ''];
  if (node === undefined || before === undefined) return;
  const process = draft.processes[node.process];
  const along = endOf(process, before) + gap;
  makeRoom(draft, node.process, along - gap, lengthOf(process, node) + gap);
  if (alongOf(process, node.position) !== along) node.position = withAlong(process, node.position, along);
}
