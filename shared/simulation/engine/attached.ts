import { orderOf, placeOf } from '../kernel/event-list.ts';
import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { CAUSE } from '../results/causes.ts';
import { EVENT, KIND_BITS } from './event-order.ts';
import { PENDING } from './ledger.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/**
 * Events attached to the token's node begin to run. Each is a token of its own without an item until it fires; it keeps
 * the account of the time before the race, so that the winner's chain is complete.
 */
export function attachEvents(sim: Simulation, token: number): void {
  const { tokens, items, network, ledger } = sim;
  const node = tokens.node[token]!;
  const item = tokens.item[token]!;
  const { first, items: events } = network.nodes.attached;
  for (let index = first[node]!; index < first[node + 1]!; index += 1) {
    const event = events[index]!;
    const time = eventTime(sim, token, event);
    if (time === Infinity) continue;
    const waiting = tokens.allocate(-1);
    tokens.node[waiting] = event;
    tokens.phase[waiting] = PHASE.held;
    tokens.carrier[waiting] = token;
    tokens.since[waiting] = sim.now;
    tokens.attached[waiting] = tokens.attached[token]!;
    tokens.attached[token] = waiting;
    tokens.head[waiting] = ledger.copy(tokens.head[token]!);
    tokens.tail[waiting] = tokens.head[waiting]! < 0 ? -1 : ledger.tailOfCopy;
    tokens.pending[waiting] = ledger.firstPending(tokens.head[waiting]!);
    tokens.prefixOwner[waiting] = tokens.prefixOwner[token]!;
    tokens.event[waiting] = sim.events.push(
      time, orderOf(EVENT.attached, items.class[item]!, items.word[item]!), placeOf(event, tokens.instance[token]!), (waiting << KIND_BITS) | EVENT.attached,
    );
  }
}

/** When an event node's wait that begins now is over. */
export function eventTime(sim: Simulation, token: number, event: number): number {
  const { tokens, network } = sim;
  const cadence = network.nodes.waitCadence[event]!;
  if (cadence >= 0) return network.cadences[cadence]!.next(sim.now);
  const sampler = network.nodes.wait[event]!;
  if (sampler < 0) return sim.now;
  const node = tokens.node[token]!;
  tokens.node[token] = event;
  sim.beginDraws(token, network.nodes.isMessage[event] === 1 ? PURPOSE.message : PURPOSE.timer);
  tokens.node[token] = node;
  const seconds = sample(network.samplers[sampler]!, sim.draws);
  const calendar = network.nodes.waitCalendar[event]!;
  return calendar < 0 ? sim.now + seconds : network.calendars[calendar]!.addWorkingTime(sim.now, seconds);
}

/** The step was done before its events: they are void. */
export function cancelAttached(sim: Simulation, token: number): void {
  const { tokens } = sim;
  let waiting = tokens.attached[token]!;
  tokens.attached[token] = -1;
  while (waiting >= 0) {
    const next = tokens.attached[waiting]!;
    sim.unschedule(waiting);
    sim.ledger.clear(waiting);
    tokens.release(waiting);
    waiting = next;
  }
}

/** Takes one event that fires out of its token's list. */
export function detach(sim: Simulation, waiting: number): void {
  const { tokens } = sim;
  const token = tokens.carrier[waiting]!;
  if (tokens.attached[token] === waiting) {
    tokens.attached[token] = tokens.attached[waiting]!;
    return;
  }
  for (let each = tokens.attached[token]!; each >= 0; each = tokens.attached[each]!) {
    if (tokens.attached[each] === waiting) tokens.attached[each] = tokens.attached[waiting]!;
  }
}

/** The winner's account: the time before the race, then the planned wait. */
export function takeAccount(sim: Simulation, token: number, waiting: number): void {
  const { tokens, ledger, network } = sim;
  ledger.clear(token);
  tokens.head[token] = tokens.head[waiting]!;
  tokens.tail[token] = tokens.tail[waiting]!;
  tokens.pending[token] = tokens.pending[waiting]!;
  tokens.prefixOwner[token] = tokens.prefixOwner[waiting]!;
  tokens.head[waiting] = -1;
  tokens.tail[waiting] = -1;
  tokens.pending[waiting] = -1;
  const cause = network.nodes.isMessage[tokens.node[waiting]!] === 1 ? CAUSE.information : CAUSE.timer;
  if (sim.attribution) ledger.charge(token, PENDING, cause, sim.now - tokens.since[waiting]!);
}
