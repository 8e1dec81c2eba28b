import { BUDGET, budgetParts } from '../results/causes.ts';
import { AHEAD } from './drawn-ahead.ts';
import type { LineItem, LineUnit, Place } from './line-parts.ts';
import { ABOUT_FINISHED, BUFFER, FINISHED } from './line-state.ts';
import { LineWork } from './line-work.ts';

const PARTS = budgetParts.length;
const FLOW_WORK = BUDGET.flowWork;
const MASK = AHEAD - 1;

/**
 * Stretches of a run whose times are all exponential and drawn ahead, in which each event is alone at its instant: by
 * far the commonest ones. What is done is step for step what `endWork` and `arrive` do. The loop calls nothing that is
 * not small, and keeps its counts in its own variables, so that the compiler sees all of it at once; whatever else comes
 * up ends the stretch.
 */
export class LineRush extends LineWork {
  /** Applies up to `most` events before `until`; returns how many. Time afterwards stands in `clock[0]`. */
  protected rush(most: number, until: number): number {
    const { sim, heap, units, sources, clock, sums, logs, finished, full, priced, account, stride, finishedStride, turns, turnTimes } = this;
    const unitCount = units.length;
    const windows = unitCount + sources.length;
    const { times, slots } = heap;
    const { candidates, started } = sim.arrivals;
    const { start: starts } = sim.items;
    const { due } = sim.network.classes;
    const { stepVisits, stepWaiting, stepService, classItems, classLeadTime, classLate } = sums;
    // What a run with everything on keeps beside: accounts, lengths of queues, budgets, handoffs, changes of activity.
    const { values: drawnTimes, until: drawnUntil } = this.drawn;
    const { budget, teamJoined, teamBegun, teamStarts, teamWaiting, stepLength, stepLast, stepArea, teamLength, teamLast, teamArea, windowOpen } = sums;
    const { crossings, pingPong } = sums.boundaries;
    const { windowStart, periodEnd } = sums;
    const windowEnd = windowOpen ? Infinity : sums.windowSeen ? sums.windowEnd : -Infinity;
    let { overlap, inSystem, wipLast, wipArea, present, cost } = sums;
    const room = sim.settings.limits.items - sim.items.live;
    const from = this.counts[0]!;
    const to = this.counts[1]!;
    const ending = sim.arrivalsUntil;
    let { free } = this;
    let drawn = full ? 0 : this.logsUsed;
    let { leads } = this;
    let turned = 0;
    let begun = 0;
    let begunCounted = 0;
    let done = 0;
    let doneCounted = 0;
    let applied = 0;
    let now = clock[0]!;
    // An event takes two draws at most, finishes one item and changes two teams' activity.
    const limit = Math.min(most, (BUFFER - drawn) >> 1, FINISHED - leads, FINISHED >> 1);
    while (applied < limit) {
      const time = times[0]!;
      if (!(time < until && times[1]! > time && times[2]! > time && times[3]! > time && times[4]! > time)) break;
      const slot = slots[0]!;
      // Who comes where, and the free unit that takes it on at once; who is done; what takes the root of the heap, due when.
      let comes: LineItem | null = null;
      let there: Place | null = null;
      let server: LineUnit | null = null;
      let served = 0;
      let unit: LineUnit | null = null;
      let at = 0;
      if (slot < unitCount) {
        unit = units[slot]!;
        const item = unit.item!;
        const here = item.place;
        const { station } = unit;
        there = here.next!;
        if (full && (there.boundary < 0 || time > periodEnd || (station.head !== null && station.head.place.boundary < 0))) break;
        if (there.station !== null) {
          comes = item;
          server = there.station.idleHead;
          if (server !== null) {
            served = full ? account[item.row * stride + 2 * there.position + 1]! : -there.mean * logs[drawn]!;
            // Of a team that goes on with its own work another one begins before this one is free.
            if (!(time + served > time) || there.station === station) break;
            if (!full) drawn += 1;
          }
        }
        if (item.counted) {
          stepService[here.step] = stepService[here.step]! + unit.seconds;
          if (priced) cost += unit.seconds * unit.rate;
        }
        if (full) {
          account[item.row * stride + 2 * here.position + 1] = time - unit.begun;
          if (windowOpen) {
            const cell = station.team * PARTS + FLOW_WORK;
            budget[cell] = budget[cell]! + (time - (unit.begun > windowStart ? unit.begun : windowStart));
          }
        }
        if (comes === null) {
          done += 1;
          if (full) {
            const area = inSystem * (time - wipLast);
            wipLast = time;
            if (windowOpen) wipArea += area;
            present += area;
            inSystem -= 1;
            const start = starts[item.row]!;
            const entered = start > windowStart ? start : windowStart;
            const left = time < windowEnd ? time : windowEnd;
            if (left > entered) overlap += left - entered;
          }
          if (item.counted) {
            const { itemClass } = there;
            const start = starts[item.row]!;
            const leadTime = time - start;
            doneCounted += 1;
            classItems[itemClass] = classItems[itemClass]! + 1;
            classLeadTime[itemClass] = classLeadTime[itemClass]! + leadTime;
            if (time > start + due[itemClass]!) classLate[itemClass] = classLate[itemClass]! + 1;
            let cell = leads * finishedStride;
            leads += 1;
            finished[cell] = leadTime;
            if (full) {
              finished[cell + 1] = there.row;
              finished[cell + 2] = item.word;
              finished[cell + 3] = time;
              cell += ABOUT_FINISHED;
              const row = item.row * stride;
              const end = row + 2 * there.position;
              for (let index = row; index < end; index += 1) {
                finished[cell] = account[index]!;
                cell += 1;
              }
            }
          }
          item.next = free;
          free = item;
        }
      } else {
        if (slot >= windows || free === null || begun - done >= room) break;
        const { about, first, most: ceiling, row: gaps, mean: gap } = sources[slot - unitCount]!;
        const { itemClass } = first;
        there = first;
        if (first.station === null || started[itemClass]! + 1 >= ceiling) break;
        const candidate = candidates[about]!;
        server = first.station.idleHead;
        if (full) {
          if (time > periodEnd || candidate + 1 >= drawnUntil[gaps]! || candidate >= drawnUntil[first.row]! || first.boundary < 0) break;
          at = time + drawnTimes[gaps * AHEAD + ((candidate + 1) & MASK)]!;
          if (server !== null) served = drawnTimes[first.row * AHEAD + (candidate & MASK)]!;
        } else {
          if (server !== null) served = -first.mean * logs[drawn]!;
          at = time - gap * logs[server === null ? drawn : drawn + 1]!;
        }
        if (!(at < ending) || (server !== null && !(time + served > time))) break;
        comes = free;
        if (full) {
          // Services are drawn for the whole way at once: where that of the first place is there, all are.
          let cell = comes.row * stride + 1;
          for (let place = first; place.next !== null; place = place.next) {
            account[cell] = drawnTimes[place.row * AHEAD + (candidate & MASK)]!;
            cell += 2;
          }
          const area = inSystem * (time - wipLast);
          wipLast = time;
          if (windowOpen) wipArea += area;
          present += area;
          inSystem += 1;
        } else {
          drawn += server === null ? 1 : 2;
        }
        candidates[about] = candidate + 1;
        started[itemClass] = started[itemClass]! + 1;
        free = comes.next;
        comes.word = candidate & 0xfffffff;
        starts[comes.row] = time;
        const counts = time >= from && time < to;
        comes.counted = counts;
        begun += 1;
        if (counts) begunCounted += 1;
      }
      if (comes !== null) {
        const station = there.station!;
        const { step } = there;
        if (comes.counted) stepVisits[step] = stepVisits[step]! + 1;
        comes.place = there;
        if (full) teamJoined[station.team] = teamJoined[station.team]! + 1;
        if (server === null) {
          comes.since = time;
          station.join(comes);
          if (full) {
            const { team } = station;
            const inTeam = teamLength[team]!;
            const inStep = stepLength[step]!;
            if (windowOpen) {
              teamArea[team] = teamArea[team]! + inTeam * (time - teamLast[team]!);
              stepArea[step] = stepArea[step]! + inStep * (time - stepLast[step]!);
            }
            teamLast[team] = time;
            teamLength[team] = inTeam + 1;
            stepLast[step] = time;
            stepLength[step] = inStep + 1;
          }
        }
      }
      if (unit === null) heap.replaceLoosely(slot, at);
      else {
        const { station } = unit;
        if (station.head === null) {
          unit.item = null;
          station.addIdle(unit, time);
          if (full && station.idleHead === unit) {
            turns[turned] = -1 - station.team;
            turnTimes[turned] = time;
            turned += 1;
          }
          heap.dropLoosely();
        } else {
          const waits = station.takeFirst();
          const begins = waits.place;
          const { step } = begins;
          const wait = time - waits.since;
          let length = 0;
          if (full) {
            const { team } = station;
            const inTeam = teamLength[team]!;
            const inStep = stepLength[step]!;
            if (windowOpen) {
              teamArea[team] = teamArea[team]! + inTeam * (time - teamLast[team]!);
              stepArea[step] = stepArea[step]! + inStep * (time - stepLast[step]!);
            }
            teamLast[team] = time;
            teamLength[team] = inTeam - 1;
            stepLast[step] = time;
            stepLength[step] = inStep - 1;
            teamBegun[team] = teamBegun[team]! + 1;
            const cell = waits.row * stride + 2 * begins.position;
            account[cell] = wait;
            length = account[cell + 1]!;
            unit.begun = time;
            if (waits.counted) {
              const { boundary } = begins;
              teamWaiting[team] = teamWaiting[team]! + wait;
              teamStarts[team] = teamStarts[team]! + 1;
              crossings[boundary] = crossings[boundary]! + 1;
              pingPong[boundary] = pingPong[boundary]! + begins.comesBack;
            }
          } else {
            length = -begins.mean * logs[drawn]!;
            drawn += 1;
          }
          if (waits.counted) stepWaiting[step] = stepWaiting[step]! + wait;
          unit.item = waits;
          unit.seconds = length;
          heap.replaceLoosely(slot, time + length);
        }
      }
      applied += 1;
      now = time;
      if (server === null) continue;
      // As `begin` does, with no wait to add up.
      const station = there.station!;
      station.takeIdle();
      server.item = comes;
      server.seconds = served;
      if (full) {
        const { team } = station;
        teamBegun[team] = teamBegun[team]! + 1;
        if (comes!.counted) {
          const { boundary } = there;
          teamStarts[team] = teamStarts[team]! + 1;
          crossings[boundary] = crossings[boundary]! + 1;
          pingPong[boundary] = pingPong[boundary]! + there.comesBack;
        }
        account[comes!.row * stride + 2 * there.position] = 0;
        server.begun = time;
        if (station.idleHead === null) {
          turns[turned] = team;
          turnTimes[turned] = time;
          turned += 1;
        }
      }
      heap.pushLoosely(server.slot, time + served);
    }
    clock[0] = now;
    this.free = free;
    if (!full) this.logsUsed = drawn;
    sim.items.live += begun - done;
    sim.countedLive += begunCounted - doneCounted;
    sums.items.started += begun;
    sums.items.countedStarts += begunCounted;
    sums.items.finished += done;
    sums.items.counted += doneCounted;
    sums.overlap = overlap;
    sums.inSystem = inSystem;
    sums.wipLast = wipLast;
    sums.wipArea = wipArea;
    sums.present = present;
    sums.cost = cost;
    this.leads = leads;
    if (leads > FINISHED >> 1) this.addFinished();
    for (let index = 0; index < turned; index += 1) {
      const turn = turns[index]!;
      if (turn < 0) sim.activity.set(-1 - turn, false, turnTimes[index]!);
      else sim.activity.set(turn, true, turnTimes[index]!);
    }
    // The order of events at one instant was of no account so far.
    if (heap.nextTime() === times[0]) heap.reorder();
    return applied;
  }
}
