import { z } from '../../language/zod.ts';

/** One row of a log: an activity of a case. Times are milliseconds since 1970 in UTC; an absent resource did it alone. */
export const logRowSchema = z.object({
  case: z.string(),
  activity: z.string(),
  /** Id of the step in the document, where the log comes from a run. */
  element: z.string().optional(),
  enable: z.number(),
  start: z.number(),
  end: z.number(),
  resource: z.string().optional(),
  /** Team of the resource. */
  team: z.string().optional(),
  /** Seconds of the activity in which somebody worked. */
  workingSeconds: z.number().min(0),
});
export type LogRow = z.infer<typeof logRowSchema>;
