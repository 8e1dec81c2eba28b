import { flushPiece, noteActivity, refreshMode } from './availability.ts';
import { beginWork } from './begin.ts';
import { joinQueue, leaveQueue, markSets } from './queueing.ts';
import { AWAKE, type Simulation } from './simulation.ts';
import { chargeHandedOver } from './stages.ts';
import { PHASE, STARTED, WORK } from './tokens.ts';
import { beginInterrupt, interruptAgain, waitingInterrupt } from './interrupts.ts';
import { chooseSeveral } from './choose-units.ts';
import { partOfBudget, seize, settle, teamOfPiece } from './work.ts';

/**
 * Gives free units to waiting work, once all events of the instant are applied. Nothing here knows the future: it looks
 * at who is free now and who waits now, and leaves no admissible work beside a free eligible unit.
 */
export function dispatch(sim: Simulation): void {
  const { units } = sim;
  while (sim.resumers.length > 0 || units.dirtyCount > 0) {
    if (sim.resumers.length > 0) {
      resumeOrReplace(sim, takeSmallest(sim.resumers));
      continue;
    }
    const atom = takeDirty(sim);
    if (sim.network.atoms.unlimited[atom] === 1) serveUnlimited(sim, atom);
    else serveAtom(sim, atom);
  }
}

/** The dirty atom of the smallest number, so that order of marking plays no part. */
function takeDirty(sim: Simulation): number {
  const { units } = sim;
  let best = 0;
  for (let index = 1; index < units.dirtyCount; index += 1) if (units.dirty[index]! < units.dirty[best]!) best = index;
  const atom = units.dirty[best]!;
  units.dirtyCount -= 1;
  units.dirty[best] = units.dirty[units.dirtyCount]!;
  units.isDirty[atom] = 0;
  return atom;
}

function takeSmallest(list: number[]): number {
  let best = 0;
  for (let index = 1; index < list.length; index += 1) if (list[index]! < list[best]!) best = index;
  const value = list[best]!;
  list[best] = list[list.length - 1]!;
  list.pop();
  return value;
}

function serveAtom(sim: Simulation, atom: number): void {
  const { units, network, tokens } = sim;
  const team = network.atoms.team[atom]!;
  while (units.idleCount[atom]! > 0) {
    if (interruptRested(sim, atom)) continue;
    const queue = bestQueue(sim, atom);
    if (queue < 0) {
      // A team that begins at n waiting falls asleep when it has nothing left, unless nobody can come any more.
      if (sim.awake[team] === AWAKE.now && waitingFor(sim, team) === 0) sim.awake[team] = AWAKE.no;
      break;
    }
    const token = sim.queues.first(queue);
    const place = seizeFor(sim, token, queue);
    if (place < 0) break;
    tokens.phase[token] = PHASE.work;
    if (tokens.work[token]! >= WORK.interrupt) {
      leaveQueue(sim, token);
      beginInterrupt(sim, token, tokens.unit[token]!);
    } else {
      beginWork(sim, token, place);
    }
  }
  if (network.teams.preemption[team]! > 0) preemptFor(sim, atom);
  if (sim.attribution) noteActivity(sim, atom, true);
}

/** An interrupt that waits takes a unit of the atom that has nothing at all to do, longest free first. True where one did. */
function interruptRested(sim: Simulation, atom: number): boolean {
  const { units, network, interruptHead } = sim;
  const teams = network.units.teams;
  const any = network.atoms.firstUnit[atom]!;
  let waits = false;
  for (let place = teams.first[any]!; place < teams.first[any + 1]! && !waits; place += 1) waits = interruptHead[teams.items[place]!]! >= 0;
  if (!waits) return false;
  for (let unit = units.longestIdle(atom); unit >= 0; unit = units.nextIdle(unit)) {
    if (units.jobs[unit]! > 0) continue;
    const interrupt = waitingInterrupt(sim, unit, false);
    if (interrupt < 0) continue;
    beginInterrupt(sim, interrupt, unit);
    return true;
  }
  return false;
}

/** How many wait in all queues of a team. */
function waitingFor(sim: Simulation, team: number): number {
  const { queues } = sim.network;
  let waiting = 0;
  for (let queue = 0; queue < queues.count; queue += 1) if (queues.team[queue] === team) waiting += sim.queues.length[queue]!;
  return waiting;
}

/** The queue whose first token goes next to a unit of the atom: the best rank among those that can be served now. */
function bestQueue(sim: Simulation, atom: number): number {
  const { first, items } = sim.network.atoms.queues;
  let best = -1;
  for (let index = first[atom]!; index < first[atom + 1]!; index += 1) {
    const queue = items[index]!;
    if (sim.queues.length[queue] === 0 || !mayBegin(sim, queue)) continue;
    if (best < 0 || goesBefore(sim, queue, best)) best = queue;
  }
  return best;
}

/** Ranks of different disciplines do not compare: then join order decides. */
function goesBefore(sim: Simulation, a: number, b: number): boolean {
  const { discipline } = sim.network.queues;
  const first = sim.queues.first(a);
  const second = sim.queues.first(b);
  if (discipline[a] === discipline[b]) return sim.queues.before(first, second);
  return sim.tokens.sequence[first]! < sim.tokens.sequence[second]!;
}

/** A team that starts at n waiting has begun, and a queue that needs several units finds them all free. */
function mayBegin(sim: Simulation, queue: number): boolean {
  const { network } = sim;
  const team = network.queues.team[queue]!;
  const startAt = network.teams.startAt[team]!;
  if (startAt > 1 && sim.awake[team] === 0) {
    if (waitingFor(sim, team) < startAt) return false;
    sim.awake[team] = AWAKE.now;
    for (let other = 0; other < network.queues.count; other += 1) if (other !== queue && network.queues.team[other] === team && sim.queues.length[other]! > 0) markSets(sim, other);
  }
  if (network.queues.sets.first[queue + 1]! - network.queues.sets.first[queue]! === 1) return true;
  return chooseSeveral(sim, queue, undefined);
}

/** Seizes units for a token; returns the requirement that was satisfied last, −1 where none was free after all. */
function seizeFor(sim: Simulation, token: number, queue: number): number {
  const { units, network, tokens } = sim;
  const from = network.queues.sets.first[queue]!;
  const node = tokens.node[token]!;
  if (network.queues.sets.first[queue + 1]! - from > 1) {
    const chosen: number[] = [];
    if (!chooseSeveral(sim, queue, chosen)) return -1;
    let place = 0;
    for (let index = 1; index < chosen.length; index += 1) if (units.idleSince[chosen[index]!]! > units.idleSince[chosen[place]!]!) place = index;
    sim.assign(token, chosen);
    takeTeam(sim, token, node, network.units.atom[chosen[0]!]!);
    return place;
  }
  const unit = longestIdleOf(sim, network.queues.sets.items[from]!);
  if (unit < 0) return -1;
  takeLead(sim, token, node, unit);
  return 0;
}

/** Notes the unit that leads and the team and alternative by which it serves. */
export function takeLead(sim: Simulation, token: number, node: number, unit: number): void {
  sim.assignOne(token, unit);
  takeTeam(sim, token, node, sim.network.units.atom[unit]!);
}

function takeTeam(sim: Simulation, token: number, node: number, atom: number): void {
  const { tokens, network } = sim;
  const work = tokens.work[token]!;
  if (work !== WORK.flow) {
    tokens.team[token] = network.queues.team[tokens.queue[token]!]!;
    tokens.alternative[token] = -1;
    return;
  }
  const requirement = network.steps.requirements.items[network.steps.requirements.first[network.nodes.step[node]!]!]!;
  const alternative = network.requirements.alternative[requirement * network.atoms.count + atom]!;
  tokens.alternative[token] = alternative;
  tokens.team[token] = network.requirements.team[alternative]!;
}

/** The unit of a set that is free for longest; of those free since the same instant the smallest number. */
export function longestIdleOf(sim: Simulation, set: number): number {
  const { units, network } = sim;
  const { first, items } = network.sets.atoms;
  let best = -1;
  for (let index = first[set]!; index < first[set + 1]!; index += 1) {
    let unit = units.longestIdle(items[index]!);
    if (unit < 0) continue;
    if (network.teams.multitasking[network.units.team[unit]!]! > 1) unit = leastLoaded(sim, unit);
    if (best < 0 || isBetter(sim, unit, best)) best = unit;
  }
  return best;
}

function isBetter(sim: Simulation, a: number, b: number): boolean {
  const { jobs, idleSince } = sim.units;
  if (jobs[a] !== jobs[b]) return jobs[a]! < jobs[b]!;
  return idleSince[a]! < idleSince[b]! || (idleSince[a] === idleSince[b] && a < b);
}

function leastLoaded(sim: Simulation, first: number): number {
  let best = first;
  for (let unit = sim.units.nextIdle(first); unit >= 0; unit = sim.units.nextIdle(unit)) if (sim.units.jobs[unit]! < sim.units.jobs[best]!) best = unit;
  return best;
}

/** A team without limit serves everybody who waits while it is open. */
function serveUnlimited(sim: Simulation, atom: number): void {
  const { network, tokens } = sim;
  if (sim.shifts.open[network.atoms.calendar[atom]!] === 0) return;
  const { first, items } = network.atoms.queues;
  for (let index = first[atom]!; index < first[atom + 1]!; index += 1) {
    const queue = items[index]!;
    while (sim.queues.length[queue]! > 0) {
      const token = sim.queues.first(queue);
      tokens.unit[token] = -1;
      takeTeam(sim, token, tokens.node[token]!, atom);
      beginWork(sim, token, 0);
    }
  }
}

/** A free unit with broken-off work goes on with it, unless something of better rank waits and may overtake. */
function resumeOrReplace(sim: Simulation, unit: number): void {
  const { units, tokens, network } = sim;
  if (units.paused[unit]! < 0 || units.current[unit]! >= 0 || units.mode[unit] !== 1) return;
  interruptAgain(sim, unit);
  if (units.mode[unit] !== 1) return;
  let best = units.paused[unit]!;
  for (let token = tokens.next[best]!; token >= 0; token = tokens.next[token]!) if (sim.queues.before(token, best)) best = token;
  const atom = network.units.atom[unit]!;
  if (network.teams.preemption[network.units.team[unit]!]! > 0) {
    const queue = bestQueue(sim, atom);
    if (queue >= 0) {
      const rival = sim.queues.first(queue);
      const single = network.queues.sets.first[queue + 1]! - network.queues.sets.first[queue]! === 1;
      if (single && tokens.key[rival]! < tokens.key[best]!) {
        takeLead(sim, rival, tokens.node[rival]!, unit);
        tokens.phase[rival] = PHASE.work;
        beginWork(sim, rival, 0);
        return;
      }
    }
  }
  unlinkPaused(sim, unit, best);
  seize(sim, unit, best);
  flushPiece(sim, unit);
  units.part[unit] = partOfBudget(sim, best, tokens.stage[best]!);
  units.pieceTeam[unit] = teamOfPiece(sim, best, unit);
  settle(sim, best);
}

/** Takes a token out of the work that waits for that very unit, in whose list it is. */
export function unlinkPaused(sim: Simulation, unit: number, token: number): void {
  const { units, tokens } = sim;
  if (units.paused[unit] === token) {
    units.paused[unit] = tokens.next[token]!;
    return;
  }
  for (let each = units.paused[unit]!; each >= 0; each = tokens.next[each]!) {
    if (tokens.next[each] === token) tokens.next[each] = tokens.next[token]!;
  }
}

/** Waiting work of strictly better key takes a unit from the lowest-ranked, latest-started work on it. */
function preemptFor(sim: Simulation, atom: number): void {
  const { network, tokens } = sim;
  for (;;) {
    const queue = bestQueue(sim, atom);
    if (queue < 0 || network.queues.sets.first[queue + 1]! - network.queues.sets.first[queue]! > 1) return;
    const token = sim.queues.first(queue);
    const unit = lowestRanked(sim, network.queues.sets.items[network.queues.sets.first[queue]!]!, tokens.key[token]!);
    if (unit < 0) return;
    const movable = pushAside(sim, unit);
    const victim = sim.units.paused[unit]!;
    takeLead(sim, token, tokens.node[token]!, unit);
    tokens.phase[token] = PHASE.work;
    beginWork(sim, token, 0);
    settle(sim, victim);
    if (movable >= 0) handOver(sim, movable, unit);
  }
}

/** The unit of a set with the lowest-ranked, latest-started work whose key is above the given one; −1 where there is none. */
function lowestRanked(sim: Simulation, set: number, key: number): number {
  const { network, units, tokens } = sim;
  const { first, items } = network.sets.atoms;
  let best = -1;
  for (let index = first[set]!; index < first[set + 1]!; index += 1) {
    const atom = items[index]!;
    for (let unit = network.atoms.firstUnit[atom]!; unit < network.atoms.firstUnit[atom + 1]!; unit += 1) {
      const token = units.current[unit]!;
      if (network.teams.preemption[network.units.team[unit]!] === 0) continue;
      if (token < 0 || units.mode[unit] !== 1 || units.heldBy[unit]! >= 0 || network.teams.multitasking[network.units.team[unit]!]! > 1) continue;
      if (tokens.work[token] !== WORK.flow || sim.following(token, unit) >= 0 || tokens.unit[token] !== unit) continue;
      if (!(tokens.key[token]! > key)) continue;
      if (best < 0 || worse(sim, token, units.current[best]!)) best = unit;
    }
  }
  return best;
}

/** Lower in rank; of equal rank the one that started later. */
export function worse(sim: Simulation, a: number, b: number): boolean {
  const { key, stageStart, sequence } = sim.tokens;
  if (key[a] !== key[b]) return key[a]! > key[b]!;
  if (stageStart[a] !== stageStart[b]) return stageStart[a]! > stageStart[b]!;
  return sequence[a]! > sequence[b]!;
}

/** The work at hand of a unit is put aside: it stays with the unit, or may be handed over to another one. */
function pushAside(sim: Simulation, unit: number): number {
  const { units, tokens, network } = sim;
  const victim = units.current[unit]!;
  flushPiece(sim, unit);
  units.current[unit] = -1;
  units.jobs[unit] = units.jobs[unit]! - 1;
  tokens.next[victim] = units.paused[unit]!;
  units.paused[unit] = victim;
  refreshMode(sim, unit);
  return network.teams.handover[network.units.team[unit]!] === 1 ? victim : -1;
}

/** Broken-off work of a team that hands over waits in its queue again, in its old rank, for any unit. */
function handOver(sim: Simulation, token: number, unit: number): void {
  const { tokens } = sim;
  unlinkPaused(sim, unit, token);
  // For a listener it starts again on the unit that takes it.
  sim.brokenOff.delete(token);
  chargeHandedOver(sim, token);
  tokens.unit[token] = -1;
  tokens.started[token] = STARTED.brokenOff;
  joinQueue(sim, token, tokens.queue[token]!, true);
}
