import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { distributionSchema } from '../../model/distribution.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import type { Step } from '../../model/node.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { firstOf, mustBeStep } from '../requirements.ts';
import { sumOf } from './distributions.ts';

/** Makes two steps, one right after the other, one: the first keeps its id, its team and its lane, and takes over what the second did. */
export const stepMerge = defineOperation({
  schema: entity({
    type: z.literal('step.merge'),
    first: idSchema,
    second: idSchema,
    name: z.string().optional(),
    /** Of the merged step; the sum of both where absent. */
    serviceTime: distributionSchema.optional(),
  }),
  apply: (draft, payload) => {
    const first = stepOf(draft, payload.first);
    const second = stepOf(draft, payload.second);
    if (first === undefined || second === undefined) return;
    const serviceTime = payload.serviceTime ?? timeOfBoth(first, second);
    if (serviceTime !== undefined) first.serviceTime = serviceTime;
    first.name = payload.name ?? [first.name, second.name].filter((name) => name !== undefined).join(' + ');
    for (const field of ['systems', 'reads', 'writes'] as const) {
      const both = [...new Set([...(first[field] ?? []), ...(second[field] ?? [])])];
      if (both.length > 0) first[field] = both;
    }
    if (second.valueAdding === true) first.valueAdding = true;
    if (first.approval === undefined && second.approval !== undefined) first.approval = second.approval;
    for (const flow of Object.values(draft.flows)) {
      const inner = [flow.from, flow.to].every((end) => end === first.id || end === second.id);
      if (inner) {
        delete draft.flows[flow.id];
        continue;
      }
      if (flow.from === second.id) flow.from = first.id;
      else if (flow.to === second.id) flow.to = first.id;
      else continue;
      delete flow.waypoints;
    }
    for (const node of Object.values(draft.nodes)) if (node.kind === 'event' && node.attachedTo === second.id) node.attachedTo = first.id;
    removeElements(draft, [second.id]);
  },
  touches: ({ first, second }) => [first, second],
  sentence: ({ first, second }, before) => message('document.did.merge', { first: nodeNameOf(before, first), second: nodeNameOf(before, second) }),
  refuses: (payload, before) => firstOf(mustBeStep(before, payload.first), mustBeStep(before, payload.second), mustFollow(before, payload)),
});

const stepOf = (model: Model, id: string): Step | undefined => {
  const node = model.nodes[id];
  return node?.kind === 'step' ? node : undefined;
};

function timeOfBoth(first: Step, second: Step): Step['serviceTime'] {
  if (first.serviceTime === undefined) return second.serviceTime;
  if (second.serviceTime === undefined) return first.serviceTime;
  return sumOf(first.serviceTime, second.serviceTime);
}

function mustFollow(model: Model, payload: { first: string; second: string; serviceTime?: unknown }) {
  const { first, second } = payload;
  const values = { first: nodeNameOf(model, first), second: nodeNameOf(model, second) };
  if (first === second || !Object.values(model.flows).some((flow) => flow.from === first && flow.to === second)) {
    return message('document.refused.notAdjacent', values);
  }
  const one = stepOf(model, first);
  const other = stepOf(model, second);
  if (payload.serviceTime !== undefined || one === undefined || other === undefined) return undefined;
  const known = one.serviceTime === undefined || other.serviceTime === undefined || sumOf(one.serviceTime, other.serviceTime) !== undefined;
  return known ? undefined : message('document.refused.mergeTime', values);
}
