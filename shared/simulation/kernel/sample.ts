import type { Draws } from './draws.ts';
import { exp, log, pow } from './mathematics.ts';
import { normalQuantile } from './normal-quantile.ts';
import {
  CUT_EXPONENTIAL, EMPIRICAL, ERLANG, EXPONENTIAL, FIXED, GAMMA, HISTOGRAM, LOGNORMAL, NORMAL, PERT, TRIANGULAR, UNIFORM, WEIBULL, type Sampler,
} from './sampler.ts';

const PATIENCE = 1000;

/**
 * One draw, from the uniforms that `draws` was begun for. Allocates nothing. Families with an inverse use one uniform
 * (inversion: Devroye 1986, II.2), bounds included; gamma, erlang and pert are drawn again while outside, and after 1000 misses take the nearer bound.
 */
export function sample(sampler: Sampler, draws: Draws): number {
  switch (sampler.code) {
    case FIXED:
      return sampler.a;
    case UNIFORM:
      return sampler.a + sampler.b * draws.next();
    case EXPONENTIAL:
      return sampler.a - sampler.b * log(draws.next());
    case CUT_EXPONENTIAL:
      return clamp(sampler, sampler.a - sampler.b * log(sampler.c + sampler.d * draws.next()));
    case TRIANGULAR:
      return triangular(sampler, sampler.c + sampler.d * draws.next());
    case NORMAL:
      return clamp(sampler, sampler.a + sampler.b * normalQuantile(sampler.c + sampler.d * draws.next()));
    case LOGNORMAL:
      return clamp(sampler, sampler.values[0]! + sampler.a * exp(sampler.b * normalQuantile(sampler.c + sampler.d * draws.next())));
    case WEIBULL:
      return clamp(
        sampler,
        sampler.values[0]! + sampler.a * pow(sampler.values[1]! - log(sampler.c + sampler.d * draws.next()), sampler.b),
      );
    case EMPIRICAL:
      return sampler.values[bin(sampler.cumulative, draws.next())]!;
    case HISTOGRAM:
      return histogram(sampler, draws.next());
    default:
      return sampler.redraws ? redrawn(sampler, draws) : once(sampler, draws);
  }
}

function once(sampler: Sampler, draws: Draws): number {
  switch (sampler.code) {
    case GAMMA:
      return sampler.c + sampler.b * gamma(sampler.a, draws);
    case ERLANG:
      return sampler.c + sampler.b * erlang(sampler.a, draws);
    case PERT: {
      const first = gamma(sampler.a, draws);
      const second = gamma(sampler.b, draws);
      return sampler.c + (sampler.d * first) / (first + second);
    }
    default:
      return NaN;
  }
}

function redrawn(sampler: Sampler, draws: Draws): number {
  let value = 0;
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    value = once(sampler, draws);
    if (value >= sampler.low && value <= sampler.high) return value;
  }
  return clamp(sampler, value);
}

/** Guards inverses against a last rounding beyond a bound. */
function clamp(sampler: Sampler, value: number): number {
  return value < sampler.low ? sampler.low : value > sampler.high ? sampler.high : value;
}

/** Inverse of the triangular distribution; a lower end, b width, values: relative mode. */
function triangular(sampler: Sampler, u: number): number {
  const mode = sampler.values[0]!;
  const relative = u < mode ? Math.sqrt(u * mode) : 1 - Math.sqrt((1 - u) * (1 - mode));
  return clamp(sampler, sampler.a + sampler.b * relative);
}

/** Gamma of a shape and scale 1. Source: Marsaglia and Tsang 2000; below shape 1 by their boost. */
function gamma(shape: number, draws: Draws): number {
  if (shape < 1) return gamma(shape + 1, draws) * pow(draws.next(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalQuantile(draws.next());
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = draws.next();
    const square = z * z;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v;
  }
}

/** Sum of k exponentials of mean 1; above 12 phases by the gamma method. */
function erlang(k: number, draws: Draws): number {
  if (k > 12) return gamma(k, draws);
  let product = draws.next();
  for (let phase = 1; phase < k; phase += 1) product *= draws.next();
  return -log(product);
}

/** First index whose cumulative probability exceeds u. */
function bin(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

function histogram(sampler: Sampler, u: number): number {
  const { cumulative, values } = sampler;
  const index = bin(cumulative, u);
  const before = index === 0 ? 0 : cumulative[index - 1]!;
  const left = values[index]!;
  return left + ((values[index + 1]! - left) * (u - before)) / (cumulative[index]! - before);
}
