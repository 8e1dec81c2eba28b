import { fireBatch } from './step-batches.ts';
import { releaseBatch } from './flow-phases.ts';
import { markSets } from './queueing.ts';
import { AWAKE, type Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/**
 * Once no item can start any more: a part batch, or a queue in front of a team that begins at n waiting, is let go as
 * soon as no token can join it any more. True where something was let go.
 */
export function releaseStranded(sim: Simulation): boolean {
  return release(sim, false) || (!somethingMoves(sim) && release(sim, true));
}

/** Phases in which a token goes on only if another one does. */
const waitsForOthers = new Set<number>([
  PHASE.free, PHASE.held, PHASE.join, PHASE.flowBatch, PHASE.receiverBatch, PHASE.stepBatch, PHASE.member, PHASE.information, PHASE.gate,
]);

/** Some item's token goes on by itself, sooner or later. */
function somethingMoves(sim: Simulation): boolean {
  for (let token = 0; token < sim.tokens.bound; token += 1) if (sim.tokens.item[token]! >= 0 && moves(sim, token)) return true;
  return false;
}

function moves(sim: Simulation, token: number): boolean {
  const { tokens, network, flowBatches } = sim;
  const phase = tokens.phase[token]!;
  if (phase === PHASE.queue) {
    const team = network.queues.team[tokens.queue[token]!]!;
    return network.teams.startAt[team]! <= 1 || sim.awake[team] !== AWAKE.no;
  }
  if (phase === PHASE.flowBatch || phase === PHASE.receiverBatch) return flowBatches.timeout[tokens.flow[token]!]! >= 0;
  return !waitsForOthers.has(phase);
}

/** A token at a join goes on when another one of its item does. */
function mayMove(sim: Simulation, token: number): boolean {
  const { tokens, items } = sim;
  if (tokens.phase[token] !== PHASE.join) return true;
  for (let other = items.tokens[tokens.item[token]!]!; other >= 0; other = tokens.nextInItem[other]!) if (moves(sim, other)) return true;
  return false;
}

/** Releases what nobody can join; `anyway`: the first of those that wait for each other. */
function release(sim: Simulation, anyway: boolean): boolean {
  const { network, flowBatches, stepBatches, queues } = sim;
  let released = false;
  for (let flow = 0; flow < network.flows.count; flow += 1) {
    if (flowBatches.count[flow]! === 0 || (!anyway && canJoin(sim, network.flows.source[flow]!, PHASE.flowBatch, PHASE.receiverBatch, flow, -1))) continue;
    releaseBatch(sim, flow);
    if (anyway) return true;
    released = true;
  }
  for (let step = 0; step < network.steps.count; step += 1) {
    if (stepBatches.count[step]! === 0 || (!anyway && canJoin(sim, network.steps.node[step]!, PHASE.stepBatch, PHASE.stepBatch, -1, step))) continue;
    fireBatch(sim, step);
    if (anyway) return true;
    released = true;
  }
  for (let team = 0; team < network.teams.count; team += 1) {
    if (network.teams.startAt[team]! <= 1 || sim.awake[team] !== AWAKE.no || !isWaitedFor(sim, team)) continue;
    if (!anyway && canJoinTeam(sim, team)) continue;
    sim.awake[team] = AWAKE.forGood;
    for (let queue = 0; queue < network.queues.count; queue += 1) if (network.queues.team[queue] === team && queues.length[queue]! > 0) markSets(sim, queue);
    if (anyway) return true;
    released = true;
  }
  return released;
}

/** Whether a token outside the batch can still come to its place. */
function canJoin(sim: Simulation, place: number, inside: number, alsoInside: number, flow: number, step: number): boolean {
  const { tokens, network } = sim;
  for (let token = 0; token < tokens.bound; token += 1) {
    const phase = tokens.phase[token]!;
    if (phase === PHASE.free || tokens.item[token]! < 0 || !mayMove(sim, token)) continue;
    const node = tokens.node[token]!;
    const waits = (phase === inside || phase === alsoInside) && (flow >= 0 ? tokens.flow[token] === flow : network.nodes.step[node] === step);
    if (waits) continue;
    // On its way along the flow itself it has passed the source, but not the batch at the receiver.
    if (flow >= 0 && tokens.flow[token] === flow && network.flows.batchAtReceiver[flow] === 1 && phase === PHASE.transfer) return true;
    if (node === place && (flow >= 0 || phase !== PHASE.work)) return true;
    if (network.reach.from(node, place)) return true;
  }
  return false;
}

function isWaitedFor(sim: Simulation, team: number): boolean {
  const { queues } = sim.network;
  for (let queue = 0; queue < queues.count; queue += 1) if (queues.team[queue] === team && sim.queues.length[queue]! > 0) return true;
  return false;
}

/** Whether a token that does not wait for the team already can still come to a step of it. */
function canJoinTeam(sim: Simulation, team: number): boolean {
  const { tokens, network } = sim;
  for (let token = 0; token < tokens.bound; token += 1) {
    if (tokens.phase[token] === PHASE.free || tokens.item[token]! < 0 || !mayMove(sim, token)) continue;
    if (tokens.phase[token] === PHASE.queue && network.queues.team[tokens.queue[token]!] === team) continue;
    for (let step = 0; step < network.steps.count; step += 1) {
      const queue = network.steps.queue[step]!;
      if (queue >= 0 && network.queues.team[queue] === team && network.reach.from(tokens.node[token]!, network.steps.node[step]!)) return true;
    }
  }
  return false;
}
