import { cancelAttached, detach, takeAccount } from './attached.ts';
import { cancelWork } from './cancel.ts';
import { cancelOthers } from './ending.ts';
import { addBranch } from './fork-join.ts';
import { leaveScope } from './fork-join.ts';
import type { Simulation } from './simulation.ts';
import { PHASE } from './tokens.ts';

/** An event attached to a step or sub-process comes first: it ends the work there, or starts a branch beside it. */
export function fireAttached(sim: Simulation, waiting: number): void {
  const { tokens, scopes, network } = sim;
  const carrier = tokens.carrier[waiting]!;
  const event = tokens.node[waiting]!;
  tokens.event[waiting] = -1;
  const token = carrier >= 0 ? carrier : someTokenIn(sim, ~carrier);
  if (carrier >= 0) detach(sim, waiting);
  else detachFromScope(sim, waiting, ~carrier);
  if (network.nodes.interrupting[event] === 0) {
    startBeside(sim, token, waiting, carrier >= 0 ? tokens.scope[token]! : scopes.parent[~carrier]!);
  } else {
    if (carrier < 0) cancelSubprocess(sim, token, ~carrier);
    else endWork(sim, token);
    takeAccount(sim, token, waiting);
    tokens.node[token] = event;
    tokens.handoff[token] = -1;
    if (sim.probe !== undefined) sim.tell('cancel', token, 0, -1, 0);
    sim.proceed(token, PHASE.leaving);
  }
  sim.ledger.clear(waiting);
  tokens.release(waiting);
}

function endWork(sim: Simulation, token: number): void {
  cancelWork(sim, token);
  if (sim.tokens.attached[token]! >= 0) cancelAttached(sim, token);
}

/** Any live token inside a scope. */
function someTokenIn(sim: Simulation, scope: number): number {
  const { tokens, items, scopes } = sim;
  for (let item = 0; item < items.bound; item += 1) {
    if (items.tokenCount[item]! < 1) continue;
    for (let token = items.tokens[item]!; token >= 0; token = tokens.nextInItem[token]!) {
      for (let each = tokens.scope[token]!; each >= 0; each = scopes.parent[each]!) if (each === scope) return token;
    }
  }
  throw new Error('A sub-process without a token.');
}

function detachFromScope(sim: Simulation, waiting: number, scope: number): void {
  const { tokens, scopes } = sim;
  if (scopes.attached[scope] === waiting) {
    scopes.attached[scope] = tokens.attached[waiting]!;
    return;
  }
  for (let each = scopes.attached[scope]!; each >= 0; each = tokens.attached[each]!) {
    if (tokens.attached[each] === waiting) tokens.attached[each] = tokens.attached[waiting]!;
  }
}

/** Everything inside a sub-process ends; the given token stands for it outside. */
function cancelSubprocess(sim: Simulation, token: number, scope: number): void {
  const { tokens, scopes } = sim;
  cancelOthers(sim, token, scope);
  cancelWork(sim, token);
  for (;;) {
    const inner = tokens.scope[token]!;
    leaveScope(sim, token);
    if (scopes.attached[inner]! >= 0) {
      tokens.attached[token] = scopes.attached[inner]!;
      cancelAttached(sim, token);
    }
    scopes.release(inner);
    if (inner === scope) return;
  }
}

/** A branch beside the work that goes on. */
function startBeside(sim: Simulation, token: number, waiting: number, scope: number): void {
  const { tokens } = sim;
  let branch: number;
  if (scope >= 0) {
    branch = addBranch(sim, scope, token);
  } else {
    branch = sim.newToken(tokens.item[token]!);
    tokens.lastTeam[branch] = tokens.lastTeam[token]!;
    tokens.previousTeam[branch] = tokens.previousTeam[token]!;
    tokens.lineage[branch] = tokens.lineage[token]!;
  }
  tokens.loop[branch] = 0;
  takeAccount(sim, branch, waiting);
  tokens.node[branch] = tokens.node[waiting]!;
  sim.proceed(branch, PHASE.leaving);
}
