import { sample } from '../kernel/distributions.ts';
import { PURPOSE, itemWord } from '../kernel/keys.ts';
import { ARRIVALS } from '../network/network.ts';
import { BUDGET, CAUSE, CAUSES, budgetParts } from '../results/causes.ts';
import { endSource, isKept, planNext } from './arrivals.ts';
import { BOUNDARY_ROW } from './boundaries.ts';
import { checkIdentity } from './finish.ts';
import type { LineItem, LineUnit, Place, Source, Station } from './line-parts.ts';
import { ABOUT_FINISHED, FINISHED, LineState } from './line-state.ts';

const PARTS = budgetParts.length;
/** What the time of an item on a line goes to. */
const OF_A_LINE = Int32Array.of(CAUSE.service, CAUSE.queue);

/** What happens in a run through lines: items start, come to places, are worked on and leave, as in the general engine. */
export class LineWork extends LineState {
  private readonly parts = new Float64Array(CAUSES);

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
  protected arrive(slot: number): void {
    const { sim } = this;
    const source = this.sources[slot - this.units.length]!;
    const { about, gap } = source;
    const { itemClass } = source.first;
    const layer = about & 15;
    const { candidates } = sim.arrivals;
    const candidate = candidates[about]!;
    candidates[about] = candidate + 1;
    if (gap === undefined) {
      sim.now = this.clock[0]!;
      if (sim.network.classes.arrivals[itemClass] !== ARRIVALS.rate || isKept(sim, itemClass, layer, candidate)) this.startItem(source, layer, candidate);
      planNext(sim, about);
      if (sim.events.size === 0) return;
      this.heap.due[slot] = sim.events.nextTime();
      sim.events.pop();
      return this.schedule(slot);
    }
    this.startItem(source, layer, candidate);
    if (sim.arrivals.started[itemClass]! >= source.most) return this.endSource();
    const time = this.clock[0]! + this.drawGap(source, candidate + 1);
    if (!(time < sim.arrivalsUntil)) return this.endSource();
    this.heap.due[slot] = time;
    this.schedule(slot);
  }

  private drawGap({ gap, mean, row, first }: Source, candidate: number): number {
    if (!this.keyed) return mean > 0 ? -mean * this.nextLog() : sample(gap!, this.draws);
    if (mean > 0) return this.drawn.at(row, candidate);
    this.draws.begin(itemWord(0, candidate & 0xfffffff), this.sim.network.classes.hash[first.itemClass]!, 0, PURPOSE.arrival);
    return sample(gap!, this.draws);
  }

  private endSource(): void {
    this.sim.now = this.clock[0]!;
    endSource(this.sim);
  }

  private startItem({ first, most }: Source, layer: number, candidate: number): void {
    if (this.sim.arrivals.started[first.itemClass]! >= most) return;
    const item = this.newItem(first, itemWord(layer, candidate & 0xfffffff));
    if (this.full) {
      this.sums.changeInSystem(1, this.clock[0]!);
      // Services that are drawn ahead wait in the item's account, where what they took will stand.
      for (let place = first; place.next !== null; place = place.next) {
        if (place.ahead) this.account[this.cellOf(item, place) + 1] = this.drawn.at(place.row, candidate);
      }
    }
    this.come(item, first);
  }

  /** An item that starts now; `word` names its draws. */
  private newItem(first: Place, word: number): LineItem {
    const { sums, sim } = this;
    const now = this.clock[0]!;
    let item = this.free;
    if (item === null) item = this.addItem(first);
    else {
      this.free = item.next;
      sim.items.live += 1;
    }
    const { started } = sim.arrivals;
    started[first.itemClass] = started[first.itemClass]! + 1;
    item.word = word;
    sim.items.start[item.row] = now;
    item.counted = now >= this.counts[0]! && now < this.counts[1]!;
    sums.items.started += 1;
    if (item.counted) {
      sums.items.countedStarts += 1;
      sim.countedLive += 1;
    }
    return item;
  }

  /** Where the wait of an item at a place stands in the accounts; its service is behind it. */
  private cellOf(item: LineItem, place: Place): number {
    return item.row * this.stride + 2 * place.position;
  }

  /** An item comes to a place: it is served at once by a free unit, or queues; at the end of its way it leaves. */
  private come(item: LineItem, place: Place): void {
    const { station, step } = place;
    if (station === null) return this.finish(item, place);
    const now = this.clock[0]!;
    const { sums } = this;
    if (item.counted) sums.stepVisits[step] = sums.stepVisits[step]! + 1;
    item.since = now;
    item.place = place;
    if (this.full) sums.teamJoined[station.team] = sums.teamJoined[station.team]! + 1;
    if (station.idleHead !== null) {
      if (station.head === null && this.isAlone()) {
        this.begin(item, station.takeIdle());
        if (this.full && station.idleHead === null) this.sim.activity.set(station.team, true, now);
        return;
      }
      this.sim.units.markDirty(station.atom);
    }
    station.join(item);
    if (this.full) {
      sums.changeTeamQueue(station.team, 1, now);
      sums.changeStepQueue(step, 1, now);
    }
  }

  /** Whether nothing else happens at this instant. */
  private isAlone(): boolean {
    return this.sim.units.dirtyCount === 0 && this.clock[1]! > this.clock[0]!;
  }

  /** A free unit takes the first item out of its station's queue. */
  private beginFirst(station: Station, unit: LineUnit): void {
    const item = station.takeFirst();
    if (this.full) {
      const now = this.clock[0]!;
      this.sums.changeTeamQueue(station.team, -1, now);
      this.sums.changeStepQueue(item.place.step, -1, now);
    }
    this.begin(item, unit);
  }

  private begin(item: LineItem, unit: LineUnit): void {
    const now = this.clock[0]!;
    const { place } = item;
    const { stepWaiting } = this.sums;
    if (item.counted) stepWaiting[place.step] = stepWaiting[place.step]! + (now - item.since);
    if (this.full) this.cross(item, place, unit.station.team);
    const seconds = place.ahead ? this.account[this.cellOf(item, place) + 1]! : this.drawService(item, place);
    unit.item = item;
    unit.seconds = seconds;
    unit.begun = now;
    this.heap.due[unit.slot] = now + seconds;
    this.schedule(unit.slot);
  }

  private drawService({ word }: LineItem, { hash, mean, sampler }: Place): number {
    if (this.keyed) this.draws.begin(word, hash, 0, PURPOSE.service);
    return mean > 0 ? -mean * this.nextLog() : sample(sampler!, this.draws);
  }

  private cross(item: LineItem, place: Place, team: number): void {
    const wait = this.clock[0]! - item.since;
    const { sums } = this;
    const { boundaries } = sums;
    sums.teamBegun[team] = sums.teamBegun[team]! + 1;
    if (place.boundary < 0) place.boundary = boundaries.between(place.from, team);
    if (item.counted) {
      sums.teamWaiting[team] = sums.teamWaiting[team]! + wait;
      sums.teamStarts[team] = sums.teamStarts[team]! + 1;
      boundaries.crossings[place.boundary] = boundaries.crossings[place.boundary]! + 1;
      boundaries.pingPong[place.boundary] = boundaries.pingPong[place.boundary]! + place.comesBack;
    }
    this.account[this.cellOf(item, place)] = wait;
  }

  /** A unit is done: its item goes on, and it takes the next one of its queue, or is free. */
  protected endWork(unit: LineUnit): void {
    const now = this.clock[0]!;
    const { sums } = this;
    const { station } = unit;
    const item = unit.item!;
    const { place } = item;
    unit.item = null;
    if (item.counted) {
      sums.stepService[place.step] = sums.stepService[place.step]! + unit.seconds;
      if (unit.rate > 0) sums.cost += unit.seconds * unit.rate;
    }
    if (this.full) {
      this.account[this.cellOf(item, place) + 1] = now - unit.begun;
      if (sums.windowOpen) {
        const budget = station.team * PARTS + BUDGET.flowWork;
        sums.budget[budget] = sums.budget[budget]! + (now - Math.max(unit.begun, sums.windowStart));
      }
    }
    this.come(item, place.next!);
    if (station.head !== null && this.isAlone()) return this.beginFirst(station, unit);
    station.addIdle(unit, now);
    this.sim.units.markDirty(station.atom);
  }

  /** All events of an instant are applied: free units go to waiting items, team by team. */
  protected settle(): void {
    const { sim } = this;
    const { units } = sim;
    while (units.dirtyCount > 0) {
      let best = 0;
      for (let index = 1; index < units.dirtyCount; index += 1) if (units.dirty[index]! < units.dirty[best]!) best = index;
      const atom = units.dirty[best]!;
      units.dirtyCount -= 1;
      units.dirty[best] = units.dirty[units.dirtyCount]!;
      units.isDirty[atom] = 0;
      const station = this.stations[atom];
      if (station === undefined) continue;
      while (station.idleHead !== null && station.head !== null) this.beginFirst(station, station.takeIdle());
      if (this.full) sim.activity.set(station.team, station.idleHead === null, this.clock[0]!);
    }
  }

  /** An item leaves: its life is added up. */
  private finish(item: LineItem, end: Place): void {
    const { sim, sums } = this;
    const now = this.clock[0]!;
    const start = sim.items.start[item.row]!;
    if (this.full) {
      sums.changeInSystem(-1, now);
      const from = Math.max(start, sums.windowStart);
      const until = sums.windowOpen ? now : Math.min(now, sums.windowEnd);
      if (sums.windowSeen && until > from) sums.overlap += until - from;
    }
    sums.items.finished += 1;
    if (item.counted) {
      const { itemClass } = end;
      const leadTime = now - start;
      sums.items.counted += 1;
      sums.classItems[itemClass] = sums.classItems[itemClass]! + 1;
      sums.classLeadTime[itemClass] = sums.classLeadTime[itemClass]! + leadTime;
      if (now > start + sim.network.classes.due[itemClass]!) sums.classLate[itemClass] = sums.classLate[itemClass]! + 1;
      sim.countedLive -= 1;
      this.keepFinished(item, end, leadTime);
    }
    item.next = this.free;
    this.free = item;
    sim.items.live -= 1;
  }

  /** Finished items are added up many at once. */
  private keepFinished(item: LineItem, end: Place, leadTime: number): void {
    const { finished } = this;
    const cell = this.leads * this.finishedStride;
    finished[cell] = leadTime;
    if (this.full) {
      // Boundaries are numbered as they appear.
      if (end.boundary < 0) end.boundary = this.sums.boundaries.between(end.from, -1);
      finished[cell + 1] = end.row;
      finished[cell + 2] = item.word;
      finished[cell + 3] = this.clock[0]!;
      const from = item.row * this.stride;
      finished.set(this.account.subarray(from, from + 2 * end.position), cell + ABOUT_FINISHED);
    }
    this.leads += 1;
    if (this.leads === FINISHED) this.addFinished();
  }

  protected addFinished(): void {
    const { sim, sums, finished, leads, finishedStride } = this;
    this.leads = 0;
    for (let index = 0; index < leads; index += 1) {
      const leadTime = finished[index * finishedStride]!;
      sums.leadTime += leadTime;
      if (this.full) this.addAccount(index * finishedStride);
      else sim.leadTimes.add(leadTime);
    }
  }

  /** Adds up what an item's time went to; its row in `finished` begins at a cell. */
  private addAccount(cellOfItem: number): void {
    const { sim, finished, parts } = this;
    const leadTime = finished[cellOfItem]!;
    const end = this.places[finished[cellOfItem + 1]!]!;
    const { itemClass } = end;
    const { sums } = this;
    const { boundaries } = sums;
    boundaries.crossings[end.boundary] = boundaries.crossings[end.boundary]! + 1;
    const costOfDelay = sim.network.classes.costOfDelayPerSecond[itemClass]!;
    let waited = 0;
    let served = 0;
    let index = cellOfItem + ABOUT_FINISHED;
    for (let place = this.firsts[itemClass]!; place.next !== null; place = place.next) {
      const wait = finished[index]!;
      const service = finished[index + 1]!;
      index += 2;
      if (wait !== 0) {
        waited += wait;
        const { boundary } = place;
        const cell = boundary * BOUNDARY_ROW + CAUSE.queue;
        boundaries.seconds[cell] = boundaries.seconds[cell]! + wait;
        if (costOfDelay > 0) boundaries.delayCost[boundary] = boundaries.delayCost[boundary]! + wait * costOfDelay;
      }
      served += service;
      const cell = place.step * CAUSES + CAUSE.service;
      sums.stepSeconds[cell] = sums.stepSeconds[cell]! + service;
    }
    const row = itemClass * CAUSES;
    sums.causes[CAUSE.queue] = sums.causes[CAUSE.queue]! + waited;
    sums.causes[CAUSE.service] = sums.causes[CAUSE.service]! + served;
    sums.classSeconds[row + CAUSE.queue] = sums.classSeconds[row + CAUSE.queue]! + waited;
    sums.classSeconds[row + CAUSE.service] = sums.classSeconds[row + CAUSE.service]! + served;
    if (sim.settings.checks) checkIdentity(itemClass, finished[cellOfItem + 2]!, waited + served, leadTime, finished[cellOfItem + 3]!);
    parts[CAUSE.queue] = waited;
    parts[CAUSE.service] = served;
    sim.leadTimes.addSome(leadTime, parts, OF_A_LINE);
  }
}
