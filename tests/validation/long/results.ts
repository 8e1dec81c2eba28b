// Results of generated models against the independent checker. Run by `npm run validate`.
import { checkerIsThere, faultsOfGenerated } from '../checked-results.ts';
import type { Finding } from './task.ts';

/** Two parts, each from a seed of its own. */
export const resultParts = ['results of generated models, first half', 'results of generated models, second half'] as const;

/** Holds half of so many results against the checker of the identities of a result. */
export function checkResults(index: number, models: number): Finding {
  const name = `result  ${resultParts[index] ?? ''}`;
  if (!checkerIsThere) return { fine: true, line: `${name}: skipped, the checker is not beside the repository`, details: [] };
  const { checked, faults } = faultsOfGenerated(101 + index, Math.ceil(models / 2));
  return { fine: faults.length === 0, line: `${name}: ${checked} results against the independent checker`, details: faults };
}
