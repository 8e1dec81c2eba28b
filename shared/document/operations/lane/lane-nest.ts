import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nestedOrder } from '../../model/lanes.ts';
import { nameOf, partyWithParents } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustExist } from '../requirements.ts';
import { withLanesMoved } from './shifting.ts';

/** Puts a party inside another one, or on its own, on every page that shows it. */
export const laneNest = defineOperation({
  schema: entity({ type: z.literal('lane.nest'), party: idSchema, parent: idSchema.optional() }),
  apply: (draft, payload) => {
    const pages = Object.values(draft.processes).filter((process) => process.lanes.some((lane) => lane.party === payload.party));
    const orders = new Map(pages.map((process) => [process.id, process.lanes]));
    const nest = (): void => {
      const party = draft.parties[payload.party];
      if (party === undefined) return;
      if (payload.parent === undefined) delete party.parent;
      else party.parent = payload.parent;
    };
    if (pages.length === 0) nest();
    for (const { id } of pages) {
      withLanesMoved(draft, id, (process) => {
        nest();
        process.lanes = orders.get(id) ?? process.lanes;
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
