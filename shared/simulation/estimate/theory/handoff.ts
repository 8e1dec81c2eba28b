import { exp } from '../../kernel/mathematics.ts';

/** Mean wait for a batch of `size` to fill, from Poisson or even arrivals at `rate`: (k − 1) / 2λ (Hopp and Spearman 2011, 9.4). */
export const waitForBatch = (rate: number, size: number): number => (size - 1) / (2 * rate);

/**
 * Mean wait where a batch leaves at `size` items or `timeout` after its first, with Poisson arrivals: renewal reward
 * (Ross 1996, 3.6) over one batch. The j-th further item (1 ≤ j < size) comes before the timeout with probability
 * P(N ≥ j), N Poisson of rate·timeout, and the batch ends at min(timeout, Erlang(size − 1)).
 */
export const waitForBatchOrTimeout = (rate: number, size: number, timeout: number): number => {
  const { waiting, items } = collect(rate, size, timeout);
  return waiting / items;
};

/** Mean number of items in such a batch: 1 + Σ P(N ≥ j) over j = 1 … size − 1. */
export const itemsPerBatch = (rate: number, size: number, timeout: number): number => collect(rate, size, timeout).items;

function collect(rate: number, size: number, timeout: number): { readonly waiting: number; readonly items: number } {
  const expected = rate * timeout;
  let probability = exp(-expected);
  let below = probability;
  let waiting = 0;
  let items = 1;
  // The first item waits for the whole collecting time; item j waits for it from its own arrival on.
  // E[min(T, Γ_m)] = Σ_{i<m} P(N > i)/λ, so each interval between items weighs with the number already waiting.
  for (let i = 0; i < size - 1; i += 1) {
    const reached = 1 - below;
    waiting += ((i + 1) * reached) / rate;
    items += reached;
    probability *= expected / (i + 1);
    below += probability;
  }
  return { waiting, items };
}

/** Probability that at least so many (rounded up) of a Poisson number with a mean come: 1 − Σ e^−m mⁿ / n! (Poisson 1837). */
export function chanceOfMore(expected: number, least: number): number {
  let probability = exp(-expected);
  let below = 0;
  for (let n = 0; n < least; n += 1) {
    below += probability;
    probability *= expected / (n + 1);
  }
  return Math.max(0, 1 - below);
}

/**
 * Mean number left over where a Poisson number with mean `coming` joins between meetings that take `most` at most: the
 * mean maximum of the random walk, Σ E[(N(k·coming) − k·most)⁺]/k (Spitzer 1956). Infinity from `coming` = `most` on.
 */
export function leftOver(coming: number, most: number): number {
  if (coming >= most) return Infinity;
  let sum = 0;
  for (let k = 1; k <= mostTerms; k += 1) {
    const expected = k * coming;
    const room = k * most;
    // E[(N − room)⁺] = expected − room + Σ_{n<room} (room − n) P(n), in logarithms where e^−expected is nothing.
    let probability = exp(-expected);
    if (probability === 0) return sum + tailOfSum(k, coming, most);
    let excess = expected - room;
    for (let n = 0; n < room; n += 1) {
      excess += (room - n) * probability;
      probability *= expected / (n + 1);
    }
    const term = Math.max(0, excess) / k;
    sum += term;
    if (term < 1e-9 * (1 + sum)) break;
  }
  return sum;
}

const mostTerms = 5000;

/** The further terms by the normal law: E[(N − room)⁺] with mean and variance k·coming. */
function tailOfSum(from: number, coming: number, most: number): number {
  let sum = 0;
  for (let k = from; k <= mostTerms; k += 1) {
    const deviation = Math.sqrt(k * coming);
    const z = (k * (most - coming)) / deviation;
    const density = exp((-z * z) / 2) * 0.3989422804014327;
    // Mills' ratio by its continued fraction, good from z = 0 on to three digits.
    const above = density / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 5)))));
    const term = (deviation * Math.max(0, density - z * above)) / k;
    sum += term;
    if (term < 1e-9 * (1 + sum)) break;
  }
  return sum;
}

/** Mean wait for the next of regular departures every `period`, from arrivals that do not know them: E[T²] / 2E[T] (Cox 1962, ch. 5). */
export const waitForCadence = (period: number): number => period / 2;

/**
 * Expected extra rounds where each receipt asks back with probability `p`, again and again: p / (1 − p), the mean of a
 * geometric number (Feller 1968, VI.8).
 */
export const repeats = (p: number): number => p / (1 - p);
