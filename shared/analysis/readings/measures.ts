import type { Estimate } from '../../simulation/results/estimate.ts';
import type { Attribution } from '../../simulation/results/run-result.ts';

export type { Cause } from '../../simulation/results/causes.ts';
export { causes } from '../../simulation/results/causes.ts';
export type { Attribution, BoundaryResult, RunResult, StepResult, TeamResult } from '../../simulation/results/run-result.ts';
export type { Estimate };

/** The mean of an estimate, 0 where there was nothing to average. */
export const meanOf = (estimate: Estimate): number => estimate.mean ?? 0;

/** A time below this share of the lead time is true and of no use: nobody decides by seconds in a process of days. */
export const negligibleShare = 0.001;

/**
 * Seconds per item in which nobody works on it: all of its lead time but service and getting into it, those of
 * repeated and of questioned work included.
 */
export function waitingOf(result: {
  readonly leadTime: Estimate;
  readonly attribution: Attribution;
  readonly within: { readonly clarification: Attribution; readonly rework: Attribution };
}): number {
  const worked = [result.attribution, result.within.clarification, result.within.rework].reduce(
    (sum, part) => sum + meanOf(part.service) + meanOf(part.setup),
    0,
  );
  return Math.max(0, meanOf(result.leadTime) - worked);
}
