import { message, type Message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { calendarSchema } from '../../model/calendar.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { flowSchema } from '../../model/flow.ts';
import { laneSchema, type Model } from '../../model/model.ts';
import { nodeSchema } from '../../model/node.ts';
import { dataObjectSchema, outcomeSchema, partySchema, personSchema, systemSchema, teamSchema } from '../../model/organisation.ts';
import { withLanesMoved } from '../lane/shifting.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, firstRefusal, mustBeFree, mustExist } from '../requirements.ts';

/** What a piece of a process consists of, and what it needs from the rest of its document. */
export const fragmentShape = {
  nodes: z.array(nodeSchema),
  flows: z.array(flowSchema),
  parties: z.array(partySchema),
  teams: z.array(teamSchema),
  people: z.array(personSchema),
  calendars: z.array(calendarSchema),
  systems: z.array(systemSchema),
  dataObjects: z.array(dataObjectSchema),
  outcomes: z.array(outcomeSchema),
};
const fragmentTables = Object.keys(fragmentShape) as readonly (keyof typeof fragmentShape)[];

/** Puts a piece of a process onto a page. Its ids are fresh already (see `pasteOf`); lanes that the page lacks come along. */
export const fragmentPaste = defineOperation({
  schema: entity({ type: z.literal('fragment.paste'), process: idSchema, ...fragmentShape, lanes: z.array(laneSchema) }),
  apply: (draft, payload) => {
    add(draft, payload);
    withLanesMoved(draft, payload.process, (process) => {
      process.lanes.push(...payload.lanes);
    });
  },
  touches: ({ nodes }) => nodes.map((node) => node.id),
  sentence: ({ nodes }) => message('document.did.paste', { n: nodes.length }),
  refuses: (payload, before) => firstOf(mustExist(before, 'processes', payload.process), mustFit(before, payload)),
});

type Rows = { readonly [T in keyof typeof fragmentShape]: readonly Model[T][string][] };

function add(model: Model, rows: Rows): void {
  for (const table of fragmentTables) for (const row of rows[table]) Reflect.set(model[table], row.id, row);
}

function mustFit(before: Model, rows: Rows): Message | undefined {
  const ids = fragmentTables.flatMap((table) => rows[table].map((row) => row.id));
  const doubled = ids.find((id, at) => ids.indexOf(id) !== at);
  return doubled === undefined ? firstRefusal(ids, (id) => mustBeFree(before, id)) : message('document.refused.taken', { id: doubled });
}
