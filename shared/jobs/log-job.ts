import { scenarioIdOf } from '../analysis/studies/evidence.ts';
import type { Model } from '../document/model/model.ts';
import { nameOf } from '../document/model/queries.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import { writeLogCsv, writeLogXes } from '../report/writers/event-log.ts';
import type { Probe, ProbeMoment } from '../simulation/engine/probe.ts';
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
  const opened = await openScenario(job, ports, watch, () => 1);
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
  team: number;
}

/** Listens to a run and writes a row for each visit of a step that was completed. */
export class LogProbe implements Probe {
  readonly rows: LogRow[] = [];
  readonly #network: Network;
  readonly #model: Model;
  readonly #origin: number;
  /** By branch: it is at one step at a time. */
  readonly #open = new Map<number, Open>();
  readonly #cases = new Map<string, number>();

  /** `origin`: the run's start in seconds since 1970 UTC. */
  constructor(network: Network, model: Model, origin: number) {
    this.#network = network;
    this.#model = model;
    this.#origin = origin;
  }

  tell(moment: ProbeMoment): void {
    const { event, time, token, work, unit, team, detail } = moment;
    switch (event) {
      case 'arrive':
        this.#cases.set(caseKey(moment), this.#cases.size);
        return;
      case 'enable':
        this.#open.set(token, { enable: time, start: undefined, unit: -1, team: -1 });
        return;
      case 'ready': {
        // A decision, an answer or a place in the team came first: nobody could have begun before.
        const open = this.#open.get(token);
        if (open !== undefined) open.enable = time;
        return;
      }
      case 'start': {
        const open = this.#open.get(token);
        if (open === undefined || work !== WORK.flow) return;
        open.start ??= time;
        open.unit = unit;
        open.team = team;
        return;
      }
      case 'end': {
        const open = this.#open.get(token);
        if (open === undefined || work !== WORK.flow || detail !== STAGE.service) return;
        this.#open.delete(token);
        this.rows.push(this.#row(moment, open));
        return;
      }
      default:
        return;
    }
  }

  #row(moment: ProbeMoment, { enable, start, unit, team }: Open): LogRow {
    const { nodes, units, teams } = this.#network;
    const id = nodes.id[moment.node] ?? '';
    const instant = (seconds: number): number => (this.#origin + seconds) * 1000;
    const resource = unit < 0 ? undefined : units.id[unit];
    const teamName = team < 0 ? undefined : teams.name[team];
    return {
      case: String(this.#cases.get(caseKey(moment)) ?? moment.item),
      activity: nodes.name[moment.node] ?? id,
      element: id,
      enable: instant(enable),
      start: instant(start ?? moment.time - moment.amount),
      end: instant(moment.time),
      workingSeconds: moment.amount,
      ...(resource === undefined ? {} : { resource: Object.hasOwn(this.#model.people, resource) ? nameOf(this.#model, resource) : resource }),
      ...(teamName === undefined ? {} : { team: teamName }),
    };
  }
}

const caseKey = ({ itemClass, item }: ProbeMoment): string => `${itemClass}:${item}`;
