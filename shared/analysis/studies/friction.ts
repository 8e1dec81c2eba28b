import type { Model } from '../../document/model/model.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { FrictionStudy, Source, SourceEffect } from '../readings/studied.ts';
import { allCoalitions, everyone, ordersOf, pathOf } from './coalitions.ts';
import type { Interval, Measure } from './measure.ts';
import { sourcesOf } from './removal.ts';
import { exactShares, type LeadTimeWithout, sampledShares } from './shapley.ts';
import { TriedCoalitions } from './tried-coalitions.ts';

/** Most sources whose sets are all run: 2^8 of them. */
const mostExactSources = 8;
/** Orders of removal in each replication beyond that, half of them the reverse of the others. */
const sampledOrders = 4;

export interface FrictionPlan {
  readonly replications: number;
  readonly seed: number;
}

/** Runs of single replications that the study will take, for progress. */
export function frictionRuns(model: Model, replications: number): number {
  const count = sourcesOf(model).length;
  const sets = count <= mostExactSources ? 2 ** count : count + 2 + sampledOrders * (count - 2);
  return replications * sets;
}

/**
 * What each source of friction really costs (DESIGN 4f): the remove-one effect, and the Shapley value over all sets of
 * sources, exact up to eight sources, from each replication's own sampled orders of removal beyond. All runs share
 * seeds, cohort and warm-up; intervals are Student's over replications. A set without which work piles up is named:
 * it has no value, and so the shares, which rest on all sets, have none either.
 */
export async function frictionStudy(model: Model, plan: FrictionPlan, measure: Measure, interval: Interval): Promise<Outcome<FrictionStudy>> {
  const sources = sourcesOf(model);
  const count = sources.length;
  const exact = count <= mostExactSources;
  const orders = Array.from({ length: exact ? 0 : plan.replications }, (_, replication) => ordersOf(count, sampledOrders / 2, plan.seed, replication));
  // What remove-one effects and the whole rest on is run even where some of it piles up.
  const always = [0, everyone(count), ...sources.map((_, at) => 1 << at)];
  const wanted = exact ? everywhere(count) : along(orders);
  const tried = new TriedCoalitions(model, sources, plan.replications, measure, new Set([...always, ...wanted.keys()]).size);

  for (const coalition of always) {
    const run = await tried.run(coalition);
    if (!run.ok) return run;
  }
  for (const [coalition, numbers] of wanted) {
    if (tried.unstable.length > 0) break;
    const run = await tried.run(coalition, numbers);
    if (!run.ok) return run;
  }

  const leadTime: LeadTimeWithout = (coalition, replication) => tried.leadTime(coalition, replication);
  const all = Array.from({ length: plan.replications }, (_, replication) => replication);
  const shares =
    tried.unstable.length > 0
      ? undefined
      : all.map((replication) => (exact ? exactShares(count, replication, leadTime) : sampledShares(count, replication, orders[replication] ?? [], leadTime)));
  const saved = (coalition: number): Estimate | null =>
    tried.piledUp(0) || tried.piledUp(coalition) ? null : interval(all.map((replication) => leadTime(0, replication) - leadTime(coalition, replication)));
  return succeed({
    study: 'friction',
    asItIs: tried.piledUp(0) ? null : interval(all.map((replication) => leadTime(0, replication))),
    whole: saved(everyone(count)),
    effects: costliestFirst(sources.map((source, at) => ({ source, alone: saved(1 << at), share: shares === undefined ? null : interval(shares.map((values) => values[at] ?? 0)) }))),
    method: exact ? { kind: 'exact' } : { kind: 'sampled', orders: sampledOrders },
    unstable: tried.unstable,
  });
}

type Wanted = ReadonlyMap<number, readonly number[] | undefined>;

const everywhere = (count: number): Wanted => new Map(allCoalitions(count).map((coalition) => [coalition, undefined]));

/** The sets that the orders pass through, each with the replications that meet it. */
function along(orders: readonly (readonly (readonly number[])[])[]): Wanted {
  const met = new Map<number, Set<number>>();
  for (const [replication, own] of orders.entries()) {
    for (const coalition of own.flatMap(pathOf)) {
      const numbers = met.get(coalition) ?? new Set<number>();
      met.set(coalition, numbers.add(replication));
    }
  }
  return new Map([...met].map(([coalition, numbers]) => [coalition, [...numbers]]));
}

function costliestFirst(effects: readonly { readonly source: Source; readonly alone: Estimate | null; readonly share: Estimate | null }[]): readonly SourceEffect[] {
  const weight = ({ alone, share }: SourceEffect): number => share?.mean ?? alone?.mean ?? Number.NEGATIVE_INFINITY;
  return effects.toSorted((a, b) => weight(b) - weight(a));
}
