import type { RunResult } from '../../simulation/results/run-result.ts';
import stored from './results.json' with { type: 'json' };

/** What a run of an example found, shipped with it so that the start screen need not wait; undefined where none is shipped. */
export const exampleResult = (id: string): RunResult | undefined => (stored as unknown as Readonly<Record<string, RunResult>>)[id];
