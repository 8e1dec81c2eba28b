/**
 * A distribution in plain numbers, all in one unit (Seconds for times). The value drawn is `shift` plus a draw of the
 * family, drawn again while it lies outside `lowest`…`highest`; a normal is never negative. `min` and `max` of
 * uniform, triangular and pert belong to the shape.
 */
export type DistributionSpec = Bounds &
  (
    | { readonly type: 'fixed'; readonly value: number }
    | { readonly type: 'uniform'; readonly min: number; readonly max: number }
    | { readonly type: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
    | { readonly type: 'pert'; readonly min: number; readonly mode: number; readonly max: number }
    | { readonly type: 'normal'; readonly mean: number; readonly sd: number }
    | { readonly type: 'exponential'; readonly mean: number }
    | { readonly type: 'gamma'; readonly mean: number; readonly sd: number }
    | { readonly type: 'erlang'; readonly k: number; readonly mean: number }
    | { readonly type: 'lognormal'; readonly mean: number; readonly sd: number }
    | { readonly type: 'weibull'; readonly shape: number; readonly scale: number }
    | { readonly type: 'empirical'; readonly values: readonly number[]; readonly weights?: readonly number[] | undefined }
    | { readonly type: 'histogram'; readonly edges: readonly number[]; readonly weights: readonly number[] }
  );

export interface Bounds {
  readonly shift?: number | undefined;
  readonly lowest?: number | undefined;
  readonly highest?: number | undefined;
}

/** Why a specification has no sampler. */
export type DistributionRefusal =
  | 'notFinite'
  | 'notPositive'
  | 'negativeSpread'
  | 'minAboveMax'
  | 'modeOutside'
  | 'notWhole'
  | 'noValues'
  | 'weightsDoNotFit'
  | 'edgesNotRising'
  | 'nothingWithinBounds';

/**
 * The same distribution with every time multiplied by a positive factor: values, bounds and shift.
 * Means and standard deviations scale; shape parameters and weights stay.
 */
export function scaleSpec(spec: DistributionSpec, factor: number): DistributionSpec {
  const times = (list: readonly number[]): number[] => list.map((x) => x * factor);
  const bounds: Bounds = {
    shift: spec.shift === undefined ? undefined : spec.shift * factor,
    lowest: spec.lowest === undefined ? undefined : spec.lowest * factor,
    highest: spec.highest === undefined ? undefined : spec.highest * factor,
  };
  switch (spec.type) {
    case 'fixed':
      return { ...spec, ...bounds, value: spec.value * factor };
    case 'uniform':
      return { ...spec, ...bounds, min: spec.min * factor, max: spec.max * factor };
    case 'triangular':
    case 'pert':
      return { ...spec, ...bounds, min: spec.min * factor, mode: spec.mode * factor, max: spec.max * factor };
    case 'normal':
    case 'gamma':
    case 'lognormal':
      return { ...spec, ...bounds, mean: spec.mean * factor, sd: spec.sd * factor };
    case 'exponential':
    case 'erlang':
      return { ...spec, ...bounds, mean: spec.mean * factor };
    case 'weibull':
      return { ...spec, ...bounds, scale: spec.scale * factor };
    case 'empirical':
      return { ...spec, ...bounds, values: times(spec.values) };
    case 'histogram':
      return { ...spec, ...bounds, edges: times(spec.edges) };
  }
}
