import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { dataObjectSchema, type DataObject } from '../../model/organisation.ts';
import type { FieldChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** A data object that the document did not have. */
export const dataObjectAdd = defineOperation({
  schema: entity({ type: z.literal('dataObject.add'), dataObject: dataObjectSchema }),
  ...adding('dataObjects', (payload: { dataObject: DataObject }) => payload.dataObject),
});

/** Sets or clears fields. */
export const dataObjectEdit = defineOperation({
  schema: entity({
    type: z.literal('dataObject.edit'),
    dataObject: idSchema,
    set: dataObjectSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...editing('dataObjects', dataObjectSchema, (payload: FieldChange & { dataObject: string }) => payload.dataObject),
});

/** Removes a data object; steps forget it. */
export const dataObjectRemove = defineOperation({
  schema: entity({ type: z.literal('dataObject.remove'), dataObject: idSchema }),
  ...removing('dataObjects', (payload: { dataObject: string }) => payload.dataObject),
});
