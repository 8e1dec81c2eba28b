// `validate.mjs [theory|invariants|coverage] [part of a name] [number of models]`; without arguments theory and invariants.
// `validate.mjs one [part of a name] description.json` looks again at a model that was found.
import { validateCoverage } from './coverage.ts';
import { validateInvariants } from './invariants.ts';
import { validateOne } from './one.ts';
import { validateTheory } from './theory.ts';

const [, , what = 'all', part = '', models = '2000'] = process.argv;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const parts: Readonly<Record<string, () => boolean>> = {
  theory: () => validateTheory(part, print),
  coverage: () => validateCoverage(print),
  one: () => validateOne(part, models, print),
  invariants: () => validateInvariants(part, Number(models), print),
};
const wanted = what === 'all' ? ['theory', 'invariants'] : [what];
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) {
  print(`There is no validation called "${unknown}": choose ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  process.exitCode = wanted.map((name) => parts[name]?.() === true).every(Boolean) ? 0 : 1;
}
