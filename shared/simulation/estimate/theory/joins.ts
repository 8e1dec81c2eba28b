import { exp } from '../../kernel/mathematics.ts';
/** A time by its mean and squared coefficient of variation. */
export interface Spread {
  readonly mean: number;
  readonly scv: number;
}

/** Mean of the largest of independent times; see {@link largestOf}. */
export const meanOfLargest = (times: readonly Spread[]): number => largestOf(times).mean;

/**
 * Mean and variance of the largest of independent times. Each time is fitted by its mean and squared coefficient of
 * variation (a shifted exponential up to 1, balanced phases above: Whitt 1982); exact where all are exponential (inclusion and exclusion) or fixed, else by the integral of the survival
 * of their maximum.
 */
export function largestOf(times: readonly Spread[]): { readonly mean: number; readonly variance: number } {
  const [first] = times;
  if (first !== undefined && times.length === 1) return { mean: first.mean, variance: first.scv * first.mean ** 2 };
  if (times.every(({ scv }) => scv === 0)) return { mean: Math.max(0, ...times.map(({ mean }) => mean)), variance: 0 };
  if (times.length <= mostSubsets && times.every(({ mean, scv }) => mean > 0 && Math.abs(scv - 1) < 1e-12)) return largestExponential(times);
  const [one, other] = times;
  if (times.length === 2 && one !== undefined && other !== undefined) return largerOfTwo(partsOf(one), partsOf(other));
  return integrateSurvival(times);
}

/** A share of a time that is a shift and an exponential beyond it. */
interface Part {
  readonly share: number;
  readonly mean: number;
  readonly shift: number;
  readonly tail: number;
}

/** The two-moment fit of {@link distributionOf}, part by part. */
function partsOf({ mean, scv }: Spread): readonly Part[] {
  if (scv <= 1) return [{ share: 1, mean, tail: mean * Math.sqrt(scv), shift: mean * (1 - Math.sqrt(scv)) }];
  const often = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  return [often, 1 - often].map((share) => ({ share, mean: mean / (2 * share), tail: mean / (2 * share), shift: 0 }));
}

/** The larger of two mixed times: that of each pair of their parts, by how often it comes. */
function largerOfTwo(one: readonly Part[], other: readonly Part[]): { readonly mean: number; readonly variance: number } {
  let mean = 0;
  let square = 0;
  for (const a of one) {
    for (const b of other) {
      const larger = a.shift <= b.shift ? largerPart(a, b) : largerPart(b, a);
      if (one.length + other.length === 2) return larger;
      const share = a.share * b.share;
      mean += share * larger.mean;
      square += share * (larger.variance + larger.mean * larger.mean);
    }
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}

/** Two shifted exponentials, the lesser shift first: E max = E X + E Y − E min, and likewise for the squares. */
function largerPart(x: Part, y: Part): { readonly mean: number; readonly variance: number } {
  const gap = y.shift - x.shift;
  const left = x.tail === 0 ? 0 : exp(-gap / x.tail);
  const both = x.tail === 0 || y.tail === 0 ? 0 : 1 / (1 / x.tail + 1 / y.tail);
  const least = x.tail * (1 - left) + left * both;
  const leastSquare = 2 * (x.tail * x.tail - left * x.tail * (x.tail + gap)) + 2 * left * both * (gap + both);
  const mean = x.mean + y.mean - x.shift - least;
  const square = (m: number, tail: number): number => m * m + tail * tail;
  // Squares are of the times beyond the smaller shift.
  const beyond = square(x.tail, x.tail) + square(gap + y.tail, y.tail) - leastSquare;
  const excess = mean - x.shift;
  return { mean, variance: Math.max(0, beyond - excess * excess) };
}

const mostSubsets = 8;

function largestExponential(times: readonly Spread[]): { readonly mean: number; readonly variance: number } {
  let mean = 0;
  let square = 0;
  for (let subset = 1; subset < 1 << times.length; subset += 1) {
    let rate = 0;
    let sign = -1;
    for (const [index, time] of times.entries()) {
      if ((subset & (1 << index)) === 0) continue;
      rate += 1 / time.mean;
      sign = -sign;
    }
    mean += sign / rate;
    square += (2 * sign) / (rate * rate);
  }
  return { mean, variance: square - mean * mean };
}

/** Distribution function of a two-moment fit: shift (1 − cv)·mean and an exponential beyond it for cv ≤ 1, two balanced exponentials above. */
function distributionOf(mean: number, scv: number): (t: number) => number {
  if (mean <= 0) return () => 1;
  if (scv <= 1) {
    const spread = mean * Math.sqrt(scv);
    const shift = mean - spread;
    if (spread === 0) return (t) => (t >= shift ? 1 : 0);
    return (t) => (t <= shift ? 0 : 1 - exp(-(t - shift) / spread));
  }
  const p = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  const first = (2 * p) / mean;
  const second = (2 * (1 - p)) / mean;
  return (t) => 1 - p * exp(-first * t) - (1 - p) * exp(-second * t);
}

function integrateSurvival(times: readonly Spread[]): { readonly mean: number; readonly variance: number } {
  const distributions = times.map(({ mean, scv }) => distributionOf(mean, scv));
  const longest = Math.max(...times.map(({ mean, scv }) => mean * (1 + 40 * Math.max(1, Math.sqrt(scv)))));
  // Simpson's rule on t = longest·u³, dense near 0 where the survival turns.
  const steps = 400;
  let sum = 0;
  let square = 0;
  for (let step = 0; step <= steps; step += 1) {
    const u = step / steps;
    const t = longest * u ** 3;
    let below = 1;
    for (const of of distributions) below *= of(t);
    const weight = (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2) * (1 - below) * 3 * longest * u ** 2;
    sum += weight;
    square += 2 * t * weight;
  }
  const mean = sum / (3 * steps);
  return { mean, variance: Math.max(0, square / (3 * steps) - mean * mean) };
}

/** Mean response of two parallel M/M/1 branches that join, exact: (12 − ρ)/8 · T (Flatto and Hahn 1984; Nelson and Tantawi 1988). */
export const twoParallelQueues = (load: number, time: number): number => ((12 - load) / 8) * time;

/** Mean response of K parallel M/M/1 branches that join, approximated (Nelson and Tantawi 1988). */
export function parallelQueues(branches: number, load: number, time: number): number {
  if (branches <= 1) return time;
  const harmonic = Array.from({ length: branches }, (_, index) => 1 / (index + 1)).reduce((sum, term) => sum + term, 0);
  const share = harmonic / 1.5;
  return (share + (4 / 11) * (1 - share) * load) * twoParallelQueues(load, time);
}
