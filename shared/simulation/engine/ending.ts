import { cancelAttached } from './attached.ts';
import { cancelWork } from './cancel.ts';
import { leaveScope } from './fork-join.ts';
import { finishItem } from './finish.ts';
import { recheckJoins } from './joins.ts';
import { SCOPE } from './scopes.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';
import { leaveTeam } from './wip.ts';
import { giveBack } from './work.ts';

/** A token ends. The last one of a scope takes its place outside; the last one of an item ends the item. */
export function endToken(sim: Simulation, token: number): void {
  const { tokens, items, scopes } = sim;
  const item = tokens.item[token]!;
  // Whoever ends cannot be kept out anywhere: units that it might have held are free.
  if (tokens.unit[token]! >= 0) giveBack(sim, token);
  if (items.fate[item] !== 0) return endAll(sim, token);
  for (;;) {
    const scope = tokens.scope[token]!;
    if (scope < 0) break;
    scopes.live[scope] = scopes.live[scope]! - 1;
    if (scopes.live[scope]! > 0) return dropBranch(sim, token);
    const kind = scopes.kind[scope]!;
    if (kind === SCOPE.instances && scopes.rest[scope]! > 0) {
      scopes.rest[scope] = scopes.rest[scope]! - 1;
      scopes.live[scope] = 1;
      tokens.instance[token] = tokens.instance[token]! + 1;
      tokens.node[token] = scopes.node[scope]!;
      return sim.proceed(token, PHASE.arriving);
    }
    closeScope(sim, token, scope);
    if (kind !== SCOPE.fork) return sim.proceed(token, PHASE.leaving);
  }
  if (items.tokenCount[item]! > 1) return dropBranch(sim, token);
  finishItem(sim, token);
}

function closeScope(sim: Simulation, token: number, scope: number): void {
  const { tokens, scopes } = sim;
  leaveScope(sim, token);
  if (scopes.kind[scope] !== SCOPE.fork) tokens.node[token] = scopes.node[scope]!;
  if (scopes.attached[scope]! >= 0) {
    tokens.attached[token] = scopes.attached[scope]!;
    cancelAttached(sim, token);
  }
  scopes.release(scope);
}

/** Others of the item live on; joins that waited for this branch look again. */
function dropBranch(sim: Simulation, token: number): void {
  recheckJoins(sim, token);
  wakeWaiting(sim, token);
  sim.ledger.clear(token);
  sim.dropToken(token);
}

/** Tokens that wait for something this branch might have produced look again. */
function wakeWaiting(sim: Simulation, token: number): void {
  const { tokens, items, network } = sim;
  if (!network.features.needs) return;
  tokens.node[token] = -1;
  for (let other = items.tokens[tokens.item[token]!]!; other >= 0; other = tokens.nextInItem[other]!) {
    if (tokens.phase[other] === PHASE.information) sim.proceed(other, PHASE.informed);
  }
}

/** A terminate: all that lives in the same sub-process ends, or the whole item. */
export function terminate(sim: Simulation, token: number): void {
  const { tokens, scopes } = sim;
  let limit = tokens.scope[token]!;
  while (limit >= 0 && scopes.kind[limit] !== SCOPE.subprocess) limit = scopes.parent[limit]!;
  cancelOthers(sim, token, limit);
  while (tokens.scope[token] !== limit) {
    const scope = tokens.scope[token]!;
    leaveScope(sim, token);
    scopes.release(scope);
  }
  if (limit >= 0) scopes.live[limit] = 1;
  tokens.phase[token] = PHASE.ending;
  endToken(sim, token);
}

/** An item that is refused or gives up leaves with everything that it has open. */
function endAll(sim: Simulation, token: number): void {
  const { tokens, scopes } = sim;
  cancelOthers(sim, token, -1);
  leaveTeam(sim, token);
  if (tokens.attached[token]! >= 0) cancelAttached(sim, token);
  while (tokens.scope[token]! >= 0) {
    const scope = tokens.scope[token]!;
    leaveScope(sim, token);
    if (scopes.attached[scope]! >= 0) {
      tokens.attached[token] = scopes.attached[scope]!;
      cancelAttached(sim, token);
    }
    scopes.release(scope);
  }
  finishItem(sim, token);
}

/** Cancels every other token of the item within a scope (−1: of the whole item), and the scopes that they had opened. */
export function cancelOthers(sim: Simulation, survivor: number, limit: number): void {
  const { tokens, items, scopes } = sim;
  const kept = new Set<number>();
  for (let scope = tokens.scope[survivor]!; scope >= 0; scope = scopes.parent[scope]!) kept.add(scope);
  const gone = new Set<number>();
  for (let token = items.tokens[tokens.item[survivor]!]!; token >= 0; ) {
    const next = tokens.nextInItem[token]!;
    let inside = limit < 0;
    for (let scope = tokens.scope[token]!; scope >= 0 && !inside; scope = scopes.parent[scope]!) inside = scope === limit;
    if (token !== survivor && inside) {
      for (let scope = tokens.scope[token]!; scope >= 0 && scope !== limit && !kept.has(scope); scope = scopes.parent[scope]!) gone.add(scope);
      cancelWork(sim, token);
      sim.ledger.clear(token);
      const phase = tokens.phase[token]!;
      if (phase === PHASE.arriving || phase === PHASE.leaving || phase === PHASE.informed || phase === PHASE.admitted) {
        sim.unlink(token);
        tokens.phase[token] = PHASE.cancelled;
      } else {
        sim.dropToken(token);
      }
    }
    token = next;
  }
  for (const scope of gone) {
    if (scopes.attached[scope]! >= 0) {
      tokens.attached[survivor] = scopes.attached[scope]!;
      cancelAttached(sim, survivor);
    }
    scopes.release(scope);
  }
}
