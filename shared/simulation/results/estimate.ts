import { z } from '../../language/zod.ts';

/**
 * A mean over `n` replications with its Student interval at the run's confidence and the standard deviation between
 * replications; bounds and deviation are null from fewer than two, the mean where there is nothing to average.
 */
export const estimateSchema = z.object({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sd: z.number().nullable(),
  n: z.int().min(0),
});
export type Estimate = z.infer<typeof estimateSchema>;
