import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases } from './cases/all.ts';
import { unsimulated } from './cases/unsimulated.ts';
import { judge, runCase } from './run-case.ts';

const file = new URL('../../../shared/cases/analytic.json', import.meta.url);
const present = existsSync(file);
if (!present) console.log('The analytic cases are not beside this repository: whether each is covered is not checked.');

interface Entry {
  readonly case: string;
  readonly inputs: string;
  readonly expected: Readonly<Record<string, number>>;
}

const entries: readonly Entry[] = present ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Entry[]) : [];

describe('theory, in short: a ninth of each run', () => {
  const quick = cases.filter((each) => each.quick === true);
  const family = quick.reduce((sum, { expected }) => sum + expected.length, 0);

  it.each(quick.map((theCase) => ({ title: `${theCase.name}, ${theCase.inputs}`, theCase })))('$title', ({ theCase }) => {
    const run = runCase(theCase, 1 / 9);
    for (const expectation of theCase.expected) {
      const { key, precision, covers, mean, value } = judge(theCase, run, expectation, family);
      expect(covers, `${key} is ${mean}, theory says ${value}`).toBe(true);
      expect(precision, `half-width of ${key}`).toBeLessThan(0.03);
    }
  });
});

describe.skipIf(!present)('every number of the analytic cases', () => {
  it.each(entries.map((entry) => ({ title: `${entry.case}, ${entry.inputs}`, entry })))('$title', ({ entry }) => {
    const covering = cases.filter(({ name, inputs }) => name === entry.case && inputs === entry.inputs).flatMap(({ expected }) => expected);
    const reasons = unsimulated.find(({ name, inputs }) => name === entry.case && (inputs === undefined || inputs === entry.inputs));
    for (const [key, value] of Object.entries(entry.expected)) {
      const simulated = covering.filter((expectation) => expectation.key === key);
      for (const expectation of simulated) expect(expectation.value, key).toBeCloseTo(value, 6);
      const named = simulated.length > 0 || reasons?.keys === 'all' || reasons?.keys.includes(key) === true;
      expect(named, `${key} is neither simulated nor is it said why not`).toBe(true);
    }
  });

  it('is what the cases here are made from', () => {
    const known = new Set(entries.map((entry) => `${entry.case} | ${entry.inputs}`));
    expect([...cases, ...unsimulated].filter(({ name, inputs }) => inputs !== undefined && !known.has(`${name} | ${inputs}`)).map(({ name }) => name)).toEqual([]);
  });
});
