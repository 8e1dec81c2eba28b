import { NODE } from '../network/network.ts';
import { arriveAtStep, joinWork, lookForInformation } from './arrive-step.ts';
import { attachEvents, eventTime } from './attached.ts';
import { produce } from './completion.ts';
import { EVENT } from './event-order.ts';
import { endToken, terminate } from './ending.ts';
import { enterFlow } from './flow-phases.ts';
import { addBranch, countInstances, fork, openScope } from './fork-join.ts';
import { arriveAtJoin, recheckJoins } from './joins.ts';
import { LOOP } from './ledger.ts';
import { chooseOne, chooseSome } from './routing.ts';
import { SCOPE } from './scopes.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/** Lets every token that goes on within this instant go on, in turn; leaves off where they come to more nodes than a run allows. */
export function drain(sim: Simulation): void {
  const most = sim.walked + mostAtOnce(sim);
  while (sim.ringCount > 0 && sim.walked <= most) {
    const token = sim.nextToProceed();
    switch (sim.tokens.phase[token]!) {
      case PHASE.arriving:
        arrive(sim, token);
        break;
      case PHASE.leaving:
        leave(sim, token);
        break;
      case PHASE.informed:
        lookForInformation(sim, token);
        break;
      case PHASE.admitted:
        joinWork(sim, token);
        break;
      case PHASE.ending:
        endToken(sim, token);
        break;
      case PHASE.cancelled:
        sim.dropToken(token);
        break;
    }
  }
}

/** What may happen without any time passing. */
export const mostAtOnce = (sim: Simulation): number => sim.settings.limits.instant * (1 + sim.items.live);

/** A token comes to its node. */
function arrive(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  sim.walked += 1;
  const node = tokens.node[token]!;
  if (network.features.loops) passLoops(sim, token, node);
  if (tokens.scope[token]! >= 0) recheckJoins(sim, token);
  switch (network.nodes.kind[node]) {
    case NODE.step:
      if (network.nodes.instanceMode[node]! > 0 && !isInstance(sim, token)) return beginInstances(sim, token);
      return arriveAtStep(sim, token);
    case NODE.join:
      return arriveAtJoin(sim, token);
    case NODE.event:
      return beginWait(sim, token, node, eventTime(sim, token, node));
    case NODE.subprocess:
      if (network.nodes.instanceMode[node]! > 0 && !isInstance(sim, token)) return beginInstances(sim, token);
      return enterSubprocess(sim, token, node);
    case NODE.end:
      tokens.phase[token] = PHASE.ending;
      return endToken(sim, token);
    case NODE.terminate:
      return terminate(sim, token);
    default:
      leave(sim, token);
  }
}

/** Counts the visit; a loop whose opening node the token has come to, or cannot come to any more, ends. */
function passLoops(sim: Simulation, token: number, node: number): void {
  const { tokens, items, network } = sim;
  const slot = network.nodes.visitSlot[node]!;
  if (slot >= 0 && !isInstance(sim, token)) {
    const place = tokens.item[token]! * items.visitStride + slot;
    tokens.visit[token] = items.visits[place]!;
    items.visits[place] = items.visits[place]! + 1;
  } else if (slot < 0) {
    tokens.visit[token] = 0;
  }
  if (tokens.loop[token] !== LOOP.rework) return;
  const opening = tokens.loopNode[token]!;
  if (opening === node ? network.nodes.kind[node] !== NODE.step : !network.reach.from(node, opening)) tokens.loop[token] = LOOP.none;
}

const isInstance = (sim: Simulation, token: number): boolean => {
  const scope = sim.tokens.scope[token]!;
  return scope >= 0 && sim.scopes.kind[scope] === SCOPE.instances && sim.scopes.node[scope] === sim.tokens.node[token]!;
};

/** All instances at once, each a branch; or one, with the others still to come. */
function beginInstances(sim: Simulation, token: number): void {
  const { tokens, scopes, network } = sim;
  const count = countInstances(sim, token);
  const scope = openWithEvents(sim, token, SCOPE.instances);
  tokens.instance[token] = 0;
  const branches = [token];
  if (network.nodes.instanceMode[tokens.node[token]!] === 2) scopes.rest[scope] = count - 1;
  else for (let index = 1; index < count; index += 1) branches.push(addBranch(sim, scope, token));
  for (let index = 0; index < branches.length; index += 1) {
    tokens.instance[branches[index]!] = index;
    sim.proceed(branches[index]!, PHASE.arriving);
  }
}

/** Events attached to the node belong to the scope: they end all of it, or start a branch beside it. */
function openWithEvents(sim: Simulation, token: number, kind: number): number {
  const { tokens, scopes, network } = sim;
  const node = tokens.node[token]!;
  if (network.nodes.attached.first[node + 1]! > network.nodes.attached.first[node]!) attachEvents(sim, token);
  const events = tokens.attached[token]!;
  tokens.attached[token] = -1;
  const scope = openScope(sim, token, kind);
  scopes.attached[scope] = events;
  for (let event = events; event >= 0; event = tokens.attached[event]!) tokens.carrier[event] = ~scope;
  return scope;
}

function enterSubprocess(sim: Simulation, token: number, node: number): void {
  const { tokens, network } = sim;
  const scope = openWithEvents(sim, token, SCOPE.subprocess);
  const { first, items } = network.nodes.inner;
  const branches = [token];
  for (let index = first[node]! + 1; index < first[node + 1]!; index += 1) branches.push(addBranch(sim, scope, token));
  for (let index = 0; index < branches.length; index += 1) {
    tokens.node[branches[index]!] = items[first[node]! + index]!;
    sim.proceed(branches[index]!, PHASE.arriving);
  }
}

/** A wait that ends at a given time. */
function beginWait(sim: Simulation, token: number, node: number, time: number): void {
  const { tokens } = sim;
  tokens.phase[token] = PHASE.timer;
  tokens.since[token] = sim.now;
  tokens.node[token] = node;
  if (time < Infinity) sim.schedule(token, EVENT.passed, time);
}

const chosen: number[] = [];

/** A token leaves its node: over one flow, over several as branches, or out of what it was in. */
function leave(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const node = tokens.node[token]!;
  if (isInstance(sim, token)) {
    tokens.phase[token] = PHASE.ending;
    return endToken(sim, token);
  }
  const { first, items } = network.nodes.out;
  const count = first[node + 1]! - first[node]!;
  if (count === 0) {
    tokens.phase[token] = PHASE.ending;
    return endToken(sim, token);
  }
  const kind = network.nodes.kind[node]!;
  if (kind === NODE.firstEvent) return race(sim, token, node);
  if (kind === NODE.event || kind === NODE.subprocess) produce(sim, token);
  if (count === 1) return take(sim, token, items[first[node]!]!);
  if (kind === NODE.oneOf) return take(sim, token, chooseOne(sim, token));
  chosen.length = 0;
  if (kind === NODE.someOf) chooseSome(sim, token, chosen);
  else for (let index = first[node]!; index < first[node + 1]!; index += 1) chosen.push(items[index]!);
  if (chosen.length === 1) return take(sim, token, chosen[0]!);
  const flows = [...chosen];
  const branches = fork(sim, token, flows);
  for (let index = 0; index < flows.length; index += 1) take(sim, branches[index]!, flows[index]!);
}

/** An arrow leads straight to its target; a handoff has phases on the way. */
function take(sim: Simulation, token: number, flow: number): void {
  const { tokens, network } = sim;
  if (network.flows.plain[flow] === 0) return enterFlow(sim, token, flow);
  tokens.node[token] = network.flows.target[flow]!;
  sim.proceed(token, PHASE.arriving);
}

/** Of the events after a "first event" the one that comes first wins; of equal ones the first flow. */
function race(sim: Simulation, token: number, node: number): void {
  const { network } = sim;
  const { first, items } = network.nodes.out;
  let best = -1;
  let earliest = Infinity;
  for (let index = first[node]!; index < first[node + 1]!; index += 1) {
    const event = network.flows.target[items[index]!]!;
    const time = network.nodes.kind[event] === NODE.event ? eventTime(sim, token, event) : sim.now;
    if (best < 0 || time < earliest) {
      best = event;
      earliest = time;
    }
  }
  if (network.nodes.kind[best] !== NODE.event) {
    sim.tokens.node[token] = best;
    return sim.proceed(token, PHASE.arriving);
  }
  beginWait(sim, token, best, earliest);
}
