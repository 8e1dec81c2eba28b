import type { StepBatch } from '../network/network.ts';

/** Service time is multiplied by the factor of the largest size that is not above the batch's. */
export function factorFor(batch: StepBatch, size: number): number {
  let factor = 1;
  let best = 0;
  for (let index = 0; index < batch.factorSizes.length; index += 1) {
    const at = batch.factorSizes[index]!;
    if (at <= size && at > best) {
      best = at;
      factor = batch.factors[index]!;
    }
  }
  return factor;
}
