import { log } from '../kernel/mathematics.ts';
import { EXPONENTIAL, type Sampler } from '../kernel/sampler.ts';
import { PURPOSE } from '../kernel/keys.ts';
import { ARRIVALS } from '../network/network.ts';
import { CAUSES } from '../results/causes.ts';
import { MAX_LAYERS } from './arrivals-state.ts';
import { mostOf } from './arrivals.ts';
import { DrawnAhead } from './drawn-ahead.ts';
import { EVENT, KIND_BITS, KIND_MASK } from './event-order.ts';
import { LineHeap } from './line-heap.ts';
import type { Lines } from './lines.ts';
import type { Items } from './items.ts';
import type { Sums } from './sums.ts';
import type { Units } from './units.ts';
import type { Draws } from '../kernel/draws.ts';
import type { Simulation } from './simulation.ts';

/** Draws that are made at once. */
export const BUFFER = 1024;
/** Finished items, and changes of activity, that are added up at once. */
export const FINISHED = 512;
/** Numbers kept of a finished item before its account: lead time, last place, class, word, time. */
export const ABOUT_FINISHED = 5;

/** State of a run through lines (see line-run.ts): what every event needs at hand, beside the general state that results are read from. */
export class LineState {
  protected readonly sim: Simulation;
  protected readonly lines: Lines;
  /** Tables of the general state that every event needs, at hand. */
  protected readonly items: Items;
  protected readonly units: Units;
  protected readonly sums: Sums;
  protected readonly draws: Draws;
  protected counted: Uint8Array;
  protected classOf: Int32Array;
  protected word: Uint32Array;
  protected start: Float64Array;
  protected readonly idleCount: Int32Array;
  protected readonly visits: Float64Array;
  protected readonly waiting: Float64Array;
  protected readonly service: Float64Array;
  protected readonly rate: Float64Array;
  /** Whether any unit costs anything. */
  protected readonly priced: boolean;
  protected readonly classItems: Float64Array;
  protected readonly classLeadTime: Float64Array;
  protected readonly allowed: Float64Array;
  protected readonly started: Float64Array;
  protected readonly most: Float64Array;
  protected readonly candidates: Int32Array;
  /** From when to when items that start are counted. */
  protected readonly counts: Float64Array;
  protected readonly keyed: boolean;
  protected readonly full: boolean;
  protected readonly heap: LineHeap;
  /** Time, and that of the earliest event beside the one that is applied: in an array, as numbers in fields or arguments are boxed. */
  protected readonly clock: Float64Array = new Float64Array(2);
  /** Whether the event at the root was applied and its place not yet filled. */
  protected vacant = false;
  protected readonly unitCount: number;
  /** Sources of arrivals, by slot behind those of units. */
  protected readonly sources: Int32Array;
  protected readonly gaps: readonly (Sampler | undefined)[];
  protected readonly gapMean: Float64Array;

  /** Per place of a line; `mean` is 0 where service is not simply exponential. */
  protected readonly step: Int32Array;
  protected readonly hash: Int32Array;
  protected readonly mean: Float64Array;
  protected readonly queue: Int32Array;
  protected readonly atom: Int32Array;
  protected readonly team: Int32Array;
  protected readonly samplers: readonly (Sampler | undefined)[];
  protected readonly boundary: Int32Array;

  /** Per queue, per item and per unit. */
  protected readonly head: Int32Array;
  protected readonly tail: Int32Array;
  protected readonly queueOfAtom: Int32Array;
  protected next: Int32Array = new Int32Array(0);
  protected place: Int32Array = new Int32Array(0);
  protected since: Float64Array = new Float64Array(0);
  protected account: Float64Array = new Float64Array(0);
  protected readonly stride: number;
  protected readonly current: Int32Array;
  protected readonly seconds: Float64Array;
  protected readonly begun: Float64Array;
  /** Logarithms of uniforms drawn ahead. */
  protected readonly ahead: boolean;
  /** Whether every time is drawn ahead, so that stretches can be rushed through (see line-rush.ts). */
  protected readonly rushes: boolean;
  protected readonly logs: Float64Array = new Float64Array(BUFFER);
  protected logsUsed = BUFFER;
  /** Keyed exponential times drawn ahead: a row for each place, then one for each source. */
  protected readonly drawn: DrawnAhead;
  /** Places whose service is drawn when their item starts, and kept in its account until it begins. */
  protected readonly drawnPlace: Uint8Array;
  /** Finished items that are not added up yet: of a lean run the lead time, of a full one a row with its account. */
  protected readonly finished: Float64Array;
  protected readonly finishedStride: number;
  protected leads = 0;
  /** Teams that became active (their number) or stopped being so (−1 − their number) in a stretch, and when. */
  protected readonly turns: Int32Array = new Int32Array(FINISHED);
  protected readonly turnTimes: Float64Array = new Float64Array(FINISHED);
  protected readonly parts: Float64Array = new Float64Array(CAUSES);

  /** Takes over a run at its beginning, with its first arrivals and windows pending. */
  constructor(sim: Simulation, lines: Lines) {
    const { network, settings } = sim;
    this.sim = sim;
    this.lines = lines;
    this.items = sim.items;
    this.units = sim.units;
    this.sums = sim.sums;
    this.draws = sim.draws;
    this.counted = sim.items.counted;
    this.classOf = sim.items.class;
    this.word = sim.items.word;
    this.start = sim.items.start;
    this.idleCount = sim.units.idleCount;
    this.visits = sim.sums.stepVisits;
    this.waiting = sim.sums.stepWaiting;
    this.service = sim.sums.stepService;
    this.rate = network.units.costPerSecond;
    this.priced = this.rate.some((rate) => rate > 0);
    this.classItems = sim.sums.classItems;
    this.classLeadTime = sim.sums.classLeadTime;
    this.allowed = network.classes.due;
    this.started = sim.arrivals.started;
    this.most = network.classes.atMost.map((_, itemClass) => mostOf(sim, itemClass));
    this.candidates = sim.arrivals.candidates;
    this.counts = Float64Array.of(settings.warmUp, settings.horizon);
    this.keyed = !settings.sequential;
    this.full = settings.attribution;
    const { steps, units, queues, atoms, samplers } = network;
    const ofStep = (table: Int32Array): Int32Array => Int32Array.from(lines.step, (step) => (step < 0 ? -1 : table[step]!));
    this.queue = ofStep(steps.queue);
    this.atom = ofStep(steps.expressAtom);
    this.team = ofStep(steps.team);
    this.samplers = Array.from(lines.step, (step) => (step < 0 ? undefined : samplers[steps.expressService[step]!]));
    this.step = lines.step;
    this.hash = lines.hash;
    this.mean = Float64Array.from(this.samplers, meanOf);
    this.boundary = new Int32Array(lines.step.length).fill(-1);
    this.head = new Int32Array(queues.count).fill(-1);
    this.tail = new Int32Array(queues.count).fill(-1);
    this.queueOfAtom = new Int32Array(atoms.count).fill(-1);
    for (let place = 0; place < this.atom.length; place += 1) if (this.atom[place]! >= 0) this.queueOfAtom[this.atom[place]!] = this.queue[place]!;
    this.stride = 2 * lines.longest;
    this.finishedStride = this.full ? ABOUT_FINISHED + this.stride : 1;
    this.finished = new Float64Array(FINISHED * this.finishedStride);
    this.unitCount = units.count;
    this.current = new Int32Array(units.count).fill(-1);
    this.seconds = new Float64Array(units.count);
    this.begun = new Float64Array(units.count);
    const sources: number[] = [];
    const pending: { time: number; about: number; kind: number }[] = [];
    while (sim.events.size > 0) {
      const time = sim.events.nextTime();
      const payload = sim.events.pop();
      const kind = payload & KIND_MASK;
      const about = payload >>> KIND_BITS;
      if (kind === EVENT.arrival) sources.push(about);
      pending.push({ time, about, kind });
    }
    this.sources = Int32Array.from(sources);
    this.gaps = sources.map((about) => {
      const itemClass = Math.floor(about / (MAX_LAYERS + 1));
      const plain = network.classes.arrivals[itemClass] === ARRIVALS.interArrival && network.classes.calendar[itemClass]! < 0;
      return plain ? samplers[network.classes.interArrival[itemClass]!] : undefined;
    });
    this.gapMean = Float64Array.from(this.gaps, meanOf);
    const exponential = this.gapMean.every((mean) => mean > 0) && lines.step.every((step, place) => step < 0 || this.mean[place]! > 0);
    this.ahead = !this.keyed && exponential;
    this.drawnPlace = this.placesDrawnAhead();
    this.rushes = (this.ahead && !this.full) || (this.full && this.keyed && exponential && lines.step.every((step, place) => step < 0 || this.drawnPlace[place] === 1));
    this.drawn = new DrawnAhead(this.draws, [
      ...Array.from(lines.step, (_, place) => ({ hash: this.hash[place]!, purpose: PURPOSE.service, mean: this.drawnPlace[place] === 1 ? this.mean[place]! : 0 })),
      ...sources.map((about, source) => ({ hash: network.classes.hash[about >> 4]!, purpose: PURPOSE.arrival, mean: this.keyed ? this.gapMean[source]! : 0 })),
    ]);
    const windows = this.unitCount + sources.length;
    this.heap = new LineHeap(windows + 2, (a, b) => this.goesFirst(a, b));
    let source = 0;
    for (const { time, about, kind } of pending) {
      const slot = kind === EVENT.arrival ? this.unitCount + source : windows + about;
      if (kind === EVENT.arrival) source += 1;
      this.heap.due[slot] = time;
      this.heap.push(slot);
    }
    this.widen();
  }

  /** Exponential services of classes whose items start one candidate after the other, on ways that are not too long. */
  private placesDrawnAhead(): Uint8Array {
    const { lines, sources, gapMean } = this;
    const places = new Uint8Array(lines.step.length);
    if (!this.keyed || !this.full || lines.longest > 32) return places;
    sources.forEach((about, source) => {
      if (!(gapMean[source]! > 0)) return;
      for (let place = lines.first[about >> 4]!; lines.step[place]! >= 0; place += 1) places[place] = this.mean[place]! > 0 ? 1 : 0;
    });
    return places;
  }

  /** The published order of simultaneous events: windows, ends of work, arrivals, each by class and item. */
  protected goesFirst(a: number, b: number): boolean {
    const first = this.rank(a);
    const second = this.rank(b);
    if (first !== second) return first < second;
    const { items } = this.sim;
    if (first === 0) return a < b;
    if (first === 1) {
      const one = this.current[a]!;
      const two = this.current[b]!;
      if (items.class[one] !== items.class[two]) return items.class[one]! < items.class[two]!;
      return items.word[one]! < items.word[two]!;
    }
    // A source's number is class and layer, and the layer leads the item's word.
    return this.sources[a - this.unitCount]! < this.sources[b - this.unitCount]!;
  }

  protected rank(slot: number): number {
    if (slot < this.unitCount) return 1;
    return slot < this.unitCount + this.sources.length ? 2 : 0;
  }

  /** Logarithm of the next uniform. */
  protected nextLog(): number {
    if (!this.ahead) return log(this.draws.next());
    if (this.logsUsed === BUFFER) this.drawLogs();
    const value = this.logs[this.logsUsed]!;
    this.logsUsed += 1;
    return value;
  }

  /** Fills up the logarithms drawn ahead, where every draw of the run's one stream is for an exponential time. */
  protected drawLogs(): void {
    const { logs, draws } = this;
    logs.copyWithin(0, this.logsUsed);
    for (let index = BUFFER - this.logsUsed; index < BUFFER; index += 1) logs[index] = log(draws.next());
    this.logsUsed = 0;
  }

  /** As many rows as the general engine has room for items. */
  protected widen(): void {
    const size = this.items.class.length;
    const integers = (from: Int32Array): Int32Array => {
      const to = new Int32Array(size);
      to.set(from);
      return to;
    };
    this.next = integers(this.next);
    this.place = integers(this.place);
    const { items } = this;
    this.counted = items.counted;
    this.classOf = items.class;
    this.word = items.word;
    this.start = items.start;
    const since = new Float64Array(size);
    since.set(this.since);
    this.since = since;
    const account = new Float64Array(this.full ? size * this.stride : 0);
    account.set(this.account);
    this.account = account;
  }
}

/** Mean of a plain exponential time, whose draw is then made on the spot; 0 for any other. */
const meanOf = (sampler: Sampler | undefined): number => (sampler?.code === EXPONENTIAL && sampler.a === 0 ? sampler.b : 0);
