import type { Model } from '../../document/model/model.ts';
import type { Outcome } from '../../language/outcome.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';

/** Per replication, in order: the mean lead time in seconds and the items finished per day. */
export interface Series {
  readonly leadTime: readonly number[];
  readonly throughputPerDay: readonly number[];
  /** Work piled up: the lead time of such a run is no answer. */
  readonly unstable: boolean;
}

/** How a model is run. */
export interface MeasureOptions {
  /** The replications that are wanted, rising; all of the study's where absent. */
  readonly numbers?: readonly number[];
  /** Models that are tested for keeping up together: so many chances of a false alarm are allowed for (Bonferroni). */
  readonly tests?: number;
}

/** Runs a model with the same seeds, cohort and warm-up as all others of a study. */
export type Measure = (model: Model, options?: MeasureOptions) => Promise<Outcome<Series>>;

/** What studies of pairs take from statistics: an interval for the mean of a − b. */
export type Paired = (a: readonly number[], b: readonly number[]) => Estimate;

/** An interval for the mean of one number per replication. */
export type Interval = (values: readonly number[]) => Estimate;
