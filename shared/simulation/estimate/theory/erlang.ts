/**
 * Erlang's loss probability for `servers` and offered traffic `load` (arrival rate × mean service, in units).
 * Recursion B(c) = aB(c−1) / (c + aB(c−1)) (Erlang 1917).
 */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let c = 1; c <= servers; c += 1) blocked = (load * blocked) / (c + load * blocked);
  return blocked;
}

/** Erlang's probability that an arrival must wait, for load < servers (Erlang 1917); 1 from there on. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Mean wait of M/M/c in the unit of `mean`, C / (cμ − λ) with Erlang's C (Erlang 1917; Kleinrock 1975, 3.5); Infinity where the load reaches the servers. */
export function waitOfMMc(rate: number, mean: number, servers: number): number {
  const load = rate * mean;
  if (load >= servers) return Infinity;
  return (erlangC(servers, load) * mean) / (servers - load);
}

/** Weights beyond it are scaled down: an overload would take them out of the range of numbers. */
const largest = 1e150;

/** A station with limited room (M/M/c/K): what it refuses, and what the accepted ones wait. */
export interface FiniteRoom {
  readonly refused: number;
  readonly acceptedRate: number;
  readonly inQueue: number;
  readonly inSystem: number;
}

/** M/M/c/K by its birth–death probabilities (Kleinrock 1975, 3.1); `room` counts those in service. */
export function finiteRoom(rate: number, mean: number, servers: number, room: number): FiniteRoom {
  const load = rate * mean;
  let weight = 1;
  let total = 1;
  let inSystem = 0;
  let inQueue = 0;
  for (let n = 1; n <= room; n += 1) {
    weight *= load / Math.min(n, servers);
    total += weight;
    inSystem += n * weight;
    inQueue += Math.max(0, n - servers) * weight;
    if (total > largest) [weight, total, inSystem, inQueue] = [weight / largest, total / largest, inSystem / largest, inQueue / largest];
  }
  const refused = weight / total;
  return { refused, acceptedRate: rate * (1 - refused), inQueue: inQueue / total, inSystem: inSystem / total };
}

/** M/M/c with impatient customers (Erlang A): mean in queue and share that gives up, for a mean patience (Palm 1957). */
export function impatient(rate: number, mean: number, servers: number, patience: number): { readonly inQueue: number; readonly lost: number } {
  let weight = 1;
  let total = 1;
  let inQueue = 0;
  for (let n = 1; n <= servers || weight > total * 1e-18; n += 1) {
    weight *= rate / (Math.min(n, servers) / mean + Math.max(0, n - servers) / patience);
    total += weight;
    inQueue += Math.max(0, n - servers) * weight;
    if (total > largest) [weight, total, inQueue] = [weight / largest, total / largest, inQueue / largest];
  }
  const queue = inQueue / total;
  return { inQueue: queue, lost: queue / patience / rate };
}
