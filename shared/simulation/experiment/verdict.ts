import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunResult } from '../results/run-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { backlogTrend } from '../statistics/trend.ts';
import { estimateOf } from './estimates.ts';
import { DAY, offeredLoadOf } from './measures.ts';

/** What of a network the verdict names. */
export interface TeamNames {
  readonly id: readonly string[];
  readonly unlimited: ArrayLike<number>;
}

/** Chance at which a test calls work rising that is not. */
const surprise = 0.01;

/**
 * Whether the process keeps up (DESIGN 4i): a steady run is unstable where a team's offered load is at least 1 beyond
 * doubt, where a one-sided 99 % t test says that work in progress rises over its second half, or where so many items were
 * in the system at once that the run was stopped. The team named is the one with the highest load, if any.
 * Where `tests` runs are judged together, each must be so much surer (Bonferroni).
 */
export function verdictOf(results: readonly ReplicationResult[], settings: RunSettings, teams: TeamNames, tests = 1): RunResult['verdict'] {
  if (settings.mode === 'terminating') return { state: 'terminating', team: null, backlogPerDay: null };
  const { team, load } = heaviestTeam(results, settings, teams, tests);
  const trend = backlogTrend(results.map((result) => workInProgressSeries(result, settings)), 1 - surprise / tests);
  const overrun = results.filter(({ ended }) => ended === 'items');
  if (overrun.length === 0 && !trend.rising && load < 1) return { state: 'stable', team: null, backlogPerDay: null };
  return {
    state: 'unstable',
    team: team < 0 ? null : teams.id[team]!,
    backlogPerDay: overrun.length > 0 ? leftPerDay(overrun) : (Math.max(0, trend.slope) * DAY) / settings.period,
  };
}

/** Items more in the system per day of runs that were stopped because too many were there. */
const leftPerDay = (results: readonly ReplicationResult[]): number =>
  results.reduce((sum, { items, endTime }) => sum + ((items.started - items.finished) * DAY) / endTime, 0) / results.length;

/** Work in progress per period, whole periods up to the horizon. */
export function workInProgressSeries(result: ReplicationResult, settings: RunSettings): number[] {
  const end = Math.min(settings.horizon, result.endTime);
  const whole = Math.min(result.periods.length, Math.floor(end / settings.period));
  return result.periods.slice(0, whole).map((area) => area / settings.period);
}

/** The team with the highest offered load, and the lower end of that load. */
function heaviestTeam(results: readonly ReplicationResult[], settings: RunSettings, teams: TeamNames, tests: number): { team: number; load: number } {
  let team = -1;
  let most = 0;
  let load = 0;
  for (let index = 0; index < teams.id.length; index += 1) {
    if (teams.unlimited[index] === 1) continue;
    const estimate = estimateOf(results.map((result) => offeredLoadOf(result.teams[index]!)), settings.confidence, tests);
    if ((estimate.mean ?? 0) <= most) continue;
    team = index;
    most = estimate.mean ?? 0;
    load = estimate.low ?? most;
  }
  return { team, load };
}
