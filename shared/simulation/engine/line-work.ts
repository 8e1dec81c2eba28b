import { sample } from '../kernel/distributions.ts';
import { PURPOSE, itemWord } from '../kernel/keys.ts';
import type { Sampler } from '../kernel/sampler.ts';
import { ARRIVALS } from '../network/network.ts';
import { BUDGET, CAUSE, CAUSES, budgetParts } from '../results/causes.ts';
import { endSource, isKept, planNext } from './arrivals.ts';
import { BOUNDARY_ROW } from './boundaries.ts';
import { checkIdentity } from './finish.ts';
import { ABOUT_FINISHED, FINISHED, LineState } from './line-state.ts';

const PARTS = budgetParts.length;
/** What the time of an item on a line goes to. */
const OF_A_LINE = Int32Array.of(CAUSE.service, CAUSE.queue);

/** What happens in a run through lines: items start, come to places, are worked on and leave, as in the general engine. */
export class LineWork extends LineState {
  /** The event of a slot comes when it is due. */
  protected schedule(slot: number): void {
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
    const time = now + this.drawGap(source, gap, mean, candidate + 1, classes.hash[itemClass]!);
    if (!(time < sim.arrivalsUntil)) return this.endSource();
    this.heap.due[slot] = time;
    this.schedule(slot);
  }

  private drawGap(source: number, gap: Sampler, mean: number, candidate: number, hash: number): number {
    if (!this.keyed) return mean > 0 ? -mean * this.nextLog() : sample(gap, this.draws);
    if (mean > 0) return this.drawn.at(this.step.length + source, candidate);
    this.draws.begin(itemWord(0, candidate & 0xfffffff), hash, 0, PURPOSE.arrival);
    return sample(gap, this.draws);
  }

  protected endSource(): void {
    this.sim.now = this.clock[0]!;
    endSource(this.sim);
  }

  protected startItem(itemClass: number, layer: number, candidate: number): void {
    if (this.started[itemClass]! >= this.most[itemClass]!) return;
    const item = this.newItem(itemClass, itemWord(layer, candidate & 0xfffffff));
    if (this.full) {
      this.sums.changeInSystem(1, this.clock[0]!);
      this.drawServices(item, itemClass, candidate);
    }
    this.come(item, this.lines.first[itemClass]!);
  }

  /** Services that are drawn ahead wait in the item's account, where what they took will stand. */
  private drawServices(item: number, itemClass: number, candidate: number): void {
    const { drawnPlace, drawn, account } = this;
    let cell = item * this.stride + 1;
    for (let place = this.lines.first[itemClass]!; this.step[place]! >= 0; place += 1) {
      if (drawnPlace[place] === 1) account[cell] = drawn.at(place, candidate);
      cell += 2;
    }
  }

  /** An item of a class that starts now; `word` names its draws. */
  protected newItem(itemClass: number, word: number): number {
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
  protected come(item: number, place: number): void {
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
      if (this.head[queue]! < 0 && units.dirtyCount === 0 && this.clock[1]! > now) {
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
    if (this.full) {
      sums.changeTeamQueue(team, 1, now);
      sums.changeStepQueue(step, 1, now);
    }
  }

  /** Takes the first item out of a queue. */
  protected takeFirst(queue: number): number {
    const item = this.head[queue]!;
    const next = this.next[item]!;
    this.head[queue] = next;
    if (next < 0) this.tail[queue] = -1;
    if (this.full) {
      const now = this.clock[0]!;
      const place = this.place[item]!;
      this.sim.sums.changeTeamQueue(this.team[place]!, -1, now);
      this.sim.sums.changeStepQueue(this.lines.step[place]!, -1, now);
    }
    return item;
  }

  protected begin(item: number, place: number, unit: number): void {
    const now = this.clock[0]!;
    const wait = now - this.since[item]!;
    if (this.counted[item] === 1) {
      const step = this.step[place]!;
      this.waiting[step] = this.waiting[step]! + wait;
    }
    if (this.full) this.cross(item, place, unit);
    const seconds = this.drawnPlace[place] === 1 ? this.account[item * this.stride + 2 * this.lines.position[place]! + 1]! : this.drawService(item, place);
    this.current[unit] = item;
    this.seconds[unit] = seconds;
    this.begun[unit] = now;
    this.heap.due[unit] = now + seconds;
    this.schedule(unit);
  }

  private drawService(item: number, place: number): number {
    if (this.keyed) this.draws.begin(this.word[item]!, this.hash[place]!, 0, PURPOSE.service);
    const mean = this.mean[place]!;
    return mean > 0 ? -mean * this.nextLog() : sample(this.samplers[place]!, this.draws);
  }

  protected cross(item: number, place: number, unit: number): void {
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
  }

  /** A unit is done: its item goes on, and it takes the next one of its queue, or is free. */
  protected endWork(unit: number): void {
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
    if (this.head[queue]! >= 0 && units.dirtyCount === 0 && this.clock[1]! > now) {
      const next = this.takeFirst(queue);
      this.begin(next, this.place[next]!, unit);
    } else {
      units.addIdle(unit, now);
    }
  }

  /** All events of an instant are applied: free units go to waiting items, team by team. */
  protected settle(): void {
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
      while (this.idleCount[atom]! > 0 && this.head[queue]! >= 0) {
        const unit = units.longestIdle(atom);
        units.removeIdle(unit);
        const item = this.takeFirst(queue);
        this.begin(item, this.place[item]!, unit);
      }
      if (this.full) sim.activity.set(sim.network.atoms.team[atom]!, this.idleCount[atom] === 0, now);
    }
  }

  /** An item leaves: its life is added up. */
  protected finish(item: number, place: number): void {
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
      this.keepFinished(item, place, leadTime);
    }
    items.release(item);
  }

  /** Finished items are added up many at once. */
  private keepFinished(item: number, place: number, leadTime: number): void {
    const { finished, account } = this;
    let cell = this.leads * this.finishedStride;
    finished[cell] = leadTime;
    if (this.full) {
      // Boundaries are numbered as they appear.
      if (this.boundary[place]! < 0) this.boundary[place] = this.sums.boundaries.between(this.lines.from[place]!, -1);
      finished[cell + 1] = place;
      finished[cell + 2] = this.classOf[item]!;
      finished[cell + 3] = this.word[item]!;
      finished[cell + 4] = this.clock[0]!;
      cell += ABOUT_FINISHED;
      const from = item * this.stride;
      const end = from + 2 * this.lines.position[place]!;
      for (let index = from; index < end; index += 1) {
        finished[cell] = account[index]!;
        cell += 1;
      }
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
    const { sim, lines, finished, parts } = this;
    const leadTime = finished[cellOfItem]!;
    const place = finished[cellOfItem + 1]!;
    const itemClass = finished[cellOfItem + 2]!;
    const { sums } = this;
    const { boundaries } = sums;
    const last = this.boundary[place]!;
    boundaries.crossings[last] = boundaries.crossings[last]! + 1;
    const costOfDelay = sim.network.classes.costOfDelayPerSecond[itemClass]!;
    let waited = 0;
    let served = 0;
    let index = cellOfItem + ABOUT_FINISHED;
    for (let each = lines.first[itemClass]!; each < place; each += 1) {
      const wait = finished[index]!;
      const service = finished[index + 1]!;
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
    if (sim.settings.checks) checkIdentity(itemClass, finished[cellOfItem + 3]!, waited + served, leadTime, finished[cellOfItem + 4]!);
    parts[CAUSE.queue] = waited;
    parts[CAUSE.service] = served;
    sim.leadTimes.addSome(leadTime, parts, OF_A_LINE);
  }
}
