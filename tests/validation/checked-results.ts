// Results as they are written, held against the independent checker that lies beside the repository.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { summariseRun } from '../../shared/simulation/experiment/summarise.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import type { RunResult } from '../../shared/simulation/results/run-result.ts';
import { type Description, description, modelOf } from './generated-model.ts';

const DAY = 86_400;
const checker = path.resolve(process.cwd(), '../shared/tools/check-result.mjs');
export const checkerIsThere = existsSync(checker);

/** The result of two replications of any model, in one mode or the other; undefined where nobody is counted: then there is nothing to add up. */
function resultOf(described: Description, mode: 'terminating' | 'steady'): RunResult | undefined {
  const network = compileNetwork(modelOf(described));
  if (!network.ok) throw new Error('A generated model does not compile.');
  const settings = resolveRunSettings(network.value, {}, {
    mode, horizon: 6 * DAY, warmUp: mode === 'steady' ? DAY : 0, period: DAY / 4, replications: 2, checks: true, limits: { events: 60_000, items: 2_000, time: 1000 * DAY, instant: 1e5 },
  });
  const results = [0, 1].map((replication) => {
    const run = startRun(network.value, settings, replication);
    while (run.advance(100_000) === 'more');
    return run.result();
  });
  if (results.every(({ items }) => items.counted === 0)) return undefined;
  return summariseRun(results, settings, network.value, { version: 'validation', scenario: 'base' });
}

/** What the checker says of the results of so many generated models: a sentence per fault, none where all hold. */
export function faultsOfGenerated(seed: number, models: number): { readonly checked: number; readonly faults: readonly string[] } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'crossflow-results-'));
  try {
    const files = fc.sample(description, { seed, numRuns: models }).flatMap((described, index) => {
      const result = resultOf(described, index % 2 === 0 ? 'terminating' : 'steady');
      if (result === undefined) return [];
      const file = path.join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(result));
      return [file];
    });
    return { checked: files.length, faults: files.length === 0 ? [] : said(files) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function said(files: readonly string[]): string[] {
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.endsWith(': holds'));
  try {
    return lines(execFileSync(process.execPath, [checker, ...files], { encoding: 'utf8' }));
  } catch (error) {
    return lines((error as { stdout: string }).stdout);
  }
}
