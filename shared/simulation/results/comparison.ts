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

/** What `crossflow compare --json` prints: `family` is the number of differences that are judged together. */
export const comparisonSchema = z.object({
  base: z.string(),
  family: z.int(),
  scenarios: z.array(z.object({ id: z.string(), differences: z.array(differenceSchema) })),
});
export type Comparison = z.infer<typeof comparisonSchema>;
