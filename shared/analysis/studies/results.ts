import type { Comparison } from '../../simulation/results/comparison.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { RunResult } from '../../simulation/results/run-result.ts';

/** A paired comparison with the result of every scenario, the base first. */
export interface ComparisonStudy {
  readonly comparison: Comparison;
  readonly results: readonly { readonly id: string; readonly result: RunResult }[];
  /** Central 90 % of the difference of the lead time in seconds, where inputs are guesses: drawn from their ranges, alike in both. */
  readonly plausible: readonly { readonly id: string; readonly leadTime: { readonly low: number; readonly high: number } }[];
}

/** What one more unit and a tenth less work would gain, team by team: seconds of lead time saved, or items a day more where the run is unstable. */
export interface GainStudy {
  readonly study: 'gain';
  readonly measure: 'leadTime' | 'throughputPerDay';
  readonly gains: readonly { readonly team: string; readonly capacity: Estimate; readonly service: Estimate; readonly rank: number; readonly tied: boolean }[];
}
