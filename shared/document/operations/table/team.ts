import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { teamSchema, type Team } from '../../model/organisation.ts';
import { message } from '../../../language/message.ts';
import { nameOf } from '../../model/queries.ts';
import { type FieldChange, fieldsOfChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** A team that the document did not have. */
export const teamAdd = defineOperation({
  schema: entity({ type: z.literal('team.add'), team: teamSchema }),
  ...adding('teams', (payload: { team: Team }) => payload.team),
});

const edit = editing('teams', teamSchema, (payload: FieldChange & { team: string }) => payload.team);

/** Sets or clears fields. */
export const teamEdit = defineOperation({
  schema: entity({
    type: z.literal('team.edit'),
    team: idSchema,
    set: teamSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...edit,
  sentence: (payload, before) => {
    const people = fieldsOfChange(payload).length === 1 ? payload.set?.capacity?.value : undefined;
    return people === undefined ? edit.sentence(payload, before) : message('document.did.capacity', { team: nameOf(before, payload.team), n: people });
  },
});

/** Removes a team; steps and deciders forget it. */
export const teamRemove = defineOperation({
  schema: entity({ type: z.literal('team.remove'), team: idSchema }),
  ...removing('teams', (payload: { team: string }) => payload.team),
});
