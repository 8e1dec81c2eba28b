import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import type { StepBatch } from '../network/network.ts';
import { factorFor } from './batch-factor.ts';
import type { Simulation } from './simulation.ts';

/** Service time of a token at its step, by the alternative that serves it. */
export function drawService(sim: Simulation, token: number): number {
  const { tokens, network } = sim;
  const alternative = tokens.alternative[token]!;
  let sampler = alternative < 0 ? -1 : network.requirements.service[alternative]!;
  if (sampler < 0) sampler = network.steps.service[network.nodes.step[tokens.node[token]!]!]!;
  if (sampler < 0) return 0;
  const seconds = drawOf(sim, token, sampler);
  const batch = network.steps.batch[network.nodes.step[tokens.node[token]!]!]!;
  return batch < 0 ? seconds : batchService(sim, token, sampler, seconds, network.batches[batch]!);
}

function drawOf(sim: Simulation, token: number, sampler: number): number {
  sim.beginDraws(token, PURPOSE.service);
  return sample(sim.network.samplers[sampler]!, sim.draws);
}

/** Together: one time for all. Interleaved: everybody's time, all done at the end. In sequence: each its own, one by one. */
function batchService(sim: Simulation, leader: number, sampler: number, first: number, batch: StepBatch): number {
  const { tokens } = sim;
  const size = Math.max(1, tokens.stream[leader]!);
  let seconds = first;
  if (batch.mode === 'concurrent') {
    for (let token = tokens.members[leader]!; token >= 0; token = tokens.members[token]!) seconds += drawOf(sim, token, sampler);
  }
  return seconds * factorFor(batch, size);
}
