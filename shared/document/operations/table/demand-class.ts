import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { demandClassSchema, type DemandClass } from '../../model/demand.ts';
import type { FieldChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** A class of demand that the document did not have. */
export const demandClassAdd = defineOperation({
  schema: entity({ type: z.literal('demandClass.add'), demandClass: demandClassSchema }),
  ...adding('demandClasses', (payload: { demandClass: DemandClass }) => payload.demandClass),
});

/** Sets or clears fields. */
export const demandClassEdit = defineOperation({
  schema: entity({
    type: z.literal('demandClass.edit'),
    demandClass: idSchema,
    set: demandClassSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...editing('demandClasses', demandClassSchema, (payload: FieldChange & { demandClass: string }) => payload.demandClass),
});

/** Removes a class of demand. */
export const demandClassRemove = defineOperation({
  schema: entity({ type: z.literal('demandClass.remove'), demandClass: idSchema }),
  ...removing('demandClasses', (payload: { demandClass: string }) => payload.demandClass),
});
