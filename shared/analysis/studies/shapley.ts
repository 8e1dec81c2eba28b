import { type Coalition, pathOf, sizeOf } from './coalitions.ts';

/** The lead time in seconds of a replication without a set of sources. */
export type LeadTimeWithout = (coalition: Coalition, replication: number) => number;

/**
 * Shapley values of one replication, exact over all sets: φ(s) = Σ |S|! (n − |S| − 1)! / n! · (v(S ∪ s) − v(S)) with v the
 * lead time saved by taking S away. They sum to as-is minus frictionless. Source: Shapley 1953, A value for n-person games.
 */
export function exactShares(count: number, replication: number, leadTime: LeadTimeWithout): readonly number[] {
  const shares = new Array<number>(count).fill(0);
  for (let coalition = 0; coalition < 2 ** count; coalition += 1) {
    const before = leadTime(coalition, replication);
    const weight = 1 / (count * binomial(count - 1, sizeOf(coalition)));
    for (let source = 0; source < count; source += 1) {
      if ((coalition & (1 << source)) !== 0) continue;
      shares[source] = (shares[source] ?? 0) + weight * (before - leadTime(coalition | (1 << source), replication));
    }
  }
  return shares;
}

/**
 * Shapley values of one replication from orders of removal: the mean over the orders of what each source saves when its
 * turn comes. Unbiased for uniform orders; along every order the savings telescope, so the values sum to as-is minus
 * frictionless exactly. Source: Castro, Gómez and Tejada 2009, Polynomial calculation of the Shapley value
 * based on sampling.
 */
export function sampledShares(count: number, replication: number, orders: readonly (readonly number[])[], leadTime: LeadTimeWithout): readonly number[] {
  const shares = new Array<number>(count).fill(0);
  for (const order of orders) {
    const path = pathOf(order);
    order.forEach((source, turn) => {
      const saved = leadTime(path[turn] ?? 0, replication) - leadTime(path[turn + 1] ?? 0, replication);
      shares[source] = (shares[source] ?? 0) + saved / orders.length;
    });
  }
  return shares;
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i += 1) value = (value * (n - k + i)) / i;
  return value;
}
