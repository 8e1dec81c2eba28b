// Runs a model of ../shared/data/prosimos in our engine and writes down every piece of work.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Model } from '../../shared/document/model/model.ts';
import { readCsvLog } from '../../shared/interchange/csv/read-csv.ts';
import { readProcess } from '../../shared/interchange/read-process.ts';
import { say } from '../../shared/language/say.ts';
import type { ProbeMoment } from '../../shared/simulation/engine/probe.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import type { ReplicationResult } from '../../shared/simulation/results/replication-result.ts';
import { openSeconds, type Work } from './prosimos-log.ts';

export const folder = path.resolve(import.meta.dirname, '../../../shared/data/prosimos');

const start = '2023-01-02T00:00';

export async function openModel(drawing: string, parameters: string): Promise<Model> {
  const files = [drawing, parameters].map((file) => ({ name: path.basename(file), bytes: readFileSync(path.join(folder, file)) }));
  const outcome = await readProcess(files, { keepNames: true });
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value.model;
}

/** A piece of work of a run, with who did it. */
export interface OwnWork extends Work {
  readonly element: string;
  readonly unit: string;
}

export interface OwnRun {
  readonly works: readonly OwnWork[];
  readonly result: ReplicationResult;
}

/** Replications of 1,000 items each, identities asserted while running; times in seconds from the start of the run. */
export function simulate(model: Model, replications: number, items = 1000): OwnRun[] {
  const network = compileNetwork(model, { start });
  if (!network.ok) throw new Error(say(network.failure.message));
  const settings = resolveRunSettings(network.value, { items, start }, { checks: true });
  const { nodes, units } = network.value;
  return Array.from({ length: replications }, (_, replication) => {
    const works: OwnWork[] = [];
    const open = new Map<number, { start: number; unit: number }>();
    const tell = ({ event, token, time, unit, work, detail, amount, node, item }: ProbeMoment): void => {
      if (work !== 0) return;
      if (event === 'start') open.set(token, { start: time, unit });
      if (event !== 'end' || detail !== 1) return;
      const begun = open.get(token);
      open.delete(token);
      works.push({
        caseId: `${replication}/${item}`, activity: nodes.name[node] ?? '', element: nodes.id[node] ?? '', unit: units.id[begun?.unit ?? unit] ?? '',
        start: begun?.start ?? time, end: time, working: amount,
      });
    };
    const run = startRun(network.value, settings, replication, { tell });
    while (run.advance(1_000_000) === 'more');
    return { works, result: run.result() };
  });
}

/** Their log, with working time by the calendar of each step's team. */
export function readTheirLog(file: string, model: Model): Work[] {
  const outcome = readCsvLog(readFileSync(path.join(folder, file)), path.basename(file));
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  const calendarOf = new Map(
    Object.values(model.nodes).flatMap((node) => {
      const team = node.kind === 'step' ? model.teams[node.requirements?.[0]?.anyOf[0]?.team ?? ''] : undefined;
      const calendar = model.calendars[team?.calendar ?? ''];
      return calendar === undefined ? [] : [[node.name ?? node.id, calendar] as const];
    }),
  );
  return outcome.value.events.map(({ caseId, activity, start: from, end: to }) => {
    const calendar = calendarOf.get(activity);
    if (calendar === undefined) throw new Error(`No calendar for ${activity}`);
    return { caseId, activity, start: from / 1000, end: to / 1000, working: openSeconds(calendar, from / 1000, to / 1000) };
  });
}
