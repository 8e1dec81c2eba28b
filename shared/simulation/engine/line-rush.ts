import { BUFFER } from './line-state.ts';
import { LineWork } from './line-work.ts';

/**
 * Stretches of a lean run (waits only, one stream, exponential times) in which every server is busy and each event is
 * alone at its instant: by far the commonest ones. What is done is step for step what `endWork` and `arrive` do. The
 * loop calls nothing and writes to nothing but typed arrays and its own variables, so that the compiler need not look
 * at the tables anew after every step; whatever else comes up ends the stretch.
 */
export class LineRush extends LineWork {
  /** Applies up to `most` events before `until`; returns how many. Time afterwards stands in `clock[0]`. */
  protected rush(most: number, until: number): number {
    const { sim, heap, unitCount, clock, items, sums, logs, leadTimes, current, seconds, head, tail, service, waiting, visits, candidates, started, atom, gapMean, sources } = this;
    const { next, place, since, counted, start, classOf, word, classItems, classLeadTime, allowed, idleCount, counts } = this;
    const { queue: queues, step: steps, mean: means } = this;
    const { times, slots, due } = heap;
    const { idle, idleSince, idleHead, idleTail, idleNext, idlePrevious } = this.units;
    let { size } = heap;
    const { first: starts } = this.lines;
    const { tokens: links, tokenCount } = items;
    const { classLate: late } = sums;
    const { most: ceiling } = this;
    const windows = unitCount + sources.length;
    const room = sim.settings.limits.items - items.live;
    const from = counts[0]!;
    const to = counts[1]!;
    const ending = sim.arrivalsUntil;
    let free = items.firstFree;
    let drawn = this.logsUsed;
    let leads = this.leads;
    let begun = 0;
    let begunCounted = 0;
    let done = 0;
    let doneCounted = 0;
    let applied = 0;
    let tied = false;
    let now = clock[0]!;
    while (applied < most && !tied && drawn < BUFFER - 1 && leads < BUFFER) {
      const time = times[0]!;
      if (!(time < until && times[1]! > time && times[2]! > time)) break;
      const slot = slots[0]!;
      // Who begins at a free unit and when that is done; what takes the root of the heap and when that is due.
      let starter = -1;
      let server = -1;
      let served = 0;
      let put = slot;
      let at = 0;
      if (slot < unitCount) {
        const item = current[slot]!;
        const here = place[item]!;
        const then = steps[here + 1]!;
        if (then >= 0) {
          server = idleHead[atom[here + 1]!]!;
          if (server >= 0) {
            served = -means[here + 1]! * logs[drawn]!;
            if (!(time + served > time)) break;
            drawn += 1;
            starter = item;
          }
        }
        if (counted[item] === 1) service[steps[here]!] = service[steps[here]!]! + seconds[slot]!;
        if (then < 0) {
          done += 1;
          if (counted[item] === 1) {
            const itemClass = classOf[item]!;
            const leadTime = time - start[item]!;
            doneCounted += 1;
            classItems[itemClass] = classItems[itemClass]! + 1;
            classLeadTime[itemClass] = classLeadTime[itemClass]! + leadTime;
            if (time > start[item]! + allowed[itemClass]!) late[itemClass] = late[itemClass]! + 1;
            leadTimes[leads] = leadTime;
            leads += 1;
          }
          links[item] = free;
          tokenCount[item] = -1;
          free = item;
        } else {
          if (counted[item] === 1) visits[then] = visits[then]! + 1;
          since[item] = time;
          place[item] = here + 1;
          if (server < 0) {
            const behind = queues[here + 1]!;
            const last = tail[behind]!;
            next[item] = -1;
            if (last < 0) head[behind] = item;
            else next[last] = item;
            tail[behind] = item;
          }
        }
        const queue = queues[here]!;
        const waits = head[queue]!;
        if (waits >= 0) {
          const after = next[waits]!;
          head[queue] = after;
          if (after < 0) tail[queue] = -1;
          const begins = place[waits]!;
          if (counted[waits] === 1) waiting[steps[begins]!] = waiting[steps[begins]!]! + (time - since[waits]!);
          const length = -means[begins]! * logs[drawn]!;
          drawn += 1;
          current[slot] = waits;
          seconds[slot] = length;
          at = time + length;
        } else {
          // As \`addIdle\` does: behind those free for longer; of those free since the same instant by number.
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
        }
      } else {
        if (slot >= windows || free < 0 || begun - done >= room) break;
        const source = slot - unitCount;
        const about = sources[source]!;
        const itemClass = about >> 4;
        const here = starts[itemClass]!;
        const first = steps[here]!;
        if (first < 0 || started[itemClass]! + 1 >= ceiling[itemClass]!) break;
        server = idleHead[atom[here]!]!;
        if (server >= 0) served = -means[here]! * logs[drawn]!;
        at = time - gapMean[source]! * logs[server >= 0 ? drawn + 1 : drawn]!;
        if (!(at < ending) || (server >= 0 && !(time + served > time))) break;
        drawn += server >= 0 ? 2 : 1;
        const candidate = candidates[about]!;
        candidates[about] = candidate + 1;
        started[itemClass] = started[itemClass]! + 1;
        const item = free;
        free = links[item]!;
        links[item] = -1;
        tokenCount[item] = 1;
        classOf[item] = itemClass;
        word[item] = candidate & 0xfffffff;
        start[item] = time;
        since[item] = time;
        place[item] = here;
        begun += 1;
        if (time >= from && time < to) {
          counted[item] = 1;
          begunCounted += 1;
          visits[first] = visits[first]! + 1;
        } else {
          counted[item] = 0;
        }
        if (server >= 0) starter = item;
        else {
          const queue = queues[here]!;
          const last = tail[queue]!;
          next[item] = -1;
          if (last < 0) head[queue] = item;
          else next[last] = item;
          tail[queue] = item;
        }
      }
      applied += 1;
      now = time;
      due[put] = at;
      let hole = 0;
      let child = 1;
      while (child < size) {
        let least = times[child]!;
        const right = child + 1;
        if (right < size) {
          const other = times[right]!;
          if (other === least) tied = true;
          else if (other < least) {
            child = right;
            least = other;
          }
        }
        if (least >= at) {
          if (least === at) tied = true;
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
      if (starter < 0) continue;
      // As \`removeIdle\` and \`begin\` do, with no wait to add up.
      const own = atom[place[starter]!]!;
      const after = idleNext[server]!;
      idle[server] = 0;
      idleCount[own] = idleCount[own]! - 1;
      idleHead[own] = after;
      if (after < 0) idleTail[own] = -1;
      else idlePrevious[after] = -1;
      current[server] = starter;
      seconds[server] = served;
      due[server] = time + served;
      hole = size;
      size += 1;
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        const above = times[parent]!;
        if (time + served >= above) {
          if (time + served === above) tied = true;
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
    this.logsUsed = drawn;
    items.firstFree = free;
    items.live += begun - done;
    sim.countedLive += begunCounted - doneCounted;
    sums.items.started += begun;
    sums.items.countedStarts += begunCounted;
    sums.items.finished += done;
    sums.items.counted += doneCounted;
    this.leads = leads;
    if (leads === BUFFER) this.addLeadTimes();
    if (tied) heap.reorder();
    return applied;
  }
}
