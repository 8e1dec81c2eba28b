import { exp } from '../../kernel/mathematics.ts';

/** Mean wait for a batch of `size` to fill, from Poisson or even arrivals at `rate`: (k − 1) / 2λ (Hopp and Spearman 2011, 9.4). */
export const waitForBatch = (rate: number, size: number): number => (size - 1) / (2 * rate);

/**
 * Mean wait where a batch leaves at `size` items or `timeout` after its first, with Poisson arrivals: renewal reward
 * over one batch. The j-th further item (1 ≤ j < size) comes before the timeout with probability P(N ≥ j),
 * N Poisson of rate·timeout, and the batch ends at min(timeout, Erlang(size − 1)).
 */
export const waitForBatchOrTimeout = (rate: number, size: number, timeout: number): number => {
  const { waiting, items } = collect(rate, size, timeout);
  return waiting / items;
};

/** Mean number of items in such a batch. */
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

/** Mean wait for the next of regular departures every `period`, from arrivals that do not know them. */
export const waitForCadence = (period: number): number => period / 2;

/** Expected extra rounds where each receipt asks back with probability `p`, again and again: p / (1 − p). */
export const repeats = (p: number): number => p / (1 - p);
