import type { Simulation } from './simulation.ts';
import { SCOPE } from './scopes.ts';
import { leaveScope } from './fork-join.ts';
import { PHASE } from './tokens.ts';
import { giveBack } from './work.ts';

/** A token has come to a join: it goes on at once without a scope, else waits until no live token of it can still come. */
export function arriveAtJoin(sim: Simulation, token: number): void {
  const { tokens } = sim;
  if (tokens.scope[token]! < 0) return sim.proceed(token, PHASE.leaving);
  tokens.phase[token] = PHASE.join;
  tokens.since[token] = sim.now;
  sim.joinOrder += 1;
  tokens.sequence[token] = sim.joinOrder;
  const item = tokens.item[token]!;
  if (!tryJoin(sim, item, tokens.scope[token]!, tokens.node[token]!, -1) && !someoneMoves(sim, item, -1)) fireAny(sim, item);
}

/** All of an item's tokens stand at joins and each waits for the others: the first that can is let go. */
function fireAny(sim: Simulation, item: number): void {
  const { tokens, items } = sim;
  for (let token = items.tokens[item]!; token >= 0; token = tokens.nextInItem[token]!) {
    if (tryJoin(sim, item, tokens.scope[token]!, tokens.node[token]!, -1)) return;
  }
}

/** After a token has turned away or ended: joins of its scopes that waited for it may fire now. */
export function recheckJoins(sim: Simulation, late: number): void {
  const { tokens, items, scopes, network } = sim;
  const item = tokens.item[late]!;
  for (let again = true; again; ) {
    again = false;
    for (let token = items.tokens[item]!; token >= 0; token = tokens.nextInItem[token]!) {
      if (tokens.phase[token] !== PHASE.join || !within(sim, tokens.scope[late]!, tokens.scope[token]!)) continue;
      const scope = tokens.scope[token]!;
      const join = tokens.node[token]!;
      const ends = tokens.phase[late] === PHASE.ending;
      if (!ends && network.reach.joinFrom(forkOf(scopes.kind[scope]!, scopes.node[scope]!), join, tokens.node[late]!)) continue;
      if (tryJoin(sim, item, scope, join, late)) {
        again = true;
        break;
      }
    }
  }
}

const forkOf = (kind: number, node: number): number => (kind === SCOPE.fork ? node : -1);

/** Whether a scope is another one or lies within it. */
function within(sim: Simulation, inner: number, outer: number): boolean {
  for (let scope = inner; scope >= 0; scope = sim.scopes.parent[scope]!) if (scope === outer) return true;
  return false;
}

/** Fires a join if nobody can come any more; `late` is the token whose end or turning away made it so (−1: an arrival). */
function tryJoin(sim: Simulation, item: number, scope: number, join: number, late: number): boolean {
  const { tokens, items, scopes, network } = sim;
  const fork = forkOf(scopes.kind[scope]!, scopes.node[scope]!);
  let last = -1;
  let waiting = 0;
  let stuck = false;
  for (let token = items.tokens[item]!; token >= 0; token = tokens.nextInItem[token]!) {
    if (token === late || !within(sim, tokens.scope[token]!, scope)) continue;
    const stands = tokens.phase[token] === PHASE.join;
    if (stands && tokens.scope[token] === scope && tokens.node[token] === join) {
      waiting += 1;
      if (last < 0 || tokens.sequence[token]! > tokens.sequence[last]!) last = token;
    } else if (network.reach.joinFrom(fork, join, tokens.node[token]!)) {
      if (!stands) return false;
      stuck = true;
    }
  }
  // Joins that wait for each other only: the one that is looked at goes first.
  if (last < 0 || (stuck && someoneMoves(sim, item, late))) return false;
  fire(sim, item, scope, join, last, waiting, late);
  return true;
}

function someoneMoves(sim: Simulation, item: number, late: number): boolean {
  const { tokens, items } = sim;
  for (let token = items.tokens[item]!; token >= 0; token = tokens.nextInItem[token]!) {
    if (tokens.phase[token] !== PHASE.join && !(token === late && tokens.phase[token] === PHASE.ending)) return true;
  }
  return false;
}

/** All who wait become one: the branch that came last is on the chain, the others had slack. */
function fire(sim: Simulation, item: number, scope: number, join: number, winner: number, waiting: number, late: number): void {
  const { tokens, items, scopes, ledger } = sim;
  const overtaken = late >= 0 && sim.now > tokens.since[winner]!;
  const senders: (readonly [number, number])[] = [];
  for (let token = items.tokens[item]!; token >= 0; ) {
    const next = tokens.nextInItem[token]!;
    if (tokens.scope[token] === scope && tokens.phase[token] === PHASE.join && tokens.node[token] === join) {
      senders.push(...(sim.joined.get(token) ?? []));
      if (token !== winner || overtaken) {
        noteSlack(sim, token);
        senders.push([tokens.lastTeam[token]!, tokens.previousTeam[token]!]);
      }
      if (token !== winner) {
        if (tokens.unit[token]! >= 0) giveBack(sim, token);
        ledger.clear(token);
        sim.dropToken(token);
      }
    }
    token = next;
  }
  if (senders.length > 0) sim.joined.set(winner, senders);
  if (overtaken) followLate(sim, winner, scope, late);
  scopes.live[scope] = scopes.live[scope]! - (waiting - 1);
  if (scopes.live[scope]! > 1) return sim.proceed(winner, PHASE.leaving);
  leaveScope(sim, winner);
  scopes.release(scope);
  if (tokens.scope[winner]! < 0) return sim.proceed(winner, PHASE.leaving);
  tokens.since[winner] = sim.now;
  tryJoin(sim, item, tokens.scope[winner]!, join, -1);
}

function noteSlack(sim: Simulation, token: number): void {
  const { tokens, items, network, sums } = sim;
  const node = tokens.lastWork[token]!;
  if (node < 0 || items.counted[tokens.item[token]!] === 0) return;
  const step = network.nodes.step[node]!;
  sums.slackSeconds[step] = sums.slackSeconds[step]! + (sim.now - tokens.since[token]!);
  sums.slackCount[step] = sums.slackCount[step]! + 1;
}

/** The join waited for a branch that never came: the chain leads through that one, from the scope's beginning until now. */
function followLate(sim: Simulation, winner: number, scope: number, late: number): void {
  const { tokens, scopes, ledger } = sim;
  ledger.clear(winner);
  let head = ledger.copy(tokens.head[late]!);
  let tail = ledger.tailOfCopy;
  let owner = tokens.prefixOwner[late]!;
  for (let inner = tokens.scope[late]!; inner !== scope && inner >= 0; inner = scopes.parent[inner]!) {
    const prefix = ledger.copy(scopes.head[inner]!);
    if (prefix >= 0) {
      if (owner >= 0) ledger.own(prefix, owner);
      ledger.next[ledger.tailOfCopy] = head;
      if (head < 0) tail = ledger.tailOfCopy;
      head = prefix;
    }
    if (scopes.prefixOwner[inner]! >= 0) owner = scopes.prefixOwner[inner]!;
  }
  tokens.head[winner] = head;
  tokens.tail[winner] = head < 0 ? -1 : tail;
  tokens.pending[winner] = ledger.firstPending(head);
  tokens.prefixOwner[winner] = owner;
  tokens.lastTeam[winner] = tokens.lastTeam[late]!;
  tokens.previousTeam[winner] = tokens.previousTeam[late]!;
  tokens.loop[winner] = tokens.loop[late]!;
  tokens.loopOwner[winner] = tokens.loopOwner[late]!;
  tokens.loopNode[winner] = tokens.loopNode[late]!;
}
