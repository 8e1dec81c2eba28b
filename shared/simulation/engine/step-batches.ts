import { PURPOSE } from '../kernel/keys.ts';
import { CAUSE } from '../results/causes.ts';
import type { FiringTest, StepBatch } from '../network/network.ts';
import { EVENT } from './event-order.ts';
import { PENDING } from './ledger.ts';
import { stepOwner } from './owners.ts';
import { copyManyClocks, endPatience, itemsOf, joinQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, WORK } from './tokens.ts';

/** Batches that form in front of steps: members in order of arrival, linked by `tokens.next`. */
export class StepBatches {
  readonly count: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** Size at which it fires, drawn when its first member comes, and the pending look at its rules. */
  readonly size: Int32Array;
  readonly look: Int32Array;

  constructor(steps: number) {
    this.count = new Int32Array(steps);
    this.head = new Int32Array(steps).fill(-1);
    this.tail = new Int32Array(steps).fill(-1);
    this.size = new Int32Array(steps);
    this.look = new Int32Array(steps).fill(-1);
  }
}

const batchOf = (sim: Simulation, step: number): StepBatch => sim.network.batches[sim.network.steps.batch[step]!]!;

/** A token waits for the step's batch to fill. */
export function joinStepBatch(sim: Simulation, token: number, step: number): void {
  const { tokens, stepBatches } = sim;
  tokens.phase[token] = PHASE.stepBatch;
  tokens.since[token] = sim.now;
  tokens.next[token] = -1;
  const tail = stepBatches.tail[step]!;
  if (tail < 0) {
    stepBatches.head[step] = token;
    stepBatches.size[step] = drawSize(sim, token, batchOf(sim, step));
  } else {
    tokens.next[tail] = token;
  }
  stepBatches.tail[step] = token;
  stepBatches.count[step] = stepBatches.count[step]! + 1;
  lookAtBatch(sim, step);
}

function drawSize(sim: Simulation, token: number, batch: StepBatch): number {
  const total = batch.weights.reduce((sum, weight) => sum + weight, 0);
  if (batch.firing.length > 0 || batch.sizes.length === 1 || total === 0) return Math.max(...batch.sizes);
  sim.beginDraws(token, PURPOSE.batch);
  let u = sim.draws.next() * total;
  let choice = 0;
  while (choice < batch.sizes.length - 1 && u >= batch.weights[choice]!) {
    u -= batch.weights[choice]!;
    choice += 1;
  }
  return batch.sizes[choice]!;
}

/** Fires the batch while its rules say so; else plans the next look, where a rule depends on time. */
export function lookAtBatch(sim: Simulation, step: number): void {
  const { stepBatches } = sim;
  const batch = batchOf(sim, step);
  while (stepBatches.count[step]! > 0) {
    const full = stepBatches.count[step]! >= stepBatches.size[step]!;
    if (!full && !(batch.firing.length > 0 && batch.firing.some((group) => group.every((test) => holds(sim, step, test))))) break;
    fireBatch(sim, step);
  }
  if (stepBatches.look[step]! >= 0) sim.events.remove(stepBatches.look[step]!);
  stepBatches.look[step] = -1;
  if (stepBatches.count[step] === 0) return;
  let next = Infinity;
  for (const group of batch.firing) for (const test of group) next = Math.min(next, nextChange(sim, step, test));
  if (next < Infinity) stepBatches.look[step] = sim.pushOther(EVENT.batchLook, step, next);
}

function valueOf(sim: Simulation, step: number, attribute: FiringTest['attribute']): number {
  const { tokens, stepBatches } = sim;
  switch (attribute) {
    case 'size':
      return stepBatches.count[step]!;
    case 'oldestWait':
      return sim.now - tokens.since[stepBatches.head[step]!]!;
    case 'youngestWait':
      return sim.now - tokens.since[stepBatches.tail[step]!]!;
    case 'hour':
      return sim.network.clock.hourOfDay(sim.now);
    case 'weekday':
      return sim.network.clock.weekday(sim.now);
  }
}

function holds(sim: Simulation, step: number, test: FiringTest): boolean {
  const value = valueOf(sim, step, test.attribute);
  // A wait that a look was planned for is there, whatever rounding says.
  const slack = test.attribute === 'oldestWait' || test.attribute === 'youngestWait' ? 1e-6 : 0;
  switch (test.comparison) {
    case '=':
      return value === test.value;
    case '<':
      return value < test.value;
    case '<=':
      return value <= test.value;
    case '>':
      return value > test.value - slack;
    case '>=':
      return value >= test.value - slack;
  }
}

/** The next time at which a test that depends on time may change; Infinity where none comes. */
function nextChange(sim: Simulation, step: number, test: FiringTest): number {
  const { tokens, stepBatches } = sim;
  switch (test.attribute) {
    case 'size':
      return Infinity;
    case 'oldestWait':
    case 'youngestWait': {
      const member = test.attribute === 'oldestWait' ? stepBatches.head[step]! : stepBatches.tail[step]!;
      const time = tokens.since[member]! + test.value;
      return time > sim.now ? time : Infinity;
    }
    case 'hour':
    case 'weekday':
      return sim.network.clock.nextHour(sim.now);
  }
}

/** The batch fires: its first member stands for all of them in the queue. */
export function fireBatch(sim: Simulation, step: number): void {
  const { tokens, stepBatches, network } = sim;
  const most = Math.max(...batchOf(sim, step).sizes);
  const leader = stepBatches.head[step]!;
  let last = leader;
  let count = 0;
  for (let token = leader; token >= 0 && count < most; token = tokens.next[token]!) {
    if (sim.attribution) sim.ledger.charge(token, PENDING, CAUSE.batch, sim.now - tokens.since[token]!);
    tokens.since[token] = sim.now;
    tokens.phase[token] = PHASE.member;
    tokens.carrier[token] = leader;
    last = token;
    count += 1;
  }
  stepBatches.head[step] = tokens.next[last]!;
  if (stepBatches.head[step]! < 0) stepBatches.tail[step] = -1;
  stepBatches.count[step] = stepBatches.count[step]! - count;
  const second = leader === last ? -1 : tokens.next[leader]!;
  tokens.next[last] = -1;
  tokens.carrier[leader] = -1;
  for (let token = second; token >= 0; token = tokens.members[token]!) tokens.members[token] = tokens.next[token]!;
  tokens.members[leader] = second;
  if (sim.probe !== undefined) sim.tell('fire', leader, step, -1, count);
  joinQueue(sim, leader, network.steps.queue[step]!, false);
}

/** Members of a batch, its leader included. */
export function sizeOfBatch(sim: Simulation, leader: number): number {
  let size = 1;
  for (let token = sim.tokens.members[leader]!; token >= 0; token = sim.tokens.members[token]!) size += 1;
  return size;
}

/** The first member of a batch goes away: the next one stands for the others, in the same rank. */
export function yieldLead(sim: Simulation, leader: number): void {
  const { tokens, network } = sim;
  const next = tokens.members[leader]!;
  if (next < 0) return;
  tokens.members[leader] = -1;
  tokens.carrier[next] = -1;
  const step = network.nodes.step[tokens.node[next]!]!;
  for (let token = tokens.members[next]!; token >= 0; token = tokens.members[token]!) tokens.carrier[token] = next;
  const queued = tokens.phase[leader] === PHASE.queue && tokens.work[leader] === WORK.flow;
  const since = tokens.since[next]!;
  if (!queued && sim.attribution) {
    for (let token = next; token >= 0; token = tokens.members[token]!) {
      sim.ledger.charge(token, stepOwner(step), CAUSE.batch, sim.now - tokens.since[token]!);
      tokens.since[token] = sim.now;
    }
  }
  tokens.sequence[next] = tokens.sequence[leader]!;
  const queue = network.steps.queue[step]!;
  if (queued) {
    // They are in the queue already and only change places.
    sim.sums.changeTeamQueue(network.queues.team[queue]!, -itemsOf(sim, next), sim.now);
    sim.sums.changeStepQueue(step, -itemsOf(sim, next), sim.now);
  }
  joinQueue(sim, next, queue, true);
  if (!queued) return;
  copyManyClocks(sim, leader, next);
  tokens.since[next] = since;
  tokens.closedClock[next] = tokens.closedClock[leader]!;
  tokens.interruptClock[next] = tokens.interruptClock[leader]!;
  tokens.blockClock[next] = tokens.blockClock[leader]!;
  tokens.priorityClock[next] = tokens.priorityClock[leader]!;
  tokens.bothClock[next] = tokens.bothClock[leader]!;
}

/** Takes a cancelled token out of the batch that forms, or out of one that is under way. */
export function leaveStepBatch(sim: Simulation, token: number): void {
  const { tokens, stepBatches, network } = sim;
  const step = network.nodes.step[tokens.node[token]!]!;
  if (tokens.phase[token] === PHASE.member) {
    endPatience(sim, token);
    const leader = tokens.carrier[token]!;
    if (tokens.phase[leader] === PHASE.queue && tokens.work[leader] === WORK.flow) {
      sim.sums.changeTeamQueue(network.queues.team[tokens.queue[leader]!]!, -1, sim.now);
      sim.sums.changeStepQueue(step, -1, sim.now);
    }
    for (let each = leader; each >= 0; each = tokens.members[each]!) {
      if (tokens.members[each] === token) tokens.members[each] = tokens.members[token]!;
    }
    return;
  }
  let before = -1;
  for (let each = stepBatches.head[step]!; each >= 0 && each !== token; each = tokens.next[each]!) before = each;
  if (before < 0) stepBatches.head[step] = tokens.next[token]!;
  else tokens.next[before] = tokens.next[token]!;
  if (stepBatches.tail[step] === token) stepBatches.tail[step] = before;
  stepBatches.count[step] = stepBatches.count[step]! - 1;
}
