import { exp } from '../../kernel/mathematics.ts';
/**
 * Mean of the largest of independent times: the integral of the survival of their maximum. Each time is fitted by its
 * mean and squared coefficient of variation; exact where all are exponential or fixed.
 */
export function meanOfLargest(times: readonly { readonly mean: number; readonly scv: number }[]): number {
  if (times.every(({ scv }) => scv === 0)) return Math.max(0, ...times.map(({ mean }) => mean));
  return integrateSurvival(times);
}

/** Distribution function of a two-moment fit: shift (1 − cv)·mean and an exponential beyond it for cv ≤ 1, two balanced exponentials above. */
function distributionOf(mean: number, scv: number): (t: number) => number {
  if (mean === 0) return () => 1;
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

function integrateSurvival(times: readonly { readonly mean: number; readonly scv: number }[]): number {
  const distributions = times.map(({ mean, scv }) => distributionOf(mean, scv));
  const survival = (t: number): number => 1 - distributions.reduce((product, of) => product * of(t), 1);
  const longest = Math.max(...times.map(({ mean, scv }) => mean * (1 + 40 * Math.max(1, Math.sqrt(scv)))));
  // Simpson's rule on t = longest·u³, dense near 0 where the survival turns.
  const steps = 4000;
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const u = step / steps;
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * survival(longest * u ** 3) * 3 * longest * u ** 2;
  }
  return sum / (3 * steps);
}

/** Mean response of two parallel M/M/1 branches that join, exact: (12 − ρ)/8 · T (Flatto and Hahn 1984; Nelson and Tantawi 1988). */
export const twoParallelQueues = (load: number, time: number): number => ((12 - load) / 8) * time;

/** Mean response of K parallel M/M/1 branches that join, approximated (Nelson and Tantawi 1988, eq. 4.6). */
export function parallelQueues(branches: number, load: number, time: number): number {
  if (branches <= 1) return time;
  const harmonic = Array.from({ length: branches }, (_, index) => 1 / (index + 1)).reduce((sum, term) => sum + term, 0);
  const share = harmonic / 1.5;
  return (share + (4 / 11) * (1 - share) * load) * twoParallelQueues(load, time);
}
