import { PURPOSE } from '../kernel/keys.ts';
import { setAttributes } from './attributes.ts';
import { cancelAttached } from './attached.ts';
import { LOOP } from './ledger.ts';
import { boundaryOwner } from './owners.ts';
import { arrivalOf } from './questions.ts';
import type { Simulation } from './simulation.ts';
import { EVENT } from './event-order.ts';
import { PHASE, STARTED } from './tokens.ts';
import { giveBack } from './work.ts';
import { holdUnits, leaveTeam } from './wip.ts';

/** Service is done: the step repeats itself, is sent back, or lets the item go on. */
export function complete(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const node = tokens.node[token]!;
  const step = network.nodes.step[node]!;
  const team = tokens.team[token]!;
  tokens.started[token] = STARTED.fresh;
  const repeats = network.steps.rework[step]!;
  if (repeats > 0) {
    sim.beginDraws(token, PURPOSE.rework);
    if (sim.draws.next() < repeats) {
      giveBack(sim, token);
      // Instances of a step count their own repeats, far from its visits.
      tokens.visit[token] = tokens.visit[token]! + 4096;
      openRework(sim, token, boundaryOwner(sim, sim.sums.boundaries.between(team, team)));
      noteWorker(sim, token, team, tokens.lastNode[token]!);
      if (sim.probe !== undefined) sim.tell('repeat', token, 0, -1, 0);
      return sim.proceed(token, PHASE.arriving);
    }
  }
  const flow = tokens.handoff[token]!;
  if (flow >= 0 && tokens.lastTeam[token]! >= 0) {
    const rejects = network.flows.rejection[flow]!;
    if (rejects > 0) {
      sim.beginFlowDraws(token, flow, PURPOSE.rejection);
      if (sim.draws.next() < rejects) return sendBack(sim, token, flow, team);
    }
  }
  if (tokens.loop[token] !== LOOP.none && tokens.loopNode[token] === node) tokens.loop[token] = LOOP.none;
  if (tokens.attached[token]! >= 0) cancelAttached(sim, token);
  produce(sim, token);
  noteWorker(sim, token, team, node);
  tokens.lastWork[token] = node;
  tokens.handoff[token] = -1;
  tokens.round[token] = 0;
  if (network.features.wipLimits) {
    leaveTeam(sim, token);
    holdUnits(sim, token);
  } else {
    giveBack(sim, token);
  }
  sim.proceed(token, PHASE.leaving);
}

/** Opens a rework loop, unless one is open: then that one goes on. */
export function openRework(sim: Simulation, token: number, owner: number): void {
  const { tokens } = sim;
  if (tokens.loop[token] !== LOOP.none) return;
  tokens.loop[token] = LOOP.rework;
  tokens.loopOwner[token] = owner;
  tokens.loopNode[token] = tokens.node[token]!;
}

/** Whom the next crossing comes from. */
export function noteWorker(sim: Simulation, token: number, team: number, node: number): void {
  const { tokens } = sim;
  tokens.previousTeam[token] = tokens.lastTeam[token]!;
  tokens.lastTeam[token] = team;
  tokens.lastNode[token] = node;
}

/** The item goes back to the step from which it came, over the same transfer. */
function sendBack(sim: Simulation, token: number, flow: number, team: number): void {
  const { tokens, network } = sim;
  giveBack(sim, token);
  if (network.features.wipLimits) leaveTeam(sim, token);
  if (tokens.attached[token]! >= 0) cancelAttached(sim, token);
  openRework(sim, token, boundaryOwner(sim, tokens.boundary[token]!));
  if (sim.probe !== undefined) sim.tell('reject', token, flow, -1, 0);
  // A loop may not leave its fork's scope: then the receiver does its own step again.
  const back = tokens.lastNode[token]! < 0 ? tokens.node[token]! : tokens.lastNode[token]!;
  tokens.phase[token] = PHASE.rejected;
  tokens.since[token] = sim.now;
  const time = arrivalOf(sim, token, flow, 2, network.flows.transferCalendar[flow]!);
  noteWorker(sim, token, team, -1);
  tokens.handoff[token] = -1;
  tokens.round[token] = 0;
  tokens.node[token] = back;
  sim.schedule(token, EVENT.passed, time);
}

/** The item has what completing the node gives: information and attributes. */
export function produce(sim: Simulation, token: number): void {
  const { tokens, items, network } = sim;
  const node = tokens.node[token]!;
  if (network.features.attributes > 0) setAttributes(sim, token, node);
  const bit = network.nodes.produces[node]!;
  if (bit < 0) return;
  const item = tokens.item[token]!;
  items.produced[item] = items.produced[item]! | (1 << bit);
  for (let other = items.tokens[item]!; other >= 0; other = tokens.nextInItem[other]!) {
    if (tokens.phase[other] === PHASE.information) sim.proceed(other, PHASE.informed);
  }
}
