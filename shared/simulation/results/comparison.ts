import { z } from '../../language/zod.ts';

/** A paired difference, scenario minus base, with its simultaneous interval. */
export const differenceSchema = z.object({
  measure: z.enum(['leadTime', 'waiting', 'friction', 'utilisation', 'cost']),
  /** The element it belongs to; a boundary is "from>to"; null for the whole. */
  element: z.string().nullable(),
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict: z.enum(['better', 'worse', 'unclear']),
  /** True where no change of the scenario touched the element. */
  secondOrder: z.boolean(),
});
export type Difference = z.infer<typeof differenceSchema>;

/** Which scenario has the shortest lead time, by the procedure of Kim and Nelson (2001). */
export const selectionSchema = z.object({
  measure: z.literal('leadTime'),
  /** Probability of keeping the best where it is better than the others by the indifference. */
  confidence: z.number(),
  /** A difference in seconds that nobody minds. */
  indifference: z.number(),
  best: z.string(),
  /** One was left; else the limit of replications came first and `best` has the lowest mean of those left. */
  decided: z.boolean(),
  /** Scenarios that cannot be told apart from the best. */
  asGood: z.array(z.string()),
  /** Replications that the decision took. */
  replications: z.int(),
});
export type SelectionResult = z.infer<typeof selectionSchema>;

/** What `crossflow compare --json` prints: `family` is the number of differences that are judged together. */
export const comparisonSchema = z.object({
  base: z.string(),
  family: z.int(),
  scenarios: z.array(z.object({ id: z.string(), differences: z.array(differenceSchema) })),
  /** Where several were asked which is best, of those that keep up. */
  selection: selectionSchema.optional(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
