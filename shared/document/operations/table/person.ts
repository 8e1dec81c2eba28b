import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { personSchema, type Person } from '../../model/organisation.ts';
import type { FieldChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** A person that the document did not have. */
export const personAdd = defineOperation({
  schema: entity({ type: z.literal('person.add'), person: personSchema }),
  ...adding('people', (payload: { person: Person }) => payload.person),
});

/** Sets or clears fields. */
export const personEdit = defineOperation({
  schema: entity({
    type: z.literal('person.edit'),
    person: idSchema,
    set: personSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...editing('people', personSchema, (payload: FieldChange & { person: string }) => payload.person),
});

/** Removes a person; teams and steps forget them. */
export const personRemove = defineOperation({
  schema: entity({ type: z.literal('person.remove'), person: idSchema }),
  ...removing('people', (payload: { person: string }) => payload.person),
});
