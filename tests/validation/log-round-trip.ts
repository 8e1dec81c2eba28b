// From a run to its log, and from the log back to causes of waiting: the ways that DESIGN 4 g maps onto one another.
import type { Model } from '../../shared/document/model/model.ts';
import { analyzeLog } from '../../shared/jobs/analyze-job.ts';
import { LogProbe } from '../../shared/jobs/log-job.ts';
import { say } from '../../shared/language/say.ts';
import { type WaitingCause, waitingCauses } from '../../shared/analysis/measured/waiting-causes.ts';
import { writeLogCsv, writeLogXes } from '../../shared/report/writers/event-log.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import { CAUSE, type Cause } from '../../shared/simulation/results/causes.ts';
import type { ReplicationResult } from '../../shared/simulation/results/replication-result.ts';
import type { RunSettings } from '../../shared/simulation/results/used-settings.ts';

export type Causes = Readonly<Record<WaitingCause, number>>;

/**
 * How causes of a run appear in its log. What lies between the end of one piece of work and the moment at which the next
 * could begin is extraneous there, a batch or a cadence on the way included; only members that are worked on together
 * show as a batch. Set-up, questions and what breaks work off lie within the activity: a log does not show them as waiting.
 */
const seenAs: Readonly<Partial<Record<Cause, WaitingCause>>> = {
  priority: 'prioritisation', queue: 'contention', calendar: 'unavailability',
  batch: 'extraneous', transfer: 'extraneous', blocking: 'extraneous', interrupt: 'extraneous', decision: 'extraneous', information: 'extraneous', timer: 'extraneous',
};

const nothing = (): Record<WaitingCause, number> => ({ batching: 0, prioritisation: 0, contention: 0, unavailability: 0, extraneous: 0 });

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Monday 2024-02-05 00:00 UTC in a run from Monday 2024-01-01 on: a week without holidays. */
const weekAt = Date.UTC(2024, 1, 5) / 1000;

/** Working hours of every unit as a file for `analyze --calendar`, in UTC as the log, read off a week of the run's calendars. */
function calendarFile({ units, calendars }: Network, startInstant: number, nameOf: (unit: string) => string): Uint8Array {
  const midnight = weekAt - startInstant;
  const clock = (second: number): string => [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  const week = (calendar: Network['calendars'][number]) => {
    const periods: { from: string; beginTime: string; endTime: string }[] = [];
    for (let day = 0; day < 7; day += 1) {
      const [from, to] = [midnight + day * 86_400, midnight + (day + 1) * 86_400];
      for (let time = calendar.nextOpening(from); time < to; ) {
        const closes = Math.min(calendar.nextClosing(time), to);
        periods.push({ from: days[day] ?? '', beginTime: clock(time - from), endTime: clock(closes - from) });
        time = calendar.nextOpening(closes);
      }
    }
    return periods;
  };
  const file = Object.fromEntries(units.id.map((id, unit) => [nameOf(id), week(calendars[units.calendar[unit] ?? 0]!)]));
  return new TextEncoder().encode(JSON.stringify(file));
}

export interface RoundTrip {
  /** Seconds by cause and pair of teams, as the run and as the log says. */
  readonly ofRun: ReadonlyMap<string, Causes>;
  readonly ofLog: ReadonlyMap<string, Causes>;
  readonly transitions: number;
}

/** Runs once, writes the log, reads it, and gives both accounts of the waiting between teams. */
export function roundTrip(network: Network, model: Model, settings: RunSettings, format: 'csv' | 'xes' = 'csv'): RoundTrip {
  const probe = new LogProbe(network, model, settings.startInstant);
  const run = startRun(network, settings, 0, probe);
  while (run.advance(100_000) === 'more');
  const text = format === 'csv' ? writeLogCsv(probe.rows) : writeLogXes(probe.rows, 'run');
  const read = analyzeLog({
    type: 'analyze', log: { name: `log.${format}`, bytes: new TextEncoder().encode(text) },
    calendar: { name: 'calendar.json', bytes: calendarFile(network, settings.startInstant, (unit) => model.people[unit]?.name ?? unit) },
  });
  if (!read.ok) throw new Error(say(read.failure.message));
  const teamOf = new Map(network.nodes.name.map((name, node) => [name, network.teams.id[network.steps.team[network.nodes.step[node] ?? -1] ?? -1] ?? '']));
  const ofLog = new Map<string, Record<WaitingCause, number>>();
  let transitions = 0;
  for (const { sourceActivity, targetActivity, causes, frequency } of read.value.handoffs) {
    const sums = rowFor(ofLog, `${teamOf.get(sourceActivity)} → ${teamOf.get(targetActivity)}`);
    for (const cause of waitingCauses) sums[cause] += causes[cause];
    transitions += frequency;
  }
  return { ofRun: boundariesOf(run.result(), network), ofLog, transitions };
}

function rowFor(rows: Map<string, Record<WaitingCause, number>>, pair: string): Record<WaitingCause, number> {
  const row = rows.get(pair) ?? nothing();
  rows.set(pair, row);
  return row;
}

/** What the run charges to crossings between teams, in the words of a log. */
function boundariesOf(result: ReplicationResult, { teams }: Network): Map<string, Causes> {
  const rows = new Map<string, Record<WaitingCause, number>>();
  for (const { from, to, seconds } of result.boundaries) {
    if (from < 0 || to < 0) continue;
    const sums = rowFor(rows, `${teams.id[from]} → ${teams.id[to]}`);
    for (const [cause, seen] of Object.entries(seenAs)) sums[seen] += seconds[CAUSE[cause as Cause]] ?? 0;
  }
  return rows;
}
