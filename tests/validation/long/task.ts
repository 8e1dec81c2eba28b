// The long validation as tasks that know nothing of each other, so that every core has one.
import { cases } from '../cases/all.ts';
import { properties } from '../properties.ts';
import { chosen, coverOf, judgeCoverage, verdicts } from './coverage.ts';
import { holdProperty } from './invariants.ts';
import { checkResults, resultParts } from './results.ts';
import { holdCase } from './theory.ts';

export const kinds = ['theory', 'invariants', 'results', 'coverage'] as const;
export type Kind = (typeof kinds)[number];

/** One case, one property, one part of the results: `index` in its list. */
export interface Task {
  readonly kind: Kind;
  readonly index: number;
  /** Models of an invariant, or of a part of the results. */
  readonly models: number;
}

/** What a task found: one line, more below it where something does not hold. */
export interface Finding {
  readonly fine: boolean;
  readonly line: string;
  readonly details: readonly string[];
  /** Covering intervals, for the pooled number. */
  readonly covered?: number;
}

const names: Readonly<Record<Kind, readonly string[]>> = {
  theory: cases.map(({ name, inputs }) => `${name} (${inputs})`),
  invariants: properties.map(({ name }) => name),
  results: resultParts,
  coverage: [...chosen.map(({ name }) => name), ...verdicts.map(({ name }) => name)],
};

/** Tasks of a kind whose name holds `part`, the longest first. */
export function tasksOf(kind: Kind, part: string, models: number): Task[] {
  const tasks = names[kind].flatMap((name, index) => (name.includes(part) ? [{ kind, index, models }] : []));
  const length = (index: number): number => (cases[index]?.hours ?? 0) * (cases[index]?.replications ?? 0);
  return kind === 'theory' ? tasks.sort((a, b) => length(b.index) - length(a.index)) : tasks;
}

/** Does one task; the same task finds the same on any core. */
export function perform({ kind, index, models }: Task): Finding {
  switch (kind) {
    case 'theory':
      return holdCase(index);
    case 'invariants':
      return holdProperty(index, models);
    case 'results':
      return checkResults(index, models);
    case 'coverage':
      return coverOf(index);
  }
}

/** What only all findings together tell. */
export function together(kind: Kind, findings: readonly Finding[]): Finding | undefined {
  return kind === 'coverage' && findings.filter(({ covered }) => covered !== undefined).length === chosen.length ? judgeCoverage(findings.reduce((sum, { covered = 0 }) => sum + covered, 0)) : undefined;
}
