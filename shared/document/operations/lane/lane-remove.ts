import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { type ElementId, entity, idSchema } from '../../model/fields.ts';
import { acrossOf, laneBand, laneWithInner } from '../../model/lanes.ts';
import type { Model } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { referencesOf } from '../../model/references.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { firstOf } from '../requirements.ts';
import { mustHaveLane } from './lane-refusal.ts';
import { withLanesMoved } from './shifting.ts';

/**
 * Removes a lane, and the lanes inside it, from a page. Its nodes go with it (their flows too), or move to the lane
 * `moveTo`. Parties that nothing uses any more, and their teams without work, go as well.
 */
export const laneRemove = defineOperation({
  schema: entity({ type: z.literal('lane.remove'), process: idSchema, party: idSchema, moveTo: idSchema.optional() }),
  apply: (draft, payload) => {
    const page = draft.processes[payload.process];
    if (page === undefined) return;
    const block = laneWithInner(draft, page, payload.party);
    const nodes = Object.values(draft.nodes).filter((node) => node.process === payload.process && node.party !== undefined && block.includes(node.party));
    if (payload.moveTo === undefined) removeElements(draft, nodes.map((node) => node.id));
    else moveNodes(draft, payload.process, nodes.map((node) => node.id), payload.moveTo);
    withLanesMoved(draft, payload.process, (process) => {
      process.lanes = process.lanes.filter((lane) => !block.includes(lane.party));
    });
    removeUnusedParties(draft, block);
  },
  touches: ({ party, moveTo }) => (moveTo === undefined ? [party] : [party, moveTo]),
  sentence: ({ party, moveTo }, before) =>
    moveTo === undefined
      ? message('document.did.laneRemove', { element: nameOf(before, party) })
      : message('document.did.laneMerge', { element: nameOf(before, party), target: nameOf(before, moveTo) }),
  refuses: (payload, before) => {
    const page = before.processes[payload.process];
    return firstOf(
      mustHaveLane(before, payload.process, payload.party),
      payload.moveTo === undefined ? undefined : mustHaveLane(before, payload.process, payload.moveTo),
      payload.moveTo !== undefined && page !== undefined && laneWithInner(before, page, payload.party).includes(payload.moveTo)
        ? message('document.refused.circle', { element: nameOf(before, payload.party), parent: nameOf(before, payload.moveTo) })
        : undefined,
    );
  },
});

/** Keeps each node's distance from the start of its lane. */
function moveNodes(draft: Model, processId: ElementId, nodes: readonly ElementId[], target: ElementId): void {
  const process = draft.processes[processId];
  const to = process && laneBand(draft, process, target);
  if (process === undefined || to === undefined) return;
  for (const id of nodes) {
    const node = draft.nodes[id];
    const from = node?.party === undefined ? undefined : laneBand(draft, process, node.party);
    if (node === undefined || from === undefined) continue;
    const across = to.offset + (acrossOf(process, node.position) - from.offset);
    if (process.orientation === 'vertical') node.position.x = across;
    else node.position.y = across;
    node.party = target;
  }
}

/** Innermost first: a party goes when no lane, node, system, other party or busy team names it. */
function removeUnusedParties(draft: Model, parties: readonly ElementId[]): void {
  for (const party of parties.toReversed()) {
    const references = referencesOf(draft);
    const teams = Object.values(draft.teams).filter((team) => team.party === party).map((team) => team.id);
    const used = references.some(
      (reference) =>
        (reference.target === party && !(reference.ownerTable === 'teams' && teams.includes(reference.owner))) || teams.includes(reference.target),
    );
    if (!used) removeElements(draft, [party]);
  }
}
