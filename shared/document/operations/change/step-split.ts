import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Step } from '../../model/node.ts';
import { sizeOfNode } from '../../model/queries.ts';
import { flowsOutOf, structuredCopy } from '../node/healing.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustBeStep } from '../requirements.ts';
import { endOf, gap, lengthOf, makeRoom, placeBeside } from './room.ts';
import { scaleStep } from './step-changes.ts';

/** Cuts a step in two, one after the other: `share` of its time stays, the rest goes to the new step with all that came after. */
export const stepSplit = defineOperation({
  schema: entity({
    type: z.literal('step.split'),
    step: idSchema,
    second: idSchema,
    flow: idSchema,
    share: z.number().gt(0).lt(1),
    firstName: z.string().optional(),
    secondName: z.string().optional(),
  }),
  apply: (draft, payload) => {
    const first = draft.nodes[payload.step];
    if (first?.kind !== 'step') return;
    const process = draft.processes[first.process];
    const along = endOf(process, first) + gap;
    const second: Step = { ...structuredCopy(first), id: payload.second };
    makeRoom(draft, first.process, along - gap, lengthOf(process, first) + gap);
    second.position = placeBeside(process, first, sizeOfNode(first), along);
    scaleStep(first, payload.share);
    scaleStep(second, 1 - payload.share);
    if (payload.firstName !== undefined) first.name = payload.firstName;
    if (payload.secondName !== undefined) second.name = payload.secondName;
    delete first.approval;
    delete first.rework;
    for (const flow of flowsOutOf(draft, first.id)) flow.from = second.id;
    draft.nodes[second.id] = second;
    draft.flows[payload.flow] = { id: payload.flow, process: first.process, from: first.id, to: second.id };
  },
  touches: ({ step, second }) => [step, second],
  sentence: ({ step }, before) => message('document.did.split', { step: nodeNameOf(before, step) }),
  refuses: ({ step, second, flow }, before) => firstOf(mustBeStep(before, step), mustBeFree(before, second), mustBeFree(before, flow)),
});
