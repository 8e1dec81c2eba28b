import type { DistributionRefusal, DistributionSpec } from './distribution-spec.ts';
import { exp, log, pow } from './mathematics.ts';
import { normalProbability } from './normal-probability.ts';
import { compileEmpirical, compileHistogram } from './compile-tables.ts';
import { CUT_EXPONENTIAL, ERLANG, EXPONENTIAL, FIXED, GAMMA, LOGNORMAL, NORMAL, PERT, Sampler, TRIANGULAR, UNIFORM, WEIBULL } from './sampler.ts';

/**
 * Compiles a specification, or says why it has no meaning. A spread of 0 gives the fixed value.
 */
export function compileDistribution(spec: DistributionSpec): Sampler | DistributionRefusal {
  if (!isFinite(spec)) return 'notFinite';
  const shift = spec.shift ?? 0;
  const lowest = spec.lowest ?? -Infinity;
  const highest = spec.highest ?? Infinity;
  if (lowest > highest) return 'minAboveMax';
  switch (spec.type) {
    case 'fixed':
      return fixed(spec, spec.value + shift, lowest, highest);
    case 'uniform':
      return uniform(spec, spec.min + shift, spec.max + shift, lowest, highest);
    case 'triangular':
    case 'pert':
      if (spec.min > spec.max) return 'minAboveMax';
      if (spec.mode < spec.min || spec.mode > spec.max) return 'modeOutside';
      if (spec.min === spec.max) return fixed(spec, spec.min + shift, lowest, highest);
      return spec.type === 'pert' ? pert(spec, shift, lowest, highest) : triangular(spec, shift, lowest, highest);
    case 'normal':
      return normal(spec, spec.mean + shift, spec.sd, Math.max(0, lowest), highest);
    case 'exponential':
      if (!(spec.mean > 0)) return 'notPositive';
      return exponential(spec, spec.mean, shift, lowest, highest);
    case 'gamma': {
      if (!(spec.mean > 0)) return 'notPositive';
      if (spec.sd < 0) return 'negativeSpread';
      if (spec.sd === 0) return fixed(spec, spec.mean + shift, lowest, highest);
      const ratio = spec.mean / spec.sd;
      return positive(new Sampler(GAMMA, spec), ratio * ratio, (spec.sd * spec.sd) / spec.mean, shift, lowest, highest);
    }
    case 'erlang':
      if (!(spec.mean > 0) || !(spec.k > 0)) return 'notPositive';
      if (!Number.isInteger(spec.k)) return 'notWhole';
      return positive(new Sampler(ERLANG, spec), spec.k, spec.mean / spec.k, shift, lowest, highest);
    case 'lognormal':
      if (!(spec.mean > 0)) return 'notPositive';
      if (spec.sd < 0) return 'negativeSpread';
      if (spec.sd === 0) return fixed(spec, spec.mean + shift, lowest, highest);
      return lognormal(spec, spec.mean, spec.sd, shift, lowest, highest);
    case 'weibull':
      if (!(spec.shape > 0) || !(spec.scale > 0)) return 'notPositive';
      return weibull(spec, spec.shape, spec.scale, shift, lowest, highest);
    case 'empirical':
      return compileEmpirical(spec, spec.values, spec.weights, shift, lowest, highest);
    case 'histogram':
      return compileHistogram(spec, spec.edges, spec.weights, shift, lowest, highest);
  }
}

/** Every number of a specification, lists included, is finite. */
function isFinite(spec: DistributionSpec): boolean {
  return Object.values(spec).every((field) => {
    if (typeof field === 'number') return Number.isFinite(field);
    return !Array.isArray(field) || field.every((item) => Number.isFinite(item));
  });
}

type Compiled = Sampler | DistributionRefusal;

function bounded(sampler: Sampler, low: number, high: number): Sampler {
  sampler.low = low;
  sampler.high = high;
  return sampler;
}

function fixed(spec: DistributionSpec, value: number, lowest: number, highest: number): Compiled {
  if (value < lowest || value > highest) return 'nothingWithinBounds';
  const sampler = bounded(new Sampler(FIXED, spec), value, value);
  sampler.a = value;
  return sampler;
}

function uniform(spec: DistributionSpec, min: number, max: number, lowest: number, highest: number): Compiled {
  if (min > max) return 'minAboveMax';
  const low = Math.max(min, lowest);
  const high = Math.min(max, highest);
  if (low > high) return 'nothingWithinBounds';
  if (low === high) return fixed(spec, low, lowest, highest);
  const sampler = bounded(new Sampler(UNIFORM, spec), low, high);
  sampler.a = low;
  sampler.b = high - low;
  return sampler;
}

function exponential(spec: DistributionSpec, mean: number, shift: number, lowest: number, highest: number): Compiled {
  const origin = Math.max(shift, lowest);
  if (origin > highest) return 'nothingWithinBounds';
  if (origin === highest) return fixed(spec, origin, lowest, highest);
  // Having no memory, it starts anew at its lower bound; c = e^(−width / mean) cuts it at the upper one.
  const sampler = bounded(new Sampler(highest === Infinity ? EXPONENTIAL : CUT_EXPONENTIAL, spec), origin, highest);
  sampler.a = origin;
  sampler.b = mean;
  sampler.c = exp((origin - highest) / mean);
  sampler.d = 1 - sampler.c;
  return sampler;
}

type Shaped = Extract<DistributionSpec, { type: 'triangular' | 'pert' }>;

function triangular(spec: Shaped, shift: number, lowest: number, highest: number): Compiled {
  const start = spec.min + shift;
  const width = spec.max - spec.min;
  const low = Math.max(start, lowest);
  const high = Math.min(spec.max + shift, highest);
  if (low >= high) return low === high ? fixed(spec, low, lowest, highest) : 'nothingWithinBounds';
  const mode = (spec.mode - spec.min) / width;
  const below = (x: number): number => {
    const t = (x - start) / width;
    return t <= 0 ? 0 : t >= 1 ? 1 : t < mode ? (t * t) / mode : 1 - ((1 - t) * (1 - t)) / (1 - mode);
  };
  const sampler = bounded(new Sampler(TRIANGULAR, spec), low, high);
  sampler.a = start;
  sampler.b = width;
  sampler.c = below(low);
  sampler.d = below(high) - sampler.c;
  sampler.values = Float64Array.of(mode);
  return sampler;
}

/** Beta with shapes 1 + 4 (mode − min)/width and 1 + 4 (max − mode)/width (Malcolm et al. 1959). */
function pert(spec: Shaped, shift: number, lowest: number, highest: number): Compiled {
  const width = spec.max - spec.min;
  const start = spec.min + shift;
  const low = Math.max(start, lowest);
  const high = Math.min(start + width, highest);
  if (low >= high) return low === high ? fixed(spec, low, lowest, highest) : 'nothingWithinBounds';
  const sampler = bounded(new Sampler(PERT, spec), low, high);
  sampler.a = 1 + (4 * (spec.mode - spec.min)) / width;
  sampler.b = 1 + (4 * (spec.max - spec.mode)) / width;
  sampler.c = start;
  sampler.d = width;
  sampler.redraws = low > start || high < start + width;
  return sampler;
}

function normal(spec: DistributionSpec, mean: number, sd: number, lowest: number, highest: number): Compiled {
  if (sd < 0) return 'negativeSpread';
  if (lowest > highest) return 'nothingWithinBounds';
  if (sd === 0) return fixed(spec, mean, lowest, highest);
  const sampler = bounded(new Sampler(NORMAL, spec), lowest, highest);
  sampler.a = mean;
  return between(sampler, (lowest - mean) / sd, (highest - mean) / sd, sd);
}

/** Moment matching: σ² = ln(1 + sd²/mean²), median = mean / √(1 + sd²/mean²). */
function lognormal(spec: DistributionSpec, mean: number, sd: number, shift: number, lowest: number, highest: number): Compiled {
  const low = Math.max(shift, lowest);
  if (low > highest) return 'nothingWithinBounds';
  const growth = 1 + (sd / mean) * (sd / mean);
  const sigma = Math.sqrt(log(growth));
  const sampler = bounded(new Sampler(LOGNORMAL, spec), low, highest);
  sampler.a = mean / Math.sqrt(growth);
  sampler.values = Float64Array.of(shift);
  return between(sampler, log((low - shift) / sampler.a) / sigma, log((highest - shift) / sampler.a) / sigma, sigma);
}

/** Fills b (signed spread), c and d (range of probabilities) so that a standard normal stays within two scores. */
function between(sampler: Sampler, from: number, to: number, spread: number): Compiled {
  // Far up, probabilities near 1 have no room: the mirrored distribution has.
  const mirrored = from > 0;
  const start = normalProbability(mirrored ? -to : from);
  const end = normalProbability(mirrored ? -from : to);
  if (!(end > start)) return 'nothingWithinBounds';
  sampler.b = mirrored ? -spread : spread;
  sampler.c = start;
  sampler.d = end - start;
  return sampler;
}

function weibull(spec: DistributionSpec, shape: number, scale: number, shift: number, lowest: number, highest: number): Compiled {
  const low = Math.max(shift, lowest);
  if (low >= highest) return low === highest ? fixed(spec, low, lowest, highest) : 'nothingWithinBounds';
  const from = pow((low - shift) / scale, shape);
  const to = pow((highest - shift) / scale, shape);
  const sampler = bounded(new Sampler(WEIBULL, spec), low, highest);
  sampler.a = scale;
  sampler.b = 1 / shape;
  sampler.c = exp(from - to);
  sampler.d = 1 - sampler.c;
  sampler.values = Float64Array.of(shift, from);
  return sampler;
}

/** Gamma and erlang: shape, scale and shift, drawn again outside the bounds. */
function positive(sampler: Sampler, shape: number, scale: number, shift: number, lowest: number, highest: number): Compiled {
  const low = Math.max(shift, lowest);
  if (low >= highest) return low === highest ? fixed(sampler.spec, low, lowest, highest) : 'nothingWithinBounds';
  sampler.a = shape;
  sampler.b = scale;
  sampler.c = shift;
  sampler.redraws = low > shift || highest < Infinity;
  return bounded(sampler, low, highest);
}
