import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, startCrossflow } from '../../e2e/harness/crossflow.ts';
import { documentOf, drawing } from './drawing.mjs';
import { atRest } from './frames.ts';

/** A window with the same drawing in it. */
export interface Subject {
  readonly page: Page;
  /** Shows the drawing; the milliseconds until it was painted and at rest. */
  readonly open: () => Promise<number>;
  /** Everything in view. */
  readonly whole: () => Promise<void>;
  /** As large as it is drawn. */
  readonly actual: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export const node = '.react-flow__node';
const canvas = '.react-flow';

/** A window that has stood for a moment, as when a person looks for a file. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForTimeout(3500);
};

/** Our own window. */
export const ours = async (steps: number, folder: string, profile: string): Promise<Subject> => {
  const file = path.join(folder, `${steps}.crossflow`);
  await writeFile(file, JSON.stringify(documentOf(steps)));
  const crossflow = await startCrossflow({ profile });
  const { page } = crossflow;
  await crossflow.chooseFiles([file]);
  await settled(page);
  return {
    page,
    open: async () => {
      const from = Date.now();
      await page.keyboard.press('Control+o');
      return (await atRest(page, node, canvas)) - from;
    },
    whole: () => page.keyboard.press('Control+0'),
    actual: () => page.keyboard.press('Control+1'),
    end: () => crossflow.end(),
  };
};

/** A page of the benchmark in a window of our size. */
export const windowOf = async (name: string, profile: string): Promise<{ readonly page: Page; readonly end: () => Promise<void> }> => {
  const app: ElectronApplication = await _electron.launch({
    cwd: root,
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, path.join('out', 'bench', name)],
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'bench' in window);
  return {
    page,
    end: async () => {
      await app.evaluate((electron) => electron.app.exit(0)).catch(() => undefined);
      await app.close().catch(() => undefined);
    },
  };
};

/** React Flow as it comes. */
export const bare = async (steps: number, profile: string): Promise<Subject> => {
  const { page, end } = await windowOf('bare', profile);
  const shown = drawing(steps);
  await settled(page);
  return {
    page,
    open: async () => {
      const from = Date.now();
      await page.evaluate((given) => (window as unknown as { bench: { show(drawing: unknown): void } }).bench.show(given), shown);
      return (await atRest(page, node, canvas)) - from;
    },
    whole: () => page.evaluate(() => (window as unknown as { bench: { fit(): void } }).bench.fit()),
    actual: () => page.evaluate(() => (window as unknown as { bench: { zoomTo(zoom: number): void } }).bench.zoomTo(1)),
    end,
  };
};
