import { closeWindow, openWindow } from './openings.ts';
import { BUFFER } from './line-state.ts';
import { LineRush } from './line-rush.ts';

/**
 * The loop of runs in which nothing can happen but arrivals and ends of work along lines (see lines.ts). It gives what
 * the general engine gives, bit by bit, and takes a fraction of its time: there are no tokens, and an item's account is
 * one row of waits and services. The state that results are read from is the general one (see `tell`).
 */
export class LineRun extends LineRush {
  /**
   * Applies up to that many events; says which limit it came to, if any. `ends` is asked before time goes on where the
   * run may be over, and then has the last word.
   */
  advance(maxEvents: number, stopAt: number, ends: (time: number) => boolean): 'items' | 'events' | undefined {
    const { sim, heap, clock, rushes, ahead } = this;
    const { settings, items, units } = sim;
    const { times, slots } = heap;
    const unitCount = this.units.length;
    const windows = unitCount + this.sources.length;
    const until = settings.mode === 'steady' ? settings.horizon : Infinity;
    const mostItems = settings.limits.items;
    const mostEvents = settings.limits.events;
    let events = sim.eventCount;
    let { now } = sim;
    clock[0] = now;
    for (let count = 0; count < maxEvents; count += 1) {
      if (rushes && units.dirtyCount === 0 && times[0]! > now) {
        if (ahead && this.logsUsed > BUFFER >> 1) this.drawLogs();
        const applied = this.rush(Math.min(maxEvents - count - 1, mostEvents - events), Math.min(until, stopAt));
        count += applied;
        events += applied;
        now = clock[0]!;
      }
      const time = times[0]!;
      if (time > now) {
        if (units.dirtyCount > 0) {
          this.settle();
          continue;
        }
        if (time > stopAt || time === Infinity || (sim.arrivalsOver && items.live === 0) || (now >= until && sim.countedLive === 0)) {
          sim.now = now;
          sim.eventCount = events;
          if (ends(time)) return undefined;
        }
        now = time;
        clock[0] = now;
      }
      events += 1;
      const slot = slots[0]!;
      clock[1] = heap.nextTime();
      this.vacant = true;
      if (slot < unitCount) this.endWork(this.units[slot]!);
      else if (slot < windows) this.arrive(slot);
      else {
        sim.now = now;
        this.tellState();
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
    if (items.live > mostItems) return 'items';
    return events > mostEvents ? 'events' : undefined;
  }

  /** Brings the general state up to date, before its window closes and before results are read. */
  tell(): void {
    this.addFinished();
    this.tellState();
  }
}
