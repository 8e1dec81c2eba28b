import { message, type MessageId } from '../../language/message.ts';
import { say } from '../../language/say.ts';
import type { NetworkEstimate } from '../estimate/estimate.ts';
import type { Estimate } from '../results/estimate.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunResult, Warning } from '../results/run-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { averageSeries } from '../statistics/mser.ts';
import { backlogTrend } from '../statistics/trend.ts';
import { isCounted, type Labels } from './summarise-parts.ts';
import { workInProgressSeries } from './verdict.ts';

/** From this offered load on small errors of the inputs move the answer much (DESIGN 5). */
const SENSITIVE_LOAD = 0.85;

/** What a reader of the result must know before trusting it, the gravest first. */
export function warningsOf(
  results: readonly ReplicationResult[],
  settings: RunSettings,
  { teams, classes }: Pick<Labels, 'teams' | 'classes'>,
  bottlenecks: RunResult['bottlenecks'],
  verdict: RunResult['verdict'],
): Warning[] {
  const nameOf = (id: string): string => teams.name[teams.id.indexOf(id)] ?? id;
  return [
    ...endings(results, settings.limits),
    ...counting(results, classes),
    ...instability(results, settings, verdict, bottlenecks, nameOf),
    ...sensitivity(bottlenecks, verdict, nameOf),
    ...(results.length < 2 ? [warning('simulation.warning.noInterval')] : []),
  ];
}

function warning(id: MessageId, values?: Readonly<Record<string, string | number>>): Warning {
  return values === undefined ? { id, text: say(message(id)) } : { id, values: { ...values }, text: say(message(id, values)) };
}

/** No settling-in time was found in the first half of the run, so none was cut. */
export const unsettledWarning = (): Warning => warning('simulation.warning.unsettled');

/** From this relative difference on, where it is beyond the run's own interval, the estimate and the run disagree (DESIGN 9). */
const DISAGREEMENT = 0.1;

/** The estimate by formula and a stable run that disagree on the lead time. */
export function estimateWarnings(leadTime: Estimate, estimate: Pick<NetworkEstimate, 'leadTime'> | undefined, verdict: RunResult['verdict']): Warning[] {
  const { mean, low, high } = leadTime;
  const estimated = estimate?.leadTime ?? null;
  if (verdict.state !== 'stable' || estimated === null || mean === null || !(mean > 0)) return [];
  const interval = low === null || high === null ? 0 : (high - low) / 2;
  if (Math.abs(estimated - mean) <= Math.max(interval, DISAGREEMENT * mean)) return [];
  const percent = Math.round((100 * Math.abs(estimated - mean)) / mean);
  return [warning(estimated < mean ? 'simulation.warning.estimateLow' : 'simulation.warning.estimateHigh', { percent })];
}

const YEAR = 366 * 86_400;

/** Replications that did not end by themselves. */
function endings(results: readonly ReplicationResult[], limits: RunSettings['limits']): Warning[] {
  const found = new Set(results.map(({ ended }) => ended));
  const stuck = results.filter(({ ended }) => ended === 'stuck').reduce((sum, { items }) => sum + unfinished(items), 0);
  return [
    ...(found.has('items') ? [warning('simulation.warning.limitItems', { n: limits.items })] : []),
    ...(found.has('events') ? [warning('simulation.warning.limitEvents', { n: limits.events })] : []),
    ...(found.has('time') ? [warning('simulation.warning.limitTime', { years: Math.round(limits.time / YEAR) })] : []),
    ...(found.has('instant') ? [warning('simulation.warning.limitInstant', { n: limits.instant })] : []),
    ...(found.has('stuck') ? [warning('simulation.warning.stuck', { n: stuck })] : []),
  ];
}

const unfinished = (items: ReplicationResult['items']): number => items.started - items.finished - items.refused - items.abandoned;

/** Stopped before the run was over. */
const STOPPED: ReadonlySet<ReplicationResult['ended']> = new Set(['items', 'events', 'instant']);

/** Items that were not counted, or not to their end. */
function counting(results: readonly ReplicationResult[], classes: Labels['classes']): Warning[] {
  const without = results.filter(({ items }) => items.counted === 0).length;
  const censored = results.reduce((sum, { items, ended }) => sum + (ended === 'stuck' ? 0 : items.censored), 0);
  if (without === results.length) return [warning(results.every(({ ended }) => STOPPED.has(ended)) ? 'simulation.warning.noneInTime' : 'simulation.warning.noneCounted')];
  return [
    ...(without > 0 ? [warning('simulation.warning.someUncounted', { n: without, of: results.length })] : []),
    ...classes.name.filter((_, itemClass) => !isCounted(results, itemClass)).map((demand) => warning('simulation.warning.classUncounted', { demand })),
    ...(censored > 0 ? [warning('simulation.warning.censored', { n: censored })] : []),
  ];
}

function instability(
  results: readonly ReplicationResult[],
  settings: RunSettings,
  verdict: RunResult['verdict'],
  bottlenecks: RunResult['bottlenecks'],
  nameOf: (id: string) => string,
): Warning[] {
  if (verdict.state === 'unstable') {
    const n = Math.round((verdict.backlogPerDay ?? 0) * 10) / 10;
    return [
      verdict.team === null
        ? warning('simulation.warning.unstable', { n })
        : warning('simulation.warning.unstableTeam', { team: nameOf(verdict.team), n }),
    ];
  }
  if (verdict.state !== 'terminating') return [];
  const [fullest] = bottlenecks;
  const load = fullest?.offeredLoad.mean ?? 0;
  if (fullest !== undefined && load >= 1) return [warning('simulation.warning.overloaded', { team: nameOf(fullest.team), percent: Math.round(load * 100) })];
  return growsWhileItemsArrive(results, settings) ? [warning('simulation.warning.growing')] : [];
}

/**
 * A drained run whose work in progress rises over the second half of the time until its peak, in every replication's
 * average and by more than an item, piles up as long as items come.
 */
function growsWhileItemsArrive(results: readonly ReplicationResult[], settings: RunSettings): boolean {
  const average = averageSeries(results.map((result) => workInProgressSeries(result, settings)));
  const peak = average.indexOf(Math.max(...average));
  if (peak < 10 || peak < average.length / 3) return false;
  const rising = results.map((result) => workInProgressSeries(result, settings).slice(0, peak));
  return backlogTrend(rising).rising && average[peak]! > 1.5 * average[Math.floor(peak / 2)]! && average[peak]! > average[Math.floor(peak / 2)]! + 1;
}

function sensitivity(bottlenecks: RunResult['bottlenecks'], verdict: RunResult['verdict'], nameOf: (id: string) => string): Warning[] {
  return bottlenecks
    .filter(({ team, offeredLoad }) => (offeredLoad.mean ?? 0) >= SENSITIVE_LOAD && (offeredLoad.mean ?? 0) < 1 && team !== verdict.team)
    .map(({ team, offeredLoad }) => {
      const load = offeredLoad.mean!;
      // Waiting grows as ρ / (1 − ρ): 1 % more load makes it 1 / (1 − ρ) % longer.
      const more = Math.min(100, Math.round(1 / (1 - load)));
      return warning('simulation.warning.sensitive', { team: nameOf(team), percent: Math.round(load * 100), more });
    });
}
