import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { NODE } from '../network/network.ts';
import { BUDGET, CAUSE } from '../results/causes.ts';
import { cross } from './begin.ts';
import { EVENT } from './event-order.ts';
import { finishItem } from './finish.ts';
import { boundaryOwner, stepOwner } from './owners.ts';
import { chargeWait, joinQueue, leaveQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, WORK } from './tokens.ts';

/**
 * The short way through steps at which nothing can happen but queueing in order of arrival and undisturbed work (see
 * network/express.ts). It does what the long way does, only without asking. Work is given out at once only while nothing
 * else falls on the instant; otherwise dispatch does it, as always.
 */
export function isExpress(sim: Simulation, token: number): boolean {
  const { tokens } = sim;
  if (tokens.work[token] !== WORK.flow || tokens.handoff[token]! >= 0 || tokens.scope[token]! >= 0 || tokens.loop[token] !== 0) return false;
  return sim.network.steps.express[sim.network.nodes.step[tokens.node[token]!]!] === 1;
}

/** Nothing else happens at this instant. */
const isAlone = (sim: Simulation): boolean => sim.ringCount === 0 && sim.units.dirtyCount === 0 && sim.events.nextTime() > sim.now;

/** A token comes to an express step: it is served at once by a free unit, or queues. */
export function arriveExpress(sim: Simulation, token: number, step: number): void {
  const { tokens, units, network, sums } = sim;
  if (sim.probe !== undefined) sim.tell('enable', token, 0, -1, 0);
  if (sim.items.counted[tokens.item[token]!] === 1) sums.stepVisits[step] = sums.stepVisits[step]! + 1;
  const atom = network.steps.expressAtom[step]!;
  const queue = network.steps.queue[step]!;
  if (units.idleCount[atom]! > 0 && sim.queues.length[queue] === 0 && isAlone(sim)) {
    const unit = units.longestIdle(atom);
    units.removeIdle(unit);
    tokens.since[token] = sim.now;
    sim.sequence += 1;
    tokens.sequence[token] = sim.sequence;
    tokens.queue[token] = queue;
    beginExpress(sim, token, step, unit);
    if (sim.attribution) {
      const team = network.steps.team[step]!;
      sums.teamJoined[team] = sums.teamJoined[team]! + 1;
      if (units.idleCount[atom] === 0) sim.activity.set(team, true, sim.now);
    }
    return;
  }
  if (sim.attribution) return joinQueue(sim, token, queue, false);
  tokens.phase[token] = PHASE.queue;
  tokens.queue[token] = queue;
  tokens.since[token] = sim.now;
  sim.sequence += 1;
  tokens.sequence[token] = sim.sequence;
  sim.queues.append(queue, token);
  if (units.idleCount[atom]! > 0) units.markDirty(atom);
}

/** A unit begins on a token that is out of its queue. */
function beginExpress(sim: Simulation, token: number, step: number, unit: number): void {
  const { tokens, units, network, sums } = sim;
  const team = network.steps.team[step]!;
  tokens.phase[token] = PHASE.work;
  tokens.unit[token] = unit;
  tokens.team[token] = team;
  tokens.stage[token] = 1;
  units.current[unit] = token;
  units.jobs[unit] = 1;
  const calendar = network.units.calendar[unit]!;
  const counted = sim.items.counted[tokens.item[token]!] === 1;
  const wait = sim.now - tokens.since[token]!;
  if (counted) sums.stepWaiting[step] = sums.stepWaiting[step]! + wait;
  if (sim.attribution) {
    sums.teamBegun[team] = sums.teamBegun[team]! + 1;
    if (counted) {
      sums.teamWaiting[team] = sums.teamWaiting[team]! + wait;
      sums.teamStarts[team] = sums.teamStarts[team]! + 1;
    }
    cross(sim, token, team);
    chargeWait(sim, token, boundaryOwner(sim, tokens.boundary[token]!), team, 0);
    units.part[unit] = BUDGET.flowWork;
    units.pieceTeam[unit] = team;
    units.pieceClock[unit] = sim.shifts.clock(calendar, sim.now);
    units.pieceStart[unit] = sim.now;
  }
  if (sim.probe !== undefined) sim.tell('start', token, WORK.flow, unit, 0);
  sim.beginDraws(token, PURPOSE.service);
  const seconds = sample(network.samplers[network.steps.expressService[step]!]!, sim.draws);
  tokens.total[token] = seconds;
  tokens.stageStart[token] = sim.now;
  const shifts = network.calendars[calendar]!;
  sim.schedule(token, EVENT.stageEnd, shifts.always ? sim.now + seconds : shifts.addWorkingTime(sim.now, seconds));
}

/** Service at an express step is done: the token goes on, and its unit takes the next one. */
export function endExpress(sim: Simulation, token: number): void {
  const { tokens, units, network, sums, items } = sim;
  const node = tokens.node[token]!;
  const step = network.nodes.step[node]!;
  const unit = tokens.unit[token]!;
  const team = tokens.team[token]!;
  const seconds = tokens.total[token]!;
  tokens.event[token] = -1;
  if (sim.probe !== undefined) sim.tell('end', token, 1, unit, seconds);
  if (items.counted[tokens.item[token]!] === 1) {
    sums.stepService[step] = sums.stepService[step]! + seconds;
    const rate = network.units.costPerSecond[unit]!;
    if (rate > 0) sums.cost += seconds * rate;
  }
  if (sim.attribution) account(sim, token, step, unit, team, seconds);
  tokens.previousTeam[token] = tokens.lastTeam[token]!;
  tokens.lastTeam[token] = team;
  tokens.lastNode[token] = node;
  tokens.lastWork[token] = node;
  tokens.unit[token] = -1;
  units.current[unit] = -1;
  units.jobs[unit] = 0;
  units.lastEnd[unit] = sim.now;
  goOn(sim, token, node);
  takeNext(sim, step, unit);
}

/** What was worked and what closing took; the unit's piece of time. */
function account(sim: Simulation, token: number, step: number, unit: number, team: number, seconds: number): void {
  const { tokens, units, network, sums } = sim;
  const calendar = network.units.calendar[unit]!;
  const elapsed = sim.now - tokens.stageStart[token]!;
  const closed = elapsed - seconds;
  const owner = stepOwner(step);
  if (network.calendars[calendar]!.always || (closed < 1e-6 && closed < 1e-9 * (sim.now + elapsed))) {
    sim.ledger.charge(token, owner, CAUSE.service, elapsed);
  } else {
    sim.ledger.charge(token, owner, CAUSE.service, seconds);
    sim.ledger.charge(token, owner, CAUSE.calendar, closed);
  }
  if (sums.windowOpen) sums.spend(team, BUDGET.flowWork, sim.shifts.clock(calendar, sim.now) - units.pieceClock[unit]!);
  units.part[unit] = -1;
}

/** From a node to the next: straight to an end or another express step, else the long way. */
export function goOn(sim: Simulation, token: number, node: number): void {
  const { tokens, network } = sim;
  const next = network.nodes.onlyNext[node]!;
  if (next < 0) return sim.proceed(token, PHASE.leaving);
  tokens.node[token] = next;
  const kind = network.nodes.kind[next]!;
  if (kind === NODE.end && sim.items.tokenCount[tokens.item[token]!] === 1) return finishItem(sim, token);
  if (kind === NODE.step && !network.features.rich) {
    const step = network.nodes.step[next]!;
    if (network.steps.express[step] === 1) return arriveExpress(sim, token, step);
  }
  sim.proceed(token, PHASE.arriving);
}

/** The unit takes the first of its queue, or is free. */
function takeNext(sim: Simulation, step: number, unit: number): void {
  const { units, network } = sim;
  const queue = network.steps.queue[step]!;
  if (units.on[unit] === 1) {
    if (sim.queues.length[queue]! > 0 && isAlone(sim)) {
      const token = sim.queues.first(queue);
      if (isExpress(sim, token)) {
        if (sim.attribution) leaveQueue(sim, token);
        else sim.queues.remove(queue, token);
        return beginExpress(sim, token, network.nodes.step[sim.tokens.node[token]!]!, unit);
      }
    }
    units.addIdle(unit, sim.now);
  }
}
