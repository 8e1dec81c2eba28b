import type { DistributionSpec } from './distribution-spec.ts';

/** Family codes, small integers for a jump table. */
export const FIXED = 0;
export const UNIFORM = 1;
export const EXPONENTIAL = 2;
export const TRIANGULAR = 3;
export const NORMAL = 4;
export const LOGNORMAL = 5;
export const WEIBULL = 6;
export const GAMMA = 7;
export const ERLANG = 8;
export const PERT = 9;
export const EMPIRICAL = 10;
export const HISTOGRAM = 11;
/** Exponential with an upper bound. */
export const CUT_EXPONENTIAL = 12;

const NONE = new Float64Array(0);

/**
 * A compiled distribution: one shape for all families, so that {@link file://./sample.ts} stays monomorphic.
 * What `a`…`d` hold depends on the code; see compile.ts.
 */
export class Sampler {
  readonly code: number;
  readonly spec: DistributionSpec;
  a = 0;
  b = 0;
  c = 0;
  d = 0;
  /** Ends of what can be drawn, family and bounds together; ±Infinity where there are none. */
  low = -Infinity;
  high = Infinity;
  /** Whether a draw can fall outside the bounds and must be drawn again. */
  redraws = false;
  /** Empirical: sorted values. Histogram: edges. */
  values: Float64Array = NONE;
  /** Cumulative probabilities, one per value or bin, the last exactly 1. */
  cumulative: Float64Array = NONE;
  /** Exact moments, truncation included; NaN until first asked for. */
  mean = NaN;
  variance = NaN;

  constructor(code: number, spec: DistributionSpec) {
    this.code = code;
    this.spec = spec;
  }
}
