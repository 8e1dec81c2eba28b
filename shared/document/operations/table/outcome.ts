import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { outcomeSchema, type BusinessOutcome } from '../../model/organisation.ts';
import type { FieldChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** A business outcome that the document did not have. */
export const outcomeAdd = defineOperation({
  schema: entity({ type: z.literal('outcome.add'), outcome: outcomeSchema }),
  ...adding('outcomes', (payload: { outcome: BusinessOutcome }) => payload.outcome),
});

/** Sets or clears fields. */
export const outcomeEdit = defineOperation({
  schema: entity({
    type: z.literal('outcome.edit'),
    outcome: idSchema,
    set: outcomeSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...editing('outcomes', outcomeSchema, (payload: FieldChange & { outcome: string }) => payload.outcome),
});

/** Removes an outcome; processes, steps and demand forget it. */
export const outcomeRemove = defineOperation({
  schema: entity({ type: z.literal('outcome.remove'), outcome: idSchema }),
  ...removing('outcomes', (payload: { outcome: string }) => payload.outcome),
});
