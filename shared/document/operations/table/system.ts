import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { systemSchema, type System } from '../../model/organisation.ts';
import type { FieldChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** An application or tool that the document did not have. */
export const systemAdd = defineOperation({
  schema: entity({ type: z.literal('system.add'), system: systemSchema }),
  ...adding('systems', (payload: { system: System }) => payload.system),
});

/** Sets or clears fields. */
export const systemEdit = defineOperation({
  schema: entity({
    type: z.literal('system.edit'),
    system: idSchema,
    set: systemSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...editing('systems', systemSchema, (payload: FieldChange & { system: string }) => payload.system),
});

/** Removes a system; steps and data forget it. */
export const systemRemove = defineOperation({
  schema: entity({ type: z.literal('system.remove'), system: idSchema }),
  ...removing('systems', (payload: { system: string }) => payload.system),
});
