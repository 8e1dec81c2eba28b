import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { nodeSizes } from '../../model/defaults.ts';
import { conditionSchema } from '../../model/condition.ts';
import { entity, idSchema, shareSchema } from '../../model/fields.ts';
import { mustConnect, flowName } from '../flow/flow-refusal.ts';
import { insertOnFlow } from '../node/node-insert.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeFree, mustExist } from '../requirements.ts';
import { endOf, gap, makeRoom, placeBeside } from './room.ts';

/** Sorts items on a flow: a share of them (or those that meet a condition) takes a short way to another node, the rest goes on as before. */
export const flowTriage = defineOperation({
  schema: entity({
    type: z.literal('flow.triage'),
    flow: idSchema,
    gateway: idSchema,
    name: z.string().optional(),
    /** Id of the flow from the gateway to where the sorted flow led. */
    onward: idSchema,
    /** Id of the short way, and where it leads. */
    shortcut: idSchema,
    to: idSchema,
    share: shareSchema,
    condition: conditionSchema.optional(),
  }),
  apply: (draft, payload) => {
    const flow = draft.flows[payload.flow];
    const from = flow && draft.nodes[flow.from];
    if (flow === undefined || from === undefined) return;
    const process = draft.processes[flow.process];
    const along = endOf(process, from) + gap;
    makeRoom(draft, flow.process, along - gap, nodeSizes.gateway.width + gap);
    draft.nodes[payload.gateway] = {
      kind: 'gateway', id: payload.gateway, process: flow.process, decides: 'oneOf',
      position: placeBeside(process, from, nodeSizes.gateway, along),
      ...(payload.name !== undefined && { name: payload.name }),
      ...(from.parent !== undefined && { parent: from.parent }),
      ...(from.party !== undefined && { party: from.party }),
    };
    insertOnFlow(draft, payload.gateway, payload.flow, payload.onward);
    const onward = draft.flows[payload.onward];
    if (onward !== undefined) {
      onward.probability = { ...payload.share, value: 1 - payload.share.value };
      if (payload.condition !== undefined) onward.otherwise = true;
    }
    draft.flows[payload.shortcut] = {
      id: payload.shortcut, process: flow.process, from: payload.gateway, to: payload.to, probability: payload.share,
      ...(payload.condition !== undefined && { condition: payload.condition }),
    };
  },
  touches: ({ flow, gateway, to }) => [flow, gateway, to],
  sentence: ({ flow, to, share }, before) =>
    message('document.did.triage', { flow: flowName(before, flow), target: nodeNameOf(before, to), percent: Math.round(share.value * 1000) / 10 }),
  refuses: ({ flow, gateway, onward, shortcut, to }, before) =>
    firstOf(
      mustExist(before, 'flows', flow),
      mustBeFree(before, gateway),
      mustBeFree(before, onward),
      mustBeFree(before, shortcut),
      mustConnect(before, before.flows[flow]?.from ?? '', to),
    ),
});
