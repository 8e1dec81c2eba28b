import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { calendarSchema, type Calendar } from '../../model/calendar.ts';
import type { FieldChange } from '../edit-fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { adding, editing, removing } from './table-operations.ts';

/** A calendar that the document did not have. */
export const calendarAdd = defineOperation({
  schema: entity({ type: z.literal('calendar.add'), calendar: calendarSchema }),
  ...adding('calendars', (payload: { calendar: Calendar }) => payload.calendar),
});

/** Sets or clears fields. */
export const calendarEdit = defineOperation({
  schema: entity({
    type: z.literal('calendar.edit'),
    calendar: idSchema,
    set: calendarSchema.omit({ id: true }).partial().optional(),
    clear: z.array(z.string()).optional(),
  }),
  ...editing('calendars', calendarSchema, (payload: FieldChange & { calendar: string }) => payload.calendar),
});

/** Removes a calendar; who used it goes by the next calendar that applies. */
export const calendarRemove = defineOperation({
  schema: entity({ type: z.literal('calendar.remove'), calendar: idSchema }),
  ...removing('calendars', (payload: { calendar: string }) => payload.calendar),
});
