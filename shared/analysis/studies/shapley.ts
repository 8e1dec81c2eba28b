import type { Model } from '../../document/model/model.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { Measure, Series } from './measure.ts';
import { type Source, sourcesOf, without } from './removal.ts';
import type { RemovalStudy } from './results.ts';

/** An interval for the mean of one number per replication. */
export type Interval = (values: readonly number[]) => Estimate;

/** What taking each source away alone saves, in seconds of lead time; null where the run then cannot keep up. */
export async function removeOneStudy(model: Model, measure: Measure, interval: Interval): Promise<Outcome<RemovalStudy>> {
  const asItIs = await measure(model);
  if (!asItIs.ok) return asItIs;
  const effects: RemovalStudy['effects'][number][] = [];
  for (const source of sourcesOf(model)) {
    const left = await measure(without(model, new Set([source])));
    if (!left.ok) return left;
    effects.push({ source, effect: saved(asItIs.value, left.value, interval) });
  }
  const frictionless = await measure(without(model, new Set(sourcesOf(model))));
  if (!frictionless.ok) return frictionless;
  return succeed({ study: 'removeOne', effects: byEffect(effects), whole: saved(asItIs.value, frictionless.value, interval) });
}

/**
 * Shapley values of the sources (DESIGN 4f), exact over all coalitions: φ(s) = Σ |S|! (n − |S| − 1)! / n! · (v(S ∪ s) − v(S))
 * with v the lead time saved by taking S away; per replication, so that the interval is Student's over replications.
 * They sum to as-is minus frictionless. A coalition that cannot keep up makes the values it enters null.
 * Source: Shapley 1953, A value for n-person games.
 */
export async function shapleyStudy(model: Model, measure: Measure, interval: Interval): Promise<Outcome<RemovalStudy>> {
  const sources = sourcesOf(model);
  const runs: Series[] = [];
  for (let coalition = 0; coalition < 2 ** sources.length; coalition += 1) {
    const run = await measure(without(model, members(sources, coalition)));
    if (!run.ok) return run;
    runs.push(run.value);
  }
  const [asItIs] = runs;
  const frictionless = runs.at(-1);
  if (asItIs === undefined || frictionless === undefined) return succeed({ study: 'shapley', effects: [], whole: null });
  const effects = sources.map((source, at) => ({ source, effect: valueOf(at, sources.length, runs, interval) }));
  return succeed({ study: 'shapley', effects: byEffect(effects), whole: saved(asItIs, frictionless, interval) });
}

/** Most sources whose coalitions are all run: 2^8 of them. */
export const mostExactSources = 8;

const members = (sources: readonly Source[], coalition: number): ReadonlySet<Source> => new Set(sources.filter((_, at) => (coalition & (1 << at)) !== 0));

function valueOf(at: number, count: number, runs: readonly Series[], interval: Interval): Estimate | null {
  const own = 1 << at;
  const replications = runs[0]?.leadTime.length ?? 0;
  const values = new Array<number>(replications).fill(0);
  for (let coalition = 0; coalition < runs.length; coalition += 1) {
    if ((coalition & own) !== 0) continue;
    const before = runs[coalition];
    const after = runs[coalition | own];
    if (before === undefined || after === undefined || before.unstable || after.unstable) return null;
    const weight = 1 / (count * binomial(count - 1, sizeOf(coalition)));
    for (let replication = 0; replication < replications; replication += 1) {
      values[replication] = (values[replication] ?? 0) + weight * ((before.leadTime[replication] ?? 0) - (after.leadTime[replication] ?? 0));
    }
  }
  return interval(values);
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i += 1) value = (value * (n - k + i)) / i;
  return value;
}

const saved = (before: Series, after: Series, interval: Interval): Estimate | null =>
  before.unstable || after.unstable ? null : interval(before.leadTime.map((value, at) => value - (after.leadTime[at] ?? 0)));

const byEffect = (effects: readonly RemovalStudy['effects'][number][]): RemovalStudy['effects'] =>
  effects.toSorted((a, b) => (b.effect?.mean ?? Number.NEGATIVE_INFINITY) - (a.effect?.mean ?? Number.NEGATIVE_INFINITY));
