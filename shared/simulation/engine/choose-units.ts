import type { Simulation } from './simulation.ts';

/**
 * Whether every requirement of a queue finds a free unit of its own at this instant; with `chosen` the units are written
 * there, requirement by requirement, longest idle first. Searches with backtracking, as sets may overlap.
 */
export function chooseSeveral(sim: Simulation, queue: number, chosen: number[] | undefined): boolean {
  const { first } = sim.network.queues.sets;
  const units: number[] = [];
  const found = choose(sim, first[queue]!, first[queue + 1]!, units);
  if (found && chosen !== undefined) chosen.push(...units);
  return found;
}

function choose(sim: Simulation, from: number, to: number, taken: number[]): boolean {
  if (from === to) return true;
  const { network, units } = sim;
  const set = network.queues.sets.items[from]!;
  const candidates: number[] = [];
  for (let index = network.sets.atoms.first[set]!; index < network.sets.atoms.first[set + 1]!; index += 1) {
    // Units of an atom are alike: the first one that is not taken yet stands for all.
    let unit = units.longestIdle(network.sets.atoms.items[index]!);
    while (unit >= 0 && taken.includes(unit)) unit = units.nextIdle(unit);
    if (unit >= 0) candidates.push(unit);
  }
  candidates.sort((a, b) => units.idleSince[a]! - units.idleSince[b]! || a - b);
  for (const unit of candidates) {
    taken.push(unit);
    if (choose(sim, from + 1, to, taken)) return true;
    taken.pop();
  }
  return false;
}
