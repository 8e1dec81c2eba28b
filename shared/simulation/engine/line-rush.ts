import { BUDGET, budgetParts } from '../results/causes.ts';
import { AHEAD } from './drawn-ahead.ts';
import { ABOUT_FINISHED, BUFFER, FINISHED } from './line-state.ts';
import { LineWork } from './line-work.ts';

const PARTS = budgetParts.length;
const FLOW_WORK = BUDGET.flowWork;
const MASK = AHEAD - 1;

/**
 * Stretches of a run whose times are all exponential and drawn ahead, in which each event is alone at its instant: by
 * far the commonest ones. What is done is step for step what `endWork` and `arrive` do. The loop calls nothing and
 * writes to nothing but typed arrays and its own variables, so that the compiler need not look at the tables anew after
 * every step; whatever else comes up ends the stretch.
 */
export class LineRush extends LineWork {
  /** Applies up to `most` events before `until`; returns how many. Time afterwards stands in `clock[0]`. */
  protected rush(most: number, until: number): number {
    const { sim, heap, unitCount, clock, items, sums, logs, finished, current, seconds, head, tail, service, waiting, visits, candidates, started, atom, gapMean, sources } = this;
    const { next, place, since, counted, start, classOf, word, classItems, classLeadTime, allowed, idleCount, counts, priced, rate } = this;
    const { queue: queues, step: steps, mean: means } = this;
    const { times, slots } = heap;
    const { idle, idleSince, idleHead, idleTail, idleNext, idlePrevious } = this.units;
    let { size } = heap;
    const { first: starts, position, comesBack } = this.lines;
    const { tokens: links, tokenCount } = items;
    const { classLate: late } = sums;
    const { most: ceiling } = this;
    // What a run with everything on keeps beside: accounts, lengths of queues, budgets, handoffs, changes of activity.
    const { full, account, stride, finishedStride, team: teams, boundary: boundaryOf, begun: begunAt, turns, turnTimes } = this;
    const { values: drawnTimes, until: drawnUntil } = this.drawn;
    const { part, pieceTeam, pieceClock } = this.units;
    const { budget, teamJoined, teamBegun, teamStarts, teamWaiting, stepLength, stepLast, stepArea, teamLength, teamLast, teamArea, windowOpen } = sums;
    const { crossings, pingPong } = sums.boundaries;
    const { windowStart, periodEnd } = sums;
    const windowEnd = windowOpen ? Infinity : sums.windowSeen ? sums.windowEnd : -Infinity;
    let { overlap, inSystem, wipLast, wipArea, present, cost } = sums;
    const rowOfGaps = steps.length;
    const windows = unitCount + sources.length;
    const room = sim.settings.limits.items - items.live;
    const from = counts[0]!;
    const to = counts[1]!;
    const ending = sim.arrivalsUntil;
    let free = items.firstFree;
    let drawn = full ? 0 : this.logsUsed;
    let leads = this.leads;
    let turned = 0;
    let begun = 0;
    let begunCounted = 0;
    let done = 0;
    let doneCounted = 0;
    let applied = 0;
    let now = clock[0]!;
    // An event takes two draws at most, finishes one item and changes two teams' activity. Events at one instant end it: 0.
    let limit = Math.min(most, (BUFFER - drawn) >> 1, FINISHED - leads, FINISHED >> 1);
    while (applied < limit) {
      const time = times[0]!;
      if (!(time < until && times[1]! > time && times[2]! > time)) break;
      const slot = slots[0]!;
      // Who comes where, and the free unit that takes it on at once; what takes the root of the heap, due when.
      let comes = -1;
      let there = -1;
      let server = -1;
      let served = 0;
      let put = slot;
      let at = 0;
      let here = -1;
      if (slot < unitCount) {
        const item = current[slot]!;
        here = place[item]!;
        if (full) {
          const waits = head[queues[here]!]!;
          if (boundaryOf[here + 1]! < 0 || time > periodEnd || (waits >= 0 && boundaryOf[place[waits]!]! < 0)) break;
        }
        if (steps[here + 1]! >= 0) {
          there = here + 1;
          server = idleHead[atom[there]!]!;
          if (server >= 0) {
            served = full ? account[item * stride + 2 * position[there]! + 1]! : -means[there]! * logs[drawn]!;
            // Of a team that goes on with its own work another one begins before this one is free.
            if (!(time + served > time) || atom[there] === atom[here]) break;
            if (!full) drawn += 1;
          }
          comes = item;
        }
        const step = steps[here]!;
        if (counted[item] === 1) {
          service[step] = service[step]! + seconds[slot]!;
          if (priced) cost += seconds[slot]! * rate[slot]!;
        }
        if (full) {
          account[item * stride + 2 * position[here]! + 1] = time - begunAt[slot]!;
          if (windowOpen) {
            const cell = teams[here]! * PARTS + FLOW_WORK;
            budget[cell] = budget[cell]! + (time - pieceClock[slot]!);
          }
        }
        if (comes < 0) {
          done += 1;
          if (full) {
            const area = inSystem * (time - wipLast);
            wipLast = time;
            if (windowOpen) wipArea += area;
            present += area;
            inSystem -= 1;
            const entered = start[item]! > windowStart ? start[item]! : windowStart;
            const left = time < windowEnd ? time : windowEnd;
            if (left > entered) overlap += left - entered;
          }
          if (counted[item] === 1) {
            const itemClass = classOf[item]!;
            const leadTime = time - start[item]!;
            doneCounted += 1;
            classItems[itemClass] = classItems[itemClass]! + 1;
            classLeadTime[itemClass] = classLeadTime[itemClass]! + leadTime;
            if (time > start[item]! + allowed[itemClass]!) late[itemClass] = late[itemClass]! + 1;
            let cell = leads * finishedStride;
            leads += 1;
            finished[cell] = leadTime;
            if (full) {
              finished[cell + 1] = here + 1;
              finished[cell + 2] = itemClass;
              finished[cell + 3] = word[item]!;
              finished[cell + 4] = time;
              cell += ABOUT_FINISHED;
              const row = item * stride;
              const end = row + 2 * position[here + 1]!;
              for (let index = row; index < end; index += 1) {
                finished[cell] = account[index]!;
                cell += 1;
              }
            }
          }
          links[item] = free;
          tokenCount[item] = -1;
          free = item;
        }
      } else {
        if (slot >= windows || free < 0 || begun - done >= room) break;
        const source = slot - unitCount;
        const about = sources[source]!;
        const itemClass = about >> 4;
        there = starts[itemClass]!;
        if (steps[there]! < 0 || started[itemClass]! + 1 >= ceiling[itemClass]!) break;
        const candidate = candidates[about]!;
        server = idleHead[atom[there]!]!;
        if (full) {
          if (time > periodEnd || candidate + 1 >= drawnUntil[rowOfGaps + source]! || candidate >= drawnUntil[there]! || boundaryOf[there]! < 0) break;
          at = time + drawnTimes[(rowOfGaps + source) * AHEAD + ((candidate + 1) & MASK)]!;
          if (server >= 0) served = drawnTimes[there * AHEAD + (candidate & MASK)]!;
        } else {
          if (server >= 0) served = -means[there]! * logs[drawn]!;
          at = time - gapMean[source]! * logs[server >= 0 ? drawn + 1 : drawn]!;
        }
        if (!(at < ending) || (server >= 0 && !(time + served > time))) break;
        comes = free;
        if (full) {
          // Services are drawn for the whole way at once: where that of the first place is there, all are.
          let cell = comes * stride + 1;
          for (let each = there; steps[each]! >= 0; each += 1) {
            account[cell] = drawnTimes[each * AHEAD + (candidate & MASK)]!;
            cell += 2;
          }
          const area = inSystem * (time - wipLast);
          wipLast = time;
          if (windowOpen) wipArea += area;
          present += area;
          inSystem += 1;
        } else {
          drawn += server >= 0 ? 2 : 1;
        }
        candidates[about] = candidate + 1;
        started[itemClass] = started[itemClass]! + 1;
        free = links[comes]!;
        links[comes] = -1;
        tokenCount[comes] = 1;
        classOf[comes] = itemClass;
        word[comes] = candidate & 0xfffffff;
        start[comes] = time;
        begun += 1;
        const counts = time >= from && time < to ? 1 : 0;
        counted[comes] = counts;
        begunCounted += counts;
      }
      if (comes >= 0) {
        const step = steps[there]!;
        if (counted[comes] === 1) visits[step] = visits[step]! + 1;
        since[comes] = time;
        place[comes] = there;
        if (full) teamJoined[teams[there]!] = teamJoined[teams[there]!]! + 1;
        if (server < 0) {
          const queue = queues[there]!;
          const last = tail[queue]!;
          next[comes] = -1;
          if (last < 0) head[queue] = comes;
          else next[last] = comes;
          tail[queue] = comes;
          if (full) {
            const team = teams[there]!;
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
      if (here >= 0) {
        const queue = queues[here]!;
        const waits = head[queue]!;
        if (waits >= 0) {
          const after = next[waits]!;
          head[queue] = after;
          if (after < 0) tail[queue] = -1;
          const begins = place[waits]!;
          const step = steps[begins]!;
          const wait = time - since[waits]!;
          let length = 0;
          if (full) {
            const team = teams[begins]!;
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
            const row = waits * stride + 2 * position[begins]!;
            account[row] = wait;
            length = account[row + 1]!;
            begunAt[slot] = time;
            pieceClock[slot] = time;
            if (counted[waits] === 1) {
              const boundary = boundaryOf[begins]!;
              teamWaiting[team] = teamWaiting[team]! + wait;
              teamStarts[team] = teamStarts[team]! + 1;
              crossings[boundary] = crossings[boundary]! + 1;
              pingPong[boundary] = pingPong[boundary]! + comesBack[begins]!;
            }
          } else {
            length = -means[begins]! * logs[drawn]!;
            drawn += 1;
          }
          if (counted[waits] === 1) waiting[step] = waiting[step]! + wait;
          current[slot] = waits;
          seconds[slot] = length;
          at = time + length;
        } else {
          // As `addIdle` does: behind those free for longer; of those free since the same instant by number.
          const own = atom[here]!;
          current[slot] = -1;
          idle[slot] = 1;
          idleCount[own] = idleCount[own]! + 1;
          idleSince[slot] = time;
          let before = idleTail[own]!;
          while (before >= 0 && idleSince[before] === time && before > slot) before = idlePrevious[before]!;
          const after = before < 0 ? idleHead[own]! : idleNext[before]!;
          idlePrevious[slot] = before;
          idleNext[slot] = after;
          if (before < 0) idleHead[own] = slot;
          else idleNext[before] = slot;
          if (after < 0) idleTail[own] = slot;
          else idlePrevious[after] = slot;
          size -= 1;
          put = slots[size]!;
          at = times[size]!;
          times[size] = Infinity;
          if (full) {
            part[slot] = -1;
            if (idleCount[own] === 1) {
              turns[turned] = -1 - teams[here]!;
              turnTimes[turned] = time;
              turned += 1;
            }
          }
        }
      }
      applied += 1;
      now = time;
      let hole = 0;
      let child = 1;
      while (child < size) {
        const left = times[child]!;
        const right = times[child + 1]!;
        if (left === right) limit = 0;
        // Which child is earlier is anybody's guess, also the processor's: a sum costs less than a wrong branch.
        child += Number(right < left);
        const least = times[child]!;
        if (least >= at) {
          if (least === at) limit = 0;
          break;
        }
        times[hole] = least;
        slots[hole] = slots[child]!;
        hole = child;
        child = 2 * hole + 1;
      }
      if (size > 0) {
        times[hole] = at;
        slots[hole] = put;
      }
      if (server < 0) continue;
      // As `removeIdle` and `begin` do, with no wait to add up.
      const own = atom[there]!;
      const after = idleNext[server]!;
      idle[server] = 0;
      idleCount[own] = idleCount[own]! - 1;
      idleHead[own] = after;
      if (after < 0) idleTail[own] = -1;
      else idlePrevious[after] = -1;
      current[server] = comes;
      seconds[server] = served;
      if (full) {
        const team = teams[there]!;
        teamBegun[team] = teamBegun[team]! + 1;
        if (counted[comes] === 1) {
          const boundary = boundaryOf[there]!;
          teamStarts[team] = teamStarts[team]! + 1;
          crossings[boundary] = crossings[boundary]! + 1;
          pingPong[boundary] = pingPong[boundary]! + comesBack[there]!;
        }
        account[comes * stride + 2 * position[there]!] = 0;
        begunAt[server] = time;
        part[server] = FLOW_WORK;
        pieceTeam[server] = team;
        pieceClock[server] = time;
        if (after < 0) {
          turns[turned] = team;
          turnTimes[turned] = time;
          turned += 1;
        }
      }
      hole = size;
      size += 1;
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        const above = times[parent]!;
        if (time + served >= above) {
          if (time + served === above) limit = 0;
          break;
        }
        times[hole] = above;
        slots[hole] = slots[parent]!;
        hole = parent;
      }
      times[hole] = time + served;
      slots[hole] = server;
    }
    heap.size = size;
    clock[0] = now;
    if (!full) this.logsUsed = drawn;
    items.firstFree = free;
    items.live += begun - done;
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
    if (limit === 0) heap.reorder();
    return applied;
  }
}
