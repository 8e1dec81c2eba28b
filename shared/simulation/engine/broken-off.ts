import type { Simulation } from './simulation.ts';

/** A listener hears of work that was broken off. Call only where there is one. */
export function tellBrokenOff(sim: Simulation, token: number, cause: number): void {
  sim.brokenOff.add(token);
  sim.tell('pause', token, cause, sim.tokens.unit[token]!, sim.tokens.remaining[token]!);
}

/** A listener hears of the same work when it goes on. Call only where there is one. */
export function tellResumed(sim: Simulation, token: number): void {
  if (sim.brokenOff.delete(token)) sim.tell('resume', token, 0, sim.tokens.unit[token]!, sim.tokens.remaining[token]!);
}
