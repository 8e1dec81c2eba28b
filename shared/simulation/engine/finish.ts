import { CAUSE, CAUSES } from '../results/causes.ts';
import { BOUNDARY_ROW } from './boundaries.ts';
import { BOTH_CLOSED, NOT_WITHIN, PENDING } from './ledger.ts';
import { boundaryOwner } from './owners.ts';
import type { Simulation } from './simulation.ts';

const parts = new Float64Array(CAUSES);
const FATE = { none: 0, refused: 1, abandoned: 2 } as const;

/** An item is done: its life is added up and it leaves the system. Its last token's ledger must hold the whole chain. */
export function finishItem(sim: Simulation, token: number): void {
  const { tokens, items, sums } = sim;
  const item = tokens.item[token]!;
  const fate = items.fate[item]!;
  if (sim.attribution) {
    sums.changeInSystem(-1, sim.now);
    const from = Math.max(items.start[item]!, sums.windowStart);
    const until = sums.windowOpen ? sim.now : Math.min(sim.now, sums.windowEnd);
    if (sums.windowSeen && until > from) sums.overlap += until - from;
  }
  if (fate === FATE.refused) sums.items.refused += 1;
  else if (fate === FATE.abandoned) sums.items.abandoned += 1;
  else {
    sums.items.finished += 1;
    if (items.counted[item] === 1) countItem(sim, token, item);
  }
  if (items.counted[item] === 1) sim.countedLive -= 1;
  if (sim.probe !== undefined) sim.tell(fate === FATE.none ? 'finish' : fate === FATE.refused ? 'refuse' : 'abandon', token, 0, -1, sim.now - items.start[item]!);
  if (sim.attribution) sim.ledger.clear(token);
  const itemClass = items.class[item]!;
  if (sim.network.features.rich) sim.dropToken(token);
  else tokens.release(token);
  items.release(item);
  if (sim.network.classes.population[itemClass]! > 0) sim.returning.push(itemClass);
}

function countItem(sim: Simulation, token: number, item: number): void {
  const { tokens, items, sums, ledger } = sim;
  const leadTime = sim.now - items.start[item]!;
  const itemClass = items.class[item]!;
  sums.items.counted += 1;
  sums.leadTime += leadTime;
  sums.classItems[itemClass] = sums.classItems[itemClass]! + 1;
  sums.classLeadTime[itemClass] = sums.classLeadTime[itemClass]! + leadTime;
  const late = sim.now > items.due[item]!;
  if (late) sums.classLate[itemClass] = sums.classLate[itemClass]! + 1;
  if (!sim.attribution) {
    sim.leadTimes.add(leadTime);
    return;
  }
  const team = tokens.lastTeam[token]!;
  const { boundaries } = sums;
  const last = boundaries.between(team, -1);
  boundaries.crossings[last] = boundaries.crossings[last]! + 1;
  for (const [sender] of sim.joined.get(token) ?? []) {
    const boundary = boundaries.between(sender, -1);
    boundaries.crossings[boundary] = boundaries.crossings[boundary]! + 1;
  }
  if (tokens.pending[token]! >= 0) ledger.own(tokens.pending[token]!, boundaryOwner(sim, last));
  parts.fill(0);
  addSegments(sim, tokens.head[token]!, itemClass);
  let sum = 0;
  const row = itemClass * CAUSES;
  for (let cause = 0; cause < CAUSES; cause += 1) {
    const seconds = parts[cause]!;
    if (seconds === 0) continue;
    sum += seconds;
    sums.causes[cause] = sums.causes[cause]! + seconds;
    sums.classSeconds[row + cause] = sums.classSeconds[row + cause]! + seconds;
  }
  if (sim.settings.checks) checkIdentity(itemClass, items.word[item]!, sum, leadTime, sim.now);
  sim.leadTimes.add(leadTime, parts);
}

function addSegments(sim: Simulation, head: number, itemClass: number): void {
  const { sums, ledger, network } = sim;
  const { key, seconds, next } = ledger;
  const steps = network.steps.count;
  const { boundaries } = sums;
  const costOfDelay = network.classes.costOfDelayPerSecond[itemClass]!;
  for (let segment = head; segment >= 0; segment = next[segment]!) {
    const code = key[segment]!;
    const owner = code >> 8;
    const cause = (code >> 4) & 15;
    const time = seconds[segment]!;
    if (cause !== BOTH_CLOSED) parts[cause] = parts[cause]! + time;
    const inLoop = code & 15;
    if (inLoop !== NOT_WITHIN) {
      const sum = cause === CAUSE.clarification ? sums.withinClarification : sums.withinRework;
      sum[inLoop] = sum[inLoop]! + time;
    }
    if (owner <= steps) {
      if (owner === PENDING) throw new Error('a stretch of an item belongs to nobody');
      const place = (owner - 1) * CAUSES + cause;
      sums.stepSeconds[place] = sums.stepSeconds[place]! + time;
      continue;
    }
    const boundary = owner - 1 - steps;
    const place = boundary * BOUNDARY_ROW + cause;
    boundaries.seconds[place] = boundaries.seconds[place]! + time;
    if (costOfDelay > 0 && cause !== CAUSE.timer) {
      const sign = cause === BOTH_CLOSED ? -1 : 1;
      boundaries.delayCost[boundary] = boundaries.delayCost[boundary]! + sign * time * costOfDelay;
    }
  }
}

/** The labels of every item, named by its class and word, sum to its lead time (DESIGN 4 d). */
export function checkIdentity(itemClass: number, word: number, sum: number, leadTime: number, now: number): void {
  // Clock readings carry the rounding of the time at which they are taken.
  const tolerance = 1e-9 * leadTime + 1e-14 * now;
  if (Math.abs(sum - leadTime) > tolerance) throw new Error(`Item ${word} of class ${itemClass}: labels sum to ${sum}, its lead time is ${leadTime}.`);
}
