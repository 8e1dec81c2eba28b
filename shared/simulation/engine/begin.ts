import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { CAUSE } from '../results/causes.ts';
import { boundaryOwner, stepOwner } from './owners.ts';
import { chargeWait, copyManyClocks, leaveQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { sizeOfBatch } from './step-batches.ts';
import { afterSetup } from './questions.ts';
import { STAGE, STARTED, WORK } from './tokens.ts';
import { beginStage, kindOfWork, seize } from './work.ts';

/**
 * A token that waited is given its units: `tokens.unit` is the lead one, the others hang on it. `place` is the
 * requirement that was satisfied last. Its wait is charged, its boundary known, and its first stage begins.
 */
export function beginWork(sim: Simulation, token: number, place: number): void {
  const { tokens, network, sums } = sim;
  const lead = tokens.unit[token]!;
  leaveQueue(sim, token);
  const queueTeam = network.queues.team[tokens.queue[token]!]!;
  sums.teamBegun[queueTeam] = sums.teamBegun[queueTeam]! + 1;
  const work = tokens.work[token]!;
  const started = tokens.started[token]!;
  if (work === WORK.flow && started === STARTED.fresh) cross(sim, token, tokens.team[token]!);
  if (work === WORK.flow) chargeFlowWait(sim, token, place);
  if (work === WORK.flow && tokens.members[token]! >= 0) beginMembers(sim, token, place);
  else if (work === WORK.answer && sim.attribution) chargeWait(sim, token, 0, tokens.team[token]!, place);
  const unit = lead;
  const kind = work === WORK.flow && unit >= 0 ? kindOfWork(sim, token, network.units.team[unit]!) : -1;
  const setup = work === WORK.flow && started !== STARTED.brokenOff ? setupTime(sim, token, unit, kind) : 0;
  for (let each = unit; each >= 0; each = sim.following(token, each)) seize(sim, each, token);
  if (sim.probe !== undefined) tellStart(sim, token, work, unit, setup);
  if (started === STARTED.brokenOff) return resumeStage(sim, token);
  if (setup > 0) return beginStage(sim, token, STAGE.setup, setup);
  if (work === WORK.flow) return afterSetup(sim, token);
  beginStage(sim, token, STAGE.service, tokens.remaining[token]!);
}

/** A batch that is worked on as one starts with all its members; in sequence each starts in its turn. */
function tellStart(sim: Simulation, token: number, work: number, unit: number, setup: number): void {
  const { tokens, network } = sim;
  sim.tell('start', token, work, unit, setup);
  if (work !== WORK.flow || tokens.members[token]! < 0) return;
  const batch = network.batches[network.steps.batch[network.nodes.step[tokens.node[token]!]!]!]!;
  if (batch.mode === 'sequential') return;
  for (let member = tokens.members[token]!; member >= 0; member = tokens.members[member]!) sim.tell('start', member, work, unit, setup);
}

/** The members of a batch waited and cross with their leader. */
function beginMembers(sim: Simulation, leader: number, place: number): void {
  const { tokens } = sim;
  const size = sizeOfBatch(sim, leader);
  tokens.stream[leader] = size;
  for (let token = tokens.members[leader]!; token >= 0; token = tokens.members[token]!) {
    tokens.stream[token] = size;
    tokens.team[token] = tokens.team[leader]!;
    tokens.alternative[token] = tokens.alternative[leader]!;
    tokens.queue[token] = tokens.queue[leader]!;
    tokens.sequence[token] = tokens.sequence[leader]!;
    tokens.closedClock[token] = tokens.closedClock[leader]!;
    tokens.interruptClock[token] = tokens.interruptClock[leader]!;
    tokens.blockClock[token] = tokens.blockClock[leader]!;
    tokens.priorityClock[token] = tokens.priorityClock[leader]!;
    tokens.bothClock[token] = tokens.bothClock[leader]!;
    copyManyClocks(sim, leader, token);
    // Since they began, members waited for what their leader was asked or lost: their turn inside the batch.
    if (tokens.started[leader]! === STARTED.fresh) cross(sim, token, tokens.team[token]!);
    else if (sim.attribution) sim.ledger.charge(token, boundaryOwner(sim, tokens.boundary[token]!), CAUSE.batch, tokens.since[leader]! - tokens.since[token]!);
    tokens.since[token] = tokens.since[leader]!;
    chargeFlowWait(sim, token, place);
    tokens.since[token] = sim.now;
  }
}

/** Work that was broken off and handed over goes on where it was. */
function resumeStage(sim: Simulation, token: number): void {
  const { tokens } = sim;
  tokens.started[token] = STARTED.fresh;
  const penalty = tokens.penalty[token]!;
  beginStage(sim, token, tokens.stage[token]!, tokens.remaining[token]! - penalty, penalty);
}

/**
 * The token crosses from the team that had it last: everything since then belongs to that boundary. Branches that were
 * joined into it cross as well.
 */
export function cross(sim: Simulation, token: number, team: number): void {
  const { tokens } = sim;
  if (sim.joined.size > 0) crossJoined(sim, token, team);
  const boundary = countCrossing(sim, token, tokens.lastTeam[token]!, tokens.previousTeam[token]!, team);
  tokens.boundary[token] = boundary;
  if (sim.attribution) sim.ledger.resolve(token, boundaryOwner(sim, boundary));
}

function crossJoined(sim: Simulation, token: number, team: number): void {
  for (const [last, previous] of sim.joined.get(token) ?? []) countCrossing(sim, token, last, previous, team);
  sim.joined.delete(token);
}

function countCrossing(sim: Simulation, token: number, from: number, before: number, team: number): number {
  const { items, tokens, sums } = sim;
  const { boundaries } = sums;
  const boundary = boundaries.between(from, team);
  if (items.counted[tokens.item[token]!] === 1) {
    boundaries.crossings[boundary] = boundaries.crossings[boundary]! + 1;
    if (before === team && from !== team) boundaries.pingPong[boundary] = boundaries.pingPong[boundary]! + 1;
  }
  if (sim.probe !== undefined) sim.tell('handoff', token, boundary, -1, 0);
  return boundary;
}

function chargeFlowWait(sim: Simulation, token: number, place: number): void {
  const { tokens, items, network, sums } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  const team = tokens.team[token]!;
  const broken = tokens.started[token] === STARTED.brokenOff;
  if (!broken && items.counted[tokens.item[token]!] === 1) {
    const wait = sim.now - tokens.since[token]!;
    sums.stepWaiting[step] = sums.stepWaiting[step]! + wait;
    sums.teamWaiting[team] = sums.teamWaiting[team]! + wait;
    sums.teamStarts[team] = sums.teamStarts[team]! + 1;
  }
  if (sim.attribution) chargeWait(sim, token, broken ? stepOwner(step) : boundaryOwner(sim, tokens.boundary[token]!), team, place);
}

/** Seconds of set-up: what the handoff asks for, and what the unit needs after idleness or on a change of kind. */
function setupTime(sim: Simulation, token: number, unit: number, kind: number): number {
  const { tokens, units, network } = sim;
  let seconds = 0;
  const flow = tokens.handoff[token]!;
  if (flow >= 0 && network.flows.setup[flow]! >= 0) {
    sim.beginFlowDraws(token, flow, PURPOSE.setup);
    seconds += sample(network.samplers[network.flows.setup[flow]!]!, sim.draws);
  }
  if (unit < 0) return seconds;
  const team = network.units.team[unit]!;
  const afterIdle = network.teams.setupAfterIdle[team]!;
  const onChange = network.teams.setupOnChange[team]!;
  if (afterIdle >= 0 && units.lastEnd[unit]! < sim.now) {
    sim.beginDraws(token, PURPOSE.setup);
    seconds += sample(network.samplers[afterIdle]!, sim.draws);
  }
  if (onChange >= 0 && units.lastKind[unit] !== kind) {
    sim.beginDraws(token, PURPOSE.setup);
    // The second draw of the purpose, so that both set-ups are independent.
    if (afterIdle >= 0) sim.draws.next();
    seconds += sample(network.samplers[onChange]!, sim.draws);
  }
  return seconds;
}
