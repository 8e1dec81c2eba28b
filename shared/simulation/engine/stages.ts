import { PREEMPTION } from '../network/network.ts';
import { CAUSE } from '../results/causes.ts';
import { complete } from './completion.ts';
import { endInterrupt } from './interrupts.ts';
import { BOTH_CLOSED, LOOP, PENDING } from './ledger.ts';
import { boundaryOfOwner, boundaryOwner, stepOwner } from './owners.ts';
import { afterSetup, sendAnswer } from './questions.ts';
import { waitForResponse } from './response.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, STAGE, WORK } from './tokens.ts';
import { bankWork, beginService, giveBack, passUnits, serveInTrees } from './work.ts';

/** A stage of work is done. */
export function endStage(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  tokens.event[token] = -1;
  const work = tokens.work[token]!;
  if (work >= WORK.interrupt) return endInterrupt(sim, token);
  const lead = tokens.unit[token]!;
  if (lead >= 0) {
    if (network.units.eventful[lead] === 1 || sim.following(token, lead) >= 0) bankWork(sim, token);
    serveInTrees(sim, token, -1);
  }
  if (sim.probe !== undefined) sim.tell('end', token, tokens.stage[token]!, lead, tokens.total[token]!);
  chargeStage(sim, token);
  if (work === WORK.answer) return sendAnswer(sim, token);
  if (work === WORK.query) return endQuery(sim, token);
  if (tokens.stage[token] === STAGE.setup) {
    if (tokens.members[token]! >= 0) chargeMembers(sim, token);
    return afterSetup(sim, token);
  }
  noteService(sim, token);
  if (tokens.members[token]! >= 0) endForMembers(sim, token);
  if (!waitForResponse(sim, token)) complete(sim, token);
}

function noteService(sim: Simulation, token: number): void {
  const { tokens } = sim;
  const step = sim.network.nodes.step[tokens.node[token]!]!;
  if (sim.items.counted[tokens.item[token]!] === 1) sim.sums.stepService[step] = sim.sums.stepService[step]! + tokens.total[token]!;
}

/** The leader of a batch is done: in sequence the next member takes its place, else all members are done with it. */
function endForMembers(sim: Simulation, leader: number): void {
  const { tokens, network } = sim;
  const batch = network.batches[network.steps.batch[network.nodes.step[tokens.node[leader]!]!]!]!;
  let member = tokens.members[leader]!;
  tokens.members[leader] = -1;
  if (batch.mode === 'sequential') {
    for (let token = member; token >= 0; token = tokens.members[token]!) tokens.carrier[token] = member;
    tokens.carrier[member] = -1;
    if (sim.attribution) sim.ledger.charge(member, stepOwner(network.nodes.step[tokens.node[member]!]!), CAUSE.batch, sim.now - tokens.since[member]!);
    passUnits(sim, leader, member);
    if (sim.probe !== undefined) sim.tell('start', member, WORK.flow, tokens.unit[member]!, 0);
    beginService(sim, member);
    return;
  }
  while (member >= 0) {
    const next = tokens.members[member]!;
    tokens.members[member] = -1;
    copyStage(sim, leader, member);
    chargeStage(sim, member);
    noteService(sim, member);
    tokens.carrier[member] = -1;
    if (sim.probe !== undefined) sim.tell('end', member, STAGE.service, tokens.unit[member]!, tokens.total[member]!);
    tokens.unit[member] = -1;
    complete(sim, member);
    member = next;
  }
}

/** A stage of the whole batch is done that does not end it: every member has the full elapsed time of it. */
function chargeMembers(sim: Simulation, leader: number): void {
  const { tokens } = sim;
  for (let member = tokens.members[leader]!; member >= 0; member = tokens.members[member]!) {
    copyStage(sim, leader, member);
    chargeStage(sim, member);
    tokens.unit[member] = -1;
    tokens.since[member] = sim.now;
  }
}

function copyStage(sim: Simulation, from: number, to: number): void {
  const { tokens } = sim;
  tokens.stage[to] = tokens.stage[from]!;
  tokens.total[to] = tokens.total[from]!;
  tokens.stageStart[to] = tokens.stageStart[from]!;
  tokens.interrupted[to] = tokens.interrupted[from]!;
  tokens.overtaken[to] = tokens.overtaken[from]!;
  tokens.contended[to] = tokens.contended[from]!;
  tokens.blockedFor[to] = tokens.blockedFor[from]!;
  tokens.penalty[to] = tokens.penalty[from]!;
  sim.assign(to, sim.unitsOf(from));
}

/** Charges the time of a stage: what was worked, and what broke it off. */
export function chargeStage(sim: Simulation, token: number): void {
  const { tokens, network, ledger } = sim;
  const work = tokens.work[token]!;
  chargeCost(sim, token);
  if (!sim.attribution || work === WORK.query) return;
  const elapsed = sim.now - tokens.stageStart[token]!;
  const interrupted = tokens.interrupted[token]!;
  const overtaken = tokens.overtaken[token]!;
  const contended = tokens.contended[token]!;
  const blocked = tokens.blockedFor[token]!;
  const penalty = tokens.penalty[token]!;
  let worked = tokens.total[token]!;
  let closed = elapsed - worked - interrupted - overtaken - contended - blocked - penalty;
  // What rounding leaves belongs to the work.
  if (closed < 1e-6 && closed < 1e-9 * sim.now + 1e-9 * elapsed) {
    worked += closed;
    closed = 0;
  }
  const inSetup = tokens.stage[token] === STAGE.setup;
  const step = network.nodes.step[tokens.node[token]!]!;
  const owner = work === WORK.answer ? PENDING : inSetup ? boundaryOwner(sim, tokens.boundary[token]!) : stepOwner(step);
  ledger.charge(token, owner, inSetup ? CAUSE.setup : CAUSE.service, worked);
  ledger.charge(token, owner, CAUSE.setup, penalty);
  ledger.charge(token, owner, CAUSE.interrupt, interrupted);
  ledger.charge(token, owner, CAUSE.priority, overtaken);
  ledger.charge(token, owner, CAUSE.queue, contended);
  ledger.charge(token, owner, CAUSE.blocking, blocked);
  ledger.charge(token, owner, CAUSE.calendar, closed);
  if (inSetup && closed > 0) chargeBothClosed(sim, token, owner, closed);
}

/** Charges what was done of a stage whose unit goes on to other work; what is left, with its penalty, is done by another. */
export function chargeHandedOver(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const penalty = tokens.penalty[token]!;
  const lost = network.teams.preemption[tokens.team[token]!]! >= PREEMPTION.restart;
  tokens.total[token] = lost ? 0 : Math.max(0, tokens.total[token]! + penalty - tokens.remaining[token]!);
  tokens.penalty[token] = 0;
  chargeStage(sim, token);
  if (tokens.stage[token] === STAGE.service) noteService(sim, token);
  tokens.penalty[token] = penalty;
}

/** While a set-up stands still because the receiver is closed, the sender may be closed as well. */
function chargeBothClosed(sim: Simulation, token: number, owner: number, closed: number): void {
  const { tokens, sets, network } = sim;
  const sender = tokens.lastTeam[token]!;
  if (sender < 0) return;
  const team = tokens.team[token]!;
  if (sender === team) return sim.ledger.charge(token, owner, BOTH_CLOSED, closed);
  const set = network.teams.set[team]!;
  const both = sets.readPair(sets.pair(set, sender, sim.now), sim.now) - tokens.bothClock[token]!;
  sim.ledger.charge(token, owner, BOTH_CLOSED, Math.min(closed, Math.max(0, both)));
}

/** Unit-seconds at their rates, for counted items; set-up and loops also at the boundary that made them. */
function chargeCost(sim: Simulation, token: number): void {
  const { tokens, items, network, sums } = sim;
  if (items.counted[tokens.item[token]!] === 0) return;
  let rate = 0;
  for (let unit = tokens.unit[token]!; unit >= 0; unit = sim.following(token, unit)) rate += network.units.costPerSecond[unit]!;
  if (rate === 0) return;
  // A batch that is served together splits its cost equally.
  const cost = (rate * (tokens.total[token]! + tokens.penalty[token]!)) / shareOfBatch(sim, token);
  sums.cost += cost;
  const loop = tokens.loop[token]!;
  let boundary = -1;
  if (loop !== LOOP.none) boundary = boundaryOfOwner(sim, tokens.loopOwner[token]!);
  else if (tokens.stage[token] === STAGE.setup) boundary = tokens.boundary[token]!;
  if (boundary >= 0) sums.boundaries.capacityCost[boundary] = sums.boundaries.capacityCost[boundary]! + cost;
}

function shareOfBatch(sim: Simulation, token: number): number {
  const batch = sim.network.steps.batch[sim.network.nodes.step[sim.tokens.node[token]!]!]!;
  return batch >= 0 && sim.network.batches[batch]!.mode !== 'sequential' ? Math.max(1, sim.tokens.stream[token]!) : 1;
}

/** A query was answered: the item goes on at its step. */
function endQuery(sim: Simulation, token: number): void {
  const { tokens } = sim;
  giveBack(sim, token);
  if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.information, sim.now - tokens.keptSequence[token]!);
  tokens.work[token] = WORK.flow;
  tokens.round[token] = tokens.round[token]! + 1;
  sim.proceed(token, PHASE.informed);
}
