import type { ElementId } from '../../../shared/document/model/fields.ts';
import type { Flow } from '../../../shared/document/model/flow.ts';

/**
 * Probabilities that make branches add up to 1: what is left goes in equal parts to the branches without one; where all
 * have one, all are scaled. Empty where nothing is to be changed.
 */
export function shareWhatIsLeft(branches: readonly Flow[]): ReadonlyMap<ElementId, number> {
  const open = branches.filter((flow) => flow.probability === undefined);
  const sum = branches.reduce((total, flow) => total + (flow.probability?.value ?? 0), 0);
  const shares = new Map<ElementId, number>();
  if (open.length > 0 && sum <= 1) {
    for (const flow of open) shares.set(flow.id, (1 - sum) / open.length);
    return shares;
  }
  if (sum === 0 || Math.abs(sum - 1) < 1e-9) return shares;
  for (const flow of branches) shares.set(flow.id, (flow.probability?.value ?? 0) / sum);
  return shares;
}
