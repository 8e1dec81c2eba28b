import { itemWord } from '../kernel/keys.ts';
import { closeWindow, openWindow } from './openings.ts';
import { BUFFER } from './line-state.ts';
import { LineWork } from './line-work.ts';

/**
 * The loop of runs in which nothing can happen but arrivals and ends of work along lines (see lines.ts). It gives what
 * the general engine gives, bit by bit, and takes a fraction of its time: there are no tokens, and an item's account is
 * one row of waits and services. The state that results are read from is the general one.
 */
export class LineRun extends LineWork {
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
}
