import type { Distribution, DistributionType } from '../../../shared/document/model/distribution.ts';
import type { MessageId } from '../../../shared/language/message.ts';

export interface Parameter {
  readonly key: string;
  readonly label: MessageId;
  /** A time in the distribution's unit, a plain number, or a list of numbers. */
  readonly kind: 'amount' | 'number' | 'list';
}

const mean: Parameter = { key: 'mean', label: 'window.mean', kind: 'amount' };
const sd: Parameter = { key: 'sd', label: 'window.spreadSd', kind: 'amount' };
const range: readonly Parameter[] = [
  { key: 'min', label: 'window.atBest', kind: 'amount' },
  { key: 'max', label: 'window.atWorst', kind: 'amount' },
];
const withMode: readonly Parameter[] = [{ key: 'mode', label: 'window.usually', kind: 'amount' }, ...range];

/** The fields of each kind of distribution, in the order they are asked. */
export const distributionParameters: Readonly<Record<DistributionType, readonly Parameter[]>> = {
  fixed: [{ key: 'value', label: 'window.usually', kind: 'amount' }],
  uniform: range,
  triangular: withMode,
  pert: withMode,
  normal: [mean, sd],
  exponential: [mean],
  gamma: [mean, sd],
  erlang: [{ key: 'k', label: 'window.stages', kind: 'number' }, mean],
  lognormal: [mean, sd],
  weibull: [
    { key: 'shape', label: 'window.shape', kind: 'number' },
    { key: 'scale', label: 'window.scale.weibull', kind: 'amount' },
  ],
  empirical: [
    { key: 'values', label: 'window.values', kind: 'list' },
    { key: 'weights', label: 'window.weights', kind: 'list' },
  ],
  histogram: [
    { key: 'edges', label: 'window.edges', kind: 'list' },
    { key: 'weights', label: 'window.weights', kind: 'list' },
  ],
};

/** A typical number of a distribution, to start another kind from. */
export function centreOf(distribution: Distribution): number {
  switch (distribution.type) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'triangular':
    case 'pert':
      return distribution.mode;
    case 'normal':
    case 'exponential':
    case 'gamma':
    case 'erlang':
    case 'lognormal':
      return distribution.mean;
    case 'weibull':
      return distribution.scale;
    case 'empirical':
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length;
    case 'histogram':
      return ((distribution.edges[0] ?? 0) + (distribution.edges.at(-1) ?? 0)) / 2;
  }
}

/** Another kind of distribution about the same centre; unit and provenance stay. */
export function asType(distribution: Distribution, type: DistributionType): Distribution {
  const centre = centreOf(distribution) || 1;
  const { unit, shift, lowest, highest, provenance, spread, source } = distribution;
  const kept = Object.fromEntries(Object.entries({ unit, shift, lowest, highest, provenance, spread, source }).filter(([, value]) => value !== undefined));
  switch (type) {
    case 'fixed':
      return { ...kept, type, value: centre };
    case 'uniform':
      return { ...kept, type, min: centre / 2, max: centre * 1.5 };
    case 'triangular':
    case 'pert':
      return { ...kept, type, min: centre / 2, mode: centre, max: centre * 2 };
    case 'normal':
      return { ...kept, type, mean: centre, sd: centre / 4 };
    case 'exponential':
      return { ...kept, type, mean: centre };
    case 'gamma':
    case 'lognormal':
      return { ...kept, type, mean: centre, sd: centre / 2 };
    case 'erlang':
      return { ...kept, type, k: 2, mean: centre };
    case 'weibull':
      return { ...kept, type, shape: 1.5, scale: centre };
    case 'empirical':
      return { ...kept, type, values: [centre] };
    case 'histogram':
      return { ...kept, type, edges: [centre / 2, centre * 1.5], weights: [1] };
  }
}
