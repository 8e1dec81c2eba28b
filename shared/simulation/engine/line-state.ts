import { log } from '../kernel/mathematics.ts';
import { EXPONENTIAL, type Sampler } from '../kernel/sampler.ts';
import { PURPOSE } from '../kernel/keys.ts';
import type { Draws } from '../kernel/draws.ts';
import { ARRIVALS } from '../network/network.ts';
import { BUDGET } from '../results/causes.ts';
import { MAX_LAYERS } from './arrivals-state.ts';
import { mostOf } from './arrivals.ts';
import { DrawnAhead } from './drawn-ahead.ts';
import { EVENT, KIND_BITS, KIND_MASK } from './event-order.ts';
import { LineHeap } from './line-heap.ts';
import { LineItem, LineUnit, Place, Source, Station } from './line-parts.ts';
import type { Stop } from './lines.ts';
import type { Simulation } from './simulation.ts';
import type { Sums } from './sums.ts';

/** Draws that are made at once. */
export const BUFFER = 2048;
/** Finished items, and changes of activity, that are added up at once. */
export const FINISHED = 1024;
/** Numbers kept of a finished item before its account: lead time, number of its last place, word, time. */
export const ABOUT_FINISHED = 4;
/** Ways up to this many steps have their services drawn ahead. */
const LONGEST_AHEAD = 32;

/** State of a run through lines (see line-run.ts): what every event needs at hand, beside the general state that results are read from. */
export class LineState {
  /**
   * The run begun last, which nobody reads: V8 forgets the shapes of objects when none of them is left, and would compile
   * the loops over them anew after every pause between replications.
   */
  protected static latest: LineState | undefined = undefined;
  protected readonly sim: Simulation;
  protected readonly sums: Sums;
  protected readonly draws: Draws;
  protected readonly keyed: boolean;
  protected readonly full: boolean;
  /** Whether any unit costs anything. */
  protected readonly priced: boolean;
  /** From when to when items that start are counted. */
  protected readonly counts: Float64Array;
  protected readonly heap: LineHeap;
  /** Time, and that of the earliest event beside the one that is applied: in an array, as numbers in fields or arguments are boxed. */
  protected readonly clock: Float64Array = new Float64Array(2);
  /** Whether the event at the root was applied and its place not yet filled. */
  protected vacant = false;

  protected readonly places: readonly Place[];
  /** Where each class begins. */
  protected readonly firsts: readonly Place[];
  /** By atom; undefined where no step of any way is served. */
  protected readonly stations: readonly (Station | undefined)[];
  protected readonly units: readonly LineUnit[];
  /** Sources of arrivals, by slot behind those of units. */
  protected readonly sources: readonly Source[];
  /** Every item by its row, and those to be used again. */
  protected readonly items: LineItem[] = [];
  protected free: LineItem | null = null;
  /** Waits and services of each item, by place on its way. */
  protected account: Float64Array = new Float64Array(0);
  protected readonly stride: number;

  /** Logarithms of uniforms drawn ahead. */
  protected readonly ahead: boolean;
  /** Whether every time is drawn ahead, so that stretches can be rushed through (see line-rush.ts). */
  protected readonly rushes: boolean;
  protected readonly logs: Float64Array = new Float64Array(BUFFER);
  protected logsUsed = BUFFER;
  /** Keyed exponential times drawn ahead: a row for each place, then one for each source. */
  protected readonly drawn: DrawnAhead;
  /** Finished items that are not added up yet: of a lean run the lead time, of a full one a row with its account. */
  protected readonly finished: Float64Array;
  protected readonly finishedStride: number;
  protected leads = 0;
  /** Teams that became active (their number) or stopped being so (−1 − their number) in a stretch, and when. */
  protected readonly turns: Int32Array = new Int32Array(FINISHED);
  protected readonly turnTimes: Float64Array = new Float64Array(FINISHED);

  /** Takes over a run at its beginning, with its first arrivals and windows pending. */
  constructor(sim: Simulation, ways: readonly (readonly Stop[])[]) {
    const { network, settings } = sim;
    this.sim = sim;
    this.sums = sim.sums;
    this.draws = sim.draws;
    this.keyed = !settings.sequential;
    this.full = settings.attribution;
    this.priced = network.units.costPerSecond.some((rate) => rate > 0);
    this.counts = Float64Array.of(settings.warmUp, settings.horizon);
    this.stations = stationsOf(sim, ways);
    this.places = placesOf(sim, ways, this.stations);
    this.firsts = this.places.filter((place) => place.position === 0);
    this.units = unitsOf(sim, this.stations);
    const pending = takeEvents(sim);
    this.sources = pending.filter(({ kind }) => kind === EVENT.arrival).map(({ about }, index) => this.sourceOf(about, this.places.length + index));
    const longest = Math.max(...ways.map((way) => way.length - 1));
    if (this.keyed && this.full && longest <= LONGEST_AHEAD) this.markAhead();
    this.stride = 2 * longest;
    this.finishedStride = this.full ? ABOUT_FINISHED + this.stride : 1;
    this.finished = new Float64Array(FINISHED * this.finishedStride);

    const served = this.places.filter((place) => place.station !== null);
    const exponential = this.sources.every((source) => source.mean > 0) && served.every((place) => place.mean > 0);
    this.ahead = !this.keyed && exponential;
    this.rushes = exponential && (this.full ? this.keyed && served.every((place) => place.ahead) : this.ahead);
    this.drawn = new DrawnAhead(this.draws, [
      ...this.places.map((place) => ({ hash: place.hash, purpose: PURPOSE.service, mean: place.ahead ? place.mean : 0 })),
      ...this.sources.map((source) => ({ hash: network.classes.hash[source.first.itemClass]!, purpose: PURPOSE.arrival, mean: this.keyed && source.mean > 0 ? source.mean : 0 })),
    ]);

    LineState.latest = this;
    const windows = this.units.length + this.sources.length;
    this.heap = new LineHeap(windows + 2, (a, b) => this.goesFirst(a, b));
    let source = this.units.length;
    for (const { time, about, kind } of pending) {
      const slot = kind === EVENT.arrival ? source : windows + about;
      if (kind === EVENT.arrival) source += 1;
      this.heap.due[slot] = time;
      this.heap.push(slot);
    }
  }

  private sourceOf(about: number, row: number): Source {
    const { classes, samplers } = this.sim.network;
    const itemClass = Math.floor(about / (MAX_LAYERS + 1));
    const plain = classes.arrivals[itemClass] === ARRIVALS.interArrival && classes.calendar[itemClass]! < 0;
    const gap = plain ? samplers[classes.interArrival[itemClass]!] : undefined;
    const source = new Source(about, this.firsts[itemClass]!, gap, row, mostOf(this.sim, itemClass));
    source.mean = meanOf(gap);
    return source;
  }

  /** Exponential services of classes whose items start one candidate after the other are drawn ahead. */
  private markAhead(): void {
    for (const source of this.sources) {
      if (!(source.mean > 0)) continue;
      for (let place = source.first; place.next !== null; place = place.next) place.ahead = place.mean > 0;
    }
  }

  /** The published order of simultaneous events: windows, ends of work, arrivals, each by class and item. */
  private goesFirst(a: number, b: number): boolean {
    const first = this.rank(a);
    const second = this.rank(b);
    if (first !== second) return first < second;
    if (first === 0) return a < b;
    if (first === 1) {
      const one = this.units[a]!.item!;
      const two = this.units[b]!.item!;
      if (one.place.itemClass !== two.place.itemClass) return one.place.itemClass < two.place.itemClass;
      return one.word < two.word;
    }
    // A source's number is class and layer, and the layer leads the item's word.
    return this.sources[a - this.units.length]!.about < this.sources[b - this.units.length]!.about;
  }

  private rank(slot: number): number {
    if (slot < this.units.length) return 1;
    return slot < this.units.length + this.sources.length ? 2 : 0;
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

  /** An item that was not used before, with a row of its own among those of the general engine. */
  protected addItem(place: Place): LineItem {
    const item = new LineItem(this.sim.items.allocate(), place);
    this.items.push(item);
    const cells = this.full ? this.items.length * this.stride : 0;
    if (cells > this.account.length) {
      const wider = new Float64Array(2 * cells);
      wider.set(this.account);
      this.account = wider;
    }
    return item;
  }

  /** Writes into the general state which items are in the system since when, and what every unit does since when in the measured window. */
  protected tellState(): void {
    const { items, units } = this.sim;
    for (const item of this.items) items.tokenCount[item.row] = 1;
    for (let item = this.free; item !== null; item = item.next) items.tokenCount[item.row] = -1;
    if (!this.full) return;
    for (const { slot, station, item, begun } of this.units) {
      units.part[slot] = item === null ? -1 : BUDGET.flowWork;
      units.pieceTeam[slot] = station.team;
      units.pieceClock[slot] = Math.max(begun, this.sums.windowStart);
    }
  }
}

function stationsOf({ network }: Simulation, ways: readonly (readonly Stop[])[]): (Station | undefined)[] {
  const stations = new Array<Station | undefined>(network.atoms.count).fill(undefined);
  for (const { step } of ways.flat()) {
    if (step < 0) continue;
    const atom = network.steps.expressAtom[step]!;
    stations[atom] ??= new Station(network.steps.team[step]!, atom);
  }
  return stations;
}

function placesOf({ network }: Simulation, ways: readonly (readonly Stop[])[], stations: readonly (Station | undefined)[]): Place[] {
  const { steps, samplers } = network;
  const places: Place[] = [];
  ways.forEach((way, itemClass) => {
    let before: Place | undefined;
    for (const stop of way) {
      const station = stop.step < 0 ? null : stations[steps.expressAtom[stop.step]!]!;
      const sampler = stop.step < 0 ? undefined : samplers[steps.expressService[stop.step]!];
      const place = new Place(itemClass, stop, places.length, station, sampler);
      place.mean = meanOf(sampler);
      if (before !== undefined) before.next = place;
      before = place;
      places.push(place);
    }
  });
  return places;
}

/** All units in the order of their numbers; those free stand in their station as they do in the general engine. */
function unitsOf({ network, units: general }: Simulation, stations: readonly (Station | undefined)[]): LineUnit[] {
  const nobody = new Station(-1, -1);
  const units = Array.from({ length: network.units.count }, (_, slot) => {
    const unit = new LineUnit(slot, stations[network.units.atom[slot]!] ?? nobody);
    unit.rate = network.units.costPerSecond[slot]!;
    return unit;
  });
  for (const station of stations) {
    if (station === undefined) continue;
    for (let unit = general.longestIdle(station.atom); unit >= 0; unit = general.nextIdle(unit)) station.addIdle(units[unit]!, general.idleSince[unit]!);
  }
  return units;
}

/** The pending events of a run's beginning, the earliest first. */
function takeEvents({ events }: Simulation): { readonly time: number; readonly kind: number; readonly about: number }[] {
  const pending = [];
  while (events.size > 0) {
    const time = events.nextTime();
    const payload = events.pop();
    pending.push({ time, kind: payload & KIND_MASK, about: payload >>> KIND_BITS });
  }
  return pending;
}

/** Mean of a plain exponential time, whose draw is then made on the spot; NaN for any other. */
const meanOf = (sampler: Sampler | undefined): number => (sampler?.code === EXPONENTIAL && sampler.a === 0 ? sampler.b : Number.NaN);
