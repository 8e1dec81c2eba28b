import type { Model } from '../../document/model/model.ts';
import { unitsOfTeam } from '../../document/model/queries.ts';
import { type Outcome, succeed } from '../../language/outcome.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { RunResult } from '../../simulation/results/run-result.ts';
import { withOneMore, withServiceTimes } from './changes.ts';
import type { Measure, Paired, Series } from './measure.ts';
import type { GainStudy } from './results.ts';

/** Teams whose gain is computed unless all are asked for. */
const topTeams = 5;
const faster = 0.9;

/** The teams to ask about: those with units that had work to do, the highest offered load first. */
export function teamsForGain(model: Model, result: RunResult, which: 'top' | 'all'): readonly string[] {
  const ranked = result.bottlenecks
    .filter((row) => (row.offeredLoad.mean ?? 0) > 0 && limited(model, row.team))
    .toSorted((a, b) => (b.offeredLoad.mean ?? 0) - (a.offeredLoad.mean ?? 0))
    .map((row) => row.team);
  return which === 'all' ? ranked : ranked.slice(0, topTeams);
}

const limited = (model: Model, id: string): boolean => {
  const team = model.teams[id];
  return team !== undefined && unitsOfTeam(team) !== undefined;
};

interface Tried {
  readonly team: string;
  readonly more: readonly number[];
  readonly capacity: Estimate;
  readonly service: Estimate;
}

/**
 * The causal bottleneck (DESIGN 5): paired runs with one more unit, and with service times a tenth shorter, team by
 * team. Gains are seconds of lead time saved, or items a day where the run as it is cannot keep up. Teams rank by what
 * one more unit gains; a team is tied when its pairs cannot be told apart from the best one's.
 */
export async function gainStudy(model: Model, teams: readonly string[], unstable: boolean, measure: Measure, paired: Paired): Promise<Outcome<GainStudy>> {
  const base = await measure(model);
  if (!base.ok) return base;
  const pick = (series: Series): readonly number[] => (unstable ? series.throughputPerDay : series.leadTime);
  const gained = (series: Series): Estimate => (unstable ? paired(pick(series), pick(base.value)) : paired(pick(base.value), pick(series)));
  const tried: Tried[] = [];
  for (const team of teams) {
    const more = await measure(withOneMore(model, team));
    if (!more.ok) return more;
    const quicker = await measure(withServiceTimes(model, team, faster));
    if (!quicker.ok) return quicker;
    tried.push({ team, more: pick(more.value), capacity: gained(more.value), service: gained(quicker.value) });
  }
  const ranked = tried.toSorted((a, b) => (b.capacity.mean ?? 0) - (a.capacity.mean ?? 0));
  const [best] = ranked;
  const asGoodAsBest = ranked.map((one) => one !== best && best !== undefined && holdsZero(paired(one.more, best.more)));
  return succeed({
    study: 'gain',
    measure: unstable ? 'throughputPerDay' : 'leadTime',
    gains: ranked.map(({ team, capacity, service }, at) => ({ team, capacity, service, rank: at + 1, tied: at === 0 ? asGoodAsBest.includes(true) : (asGoodAsBest[at] ?? false) })),
  });
}

const holdsZero = ({ low, high }: Estimate): boolean => low === null || high === null || (low <= 0 && high >= 0);
