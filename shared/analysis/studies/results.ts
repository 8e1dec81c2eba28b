import type { Message } from '../../language/message.ts';
import type { Comparison } from '../../simulation/results/comparison.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { RunResult } from '../../simulation/results/run-result.ts';
import type { Source } from './removal.ts';

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

/** Sources of friction with what each is worth in seconds of lead time; null where taking it away made the run unstable. */
export interface RemovalStudy {
  readonly study: 'removeOne' | 'shapley';
  readonly effects: readonly { readonly source: Source; readonly effect: Estimate | null }[];
  /** As it is minus frictionless: what Shapley values sum to. */
  readonly whole: Estimate | null;
}

/** Inputs with the lead time at the low and high end of their range, the widest first. */
export interface TornadoStudy {
  readonly study: 'tornado';
  readonly base: Estimate;
  readonly inputs: readonly { readonly element: string; readonly name: Message; readonly spread: number; readonly low: Estimate; readonly high: Estimate }[];
}
