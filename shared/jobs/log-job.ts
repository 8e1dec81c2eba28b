import { scenarioIdOf } from '../analysis/studies/evidence.ts';
import type { Model } from '../document/model/model.ts';
import { nameOf } from '../document/model/queries.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import { writeLogCsv, writeLogXes } from '../report/writers/event-log.ts';
import type { Probe, ProbeEvent } from '../simulation/engine/probe.ts';
import { startRun } from '../simulation/engine/run.ts';
import { STAGE, WORK } from '../simulation/engine/tokens.ts';
import type { Network } from '../simulation/network/network.ts';
import type { LogRow } from '../simulation/results/event-log.ts';
import type { JobOf, JobResults } from './job.ts';
import type { JobWatch, Ports } from './ports.ts';
import { openScenario } from './simulation-jobs.ts';

const slice = 100_000;

/** Runs the first replication once more and writes down every activity of every item. */
export async function writeLog(job: JobOf<'log'>, ports: Ports, watch: JobWatch): Promise<Outcome<JobResults['log']>> {
  const opened = await openScenario(job, ports, watch);
  if (!opened.ok) return opened;
  const { subject, laboratory } = opened.value;
  const { settings } = laboratory;
  const log = new LogProbe(subject.network, subject.model, settings.startInstant);
  const run = startRun(subject.network, settings, 0, log);
  while (run.advance(slice) === 'more') await ports.breathe();
  const { rows } = log;
  const id = scenarioIdOf(job.document, job.scenario);
  const title = [job.document.settings.title, id.ok ? id.value : ''].join(' · ');
  return succeed({ text: job.format === 'csv' ? writeLogCsv(rows) : writeLogXes(rows, title) });
}

interface Open {
  enable: number;
  start: number | undefined;
  unit: number;
}

/** Listens to a run and writes a row for each visit of a step that was completed. */
export class LogProbe implements Probe {
  readonly rows: LogRow[] = [];
  readonly #network: Network;
  readonly #model: Model;
  readonly #origin: number;
  readonly #open = new Map<number, Open>();
  readonly #cases = new Map<number, number>();
  #arrived = 0;

  /** `origin`: the run's start in seconds since 1970 UTC. */
  constructor(network: Network, model: Model, origin: number) {
    this.#network = network;
    this.#model = model;
    this.#origin = origin;
  }

  tell(event: ProbeEvent, time: number, item: number, about: number, element: number, unit: number, amount: number): void {
    switch (event) {
      case 'arrive':
        this.#cases.set(item, this.#arrived);
        this.#arrived += 1;
        return;
      case 'enable':
        this.#open.set(item, { enable: time, start: undefined, unit: -1 });
        return;
      case 'start': {
        const open = this.#open.get(item);
        if (open === undefined || about !== WORK.flow) return;
        open.start ??= time;
        open.unit = unit;
        return;
      }
      case 'end': {
        const open = this.#open.get(item);
        if (open?.start === undefined || about !== STAGE.service) return;
        this.#open.delete(item);
        this.rows.push(this.#row(item, element, open, open.start, time, amount));
        return;
      }
      default:
        return;
    }
  }

  #row(item: number, element: number, { enable, unit }: Open, start: number, end: number, workingSeconds: number): LogRow {
    const { nodes, units, teams } = this.#network;
    const id = nodes.id[element] ?? '';
    const instant = (seconds: number): number => (this.#origin + seconds) * 1000;
    const resource = unit < 0 ? undefined : units.id[unit];
    const team = unit < 0 ? undefined : teams.name[units.team[unit] ?? -1];
    return {
      case: String(this.#cases.get(item) ?? item),
      activity: nodes.name[element] ?? id,
      element: id,
      enable: instant(enable),
      start: instant(start),
      end: instant(end),
      workingSeconds,
      ...(resource === undefined ? {} : { resource: resource in this.#model.people ? nameOf(this.#model, resource) : resource }),
      ...(team === undefined ? {} : { team }),
    };
  }
}
