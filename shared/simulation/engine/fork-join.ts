import { PURPOSE, combine } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { LOOP } from './ledger.ts';
import { SCOPE } from './scopes.ts';
import type { Simulation } from './simulation.ts';

/** Opens a scope around a token: what it was is kept there, and the token itself becomes the scope's first branch. */
export function openScope(sim: Simulation, token: number, kind: number): number {
  const { tokens, scopes } = sim;
  const scope = scopes.allocate();
  scopes.kind[scope] = kind;
  scopes.parent[scope] = tokens.scope[token]!;
  scopes.node[scope] = tokens.node[token]!;
  scopes.live[scope] = 1;
  scopes.rest[scope] = 0;
  scopes.attached[scope] = -1;
  scopes.head[scope] = tokens.head[token]!;
  scopes.tail[scope] = tokens.tail[token]!;
  scopes.pending[scope] = tokens.pending[token]!;
  scopes.prefixOwner[scope] = tokens.prefixOwner[token]!;
  scopes.loop[scope] = tokens.loop[token]!;
  scopes.loopOwner[scope] = tokens.loopOwner[token]!;
  scopes.loopNode[scope] = tokens.loopNode[token]!;
  scopes.lineage[scope] = tokens.lineage[token]!;
  scopes.instance[scope] = tokens.instance[token]!;
  scopes.visit[scope] = tokens.visit[token]!;
  tokens.scope[token] = scope;
  tokens.head[token] = -1;
  tokens.tail[token] = -1;
  tokens.pending[token] = -1;
  tokens.prefixOwner[token] = -1;
  // A rejection may not lead out of the scope.
  tokens.lastNode[token] = -1;
  return scope;
}

/** One more branch of a scope, as its given branch is now. */
export function addBranch(sim: Simulation, scope: number, like: number): number {
  const { tokens, scopes } = sim;
  const token = sim.newToken(tokens.item[like]!);
  scopes.live[scope] = scopes.live[scope]! + 1;
  tokens.scope[token] = scope;
  tokens.node[token] = tokens.node[like]!;
  tokens.lineage[token] = tokens.lineage[like]!;
  tokens.instance[token] = tokens.instance[like]!;
  tokens.visit[token] = tokens.visit[like]!;
  tokens.loop[token] = tokens.loop[like]!;
  tokens.loopOwner[token] = tokens.loopOwner[like]!;
  tokens.loopNode[token] = tokens.loopNode[like]!;
  tokens.lastTeam[token] = tokens.lastTeam[like]!;
  tokens.previousTeam[token] = tokens.previousTeam[like]!;
  tokens.handoff[token] = tokens.handoff[like]!;
  const joined = sim.joined.get(like);
  if (joined !== undefined) sim.joined.set(token, joined);
  return token;
}

/** Starts every given flow of the token's node as a branch of a new scope; returns its tokens in the order of the flows. */
export function fork(sim: Simulation, token: number, flows: readonly number[]): number[] {
  const { tokens, network } = sim;
  const lineage = tokens.lineage[token]!;
  const scope = openScope(sim, token, SCOPE.fork);
  const branches = [token];
  for (let index = 1; index < flows.length; index += 1) branches.push(addBranch(sim, scope, token));
  for (let index = 0; index < flows.length; index += 1) tokens.lineage[branches[index]!] = combine(lineage, network.flows.hash[flows[index]!]!);
  return branches;
}

/** Puts what a branch did behind what its scope's token had done, and the token out of the scope. */
export function leaveScope(sim: Simulation, token: number): void {
  const { tokens, scopes, ledger } = sim;
  const scope = tokens.scope[token]!;
  const owner = tokens.prefixOwner[token]!;
  const prefixPending = scopes.pending[scope]!;
  let pending = tokens.pending[token]!;
  if (prefixPending >= 0) {
    if (owner >= 0) ledger.own(prefixPending, owner);
    else pending = prefixPending;
  }
  const head = scopes.head[scope]!;
  if (head >= 0) {
    const tail = scopes.tail[scope]!;
    const first = tokens.head[token]!;
    ledger.next[tail] = first;
    tokens.head[token] = head;
    if (first < 0) tokens.tail[token] = tail;
  }
  tokens.pending[token] = pending;
  tokens.prefixOwner[token] = scopes.prefixOwner[scope]! >= 0 ? scopes.prefixOwner[scope]! : owner;
  restoreLoop(sim, token, scope, owner);
  tokens.lineage[token] = scopes.lineage[scope]!;
  tokens.instance[token] = scopes.instance[scope]!;
  tokens.visit[token] = scopes.visit[scope]!;
  tokens.scope[token] = scopes.parent[scope]!;
}

/** A loop that was open before the scope goes on, unless the branch has ended it; one opened inside ends with the scope. */
function restoreLoop(sim: Simulation, token: number, scope: number, owner: number): void {
  const { tokens, scopes } = sim;
  const before = scopes.loop[scope]!;
  const goesOn = before !== LOOP.none && tokens.loop[token] === before && tokens.loopNode[token] === scopes.loopNode[scope];
  tokens.loop[token] = goesOn ? before : LOOP.none;
  tokens.loopNode[token] = scopes.loopNode[scope]!;
  const known = scopes.loopOwner[scope]!;
  tokens.loopOwner[token] = known > 0 || owner < 0 ? known : owner;
}

/** How many instances a multi-instance node has for this item: at least one. */
export function countInstances(sim: Simulation, token: number): number {
  sim.beginDraws(token, PURPOSE.instances);
  return Math.max(1, Math.round(sample(sim.network.samplers[sim.network.nodes.instances[sim.tokens.node[token]!]!]!, sim.draws)));
}
