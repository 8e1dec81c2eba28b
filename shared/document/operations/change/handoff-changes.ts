import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { type Handoff, handoffSchema } from '../../model/flow.ts';
import type { Model } from '../../model/model.ts';
import { isHandoff, nameOf, workingTeam } from '../../model/queries.ts';
import { flowName } from '../flow/flow-refusal.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustExist } from '../requirements.ts';
import { leadBy, moveToLane } from './step-changes.ts';

const flow = idSchema;

/** Sets a part of a handoff, or takes it away. */
function setPart<F extends keyof Handoff>(draft: Model, id: string, field: F, value: Handoff[F] | undefined): void {
  const found = draft.flows[id];
  if (found === undefined) return;
  const handoff: Handoff = { ...found.handoff };
  if (value === undefined) delete handoff[field];
  else handoff[field] = value;
  if (Object.keys(handoff).length === 0) delete found.handoff;
  else found.handoff = handoff;
}

/** How many items cross at once; without a batch each crosses on its own. */
export const handoffSetBatch = defineOperation({
  schema: entity({ type: z.literal('handoff.setBatch'), flow, batch: handoffSchema.shape.batch }),
  apply: (draft, payload) => setPart(draft, payload.flow, 'batch', payload.batch),
  touches: (payload) => [payload.flow],
  sentence: (payload, before) =>
    payload.batch === undefined
      ? message('document.did.batchNone', { handoff: flowName(before, payload.flow) })
      : message('document.did.batch', { handoff: flowName(before, payload.flow), n: payload.batch.size }),
  refuses: (payload, before) => mustExist(before, 'flows', payload.flow),
  mergeKey: (payload) => `handoff.setBatch ${payload.flow}`,
});

/** The times at which items cross; without a cadence they cross at any time. */
export const handoffSetCadence = defineOperation({
  schema: entity({ type: z.literal('handoff.setCadence'), flow, cadence: handoffSchema.shape.cadence }),
  apply: (draft, payload) => setPart(draft, payload.flow, 'cadence', payload.cadence),
  touches: (payload) => [payload.flow],
  sentence: (payload, before) =>
    message(payload.cadence === undefined ? 'document.did.cadenceNone' : 'document.did.cadence', { handoff: flowName(before, payload.flow) }),
  refuses: (payload, before) => mustExist(before, 'flows', payload.flow),
  mergeKey: (payload) => `handoff.setCadence ${payload.flow}`,
});

/** How work is handed over, with the time and the set-up that this channel costs where they change. */
export const handoffSetChannel = defineOperation({
  schema: entity({
    type: z.literal('handoff.setChannel'),
    flow,
    channel: handoffSchema.shape.channel.unwrap(),
    transfer: handoffSchema.shape.transfer,
    setup: handoffSchema.shape.setup,
  }),
  apply: (draft, payload) => {
    setPart(draft, payload.flow, 'channel', payload.channel);
    if (payload.transfer !== undefined) setPart(draft, payload.flow, 'transfer', payload.transfer);
    if (payload.setup !== undefined) setPart(draft, payload.flow, 'setup', payload.setup);
  },
  touches: (payload) => [payload.flow],
  sentence: (payload, before) =>
    message('document.did.channel', { handoff: flowName(before, payload.flow), channel: message(`document.channel.${payload.channel}`) }),
  refuses: (payload, before) => mustExist(before, 'flows', payload.flow),
  mergeKey: (payload) => `handoff.setChannel ${payload.flow}`,
});

/** What is promised for one handoff: response time, support hours, penalty. */
export const handoffSetTerm = defineOperation({
  schema: entity({ type: z.literal('handoff.setTerm'), flow, term: handoffSchema.shape.term }),
  apply: (draft, payload) => setPart(draft, payload.flow, 'term', payload.term),
  touches: (payload) => [payload.flow],
  sentence: (payload, before) => message('document.did.contract', { element: flowName(before, payload.flow) }),
  refuses: (payload, before) => mustExist(before, 'flows', payload.flow),
  mergeKey: (payload) => `handoff.setTerm ${payload.flow}`,
});

/** The team that hands over does the next step itself: nothing is passed on, and what the handoff cost is gone. */
export const handoffRemove = defineOperation({
  schema: entity({ type: z.literal('handoff.remove'), flow }),
  apply: (draft, payload) => {
    const found = draft.flows[payload.flow];
    const from = found && draft.nodes[found.from];
    const to = found && draft.nodes[found.to];
    const team = from && workingTeam(draft, from);
    if (found === undefined || to?.kind !== 'step' || team === undefined) return;
    delete found.handoff;
    leadBy(to, team.id);
    if (to.approval !== undefined) to.approval.decider = team.id;
    moveToLane(draft, to, from?.party ?? team.party);
  },
  touches: (payload) => [payload.flow],
  sentence: (payload, before) => message('document.did.handoffRemove', { handoff: flowName(before, payload.flow) }),
  refuses: (payload, before) => {
    const found = before.flows[payload.flow];
    if (found === undefined) return mustExist(before, 'flows', payload.flow);
    const from = before.nodes[found.from];
    const to = before.nodes[found.to];
    const known = from !== undefined && to?.kind === 'step' && workingTeam(before, from) !== undefined && isHandoff(before, found);
    return known ? undefined : message('document.refused.noHandoff', { flow: flowName(before, payload.flow) });
  },
});

/** Two systems exchange data by themselves: handoffs between steps that use them need no re-keying and no set-up for it. */
export const systemsIntegrate = defineOperation({
  schema: entity({ type: z.literal('systems.integrate'), systems: z.tuple([idSchema, idSchema]) }),
  apply: (draft, { systems }) => {
    for (const found of Object.values(draft.flows)) {
      if (found.handoff?.rekeying !== true || !joins(draft, found.from, found.to, systems)) continue;
      delete found.handoff.rekeying;
      delete found.handoff.setup;
      found.handoff.channel = 'api';
    }
  },
  touches: ({ systems }) => systems,
  sentence: ({ systems }, before) => message('document.did.integrate', { one: nameOf(before, systems[0]), other: nameOf(before, systems[1]) }),
  refuses: ({ systems }, before) =>
    firstOf(
      mustExist(before, 'systems', systems[0]),
      mustExist(before, 'systems', systems[1]),
      Object.values(before.flows).some((found) => found.handoff?.rekeying === true && joins(before, found.from, found.to, systems))
        ? undefined
        : message('document.refused.noRekeying', { one: nameOf(before, systems[0]), other: nameOf(before, systems[1]) }),
    ),
});

function joins(model: Model, from: string, to: string, [one, other]: readonly [string, string]): boolean {
  const uses = (id: string, system: string): boolean => {
    const node = model.nodes[id];
    return node?.kind === 'step' && node.systems?.includes(system) === true;
  };
  return (uses(from, one) && uses(to, other)) || (uses(from, other) && uses(to, one));
}
