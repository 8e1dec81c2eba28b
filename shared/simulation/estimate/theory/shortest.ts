import { exp } from '../../kernel/mathematics.ts';

const steps = 1200;
/** Work beyond this many means is rarer than 1e-21. */
const farthest = 48;

/**
 * Mean wait where the shortest work goes first, without pre-emption, for exponential work: the integral over x of
 * W0 / (1 − ρ(x))², with ρ(x) = load · (1 − (1 + x)e^−x) the load of work shorter than x means (Phipps 1956).
 * `wait` is the first-come wait, so W0 = wait · (1 − load). By Simpson's rule.
 */
export function waitOfShortest(wait: number, load: number): number {
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const x = (farthest * step) / steps;
    const density = exp(-x);
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += (weight * density) / (1 - load * (1 - (1 + x) * density)) ** 2;
  }
  return (wait * (1 - load) * sum * farthest) / (3 * steps);
}
