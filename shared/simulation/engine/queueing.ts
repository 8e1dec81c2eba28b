import { PURPOSE } from '../kernel/keys.ts';
import { mean, sample } from '../kernel/distributions.ts';
import { DISCIPLINE } from '../network/network.ts';
import { CAUSE } from '../results/causes.ts';
import { EVENT } from './event-order.ts';
import { BOTH_CLOSED } from './ledger.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, WORK } from './tokens.ts';

/** A token begins to wait in a queue, behind all others or, where it was there before, in its old rank. */
export function joinQueue(sim: Simulation, token: number, queue: number, oldRank: boolean): void {
  const { tokens, network, sums } = sim;
  tokens.phase[token] = PHASE.queue;
  tokens.queue[token] = queue;
  tokens.since[token] = sim.now;
  if (!oldRank) {
    sim.sequence += 1;
    tokens.sequence[token] = sim.sequence;
  }
  tokens.key[token] = rankKey(sim, token, queue);
  sim.queues.push(queue, token);
  if (sim.attribution) readClocks(sim, token, queue, oldRank);
  const team = network.queues.team[queue]!;
  sums.teamJoined[team] = sums.teamJoined[team]! + 1;
  const items = itemsOf(sim, token);
  sums.changeTeamQueue(team, items, sim.now);
  if (tokens.work[token] === WORK.flow) {
    sums.changeStepQueue(network.nodes.step[tokens.node[token]!]!, items, sim.now);
    if (network.features.patience) startPatience(sim, token);
  }
  if (network.features.ageing) {
    const ageing = network.teams.ageing[team]!;
    if (ageing > 0) tokens.ageing[token] = sim.push(token, EVENT.ageing, sim.now + ageing);
  }
  markSets(sim, queue);
}

/** Queue lengths count items, of which a batch has several; what its first member is asked is one answer. */
export function itemsOf({ tokens }: Simulation, token: number): number {
  let count = 1;
  if (tokens.work[token] !== WORK.flow) return count;
  for (let member = tokens.members[token]!; member >= 0; member = tokens.members[member]!) count += 1;
  return count;
}

/** Dispatch looks at every atom from which a queue is served. */
export function markSets(sim: Simulation, queue: number): void {
  const { sets, queues, atoms } = sim.network;
  for (let s = queues.sets.first[queue]!; s < queues.sets.first[queue + 1]!; s += 1) {
    const set = queues.sets.items[s]!;
    for (let a = sets.atoms.first[set]!; a < sets.atoms.first[set + 1]!; a += 1) {
      const atom = sets.atoms.items[a]!;
      if (atoms.unlimited[atom] === 1 || sim.units.idleCount[atom]! > 0 || sim.network.teams.preemption[atoms.team[atom]!]! > 0) {
        sim.units.markDirty(atom);
      }
    }
  }
}

/** Lower goes first; equal keys go by join order. */
function rankKey(sim: Simulation, token: number, queue: number): number {
  const { tokens, items, network } = sim;
  const item = tokens.item[token]!;
  switch (network.queues.discipline[queue]) {
    case DISCIPLINE.priority:
      return item < 0 ? 1 : items.priority[item]!;
    case DISCIPLINE.dueDate:
      return item < 0 ? sim.now : items.due[item]!;
    case DISCIPLINE.slack: {
      if (item < 0) return sim.now;
      const sampler = network.steps.service[network.nodes.step[tokens.node[token]!]!]!;
      return items.due[item]! - (sampler < 0 ? 0 : mean(network.samplers[sampler]!));
    }
    case DISCIPLINE.shortest: {
      if (tokens.work[token] !== WORK.flow) return 0;
      const sampler = network.steps.service[network.nodes.step[tokens.node[token]!]!]!;
      if (sampler < 0) return 0;
      // The very time it will take is drawn here; keyed draws give the same when it is served.
      sim.beginDraws(token, PURPOSE.service);
      const seconds = sample(network.samplers[sampler]!, sim.draws);
      tokens.total[token] = seconds;
      return seconds;
    }
    default:
      return 0;
  }
}

/** Everybody of a batch has a patience of his own. */
function startPatience(sim: Simulation, leader: number): void {
  const { tokens, items, network } = sim;
  // Who has come back from a question stays.
  if (tokens.started[leader] !== 0) return;
  for (let token = leader; token >= 0; token = tokens.members[token]!) {
    const sampler = network.classes.patience[items.class[tokens.item[token]!]!]!;
    if (sampler < 0 || tokens.patience[token]! >= 0) continue;
    sim.beginDraws(token, PURPOSE.patience);
    const seconds = sample(network.samplers[sampler]!, sim.draws);
    tokens.patience[token] = sim.push(token, EVENT.patience, sim.now + seconds);
  }
}

/** A token that waits no longer cannot lose its patience any more. */
export function endPatience(sim: Simulation, token: number): void {
  const { tokens } = sim;
  if (tokens.patience[token]! < 0) return;
  sim.events.remove(tokens.patience[token]!);
  tokens.patience[token] = -1;
}

/** An item has waited one more ageing time: it rises by one level. */
export function age(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const queue = tokens.queue[token]!;
  tokens.key[token] = tokens.key[token]! - 1;
  sim.queues.raise(queue, token);
  tokens.ageing[token] = sim.push(token, EVENT.ageing, sim.now + network.teams.ageing[network.queues.team[queue]!]!);
  markSets(sim, queue);
}

/** Takes a token out of its queue, to be served or because it goes away. */
export function leaveQueue(sim: Simulation, token: number): void {
  const { tokens, network, sums } = sim;
  const queue = tokens.queue[token]!;
  sim.queues.remove(queue, token);
  const items = itemsOf(sim, token);
  sums.changeTeamQueue(network.queues.team[queue]!, -items, sim.now);
  if (tokens.work[token] === WORK.flow) sums.changeStepQueue(network.nodes.step[tokens.node[token]!]!, -items, sim.now);
  if (network.features.patience) for (let each = token; each >= 0; each = tokens.members[each]!) endPatience(sim, each);
  if (tokens.ageing[token]! >= 0) {
    sim.events.remove(tokens.ageing[token]!);
    tokens.ageing[token] = -1;
  }
}

const PER_SET = 5;

function readClocks(sim: Simulation, token: number, queue: number, oldRank: boolean): void {
  const { tokens, network, sets } = sim;
  const { first, items } = network.queues.sets;
  const from = first[queue]!;
  const to = first[queue + 1]!;
  for (let index = from; index < to; index += 1) announce(sim, items[index]!, token, oldRank);
  if (to - from === 1) {
    const set = items[from]!;
    if (network.sets.plain[set] === 1) return;
    sets.touch(set, sim.now);
    tokens.closedClock[token] = sets.closedClock[set]!;
    tokens.interruptClock[token] = sets.interruptClock[set]!;
    tokens.blockClock[token] = sets.blockClock[set]!;
    const team = tokens.lastTeam[token]!;
    if (team >= 0) tokens.bothClock[token] = sets.readPair(sets.pair(set, team, sim.now), sim.now);
    return;
  }
  const stride = network.features.maxRequirements * PER_SET;
  reserveClocks(sim, token, stride);
  for (let index = from; index < to; index += 1) {
    const set = items[index]!;
    const place = token * stride + (index - from) * PER_SET;
    sets.touch(set, sim.now);
    const { values } = sim.manyClocks;
    values[place] = sets.closedClock[set]!;
    values[place + 1] = sets.interruptClock[set]!;
    values[place + 2] = sets.blockClock[set]!;
    values[place + 3] = sim.trees[set]?.behind(tokens.sequence[token]!, sets.unitClock[set]!) ?? 0;
    const team = tokens.lastTeam[token]!;
    values[place + 4] = team < 0 ? 0 : sets.readPair(sets.pair(set, team, sim.now), sim.now);
  }
}

/** The clocks of a batch's leader are those of its members. */
export function copyManyClocks(sim: Simulation, from: number, to: number): void {
  const most = sim.network.features.maxRequirements;
  if (most === 1) return;
  const stride = most * PER_SET;
  reserveClocks(sim, Math.max(from, to), stride);
  sim.manyClocks.values.copyWithin(to * stride, from * stride, (from + 1) * stride);
}

function reserveClocks(sim: Simulation, token: number, stride: number): void {
  if (sim.manyClocks.values.length >= (token + 1) * stride) return;
  const longer = new Float64Array((token + 1) * stride * 2);
  longer.set(sim.manyClocks.values);
  sim.manyClocks.values = longer;
}

/** Gives the token a place in the set's tree over join order; the tree is renumbered when it is full or an old rank returns. */
function announce(sim: Simulation, set: number, token: number, oldRank: boolean): void {
  const tree = sim.trees[set];
  if (tree === undefined) return;
  const { tokens, sets, network } = sim;
  if (oldRank || tree.full) {
    const waiting: number[] = [];
    for (let queue = 0; queue < network.queues.count; queue += 1) {
      const { first, items } = network.queues.sets;
      for (let index = first[queue]!; index < first[queue + 1]!; index += 1) {
        if (items[index] !== set) continue;
        for (const member of sim.queues.members(queue)) waiting.push(tokens.sequence[member]!);
        break;
      }
    }
    tree.renumber(Float64Array.from(new Set(waiting)).sort(), new Set(waiting).size);
  } else {
    tree.join(tokens.sequence[token]!);
  }
  sets.touch(set, sim.now);
  tokens.priorityClock[token] = tree.behind(tokens.sequence[token]!, sets.unitClock[set]!);
}

/** Charges the wait that ends now, by the clocks of the set that was satisfied last, to an owner. */
export function chargeWait(sim: Simulation, token: number, owner: number, team: number, place: number): void {
  const { tokens, network, sets, ledger } = sim;
  const wait = sim.now - tokens.since[token]!;
  if (wait === 0) return;
  const queue = tokens.queue[token]!;
  const { first, items } = network.queues.sets;
  const set = items[first[queue]! + place]!;
  const many = first[queue + 1]! - first[queue]! > 1;
  if (!many && network.sets.plain[set] === 1) {
    const tree = sim.trees[set];
    if (tree === undefined) return ledger.charge(token, owner, CAUSE.queue, wait);
  }
  sets.touch(set, sim.now);
  const base = token * network.features.maxRequirements * PER_SET + place * PER_SET;
  const { values } = sim.manyClocks;
  const plain = network.sets.plain[set] === 1 && !many;
  const closed = plain ? 0 : bounded(sets.closedClock[set]! - (many ? values[base]! : tokens.closedClock[token]!), wait);
  const interrupted = plain ? 0 : bounded(sets.interruptClock[set]! - (many ? values[base + 1]! : tokens.interruptClock[token]!), wait - closed);
  const blocked = plain ? 0 : bounded(sets.blockClock[set]! - (many ? values[base + 2]! : tokens.blockClock[token]!), wait - closed - interrupted);
  const tree = sim.trees[set];
  const behind =
    tree === undefined ? 0
    : bounded(tree.behind(tokens.sequence[token]!, sets.unitClock[set]!) - (many ? values[base + 3]! : tokens.priorityClock[token]!), wait - closed - interrupted - blocked);
  ledger.charge(token, owner, CAUSE.calendar, closed);
  ledger.charge(token, owner, CAUSE.interrupt, interrupted);
  ledger.charge(token, owner, CAUSE.blocking, blocked);
  ledger.charge(token, owner, CAUSE.priority, behind);
  ledger.charge(token, owner, CAUSE.queue, wait - closed - interrupted - blocked - behind);
  const sender = tokens.lastTeam[token]!;
  if (closed > 0 && sender >= 0) {
    const both =
      sender === team ? closed : bounded(sets.readPair(sets.pair(set, sender, sim.now), sim.now) - (many ? values[base + 4]! : tokens.bothClock[token]!), closed);
    ledger.charge(token, owner, BOTH_CLOSED, both);
  }
}

/** Rounding of clock differences never makes a part negative or larger than what is left. */
function bounded(value: number, most: number): number {
  if (value < 1e-9) return 0;
  return value > most || most - value < 1e-9 ? Math.max(0, most) : value;
}
