import { sample } from '../kernel/distributions.ts';
import { PURPOSE, itemWord } from '../kernel/keys.ts';
import { log } from '../kernel/mathematics.ts';
import { EXPONENTIAL, type Sampler } from '../kernel/sampler.ts';
import { ARRIVALS } from '../network/network.ts';
import { BUDGET, CAUSE, CAUSES, budgetParts } from '../results/causes.ts';
import { MAX_LAYERS } from './arrivals-state.ts';
import { endSource, isKept, mostOf, planNext } from './arrivals.ts';
import { BOUNDARY_ROW } from './boundaries.ts';
import { EVENT, KIND_BITS, KIND_MASK } from './event-order.ts';
import { checkIdentity } from './finish.ts';
import { LineHeap } from './line-heap.ts';
import type { Lines } from './lines.ts';
import type { Items } from './items.ts';
import type { Sums } from './sums.ts';
import type { Units } from './units.ts';
import type { Draws } from '../kernel/draws.ts';
import { closeWindow, openWindow } from './openings.ts';
import type { Simulation } from './simulation.ts';

const PARTS = budgetParts.length;
const BUFFER = 256;

/**
 * The loop of runs in which nothing can happen but arrivals and ends of work along lines (see lines.ts). It gives what
 * the general engine gives, bit by bit, and takes a fraction of its time: there are no tokens, and an item's account is
 * one row of waits and services. The state that results are read from is the general one.
 */
export class LineRun {
  private readonly sim: Simulation;
  private readonly lines: Lines;
  /** Tables of the general state that every event needs, at hand. */
  private readonly items: Items;
  private readonly units: Units;
  private readonly sums: Sums;
  private readonly draws: Draws;
  private counted: Uint8Array;
  private classOf: Int32Array;
  private word: Uint32Array;
  private start: Float64Array;
  private readonly idleCount: Int32Array;
  private readonly visits: Float64Array;
  private readonly waiting: Float64Array;
  private readonly service: Float64Array;
  private readonly rate: Float64Array;
  private readonly classItems: Float64Array;
  private readonly classLeadTime: Float64Array;
  private readonly allowed: Float64Array;
  private readonly started: Float64Array;
  private readonly most: Float64Array;
  private readonly candidates: Int32Array;
  /** From when to when items that start are counted. */
  private readonly counts: Float64Array;
  private readonly keyed: boolean;
  private readonly full: boolean;
  private readonly heap: LineHeap;
  /** Time, and that of the earliest event beside the one that is applied: in an array, as numbers in fields or arguments are boxed. */
  private readonly clock: Float64Array = new Float64Array(2);
  /** Whether the event at the root was applied and its place not yet filled. */
  private vacant = false;
  private readonly unitCount: number;
  /** Sources of arrivals, by slot behind those of units. */
  private readonly sources: Int32Array;
  private readonly gaps: readonly (Sampler | undefined)[];
  private readonly gapMean: Float64Array;

  /** Per place of a line; `mean` is 0 where service is not simply exponential. */
  private readonly step: Int32Array;
  private readonly hash: Int32Array;
  private readonly mean: Float64Array;
  private readonly queue: Int32Array;
  private readonly atom: Int32Array;
  private readonly team: Int32Array;
  private readonly samplers: readonly (Sampler | undefined)[];
  private readonly boundary: Int32Array;

  /** Per queue, per item and per unit. */
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly length: Int32Array;
  private readonly queueOfAtom: Int32Array;
  private next: Int32Array = new Int32Array(0);
  private place: Int32Array = new Int32Array(0);
  private since: Float64Array = new Float64Array(0);
  private account: Float64Array = new Float64Array(0);
  private readonly stride: number;
  private readonly current: Int32Array;
  private readonly seconds: Float64Array;
  private readonly begun: Float64Array;
  /** Logarithms of uniforms drawn ahead. */
  private readonly ahead: boolean;
  private readonly logs: Float64Array = new Float64Array(BUFFER);
  private logsUsed = BUFFER;
  private readonly leadTimes: Float64Array = new Float64Array(BUFFER);
  private leads = 0;
  private readonly parts: Float64Array = new Float64Array(CAUSES);

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
    this.length = new Int32Array(queues.count);
    this.queueOfAtom = new Int32Array(atoms.count).fill(-1);
    for (let place = 0; place < this.atom.length; place += 1) if (this.atom[place]! >= 0) this.queueOfAtom[this.atom[place]!] = this.queue[place]!;
    this.stride = 2 * lines.longest;
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
    this.ahead = !this.keyed && this.gapMean.every((mean) => mean > 0) && lines.step.every((step, place) => step < 0 || this.mean[place]! > 0);
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

  /** The published order of simultaneous events: windows, ends of work, arrivals, each by class and item. */
  private goesFirst(a: number, b: number): boolean {
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

  private rank(slot: number): number {
    if (slot < this.unitCount) return 1;
    return slot < this.unitCount + this.sources.length ? 2 : 0;
  }

  /**
   * Applies up to that many events; says which limit it came to, if any. `ends` is asked before time goes on where the
   * run may be over, and then has the last word.
   */
  advance(maxEvents: number, stopAt: number, ends: (time: number) => boolean): 'items' | 'events' | undefined {
    const { sim, heap, unitCount, clock } = this;
    const { settings, items, units } = sim;
    const { times, slots } = heap;
    const { logs, sums, current, seconds, head, tail, length, queue: queues, step: steps, mean: means, service, waiting, visits, rate, atom: atoms, idleCount: idle } = this;
    const { due } = heap;
    const { gapMean: gapMeans } = this;
    const { first: starts } = this.lines;
    const lean = !this.full && this.ahead;
    const windows = unitCount + this.sources.length;
    const until = settings.mode === 'steady' ? settings.horizon : Infinity;
    const mostItems = settings.limits.items;
    const mostEvents = settings.limits.events;
    let events = sim.eventCount;
    let { now } = sim;
    clock[0] = now;
    for (let count = 0; count < maxEvents; count += 1) {
      const time = times[0]!;
      if (time > now) {
        if (units.dirtyCount > 0) {
          this.settle();
          continue;
        }
        if (time > stopAt || time === Infinity || (sim.arrivalsOver && items.live === 0) || (now >= until && sim.countedLive === 0)) {
          sim.now = now;
          sim.eventCount = events;
          if (ends(time)) {
            this.addLeadTimes();
            return undefined;
          }
        }
        now = time;
        clock[0] = now;
      }
      events += 1;
      const slot = slots[0]!;
      const left = times[1]!;
      const right = times[2]!;
      const next = left < right ? left : right;
      // The commonest events, step for step what `endWork` and `arrive` do: nobody is free, and nothing else happens now.
      if (lean && next > now && units.dirtyCount === 0) {
        if (slot < unitCount) {
          const item = current[slot]!;
          const place = this.place[item]!;
          const queue = queues[place]!;
          const first = head[queue]!;
          const to = steps[place + 1]!;
          if (first >= 0 && (to < 0 || idle[atoms[place + 1]!] === 0)) {
            if (this.counted[item] === 1) {
              const step = steps[place]!;
              service[step] = service[step]! + seconds[slot]!;
              const price = rate[slot]!;
              if (price > 0) sums.cost += seconds[slot]! * price;
            }
            if (to < 0) this.finish(item, place + 1);
            else {
              if (this.counted[item] === 1) visits[to] = visits[to]! + 1;
              this.since[item] = now;
              this.place[item] = place + 1;
              const behind = queues[place + 1]!;
              const last = tail[behind]!;
              this.next[item] = -1;
              if (last < 0) head[behind] = item;
              else this.next[last] = item;
              tail[behind] = item;
              length[behind] = length[behind]! + 1;
            }
            const after = this.next[first]!;
            head[queue] = after;
            if (after < 0) tail[queue] = -1;
            length[queue] = length[queue]! - 1;
            const begins = this.place[first]!;
            if (this.counted[first] === 1) {
              const step = steps[begins]!;
              waiting[step] = waiting[step]! + (now - this.since[first]!);
            }
            if (this.logsUsed === BUFFER) this.drawLogs();
            const time = -means[begins]! * logs[this.logsUsed]!;
            this.logsUsed += 1;
            current[slot] = first;
            seconds[slot] = time;
            due[slot] = now + time;
            heap.replace(slot);
            if (items.live > mostItems || events > mostEvents) break;
            continue;
          }
        } else if (slot < windows) {
          const source = slot - unitCount;
          const about = this.sources[source]!;
          const itemClass = about >> 4;
          const place = starts[itemClass]!;
          const to = steps[place]!;
          if (to >= 0 && idle[atoms[place]!] === 0 && this.started[itemClass]! + 1 < this.most[itemClass]!) {
            const candidate = this.candidates[about]!;
            this.candidates[about] = candidate + 1;
            const item = this.newItem(itemClass, itemWord(0, candidate & 0xfffffff));
            if (this.counted[item] === 1) visits[to] = visits[to]! + 1;
            this.since[item] = now;
            this.place[item] = place;
            const queue = queues[place]!;
            const last = tail[queue]!;
            this.next[item] = -1;
            if (last < 0) head[queue] = item;
            else this.next[last] = item;
            tail[queue] = item;
            length[queue] = length[queue]! + 1;
            if (this.logsUsed === BUFFER) this.drawLogs();
            const time = now - gapMeans[source]! * logs[this.logsUsed]!;
            this.logsUsed += 1;
            if (time < sim.arrivalsUntil) {
              due[slot] = time;
              heap.replace(slot);
            } else {
              this.endSource();
              heap.drop();
            }
            if (items.live > mostItems || events > mostEvents) break;
            continue;
          }
        }
      }
      clock[1] = next;
      this.vacant = true;
      if (slot < unitCount) this.endWork(slot);
      else if (slot < windows) this.arrive(slot);
      else {
        sim.now = now;
        if (slot === windows) openWindow(sim);
        else closeWindow(sim);
      }
      if (this.vacant) {
        this.vacant = false;
        heap.drop();
      }
      if (items.live > mostItems || events > mostEvents) break;
    }
    sim.now = now;
    sim.eventCount = events;
    this.addLeadTimes();
    if (items.live > mostItems) return 'items';
    return events > mostEvents ? 'events' : undefined;
  }

  /** The event of a slot comes when it is due. */
  private schedule(slot: number): void {
    const time = this.heap.due[slot]!;
    if (time < this.clock[1]!) this.clock[1] = time;
    if (this.vacant) {
      this.vacant = false;
      this.heap.replace(slot);
    } else {
      this.heap.push(slot);
    }
  }

  /** A source has its next candidate: it starts an item, and the one after it is planned. */
  private arrive(slot: number): void {
    const { sim } = this;
    const now = this.clock[0]!;
    const { classes } = sim.network;
    const source = slot - this.unitCount;
    const about = this.sources[source]!;
    const itemClass = about >> 4;
    const layer = about & 15;
    const candidate = this.candidates[about]!;
    this.candidates[about] = candidate + 1;
    const gap = this.gaps[source];
    const mean = this.gapMean[source]!;
    if (gap === undefined) {
      sim.now = now;
      if (classes.arrivals[itemClass] !== ARRIVALS.rate || isKept(sim, itemClass, layer, candidate)) this.startItem(itemClass, layer, candidate);
      planNext(sim, about);
      if (sim.events.size === 0) return;
      this.heap.due[slot] = sim.events.nextTime();
      sim.events.pop();
      return this.schedule(slot);
    }
    this.startItem(itemClass, layer, candidate);
    if (this.started[itemClass]! >= this.most[itemClass]!) return this.endSource();
    if (this.keyed) this.draws.begin(itemWord(0, (candidate + 1) & 0xfffffff), classes.hash[itemClass]!, 0, PURPOSE.arrival);
    const time = now + (mean > 0 ? -mean * this.nextLog() : sample(gap, this.draws));
    if (!(time < sim.arrivalsUntil)) return this.endSource();
    this.heap.due[slot] = time;
    this.schedule(slot);
  }

  private endSource(): void {
    this.sim.now = this.clock[0]!;
    endSource(this.sim);
  }

  /** Logarithm of the next uniform. */
  private nextLog(): number {
    if (!this.ahead) return log(this.draws.next());
    if (this.logsUsed === BUFFER) this.drawLogs();
    const value = this.logs[this.logsUsed]!;
    this.logsUsed += 1;
    return value;
  }

  /** Many at once, where every draw of the run's one stream is for an exponential time. */
  private drawLogs(): void {
    const { logs, draws } = this;
    for (let index = 0; index < BUFFER; index += 1) logs[index] = log(draws.next());
    this.logsUsed = 0;
  }

  private startItem(itemClass: number, layer: number, candidate: number): void {
    if (this.started[itemClass]! >= this.most[itemClass]!) return;
    const item = this.newItem(itemClass, itemWord(layer, candidate & 0xfffffff));
    if (this.full) this.sums.changeInSystem(1, this.clock[0]!);
    this.come(item, this.lines.first[itemClass]!);
  }

  /** An item of a class that starts now; `word` names its draws. */
  private newItem(itemClass: number, word: number): number {
    const { items, sums, sim } = this;
    const now = this.clock[0]!;
    const item = items.allocate();
    if (item >= this.place.length) this.widen();
    this.started[itemClass] = this.started[itemClass]! + 1;
    this.classOf[item] = itemClass;
    this.word[item] = word;
    this.start[item] = now;
    items.tokenCount[item] = 1;
    const counted = now >= this.counts[0]! && now < this.counts[1]!;
    this.counted[item] = counted ? 1 : 0;
    sums.items.started += 1;
    if (counted) {
      sums.items.countedStarts += 1;
      sim.countedLive += 1;
    }
    return item;
  }

  /** An item comes to a place: it is served at once by a free unit, or queues; at the end of its way it leaves. */
  private come(item: number, place: number): void {
    const { sim } = this;
    const step = this.step[place]!;
    if (step < 0) return this.finish(item, place);
    const now = this.clock[0]!;
    const { sums, units } = this;
    if (this.counted[item] === 1) this.visits[step] = this.visits[step]! + 1;
    const atom = this.atom[place]!;
    const queue = this.queue[place]!;
    this.since[item] = now;
    this.place[item] = place;
    const team = this.team[place]!;
    if (this.full) sums.teamJoined[team] = sums.teamJoined[team]! + 1;
    if (this.idleCount[atom]! > 0) {
      if (this.length[queue] === 0 && units.dirtyCount === 0 && this.clock[1]! > now) {
        const unit = units.longestIdle(atom);
        units.removeIdle(unit);
        this.begin(item, place, unit);
        if (this.full && this.idleCount[atom] === 0) sim.activity.set(team, true, now);
        return;
      }
      units.markDirty(atom);
    }
    const last = this.tail[queue]!;
    this.next[item] = -1;
    if (last < 0) this.head[queue] = item;
    else this.next[last] = item;
    this.tail[queue] = item;
    this.length[queue] = this.length[queue]! + 1;
    if (this.full) {
      sums.changeTeamQueue(team, 1, now);
      sums.changeStepQueue(step, 1, now);
    }
  }

  /** Takes the first item out of a queue. */
  private takeFirst(queue: number): number {
    const item = this.head[queue]!;
    const next = this.next[item]!;
    this.head[queue] = next;
    if (next < 0) this.tail[queue] = -1;
    this.length[queue] = this.length[queue]! - 1;
    if (this.full) {
      const now = this.clock[0]!;
      const place = this.place[item]!;
      this.sim.sums.changeTeamQueue(this.team[place]!, -1, now);
      this.sim.sums.changeStepQueue(this.lines.step[place]!, -1, now);
    }
    return item;
  }

  private begin(item: number, place: number, unit: number): void {
    const { draws } = this;
    const now = this.clock[0]!;
    const wait = now - this.since[item]!;
    if (this.counted[item] === 1) {
      const step = this.step[place]!;
      this.waiting[step] = this.waiting[step]! + wait;
    }
    if (this.full) this.cross(item, place, unit);
    if (this.keyed) draws.begin(this.word[item]!, this.hash[place]!, 0, PURPOSE.service);
    const mean = this.mean[place]!;
    const seconds = mean > 0 ? -mean * this.nextLog() : sample(this.samplers[place]!, draws);
    this.current[unit] = item;
    this.seconds[unit] = seconds;
    this.begun[unit] = now;
    this.heap.due[unit] = now + seconds;
    this.schedule(unit);
  }

  private cross(item: number, place: number, unit: number): void {
    const now = this.clock[0]!;
    const wait = now - this.since[item]!;
    const { sums, units } = this;
    const { boundaries } = sums;
    const team = this.team[place]!;
    sums.teamBegun[team] = sums.teamBegun[team]! + 1;
    let boundary = this.boundary[place]!;
    if (boundary < 0) {
      boundary = boundaries.between(this.lines.from[place]!, team);
      this.boundary[place] = boundary;
    }
    if (this.counted[item] === 1) {
      sums.teamWaiting[team] = sums.teamWaiting[team]! + wait;
      sums.teamStarts[team] = sums.teamStarts[team]! + 1;
      boundaries.crossings[boundary] = boundaries.crossings[boundary]! + 1;
      if (this.lines.comesBack[place] === 1) boundaries.pingPong[boundary] = boundaries.pingPong[boundary]! + 1;
    }
    this.account[item * this.stride + 2 * this.lines.position[place]!] = wait;
    units.part[unit] = BUDGET.flowWork;
    units.pieceTeam[unit] = team;
    units.pieceClock[unit] = now;
    units.pieceStart[unit] = now;
  }

  /** A unit is done: its item goes on, and it takes the next one of its queue, or is free. */
  private endWork(unit: number): void {
    const now = this.clock[0]!;
    const { sums, units } = this;
    const item = this.current[unit]!;
    const place = this.place[item]!;
    this.current[unit] = -1;
    if (this.counted[item] === 1) {
      const step = this.step[place]!;
      const seconds = this.seconds[unit]!;
      this.service[step] = this.service[step]! + seconds;
      const rate = this.rate[unit]!;
      if (rate > 0) sums.cost += seconds * rate;
    }
    if (this.full) {
      this.account[item * this.stride + 2 * this.lines.position[place]! + 1] = now - this.begun[unit]!;
      if (sums.windowOpen) {
        const budget = this.team[place]! * PARTS + BUDGET.flowWork;
        sums.budget[budget] = sums.budget[budget]! + (now - units.pieceClock[unit]!);
      }
      units.part[unit] = -1;
    }
    this.come(item, place + 1);
    const queue = this.queue[place]!;
    if (this.length[queue]! > 0 && units.dirtyCount === 0 && this.clock[1]! > now) {
      const next = this.takeFirst(queue);
      this.begin(next, this.place[next]!, unit);
    } else {
      units.addIdle(unit, now);
    }
  }

  /** All events of an instant are applied: free units go to waiting items, team by team. */
  private settle(): void {
    const { sim } = this;
    const now = this.clock[0]!;
    const { units } = this;
    while (units.dirtyCount > 0) {
      let best = 0;
      for (let index = 1; index < units.dirtyCount; index += 1) if (units.dirty[index]! < units.dirty[best]!) best = index;
      const atom = units.dirty[best]!;
      units.dirtyCount -= 1;
      units.dirty[best] = units.dirty[units.dirtyCount]!;
      units.isDirty[atom] = 0;
      const queue = this.queueOfAtom[atom]!;
      if (queue < 0) continue;
      while (this.idleCount[atom]! > 0 && this.length[queue]! > 0) {
        const unit = units.longestIdle(atom);
        units.removeIdle(unit);
        const item = this.takeFirst(queue);
        this.begin(item, this.place[item]!, unit);
      }
      if (this.full) sim.activity.set(sim.network.atoms.team[atom]!, this.idleCount[atom] === 0, now);
    }
  }

  /** An item leaves: its life is added up. */
  private finish(item: number, place: number): void {
    const { sim } = this;
    const now = this.clock[0]!;
    const { items, sums } = this;
    const start = this.start[item]!;
    if (this.full) {
      sums.changeInSystem(-1, now);
      const from = Math.max(start, sums.windowStart);
      const until = sums.windowOpen ? now : Math.min(now, sums.windowEnd);
      if (sums.windowSeen && until > from) sums.overlap += until - from;
    }
    sums.items.finished += 1;
    if (this.counted[item] === 1) {
      const itemClass = this.classOf[item]!;
      const leadTime = now - start;
      sums.items.counted += 1;
      this.classItems[itemClass] = this.classItems[itemClass]! + 1;
      this.classLeadTime[itemClass] = this.classLeadTime[itemClass]! + leadTime;
      if (now > start + this.allowed[itemClass]!) sums.classLate[itemClass] = sums.classLate[itemClass]! + 1;
      sim.countedLive -= 1;
      if (this.full) {
        sums.leadTime += leadTime;
        this.addAccount(item, place, itemClass);
      } else {
        this.leadTimes[this.leads] = leadTime;
        this.leads += 1;
        if (this.leads === BUFFER) this.addLeadTimes();
      }
    }
    items.release(item);
  }

  /** Lead times of a lean run are added up many at once. */
  private addLeadTimes(): void {
    const { sim, sums, leadTimes, leads } = this;
    for (let index = 0; index < leads; index += 1) {
      sums.leadTime += leadTimes[index]!;
      sim.leadTimes.add(leadTimes[index]!);
    }
    this.leads = 0;
  }

  private addAccount(item: number, place: number, itemClass: number): void {
    const { sim, lines, account, parts } = this;
    const now = this.clock[0]!;
    const leadTime = now - this.start[item]!;
    const { sums } = this;
    const { boundaries } = sums;
    let last = this.boundary[place]!;
    if (last < 0) {
      last = boundaries.between(lines.from[place]!, -1);
      this.boundary[place] = last;
    }
    boundaries.crossings[last] = boundaries.crossings[last]! + 1;
    const costOfDelay = sim.network.classes.costOfDelayPerSecond[itemClass]!;
    let waited = 0;
    let served = 0;
    let index = item * this.stride;
    for (let each = lines.first[itemClass]!; each < place; each += 1) {
      const wait = account[index]!;
      const service = account[index + 1]!;
      index += 2;
      if (wait !== 0) {
        waited += wait;
        const boundary = this.boundary[each]!;
        const cell = boundary * BOUNDARY_ROW + CAUSE.queue;
        boundaries.seconds[cell] = boundaries.seconds[cell]! + wait;
        if (costOfDelay > 0) boundaries.delayCost[boundary] = boundaries.delayCost[boundary]! + wait * costOfDelay;
      }
      served += service;
      const cell = lines.step[each]! * CAUSES + CAUSE.service;
      sums.stepSeconds[cell] = sums.stepSeconds[cell]! + service;
    }
    const row = itemClass * CAUSES;
    sums.causes[CAUSE.queue] = sums.causes[CAUSE.queue]! + waited;
    sums.causes[CAUSE.service] = sums.causes[CAUSE.service]! + served;
    sums.classSeconds[row + CAUSE.queue] = sums.classSeconds[row + CAUSE.queue]! + waited;
    sums.classSeconds[row + CAUSE.service] = sums.classSeconds[row + CAUSE.service]! + served;
    if (sim.settings.checks) {
      sim.now = now;
      checkIdentity(sim, item, waited + served, leadTime);
    }
    parts[CAUSE.queue] = waited;
    parts[CAUSE.service] = served;
    sim.leadTimes.add(leadTime, parts);
  }

  /** As many rows as the general engine has room for items. */
  private widen(): void {
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
