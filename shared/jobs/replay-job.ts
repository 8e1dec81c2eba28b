import { defaults } from '../document/model/defaults.ts';
import type { Model } from '../document/model/model.ts';
import { type Outcome, succeed } from '../language/outcome.ts';
import type { Probe, ProbeMoment } from '../simulation/engine/probe.ts';
import { startRun } from '../simulation/engine/run.ts';
import { STAGE, WORK } from '../simulation/engine/tokens.ts';
import { findTimeZone, offsetAt, UTC, type TimeZone } from '../simulation/kernel/time-zones/time-zone.ts';
import type { Network } from '../simulation/network/network.ts';
import type { Replay, ReplayStay } from '../simulation/results/replay.ts';
import type { RunSettings } from '../simulation/results/used-settings.ts';
import type { JobOf } from './job.ts';
import type { JobWatch, Ports } from './ports.ts';
import { openScenario } from './simulation-jobs.ts';
import { waysThrough } from './ways.ts';

const day = 86_400;
const week = 7 * day;
/** Stays kept: a day with more than some thousands is a blur anyway. */
const most = 50_000;
const slice = 20_000;

/** Runs the first replication again up to a week in its middle, and writes down who was where in that week. */
export async function recordReplay(job: JobOf<'replay'>, ports: Ports, watch: JobWatch): Promise<Outcome<Replay>> {
  const opened = await openScenario(job, ports, watch, () => 1);
  if (!opened.ok) return opened;
  const { subject, laboratory } = opened.value;
  const { settings } = laboratory;
  const timeZone = job.document.settings.timeZone ?? defaults.settings.timeZone;
  const span = fromMidnight(middleWeek(settings), settings.startInstant, findTimeZone(timeZone) ?? UTC);
  const probe = new ReplayProbe(subject.network, subject.model, span);
  const run = startRun(subject.network, settings, 0, probe);
  while (!probe.isFull && run.advance(slice) === 'more') await ports.breathe();
  return succeed(probe.replay(settings.startInstant + span.from, timeZone));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A week of the run that is no longer settling in: the one that holds the middle of what counts. Seconds from the start. */
export function middleWeek({ warmUp, horizon }: Pick<RunSettings, 'warmUp' | 'horizon'>): Span {
  const middle = Number.isFinite(horizon) ? (warmUp + horizon) / 2 : warmUp;
  const from = Math.max(0, Math.floor(middle / week)) * week;
  const to = Number.isFinite(horizon) ? Math.min(from + week, Math.max(day, Math.ceil(horizon / day) * day)) : from + week;
  return { from, to: Math.max(to, from + day) };
}

/** Days begin when the clock of the document says so, also when it was put forward or back since the start. */
export function fromMidnight({ from, to }: Span, start: number, zone: TimeZone): Span {
  const by = offsetAt(zone, start) - offsetAt(zone, start + from);
  return { from: Math.max(0, from + by), to: to + by };
}

interface Open {
  readonly item: number;
  readonly node: string;
  readonly left: number;
  readonly path: number;
  readonly enable: number;
  begin: number;
}

/** Where an item was last, and when it was done there. */
interface Past {
  readonly node: string;
  readonly end: number;
}

/** Listens to a run and keeps the stays that touch a span of time. */
export class ReplayProbe implements Probe {
  /** Nothing that is still to come belongs to the replay. */
  isFull = false;
  readonly #network: Network;
  readonly #span: Span;
  readonly #ways: ReturnType<typeof waysThrough>;
  readonly #numbers = new Map<string, number>();
  readonly #open = new Map<number, Open>();
  /** By item: the last few steps it has been at; its branches end where they end. */
  readonly #past = new Map<number, Past[]>();
  readonly #stays: ReplayStay[] = [];
  #cutAt: number | undefined;

  constructor(network: Network, model: Model, span: Span) {
    this.#network = network;
    this.#span = span;
    this.#ways = waysThrough(model);
  }

  tell(moment: ProbeMoment): void {
    if (this.isFull) return;
    const { event, time } = moment;
    if (time >= this.#span.to) {
      this.isFull = true;
      return;
    }
    switch (event) {
      case 'arrive': {
        const item = this.#numberOf(moment);
        const { nodes, classes } = this.#network;
        const start = nodes.id[classes.start[moment.itemClass] ?? -1];
        this.#past.set(item, start === undefined ? [] : [{ node: start, end: time }]);
        return;
      }
      case 'enable':
        this.#enable(moment);
        return;
      case 'start': {
        const open = this.#open.get(moment.token);
        if (open !== undefined && moment.work === WORK.flow && !Number.isFinite(open.begin)) open.begin = time;
        return;
      }
      case 'end': {
        const open = this.#open.get(moment.token);
        if (open === undefined || moment.work !== WORK.flow || moment.detail !== STAGE.service) return;
        this.#close(moment.token, open, time);
        return;
      }
      case 'finish':
      case 'refuse':
      case 'abandon':
        this.#leave(moment);
        return;
      default:
        return;
    }
  }

  replay(start: number, timeZone: string): Replay {
    for (const [token, open] of this.#open) this.#close(token, open, this.#span.to);
    return {
      start,
      timeZone,
      days: Math.round((this.#span.to - this.#span.from) / day),
      stays: this.#stays.toSorted((a, b) => a.left - b.left || a.item - b.item),
      paths: this.#ways.paths,
      cutAt: this.#cutAt,
    };
  }

  #numberOf({ itemClass, item }: ProbeMoment): number {
    const key = `${itemClass}:${item}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  #enable(moment: ProbeMoment): void {
    const { node: number, token, time } = moment;
    const item = this.#numberOf(moment);
    const node = this.#network.nodes.id[number] ?? '';
    const { left, path } = this.#from(item, node, time);
    this.#open.set(token, { item, node, left, path, enable: time, begin: Number.POSITIVE_INFINITY });
  }

  /** Where an item came from: the step done last from which a way leads here. */
  #from(item: number, node: string, time: number): { left: number; path: number } {
    const past = this.#past.get(item) ?? [];
    for (const { node: before, end } of past.toReversed()) {
      const path = this.#ways.between(before, node);
      if (path >= 0) return { left: end, path };
    }
    return { left: time, path: -1 };
  }

  #close(token: number, { item, node, left, path, enable, begin }: Open, end: number): void {
    this.#open.delete(token);
    const past = this.#past.get(item);
    if (past !== undefined) {
      past.push({ node, end });
      if (past.length > 8) past.shift();
    }
    this.#keep({ item, node, left, enable, begin: Math.min(begin, end), end, path });
  }

  /** Whoever leaves is seen to go to the end that is nearest; its open branches end here. */
  #leave(moment: ProbeMoment): void {
    const item = this.#numberOf(moment);
    for (const [token, open] of this.#open) if (open.item === item) this.#close(token, open, moment.time);
    const last = this.#past.get(item)?.at(-1);
    const out = last === undefined || moment.event !== 'finish' ? undefined : this.#ways.out(last.node);
    if (last !== undefined && out !== undefined) this.#keep({ item, node: out.node, left: last.end, enable: moment.time, begin: moment.time, end: moment.time, path: out.path });
    this.#past.delete(item);
  }

  #keep(stay: ReplayStay): void {
    const { from } = this.#span;
    if (stay.end < from) return;
    if (this.#stays.length >= most) {
      this.#cutAt ??= stay.enable - from;
      this.isFull = true;
      return;
    }
    const shifted = (time: number): number => Math.max(0, time - from);
    this.#stays.push({ ...stay, left: shifted(stay.left), enable: shifted(stay.enable), begin: shifted(stay.begin), end: shifted(stay.end) });
  }
}
