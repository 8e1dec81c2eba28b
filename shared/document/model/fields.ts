import { timeUnits } from '../../language/units.ts';
import { z } from '../../language/zod.ts';

/**
 * An object of the file. Fields that this version does not know survive a round trip, yet the type names only those it
 * does know, so that a misspelt field is a compile error.
 */
export const entity = <S extends z.ZodRawShape>(shape: S): z.ZodObject<S> => z.looseObject(shape) as unknown as z.ZodObject<S>;

/** Ids are unique in a document, over all kinds of element. `outside` is reserved for where items come from and go to. */
export const idSchema = z.string().min(1).refine((id) => id !== 'outside' && !(id in Object.prototype), 'is a reserved id');
export type ElementId = string;

/** Where a number comes from (LOOK: "How sure"). */
export const provenances = ['measured', 'estimated', 'default'] as const;
export const provenanceSchema = z.enum(provenances);
export type Provenance = z.infer<typeof provenanceSchema>;

/** Shared by every input: where the number comes from, and a spread as a share (0.25 is ±25 %). */
export const sureness = {
  provenance: provenanceSchema.optional(),
  spread: z.number().min(0).max(1).optional(),
  /** Who said so, and when: kept for the assumptions of a report. */
  source: z.string().optional(),
};

/** A number with its provenance. */
export const figureSchema = entity({ value: z.number(), ...sureness });
export type Figure = z.infer<typeof figureSchema>;

export const positiveFigureSchema = entity({ value: z.number().positive(), ...sureness });
export const amountSchema = entity({ value: z.number().min(0), ...sureness });

/** A share or probability, 0 to 1. */
export const shareSchema = entity({ value: z.number().min(0).max(1), ...sureness });

export const timeUnitSchema = z.enum(timeUnits);

/** A fixed span of time; see `Duration` in language/units for what a day means. */
export const durationSchema = entity({ value: z.number().min(0), unit: timeUnitSchema, ...sureness });

/** Whether a time runs on the receiver's calendar or on the wall clock. */
export const countsSchema = z.enum(['elapsed', 'working']);
export type Counts = z.infer<typeof countsSchema>;

/** Days of the week as calendars and meetings name them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdaySchema = z.enum(weekdays);
export type Weekday = z.infer<typeof weekdaySchema>;

/** Wall-clock time "HH:MM", "HH:MM:SS" or with a fraction; "24:00" is the end of the day. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$|^24:00(?::00(?:\.0+)?)?$/, 'is no time of day like 09:00');

/** A local date "2024-01-31". */
export const dateSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'is no date like 2024-01-31');

/** A local date-time "2024-01-31T09:00" in the document's zone, or an instant with offset. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/, 'is no date-time like 2024-01-31T09:00');

export const pointSchema = entity({ x: z.number(), y: z.number() });
export type Point = z.infer<typeof pointSchema>;

export const sizeSchema = entity({ width: z.number().positive(), height: z.number().positive() });
export type Size = z.infer<typeof sizeSchema>;
