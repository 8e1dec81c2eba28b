import { exp } from './mathematics.ts';

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/**
 * Probability of a standard normal at or below x, relative accuracy about 1e-14 in the lower tail too.
 * Marsaglia 2004 (series) inside, Laplace's continued fraction outside.
 */
export function normalProbability(x: number): number {
  if (x > 0) return 1 - normalProbability(-x);
  if (x < -38.6) return 0;
  const density = exp(-0.5 * x * x) * INVERSE_ROOT_TWO_PI;
  if (x < -2.5) {
    let fraction = -x;
    for (let k = 160; k > 0; k -= 1) fraction = -x + k / fraction;
    return density / fraction;
  }
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + density * sum;
}
