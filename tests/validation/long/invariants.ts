// The invariants over many models. Run by `npm run validate`.
import fc from 'fast-check';
import { description } from '../generated-model.ts';
import { properties } from '../properties.ts';

/** Holds every property whose name holds `part` on so many models; true where all hold. */
export function validateInvariants(part: string, models: number, print: (line: string) => void): boolean {
  let wrong = 0;
  for (const { name, faults } of properties) {
    if (!name.includes(part)) continue;
    const from = performance.now();
    let found: readonly string[] = [];
    const outcome = fc.check(
      fc.property(description, (described) => {
        if (globalThis.process.env['SHOW']) print(JSON.stringify(described));
        found = faults(described);
        return found.length === 0;
      }),
      { numRuns: models, seed: 7, endOnFailure: false },
    );
    print(`${outcome.failed ? 'FAILS' : 'holds'}  ${name}: ${outcome.numRuns} models, ${((performance.now() - from) / 1000).toFixed(1)} s`);
    if (!outcome.failed) continue;
    wrong += 1;
    const [smallest] = outcome.counterexample ?? [];
    if (smallest === undefined) continue;
    print(`  smallest model: ${JSON.stringify(smallest)}`);
    try {
      for (const fault of faults(smallest)) print(`  ${fault}`);
    } catch (error) {
      print(`  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  print(wrong === 0 ? 'All invariants hold.' : `${wrong} invariants do not hold.`);
  return wrong === 0;
}
