import type { Distribution } from '../../../shared/document/model/distribution.ts';

/** The outline of a distribution, in its own unit: `height` is 1 at the highest place. */
export interface Outline {
  /** Places with the same width between them, or single values. */
  readonly points: readonly { readonly at: number; readonly height: number }[];
  /** Single values, drawn as bars. */
  readonly single: boolean;
  readonly least: number;
  readonly most: number;
  /** Mean of what is drawn, cut and shifted as the distribution says. */
  readonly mean: number;
}

interface Shape {
  readonly from: number;
  readonly to: number;
  /** Density up to a factor. */
  readonly at: (x: number) => number;
}

const places = 96;
const lots = 0.01;

const bell = (k: number, theta: number, to: number): Shape => ({ from: 0, to, at: (x) => (x <= 0 ? 0 : Math.exp((k - 1) * Math.log(x) - x / theta)) });

function shapeOf(distribution: Distribution): Shape | undefined {
  switch (distribution.type) {
    case 'fixed':
    case 'empirical':
      return undefined;
    case 'uniform':
      return { from: distribution.min, to: distribution.max, at: () => 1 };
    case 'triangular': {
      const { min, mode, max } = distribution;
      return { from: min, to: max, at: (x) => (x < mode ? (x - min) / (mode - min) : x > mode ? (max - x) / (max - mode) : 1) };
    }
    case 'pert': {
      const { min, mode, max } = distribution;
      const up = (4 * (mode - min)) / (max - min);
      const down = (4 * (max - mode)) / (max - min);
      return { from: min, to: max, at: (x) => Math.max(0, x - min) ** up * Math.max(0, max - x) ** down };
    }
    case 'normal': {
      const { mean, sd } = distribution;
      return { from: Math.max(0, mean - 3.5 * sd), to: mean + 3.5 * sd, at: (x) => (x < 0 ? 0 : Math.exp(-((x - mean) ** 2) / (2 * sd * sd))) };
    }
    case 'exponential':
      return bell(1, distribution.mean, -distribution.mean * Math.log(lots));
    case 'gamma':
      return bell((distribution.mean / distribution.sd) ** 2, distribution.sd ** 2 / distribution.mean, distribution.mean + 4 * distribution.sd);
    case 'erlang':
      return bell(distribution.k, distribution.mean / distribution.k, distribution.mean * (1 + 4 / Math.sqrt(distribution.k)));
    case 'lognormal': {
      const variance = Math.log(1 + (distribution.sd / distribution.mean) ** 2);
      const middle = Math.log(distribution.mean) - variance / 2;
      return { from: 0, to: distribution.mean + 4 * distribution.sd, at: (x) => (x <= 0 ? 0 : Math.exp(-((Math.log(x) - middle) ** 2) / (2 * variance)) / x) };
    }
    case 'weibull': {
      const { shape, scale } = distribution;
      return { from: 0, to: scale * (-Math.log(lots)) ** (1 / shape), at: (x) => (x <= 0 ? 0 : Math.exp((shape - 1) * Math.log(x) - (x / scale) ** shape)) };
    }
    case 'histogram':
      return { from: distribution.edges[0] ?? 0, to: distribution.edges.at(-1) ?? 0, at: (x) => heightInHistogram(distribution.edges, distribution.weights, x) };
  }
}

function heightInHistogram(edges: readonly number[], weights: readonly number[], x: number): number {
  const bin = edges.findLastIndex((edge) => edge <= x);
  const low = edges[bin] ?? 0;
  const high = edges[bin + 1] ?? low;
  return high > low ? (weights[bin] ?? 0) / (high - low) : 0;
}

/** Single values with their shares. */
function valuesOf(distribution: Distribution): readonly { readonly at: number; readonly height: number }[] {
  if (distribution.type === 'fixed') return [{ at: distribution.value, height: 1 }];
  if (distribution.type !== 'empirical') return [];
  const shares = new Map<number, number>();
  for (const [place, value] of distribution.values.entries()) shares.set(value, (shares.get(value) ?? 0) + (distribution.weights?.[place] ?? 1));
  return [...shares].toSorted(([a], [b]) => a - b).map(([at, height]) => ({ at, height }));
}

/** The outline of a distribution as it is drawn from; undefined where nothing of it is left within its bounds. */
export function outlineOf(distribution: Distribution): Outline | undefined {
  const { shift = 0, lowest = Number.NEGATIVE_INFINITY, highest = Number.POSITIVE_INFINITY } = distribution;
  const shape = shapeOf(distribution);
  const single = shape === undefined || !(shape.to > shape.from);
  const raw = single ? (shape === undefined ? valuesOf(distribution) : [{ at: shape.from, height: 1 }]) : curve(shape, Math.max(shape.from, lowest - shift), Math.min(shape.to, highest - shift));
  const points = raw.map(({ at, height }) => ({ at: at + shift, height })).filter(({ at, height }) => at >= lowest && at <= highest && Number.isFinite(height));
  const top = Math.max(...points.map(({ height }) => height));
  const sum = points.reduce((total, { height }) => total + height, 0);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || !(top > 0)) return undefined;
  return { points: points.map(({ at, height }) => ({ at, height: height / top })), single, least: first.at, most: last.at, mean: points.reduce((total, { at, height }) => total + at * height, 0) / sum };
}

/** Heights in the middle of places of the same width. */
function curve(shape: Shape, from: number, to: number): readonly { readonly at: number; readonly height: number }[] {
  if (!(to > from)) return [];
  const step = (to - from) / places;
  return Array.from({ length: places }, (_, place) => {
    const at = from + (place + 0.5) * step;
    return { at, height: shape.at(at) };
  });
}
