// The whole of theory: fixed seeds and lengths. Run by `npm run validate`.
import { cases } from '../cases/all.ts';
import { judge, runCase } from '../run-case.ts';
import type { Finding } from './task.ts';

/** Of all checked numbers together: what a simultaneous interval is made for. */
const family = cases.reduce((sum, { expected }) => sum + expected.length, 0);

/** Runs one case; it holds where every number is covered by its simultaneous interval and its plain one is under 1 %. */
export function holdCase(index: number): Finding {
  const theCase = cases[index];
  if (theCase === undefined) throw new Error(`There is no case ${index}.`);
  const from = performance.now();
  const run = runCase(theCase);
  const judged = theCase.expected.map((expectation) => judge(theCase, run, expectation, family));
  const wrong = judged.filter(({ covers, precision }) => !covers || precision >= 0.01);
  const widest = Math.max(...judged.map(({ precision }) => precision));
  const farthest = Math.max(...judged.map(({ distance }) => distance));
  const numbers = judged.map(({ key, value, mean }) => `${key} ${value} ≈ ${mean.toPrecision(5)}`).join(', ');
  return {
    fine: wrong.length === 0,
    line: `theory  ${theCase.name} (${theCase.inputs}): ${numbers}; ± ${(widest * 100).toFixed(2)} % at most, ${(farthest * 100).toFixed(0)} % of its room at most, ${((performance.now() - from) / 1000).toFixed(0)} s`,
    details: wrong.map(({ key, value, mean, precision, covers, distance }) => `${covers ? 'WIDE ' : 'WRONG'}  ${key}: ${value} ≈ ${mean.toPrecision(7)} ± ${(precision * 100).toFixed(2)} %, ${(distance * 100).toFixed(0)} % of its room (one of ${family}, 99 % together)`),
  };
}
