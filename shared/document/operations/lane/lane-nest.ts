import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { type ElementId, entity, idSchema } from '../../model/fields.ts';
import { laneBand, nestedOrder } from '../../model/lanes.ts';
import type { Model } from '../../model/model.ts';
import { nameOf, partyWithParents } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustExist } from '../requirements.ts';
import { hasOwnWork } from './lane-refusal.ts';
import { withLanesMoved } from './shifting.ts';

/**
 * Puts a party inside another one, or on its own, on every page that shows it. A lane that so becomes the first to hold
 * one keeps its own work, where it has any, in a strip before it.
 */
export const laneNest = defineOperation({
  schema: entity({ type: z.literal('lane.nest'), party: idSchema, parent: idSchema.optional() }),
  apply: (draft, payload) => {
    const pages = Object.values(draft.processes).filter((process) => process.lanes.some((lane) => lane.party === payload.party));
    const old = draft.parties[payload.party]?.parent;
    const nestIn = (parent: ElementId | undefined): void => {
      const party = draft.parties[payload.party];
      if (party === undefined) return;
      if (parent === undefined) delete party.parent;
      else party.parent = parent;
    };
    nestIn(payload.parent);
    for (const { id } of pages) {
      // Each page moves from where its own lanes were.
      nestIn(old);
      if (payload.parent !== undefined) keepOwnWork(draft, id, payload.parent);
      withLanesMoved(draft, id, (process) => {
        nestIn(payload.parent);
        process.lanes = nestedOrder(draft, process);
      });
    }
  },
  touches: ({ party, parent }) => (parent === undefined ? [party] : [party, parent]),
  sentence: ({ party, parent }, before) =>
    parent === undefined
      ? message('document.did.laneUnnest', { element: nameOf(before, party) })
      : message('document.did.laneNest', { element: nameOf(before, party), parent: nameOf(before, parent) }),
  refuses: ({ party, parent }, before) =>
    firstOf(
      mustExist(before, 'parties', party),
      mustExist(before, 'parties', parent),
      parent !== undefined && partyWithParents(before, parent).some((other) => other.id === party)
        ? message('document.refused.circle', { element: nameOf(before, party), parent: nameOf(before, parent) })
        : undefined,
    ),
});

/** A lane that holds none so far keeps a strip if work is drawn in it. */
function keepOwnWork(draft: Model, processId: ElementId, party: ElementId): void {
  const process = draft.processes[processId];
  const lane = process?.lanes.find((one) => one.party === party);
  if (process === undefined || lane === undefined || laneBand(draft, process, party)?.leaf !== true) return;
  if (hasOwnWork(draft, processId, party)) lane.ownWork = true;
  else delete lane.ownWork;
}
