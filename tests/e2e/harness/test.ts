import { expect, test as base } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startCrossflow, type Crossflow } from './crossflow.ts';

interface Given {
  /** An empty folder of this test. */
  readonly folder: string;
  /** Starts the program, by default on a fresh profile; what is still running at the end is ended. */
  readonly start: (args?: readonly string[], profile?: string) => Promise<Crossflow>;
  /** The program, started without arguments. */
  readonly crossflow: Crossflow;
}

export const test = base.extend<Given>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  start: async ({ folder }, use) => {
    const running: Crossflow[] = [];
    await use(async (args = [], profile = path.join(folder, 'profile')) => {
      const crossflow = await startCrossflow({ args, profile });
      running.push(crossflow);
      return crossflow;
    });
    for (const crossflow of running) {
      if (crossflow.isRunning()) await crossflow.end();
    }
    // No test may pass over an uncaught error or something that the content policy refused.
    for (const { complaints } of running) expect(complaints).toEqual([]);
  },
  crossflow: async ({ start }, use) => {
    await use(await start());
  },
});

export { expect };
