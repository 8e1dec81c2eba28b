import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { CAUSE } from '../results/causes.ts';
import { attachEvents } from './attached.ts';
import { cross } from './begin.ts';
import { complete, produce } from './completion.ts';
import { EVENT } from './event-order.ts';
import { LOOP, PENDING } from './ledger.ts';
import { stepOwner } from './owners.ts';
import { joinMeeting } from './meetings.ts';
import { joinQueue } from './queueing.ts';
import { joinStepBatch } from './step-batches.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, STAGE, WORK } from './tokens.ts';
import { enterTeam } from './wip.ts';

/** A token arrives at a step: decision latency, information, a place in the team, then the queue. */
export function arriveAtStep(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const node = tokens.node[token]!;
  const step = network.nodes.step[node]!;
  if (sim.probe !== undefined) sim.tell('enable', token, 0, -1, 0);
  if (network.nodes.instanceMode[node] === 0 && network.nodes.attached.first[node + 1]! > network.nodes.attached.first[node]!) attachEvents(sim, token);
  const approval = network.steps.approval[step]!;
  if (approval === 1) return beginDecision(sim, token, step);
  if (approval === 2) return joinMeeting(sim, token);
  gatherInformation(sim, token, 0);
}

/** The decider takes a time that uses no capacity, on the decider's calendar. */
function beginDecision(sim: Simulation, token: number, step: number): void {
  const { tokens, network } = sim;
  tokens.since[token] = sim.now;
  const sampler = network.steps.approvalAfter[step]!;
  if (sampler < 0) return endDecision(sim, token);
  tokens.phase[token] = PHASE.decision;
  sim.beginDraws(token, PURPOSE.decision);
  const seconds = sample(network.samplers[sampler]!, sim.draws);
  const calendar = network.steps.approvalCalendar[step]!;
  sim.schedule(token, EVENT.passed, calendar < 0 ? sim.now + seconds : network.calendars[calendar]!.addWorkingTime(sim.now, seconds));
}

/** The decision has been taken, or its meeting has. */
export function endDecision(sim: Simulation, token: number): void {
  const { tokens } = sim;
  if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.decision, sim.now - tokens.since[token]!);
  gatherInformation(sim, token, 0);
}

/** Waits for what this item itself produces, and asks for the rest, one need after the other from number `from` on. */
export function gatherInformation(sim: Simulation, token: number, from: number): void {
  const { tokens, items, network } = sim;
  if (!network.features.needs) return enter(sim, token);
  const step = network.nodes.step[tokens.node[token]!]!;
  const first = network.steps.needs.first[step]!;
  const last = network.steps.needs.first[step + 1]!;
  for (let index = first + from; index < last; index += 1) {
    const need = network.steps.needs.items[index]!;
    const bit = network.needs.bit[need]!;
    tokens.flow[token] = index - first;
    if (bit >= 0) {
      const item = tokens.item[token]!;
      if ((items.produced[item]! & (1 << bit)) !== 0 || !canStillProduce(sim, token, network.needs.source[need]!)) continue;
      tokens.phase[token] = PHASE.information;
      tokens.since[token] = sim.now;
      return;
    }
    const sampler = network.steps.queryTime[step]!;
    tokens.remaining[token] = 0;
    if (sampler >= 0) {
      sim.beginDraws(token, PURPOSE.query);
      for (let skip = first; skip < index; skip += 1) sim.draws.next();
      tokens.remaining[token] = sample(network.samplers[sampler]!, sim.draws);
    }
    tokens.work[token] = WORK.query;
    tokens.keptSequence[token] = sim.now;
    return joinQueue(sim, token, network.teams.queue[network.needs.team[need]!]!, false);
  }
  enter(sim, token);
}

/** Whether any live token of the item can still come to the source (or is there now). */
function canStillProduce(sim: Simulation, token: number, source: number): boolean {
  const { tokens, items, network } = sim;
  for (let other = items.tokens[tokens.item[token]!]!; other >= 0; other = tokens.nextInItem[other]!) {
    if (other === token) continue;
    if (tokens.node[other] === source || network.reach.from(tokens.node[other]!, source)) return true;
  }
  return false;
}

/** Something that a waiting token needs may be there now, or may never come. */
export function lookForInformation(sim: Simulation, token: number): void {
  const { tokens } = sim;
  const need = tokens.flow[token]!;
  if (tokens.work[token] === WORK.flow && tokens.round[token] === 0 && sim.attribution) {
    sim.ledger.charge(token, PENDING, CAUSE.information, sim.now - tokens.since[token]!);
    tokens.since[token] = sim.now;
  }
  if (tokens.round[token]! > 0) {
    // An answer to a query: that need is met.
    tokens.round[token] = 0;
    return gatherInformation(sim, token, need + 1);
  }
  gatherInformation(sim, token, need);
}

/** A place in the team, then the queue; a step that nobody does takes its time alone. */
function enter(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  const team = network.steps.team[step]!;
  if (network.steps.queue[step]! < 0) return passAlone(sim, token, step, team);
  if (network.features.wipLimits) {
    const place = enterTeam(sim, token, team);
    if (place === 'waits') return;
    if (place === 'refused') {
      sim.items.fate[tokens.item[token]!] = 1;
      return sim.proceed(token, PHASE.ending);
    }
  }
  joinWork(sim, token);
}

/** Into the step's batch, or into its queue. */
export function joinWork(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  tokens.work[token] = WORK.flow;
  countVisit(sim, token, step);
  if (sim.probe !== undefined) sim.tell('ready', token, 0, -1, 0);
  if (network.steps.batch[step]! >= 0) return joinStepBatch(sim, token, step);
  joinQueue(sim, token, network.steps.queue[step]!, false);
}

/** Visits are those that were let in. */
function countVisit(sim: Simulation, token: number, step: number): void {
  const { items, tokens, sums } = sim;
  if (items.counted[tokens.item[token]!] === 1) sums.stepVisits[step] = sums.stepVisits[step]! + 1;
}

/** Without requirement: a decider's own node, or a time that nobody spends. */
function passAlone(sim: Simulation, token: number, step: number, team: number): void {
  const { tokens, network } = sim;
  countVisit(sim, token, step);
  if (sim.probe !== undefined) sim.tell('ready', token, 0, -1, 0);
  if (team >= 0) {
    cross(sim, token, team);
    tokens.team[token] = team;
  }
  tokens.since[token] = sim.now;
  const sampler = network.steps.service[step]!;
  if (sampler < 0) return endAlone(sim, token);
  tokens.phase[token] = PHASE.delay;
  sim.beginDraws(token, PURPOSE.service);
  if (sim.probe !== undefined) sim.tell('start', token, WORK.flow, -1, 0);
  sim.schedule(token, EVENT.passed, sim.now + sample(network.samplers[sampler]!, sim.draws));
}

/** The time of a step without unit is over. */
export function endAlone(sim: Simulation, token: number): void {
  const { tokens, items, network, sums } = sim;
  const node = tokens.node[token]!;
  const step = network.nodes.step[node]!;
  const team = network.steps.team[step]!;
  const seconds = sim.now - tokens.since[token]!;
  if (sim.attribution) sim.ledger.charge(token, stepOwner(step), CAUSE.service, seconds);
  if (items.counted[tokens.item[token]!] === 1) sums.stepService[step] = sums.stepService[step]! + seconds;
  if (sim.probe !== undefined) sim.tell('end', token, STAGE.service, -1, seconds);
  tokens.unit[token] = -1;
  if (team >= 0) return complete(sim, token);
  if (tokens.loop[token] !== LOOP.none && tokens.loopNode[token] === node) tokens.loop[token] = LOOP.none;
  produce(sim, token);
  sim.proceed(token, PHASE.leaving);
}
