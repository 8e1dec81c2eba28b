import { z } from '../../language/zod.ts';
import { dateSchema, entity, idSchema, timeOfDaySchema, weekdaySchema } from './fields.ts';

/** Open from one time of a day to another of the same day. `availability` is the share of units on shift, 0 to 1. */
export const weeklyIntervalSchema = entity({
  day: weekdaySchema,
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  availability: z.number().min(0).max(1).optional(),
});
export type WeeklyInterval = z.infer<typeof weeklyIntervalSchema>;

/** A date that differs from its week: a holiday has no intervals. */
export const calendarExceptionSchema = entity({
  date: dateSchema,
  name: z.string().optional(),
  intervals: z.array(entity({ from: timeOfDaySchema, to: timeOfDaySchema, availability: z.number().min(0).max(1).optional() })),
});

const calendar = entity({
  id: idSchema,
  name: z.string(),
  /** IANA zone; the document's where absent. */
  timeZone: z.string().optional(),
  weekly: z.array(weeklyIntervalSchema),
  exceptions: z.array(calendarExceptionSchema).optional(),
});
export type Calendar = z.infer<typeof calendar>;
export interface CalendarSchema extends z.ZodObject<(typeof calendar)['shape']> {}
export const calendarSchema: CalendarSchema = calendar;

/** When something happens by the clock: every given weekday at a time, or every so many hours from a first time of day. */
const cadence = z.discriminatedUnion('type', [
  entity({ type: z.literal('weekly'), days: z.array(weekdaySchema).min(1), at: timeOfDaySchema, everyWeeks: z.int().positive().optional() }),
  entity({ type: z.literal('interval'), hours: z.number().positive(), from: timeOfDaySchema.optional() }),
]);
export type Cadence = z.infer<typeof cadence>;
export interface CadenceSchema extends z.ZodType<Cadence> {}
export const cadenceSchema: CadenceSchema = cadence;
