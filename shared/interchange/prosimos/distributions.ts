import type { Distribution } from '../../document/model/distribution.ts';
import { message } from '../../language/message.ts';
import type { Dialect } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { RawDistribution } from './schema.ts';

/** Where a distribution stands, for the sentence of a refusal. */
export interface Place {
  readonly file: string;
  readonly where: string;
  readonly element?: string;
  /** Plain numbers (attributes) instead of seconds. */
  readonly plain?: boolean;
}

interface Bounds {
  readonly lowest?: number | undefined;
  readonly highest?: number | undefined;
}

/** A distribution of Prosimos as one of ours, in seconds, tagged as measured. Throws a refusal where it is unknown or its numbers make no sense. */
export function readDistribution(raw: RawDistribution, dialect: Dialect, place: Place): Distribution {
  const name = raw.distribution_name.toLowerCase();
  const numbers = raw.distribution_params ?? [];
  const common = { ...(place.plain !== true && { unit: 's' as const }), provenance: 'measured' as const };
  const reader = new Numbers(raw.distribution_name, numbers, place);
  if (name === 'histogram_sampling') return { ...readHistogram(raw, reader), ...common };
  if (name === 'fix') return { type: 'fixed', value: reader.positive(0, true), ...common };
  if (name === 'default') return { ...uniform(reader.at(0), reader.at(1), reader), ...common };
  if (name === 'norm') {
    const mean = reader.positive(0, true);
    const sd = reader.positive(1, true);
    return { ...normal(mean, sd, bounds(reader, 2)), ...common };
  }
  const read = dialect === 'moments' ? byMoments : byLocation;
  const found = read(name, reader, dialect === 'scipy');
  if (found === undefined) throw new Refusal(message('interchange.unknownDistribution', { file: place.file, where: place.where, name: raw.distribution_name }), place.element);
  return { ...found, ...common };
}

/** Mean and variance (or mean and least value), then bounds. */
function byMoments(name: string, reader: Numbers): Distribution | undefined {
  switch (name) {
    case 'expon': {
      const mean = reader.positive(0, true);
      const { lowest = 0, highest } = bounds(reader, 1);
      return exponential(mean < lowest ? mean : mean - lowest, lowest, { highest });
    }
    case 'uniform':
      return uniform(reader.at(0), reader.at(1), reader);
    case 'gamma':
    case 'lognorm': {
      const mean = reader.positive(0, true);
      const sd = Math.sqrt(reader.positive(1, true));
      return sd === 0 || mean === 0 ? fixed(mean) : { type: name === 'gamma' ? 'gamma' : 'lognormal', mean, sd, ...clean(bounds(reader, 2)) };
    }
    case 'triang':
      return triangle(reader.at(1), reader.at(0), reader.at(2), reader);
    default:
      return undefined;
  }
}

/** SciPy's shape, location and scale; bounds behind them but in the oldest dialect. */
function byLocation(name: string, reader: Numbers, withoutBounds: boolean): Distribution | undefined {
  const limits = (from: number): Bounds => (withoutBounds ? {} : bounds(reader, from));
  switch (name) {
    case 'expon':
      return exponential(reader.positive(1, true), reader.at(0), limits(2));
    case 'uniform': {
      const from = reader.at(0);
      const drawn = uniform(from, from + reader.positive(1, true), reader);
      return { ...drawn, ...clean(limits(2)) };
    }
    case 'gamma': {
      const shape = reader.positive(0);
      const scale = reader.positive(2, true);
      return scale === 0 ? fixed(reader.at(1)) : { type: 'gamma', mean: shape * scale, sd: Math.sqrt(shape) * scale, ...shifted(reader.at(1)), ...clean(limits(3)) };
    }
    case 'lognorm': {
      const sigma = reader.positive(0, true);
      const scale = reader.positive(2, true);
      const mean = scale * Math.exp((sigma * sigma) / 2);
      if (sigma === 0 || scale === 0) return fixed(reader.at(1) + scale);
      return { type: 'lognormal', mean, sd: mean * Math.sqrt(Math.expm1(sigma * sigma)), ...shifted(reader.at(1)), ...clean(limits(3)) };
    }
    case 'triang': {
      const [mode, from, width] = [reader.at(0), reader.at(1), reader.positive(2, true)];
      return { ...triangle(from, from + mode * width, from + width, reader), ...clean(limits(3)) };
    }
    case 'exponnorm':
      return exponentiallyModified(reader.positive(0), reader.at(1), reader.positive(2), limits(3));
    default:
      return undefined;
  }
}

/**
 * A normal plus an exponential has no like among ours: a shifted gamma of the same mean, variance and skewness stands
 * for it. Skewness 2K³ / (1 + K²)^1.5 (Grushka 1972, eq. 7); that of a gamma is 2 / √shape.
 */
function exponentiallyModified(k: number, location: number, scale: number, limits: Bounds): Distribution {
  const mean = location + k * scale;
  const sd = scale * Math.sqrt(1 + k * k);
  const skewness = (2 * k ** 3) / (1 + k * k) ** 1.5;
  const shape = 4 / skewness ** 2;
  const own = sd * Math.sqrt(shape);
  return { type: 'gamma', mean: own, sd, ...shifted(mean - own), ...clean({ lowest: Math.max(0, limits.lowest ?? 0), highest: limits.highest }) };
}

function readHistogram(raw: RawDistribution, reader: Numbers): Distribution {
  const { cdf = [], bin_midpoints: values = [] } = raw.histogram_data ?? {};
  if (values.length === 0 || cdf.length !== values.length) throw reader.refuse('interchange.distributionNumbers');
  const weights = cdf.map((share, index) => share - (cdf[index - 1] ?? 0));
  if (values.some((value) => value < 0) || weights.some((weight) => weight < -1e-12)) throw reader.refuse('interchange.negativeNumber');
  return { type: 'empirical', values: [...values], weights: weights.map((weight) => Math.max(0, weight)) };
}

const fixed = (value: number): Distribution => ({ type: 'fixed', value: Math.max(0, value) });

function exponential(mean: number, shift: number, { lowest, highest }: Bounds): Distribution {
  if (mean === 0) return fixed(shift);
  const least = Math.max(0, lowest ?? 0);
  return { type: 'exponential', mean, ...shifted(shift), ...clean({ lowest: shift < least ? least : undefined, highest }) };
}

const normal = (mean: number, sd: number, { lowest, highest }: Bounds): Distribution =>
  sd === 0 ? fixed(mean) : { type: 'normal', mean, sd, ...clean({ lowest: Math.max(0, lowest ?? 0), highest }) };

function uniform(min: number, max: number, reader: Numbers): Distribution {
  if (max < min) throw reader.refuse('interchange.bounds');
  if (max === min) return fixed(min);
  return { type: 'uniform', min, max, ...clean({ lowest: min < 0 ? 0 : undefined }) };
}

function triangle(min: number, mode: number, max: number, reader: Numbers): Distribution {
  if (max < min || mode < min || mode > max) throw reader.refuse('interchange.bounds');
  return max === min ? fixed(min) : { type: 'triangular', min, mode, max, ...clean({ lowest: min < 0 ? 0 : undefined }) };
}

const shifted = (shift: number): { shift?: number } => (shift === 0 ? {} : { shift });

const clean = ({ lowest, highest }: Bounds): { lowest?: number; highest?: number } => ({
  ...(lowest !== undefined && { lowest }),
  ...(highest !== undefined && { highest }),
});

/** Least and largest value, where they are given; below 0 means no bound, since a negative draw is drawn again anyway. */
function bounds(reader: Numbers, from: number): Bounds {
  const lowest = reader.optional(from);
  const highest = reader.optional(from + 1);
  if (lowest !== undefined && highest !== undefined && highest < lowest) throw reader.refuse('interchange.bounds');
  if (highest !== undefined && highest < 0) throw reader.refuse('interchange.negativeNumber');
  return { ...(lowest !== undefined && lowest > 0 && { lowest }), highest };
}

class Numbers {
  private readonly name: string;
  private readonly numbers: readonly number[];
  private readonly place: Place;
  constructor(name: string, numbers: readonly number[], place: Place) {
    this.name = name;
    this.numbers = numbers;
    this.place = place;
  }

  at(index: number): number {
    const value = this.optional(index);
    if (value === undefined) throw this.refuse('interchange.distributionNumbers');
    return value;
  }

  optional(index: number): number | undefined {
    return this.numbers[index];
  }

  positive(index: number, zero = false): number {
    const value = this.at(index);
    if (value < 0 || (value === 0 && !zero)) throw this.refuse('interchange.negativeNumber');
    return value;
  }

  refuse(id: 'interchange.distributionNumbers' | 'interchange.negativeNumber' | 'interchange.bounds'): Refusal {
    const { file, where, element } = this.place;
    return new Refusal(message(id, { file, where, name: this.name, numbers: this.numbers.join(', ') || '–' }), element);
  }
}
