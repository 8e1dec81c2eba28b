import { CAUSE } from '../results/causes.ts';
import { EVENT } from './event-order.ts';
import { LOOP, PENDING } from './ledger.ts';
import { arrivalOf } from './questions.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/** Batches that form on flows: members in order of arrival, linked by `tokens.next`. */
export class FlowBatches {
  readonly count: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly timeout: Int32Array;

  constructor(flows: number) {
    this.count = new Int32Array(flows);
    this.head = new Int32Array(flows).fill(-1);
    this.tail = new Int32Array(flows).fill(-1);
    this.timeout = new Int32Array(flows).fill(-1);
  }
}

/** A token enters a flow that is more than an arrow: batch, cadence, transfer, batch at the receiver, in this order. */
export function enterFlow(sim: Simulation, token: number, flow: number): void {
  const { tokens, network } = sim;
  const { flows } = network;
  tokens.flow[token] = flow;
  if (flows.rework[flow] === 1) openBackEdge(sim, token, flow);
  tokens.node[token] = flows.target[flow]!;
  if (carries(sim, flow)) {
    tokens.handoff[token] = flow;
    tokens.round[token] = 0;
  }
  tokens.since[token] = sim.now;
  if (flows.batchSize[flow]! > 1 && flows.batchAtReceiver[flow] === 0) return joinBatch(sim, token, flow, PHASE.flowBatch);
  waitForCadence(sim, token);
}

/** What the receiver must know of the flow when it begins. */
function carries(sim: Simulation, flow: number): boolean {
  const { flows } = sim.network;
  return flows.setup[flow]! >= 0 || flows.clarification[flow]! > 0 || flows.rejection[flow]! > 0 || flows.response[flow]! >= 0;
}

/** A marked back edge opens a loop at its source; its boundary is the next crossing. */
function openBackEdge(sim: Simulation, token: number, flow: number): void {
  const { tokens, network } = sim;
  if (tokens.loop[token] !== LOOP.none) return;
  tokens.loop[token] = LOOP.rework;
  tokens.loopOwner[token] = PENDING;
  tokens.loopNode[token] = network.flows.source[flow]!;
}

function joinBatch(sim: Simulation, token: number, flow: number, phase: number): void {
  const { tokens, network, flowBatches } = sim;
  tokens.phase[token] = phase;
  tokens.since[token] = sim.now;
  tokens.next[token] = -1;
  const tail = flowBatches.tail[flow]!;
  if (tail < 0) flowBatches.head[flow] = token;
  else tokens.next[tail] = token;
  flowBatches.tail[flow] = token;
  const count = flowBatches.count[flow]! + 1;
  flowBatches.count[flow] = count;
  if (count >= network.flows.batchSize[flow]!) return releaseBatch(sim, flow);
  const timeout = network.flows.batchTimeout[flow]!;
  if (count === 1 && timeout >= 0) flowBatches.timeout[flow] = sim.pushOther(EVENT.batchTimeout, flow, sim.now + timeout);
}

/** The batch is full, has waited long enough, or nobody can join any more. */
export function releaseBatch(sim: Simulation, flow: number): void {
  const { tokens, flowBatches } = sim;
  if (flowBatches.timeout[flow]! >= 0) {
    sim.events.remove(flowBatches.timeout[flow]!);
    flowBatches.timeout[flow] = -1;
  }
  let token = flowBatches.head[flow]!;
  flowBatches.head[flow] = -1;
  flowBatches.tail[flow] = -1;
  flowBatches.count[flow] = 0;
  while (token >= 0) {
    const next = tokens.next[token]!;
    if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.batch, sim.now - tokens.since[token]!);
    if (tokens.phase[token] === PHASE.receiverBatch) sim.proceed(token, PHASE.arriving);
    else waitForCadence(sim, token);
    token = next;
  }
}

function waitForCadence(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const flow = tokens.flow[token]!;
  const cadence = network.flows.cadence[flow]!;
  tokens.since[token] = sim.now;
  if (cadence < 0) return beginTransfer(sim, token);
  tokens.phase[token] = PHASE.cadence;
  const time = network.cadences[cadence]!.next(sim.now);
  if (time < Infinity) sim.schedule(token, EVENT.tick, time);
}

/** The cadence has come. */
export function endCadence(sim: Simulation, token: number): void {
  if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.batch, sim.now - sim.tokens.since[token]!);
  sim.tokens.since[token] = sim.now;
  beginTransfer(sim, token);
}

function beginTransfer(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const flow = tokens.flow[token]!;
  if (network.flows.transfer[flow]! < 0) return endTransfer(sim, token);
  tokens.phase[token] = PHASE.transfer;
  sim.schedule(token, EVENT.passed, arrivalOf(sim, token, flow, 0, network.flows.transferCalendar[flow]!));
}

/** The transfer is over. */
export function endTransfer(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const flow = tokens.flow[token]!;
  if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.transfer, sim.now - tokens.since[token]!);
  if (network.flows.batchSize[flow]! > 1 && network.flows.batchAtReceiver[flow] === 1) return joinBatch(sim, token, flow, PHASE.receiverBatch);
  sim.proceed(token, PHASE.arriving);
}

/** Takes a cancelled token out of its batch. */
export function leaveBatch(sim: Simulation, token: number): void {
  const { tokens, flowBatches } = sim;
  const flow = tokens.flow[token]!;
  let before = -1;
  for (let each = flowBatches.head[flow]!; each >= 0 && each !== token; each = tokens.next[each]!) before = each;
  if (before < 0) flowBatches.head[flow] = tokens.next[token]!;
  else tokens.next[before] = tokens.next[token]!;
  if (flowBatches.tail[flow] === token) flowBatches.tail[flow] = before;
  flowBatches.count[flow] = flowBatches.count[flow]! - 1;
  if (flowBatches.count[flow] === 0 && flowBatches.timeout[flow]! >= 0) {
    sim.events.remove(flowBatches.timeout[flow]!);
    flowBatches.timeout[flow] = -1;
  }
}
