import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { distributionSchema } from '../../model/distribution.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { acrossOf, laneBand } from '../../model/lanes.ts';
import type { Model } from '../../model/model.ts';
import type { Step } from '../../model/node.ts';
import { approvalSchema } from '../../model/organisation.ts';
import { nameOf, sizeOfNode } from '../../model/queries.ts';
import { flowsInto, flowsOutOf } from '../node/healing.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustBeStep, mustExist } from '../requirements.ts';
import { scaled } from './distributions.ts';

const step = idSchema;
const stepOf = (draft: Model, id: string): Step | undefined => {
  const node = draft.nodes[id];
  return node?.kind === 'step' ? node : undefined;
};

/** How long a step takes. */
export const stepSetDuration = defineOperation({
  schema: entity({ type: z.literal('step.setDuration'), step, serviceTime: distributionSchema }),
  apply: (draft, payload) => {
    const found = stepOf(draft, payload.step);
    if (found !== undefined) found.serviceTime = payload.serviceTime;
  },
  touches: (payload) => [payload.step],
  sentence: (payload, before) => message('document.did.duration', { step: nodeNameOf(before, payload.step) }),
  refuses: (payload, before) => mustBeStep(before, payload.step),
  mergeKey: (payload) => `step.setDuration ${payload.step}`,
});

/** Makes a step, in each of its alternatives, `factor` times as long. */
export const stepScaleDuration = defineOperation({
  schema: entity({ type: z.literal('step.scaleDuration'), step, factor: z.number().positive() }),
  apply: (draft, payload) => {
    const found = stepOf(draft, payload.step);
    if (found !== undefined) scaleStep(found, payload.factor);
  },
  touches: (payload) => [payload.step],
  sentence: (payload, before) =>
    message('document.did.scaleDuration', { step: nodeNameOf(before, payload.step), percent: Math.round(payload.factor * 1000) / 10 }),
  refuses: (payload, before) => mustHaveDuration(before, payload.step),
});

export function scaleStep(found: Step, factor: number): void {
  if (found.serviceTime !== undefined) found.serviceTime = scaled(found.serviceTime, factor);
  for (const requirement of found.requirements ?? []) {
    for (const alternative of requirement.anyOf) {
      if (alternative.serviceTime !== undefined) alternative.serviceTime = scaled(alternative.serviceTime, factor);
    }
  }
}

const mustHaveDuration = (model: Model, id: string) =>
  firstOf(
    mustBeStep(model, id),
    stepOf(model, id)?.serviceTime === undefined && stepOf(model, id)?.requirements?.every((one) => one.anyOf.every((other) => other.serviceTime === undefined)) !== false
      ? message('document.refused.noDuration', { step: nodeNameOf(model, id) })
      : undefined,
  );

/** Lets tools do a step or help with it: its time, and the team (often of a platform) that does it from now on. */
export const stepAutomate = defineOperation({
  schema: entity({
    type: z.literal('step.automate'),
    step,
    automation: z.enum(['assisted', 'automatic']),
    serviceTime: distributionSchema.optional(),
    team: idSchema.optional(),
    system: idSchema.optional(),
  }),
  apply: (draft, payload) => {
    const found = stepOf(draft, payload.step);
    if (found === undefined) return;
    found.automation = payload.automation;
    if (payload.serviceTime !== undefined) found.serviceTime = payload.serviceTime;
    if (payload.team !== undefined) found.requirements = [{ anyOf: [{ team: payload.team }] }];
    if (payload.system !== undefined) found.systems = [...new Set([...(found.systems ?? []), payload.system])];
  },
  touches: (payload) => [payload.step],
  sentence: (payload, before) =>
    message(payload.automation === 'automatic' ? 'document.did.automate' : 'document.did.assist', { step: nodeNameOf(before, payload.step) }),
  refuses: (payload, before) =>
    firstOf(mustBeStep(before, payload.step), mustExist(before, 'teams', payload.team), mustExist(before, 'systems', payload.system)),
});

/** Gives a step to another team, another lane, or both. In a new lane it keeps its distance from the lane's start. */
export const stepReassign = defineOperation({
  schema: entity({ type: z.literal('step.reassign'), step, team: idSchema.optional(), party: idSchema.optional() }),
  apply: (draft, payload) => {
    const found = stepOf(draft, payload.step);
    if (found === undefined) return;
    if (payload.team !== undefined) leadBy(found, payload.team);
    const party = payload.party ?? (payload.team === undefined ? undefined : draft.teams[payload.team]?.party);
    if (party !== undefined) moveToLane(draft, found, party);
  },
  touches: (payload) => [payload.step],
  sentence: (payload, before) =>
    message('document.did.reassign', { step: nodeNameOf(before, payload.step), target: nameOf(before, payload.team ?? payload.party ?? '') }),
  refuses: (payload, before) =>
    firstOf(
      mustBeStep(before, payload.step),
      mustExist(before, 'teams', payload.team),
      mustExist(before, 'parties', payload.party),
      payload.team === undefined && payload.party === undefined ? message('document.refused.noTarget', { step: nodeNameOf(before, payload.step) }) : undefined,
    ),
});

/** Makes a team the one that leads a step; what else the step needs stays. */
export function leadBy(found: Step, team: string): void {
  const [, ...others] = found.requirements ?? [];
  found.requirements = [{ anyOf: [{ team }] }, ...others];
}

/** Puts a node into a lane of its page, in the same place within the lane as before; without that lane only its party changes. */
export function moveToLane(draft: Model, node: Model['nodes'][string], party: string): void {
  const page = draft.processes[node.process];
  const to = page && laneBand(draft, page, party);
  if (page === undefined || to === undefined || node.party === party) {
    if (to !== undefined || node.party === undefined) node.party = party;
    return;
  }
  const from = node.party === undefined ? undefined : laneBand(draft, page, node.party);
  const { width, height } = sizeOfNode(node);
  const thickness = page.orientation === 'vertical' ? width : height;
  const room = to.own > 0 ? to.own : to.size;
  const within = from === undefined ? (room - thickness) / 2 : acrossOf(page, node.position) - from.offset;
  const across = to.offset + Math.max(0, Math.min(within, room - thickness));
  node.position = page.orientation === 'vertical' ? { ...node.position, x: across } : { ...node.position, y: across };
  node.party = party;
  for (const flow of [...flowsInto(draft, node.id), ...flowsOutOf(draft, node.id)]) delete flow.waypoints;
}

/** When an approval is decided: at any time, or in a meeting and how many cases it takes. */
export const approvalSetWhen = defineOperation({
  schema: entity({ type: z.literal('approval.setWhen'), step, when: approvalSchema.shape.when }),
  apply: (draft, payload) => {
    const found = stepOf(draft, payload.step);
    if (found !== undefined) found.approval = { ...found.approval, when: payload.when };
  },
  touches: (payload) => [payload.step],
  sentence: ({ step: id, when }, before) => {
    const name = nodeNameOf(before, id);
    if (when.type === 'anyTime') return message('document.did.decideAnyTime', { step: name });
    if (when.cadence.type === 'interval') return message('document.did.decideEvery', { step: name, hours: when.cadence.hours });
    return message('document.did.decideMeeting', { step: name, n: when.cadence.days.length });
  },
  refuses: (payload, before) => mustBeStep(before, payload.step),
  mergeKey: (payload) => `approval.setWhen ${payload.step}`,
});

/** Names who decides. */
export const deciderAssign = defineOperation({
  schema: entity({ type: z.literal('decider.assign'), step, decider: idSchema }),
  apply: (draft, payload) => {
    const found = stepOf(draft, payload.step);
    if (found === undefined) return;
    found.approval = { when: { type: 'anyTime' }, ...found.approval, decider: payload.decider };
  },
  touches: (payload) => [payload.step],
  sentence: (payload, before) => message('document.did.decider', { step: nodeNameOf(before, payload.step), decider: nameOf(before, payload.decider) }),
  refuses: (payload, before) =>
    firstOf(
      mustBeStep(before, payload.step),
      Object.hasOwn(before.teams, payload.decider) ? undefined : mustExist(before, 'people', payload.decider),
    ),
  mergeKey: (payload) => `decider.assign ${payload.step}`,
});

const owned = ['nodes', 'systems', 'parties', 'processes'] as const;

/** Names the one who answers for a step, a sub-process, a system, a party or a process. */
export const ownerAssign = defineOperation({
  schema: entity({ type: z.literal('owner.assign'), element: idSchema, owner: z.string().min(1) }),
  apply: (draft, payload) => {
    for (const table of owned) {
      const found = draft[table][payload.element];
      if (found !== undefined) Object.assign(found, { owner: payload.owner });
      if (found !== undefined && 'owners' in found) delete found.owners;
    }
  },
  touches: (payload) => [payload.element],
  sentence: (payload, before) => message('document.did.owner', { element: before.nodes[payload.element] === undefined ? nameOf(before, payload.element) : nodeNameOf(before, payload.element), owner: payload.owner }),
  refuses: (payload, before) => {
    if (!owned.some((table) => Object.hasOwn(before[table], payload.element))) return message('document.refused.gone', { element: payload.element });
    const kind = before.nodes[payload.element]?.kind;
    return kind === undefined || kind === 'step' || kind === 'subprocess' ? undefined : mustBeStep(before, payload.element);
  },
  mergeKey: (payload) => `owner.assign ${payload.element}`,
});
