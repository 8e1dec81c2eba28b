import { philox, toUniform } from '../../simulation/kernel/philox.ts';
import type { Source } from '../readings/studied.ts';

/** A set of sources as bits: bit `i` says that source `i` of the list is taken away. */
export type Coalition = number;

/** The set of all of so many sources, at most 30. */
export const everyone = (count: number): Coalition => 2 ** count - 1;

/** The sources of a set, in the order of the list. */
export const membersOf = (sources: readonly Source[], coalition: Coalition): readonly Source[] => sources.filter((_, at) => (coalition & (1 << at)) !== 0);

/** Number of sources in a set. */
export function sizeOf(coalition: Coalition): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

/** Every set of so many sources, the small ones first, equal sizes in the order of their bits. */
export const allCoalitions = (count: number): readonly Coalition[] =>
  Array.from({ length: 2 ** count }, (_, coalition) => coalition).toSorted((a, b) => sizeOf(a) - sizeOf(b));

/** Marks these draws apart from all others under the same seed. */
const purpose = 0x0c0a71;

/**
 * A replication's own orders of removal: `pairs` drawn uniformly (Fisher–Yates on Philox words keyed by seed and
 * replication), each followed by its reverse. Every one by itself is uniform, so what is averaged over them stays
 * unbiased; the reverse evens out who goes early (Mitchell et al. 2022, Sampling permutations for Shapley value
 * estimation).
 */
export function ordersOf(count: number, pairs: number, seed: number, replication: number): readonly (readonly number[])[] {
  const words = new Uint32Array(4);
  return Array.from({ length: pairs }, (_, pair) => {
    const order = Array.from({ length: count }, (__, at) => at);
    for (let at = count - 1; at > 0; at -= 1) {
      philox(words, pair, at, purpose, 0, seed, replication);
      const other = Math.floor(toUniform(words[0] ?? 0, words[1] ?? 0) * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    return order;
  }).flatMap((order) => [order, order.toReversed()]);
}

/** The sets that an order passes through, from none taken away to all. */
export function pathOf(order: readonly number[]): readonly Coalition[] {
  let taken = 0;
  return [0, ...order.map((source) => (taken |= 1 << source))];
}
