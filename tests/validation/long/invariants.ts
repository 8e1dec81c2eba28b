// The invariants over many models. Run by `npm run validate`.
import fc from 'fast-check';
import { description } from '../generated-model.ts';
import { properties } from '../properties.ts';
import type { Finding } from './task.ts';

/** Holds one property on so many models; where it does not hold, tells the smallest model that shows it. */
export function holdProperty(index: number, models: number): Finding {
  const property = properties[index];
  if (property === undefined) throw new Error(`There is no property ${index}.`);
  const { name, faults } = property;
  const from = performance.now();
  const outcome = fc.check(fc.property(description, (described) => faults(described).length === 0), { numRuns: models, seed: 7, endOnFailure: false });
  const line = `any model  ${name}: ${outcome.numRuns} models, ${((performance.now() - from) / 1000).toFixed(0)} s`;
  const [smallest] = outcome.counterexample ?? [];
  if (!outcome.failed || smallest === undefined) return { fine: !outcome.failed, line, details: [] };
  return { fine: false, line, details: [`smallest model: ${JSON.stringify(smallest)}`, ...told(() => faults(smallest))] };
}

function told(faults: () => readonly string[]): readonly string[] {
  try {
    return faults();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
