import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { nodeSizes } from '../../model/defaults.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { flowsInto, flowsOutOf } from '../node/healing.ts';
import { nodeNameOf } from '../node/node-name.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, firstRefusal, mustBeFree, mustBeStep, namesOf } from '../requirements.ts';
import { alongOf, endOf, gap, makeRoom, placeBeside } from './room.ts';
import { mustHaveOneWayIn, mustHaveOneWayOut } from './step-eliminate.ts';

/**
 * Does steps at the same time that were done one after the other: a fork before them opens a scope, a join after them
 * closes it. Each flow keeps its id where it still leads into the same step, and with it what its handoff costs that
 * step; what led into the first step leads into the fork, what led out of the last one leads out of the join.
 */
export const stepParallelise = defineOperation({
  schema: entity({
    type: z.literal('step.parallelise'),
    /** In the order in which they are done now. */
    steps: z.array(idSchema).min(2),
    fork: idSchema,
    join: idSchema,
    /** Ids for the new flows: from the fork to the first step, and from each step to the join. */
    flows: z.array(idSchema).min(3),
  }),
  apply: (draft, { steps, fork, join, flows }) => {
    const first = draft.nodes[steps[0] ?? ''];
    const last = draft.nodes[steps.at(-1) ?? ''];
    const entry = flowsInto(draft, steps[0] ?? '')[0];
    const exit = flowsOutOf(draft, steps.at(-1) ?? '')[0];
    if (first === undefined || last === undefined || entry === undefined || exit === undefined) return;
    const inner = steps.slice(1).map((step) => flowsInto(draft, step)[0]);
    const holder = { process: first.process, ...(first.parent !== undefined && { parent: first.parent }), ...(first.party !== undefined && { party: first.party }) };
    const size = nodeSizes.fork;
    const process = draft.processes[first.process];
    const start = alongOf(process, first.position);
    makeRoom(draft, first.process, start, size.width + gap);
    const end = Math.max(...steps.map((step) => (draft.nodes[step] === undefined ? 0 : endOf(process, draft.nodes[step]))));
    makeRoom(draft, first.process, end, size.width + gap);
    draft.nodes[fork] = { kind: 'fork', id: fork, ...holder, position: placeBeside(process, first, size, start) };
    draft.nodes[join] = { kind: 'join', id: join, ...holder, position: placeBeside(process, first, size, end + gap) };

    const opening: Model['flows'][string] = { id: flows[0] ?? '', process: first.process, from: fork, to: first.id };
    if (entry.handoff !== undefined) opening.handoff = entry.handoff;
    delete entry.handoff;
    entry.to = fork;
    delete entry.waypoints;
    draft.flows[opening.id] = opening;
    for (const flow of inner) {
      if (flow === undefined) continue;
      flow.from = fork;
      delete flow.waypoints;
    }
    exit.from = join;
    delete exit.waypoints;
    for (const [i, step] of steps.entries()) {
      const id = flows[i + 1] ?? '';
      draft.flows[id] = { id, process: first.process, from: step, to: join };
    }
  },
  touches: ({ steps }) => steps,
  sentence: ({ steps }, before) => message('document.did.parallelise', { steps: namesOf(before, steps) }),
  refuses: ({ steps, fork, join, flows }, before) =>
    firstOf(
      firstRefusal(steps, (step) => firstOf(mustBeStep(before, step), mustHaveOneWayIn(before, step), mustHaveOneWayOut(before, step))),
      mustBeFree(before, fork),
      mustBeFree(before, join),
      firstRefusal(flows, (flow) => mustBeFree(before, flow)),
      flows.length === steps.length + 1 && new Set([fork, join, ...flows]).size === flows.length + 2
        ? undefined
        : message('document.refused.newIds', { n: steps.length + 1 }),
      firstRefusal(steps.slice(1), (step) => {
        const previous = steps[steps.indexOf(step) - 1] ?? '';
        return flowsInto(before, step)[0]?.from === previous
          ? undefined
          : message('document.refused.notAdjacent', { first: nodeNameOf(before, previous), second: nodeNameOf(before, step) });
      }),
    ),
});
