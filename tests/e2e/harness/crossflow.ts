import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Bridge } from '../../../shared/contract/channels.ts';

declare global {
  interface Window {
    readonly crossflow: Bridge;
  }
}

export const root = path.resolve(import.meta.dirname, '../../..');

export interface StartOptions {
  /** Files and switches after the program's own. */
  readonly args?: readonly string[];
  /** Where settings, journal and recent files lie; the same folder again is a second start. */
  readonly profile: string;
}

/** A running program, and the one seam that tests stub: the native dialogs. */
export interface Crossflow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Uncaught errors and refused contents so far, as the page's console told them. */
  readonly complaints: readonly string[];
  /** The next dialogs that ask for files answer these. */
  chooseFiles(paths: readonly string[]): Promise<void>;
  /** The next dialogs that ask for a place answer this one. */
  choosePlace(place: string): Promise<void>;
  /** Forgets the complaints that the test provoked, once no more of them come. */
  forgive(): Promise<void>;
  readonly isRunning: () => boolean;
  /** A picture of the window in test-results/screenshots. */
  picture(name: string): Promise<string>;
  /** Ends the program without asking about unsaved work. */
  end(): Promise<void>;
  /** Ends the program as a power cut would. */
  kill(): Promise<void>;
}

const noteworthy = /Content Security Policy|Content-Security-Policy|Refused to/i;

const listen = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (line) => {
    if (noteworthy.test(line.text())) complaints.push(line.text());
  });
  return complaints;
};

/**
 * Starts the built program on its own profile. No `executablePath`: with one, Playwright attaches in the middle of
 * the first navigation and some starts hang for ever.
 */
export const startCrossflow = async ({ args = [], profile }: StartOptions): Promise<Crossflow> => {
  const app = await _electron.launch({
    cwd: root,
    colorScheme: null,
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '.', ...args],
  });
  const page = await app.firstWindow();
  const complaints = listen(page);
  await page.waitForLoadState('load');
  await page.locator('[data-before]').waitFor({ state: 'detached' });
  await page.locator('html[data-whole]').waitFor({ state: 'attached' });
  const child = app.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    app,
    page,
    complaints,
    forgive: async () => {
      let before = -1;
      while (before !== complaints.length) {
        before = complaints.length;
        await page.waitForTimeout(500);
      }
      complaints.length = 0;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    chooseFiles: (paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
      }, [...paths]),
    choosePlace: (place) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, place),
    picture: async (name) => {
      const folder = path.join(root, 'test-results', 'screenshots');
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
    end: async () => {
      await app.evaluate((electron) => electron.app.exit(0)).catch(() => undefined);
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
