import { expect, test } from '@playwright/test';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startCrossflow, type Crossflow } from '../harness/crossflow.ts';

let folder: string;
let crossflow: Crossflow;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-rehearsal-'));
  crossflow = await startCrossflow({ profile: folder });
});

test.afterEach(async () => {
  await crossflow.end();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

interface Told {
  drawn: boolean;
  seen: number;
  reached: number;
  over: boolean;
}

/** The window anew, with somebody in it who looks at all that is rehearsed. */
const watched = async ({ page }: Crossflow): Promise<() => Promise<Told>> => {
  await page.addInitScript(() => {
    const told = { drawn: false, seen: 0, reached: 0, over: false };
    Object.assign(window, { told });
    let timer = 0;
    new MutationObserver(() => {
      const place = document.querySelector<HTMLElement>('.rehearsal');
      told.drawn ||= place?.querySelector('.react-flow__node') !== null && place !== null;
      for (const element of place?.querySelectorAll<HTMLElement>('*') ?? []) {
        const { left, width } = element.getBoundingClientRect();
        if (width > 0 && left < window.innerWidth) told.seen += 1;
        if (!element.matches('button')) continue;
        element.focus();
        if (document.activeElement === element) told.reached += 1;
      }
      // Several follow each other: it is over when no more of them comes.
      window.clearTimeout(timer);
      if (told.drawn) timer = window.setTimeout(() => (told.over = document.querySelector('.rehearsal') === null), 1500);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  return () => page.evaluate(() => (window as unknown as { told: Told }).told);
};

test('what is rehearsed on the start screen cannot be seen or reached, and leaves nothing behind', async () => {
  const { page } = crossflow;
  // given: a start screen
  const told = await watched(crossflow);
  await page.locator('.start-picture').waitFor();
  await page.locator('[data-template]').first().waitFor();
  const before = await page.locator('#root').innerHTML();
  // when: the window rehearses, and is done with it
  await expect.poll(async () => (await told()).over, { timeout: 20_000 }).toBe(true);
  // then
  expect(await told()).toEqual({ drawn: true, seen: 0, reached: 0, over: true });
  expect((await page.locator('#root').innerHTML()) === before, 'the start screen is as it was').toBe(true);
  expect(await page.title()).toBe('Crossflow');
  expect(await readdir(path.join(folder, 'journal')).catch(() => [])).toEqual([]);
  expect(crossflow.complaints).toEqual([]);
});

test('a first click ends the rehearsal', async () => {
  const { page } = crossflow;
  // given: it has begun
  const told = await watched(crossflow);
  await expect.poll(async () => (await told()).drawn, { intervals: [20], timeout: 20_000 }).toBe(true);
  // when
  await page.getByRole('button', { name: 'Draw' }).click();
  // then: the new page is all there is
  await expect(page.locator('.canvas')).toHaveCount(1);
  await expect(page.locator('.rehearsal')).toHaveCount(0);
  await expect(page.locator('.file-tab')).toHaveCount(1);
  await expect.poll(async () => (await told()).over).toBe(true);
  expect(crossflow.complaints).toEqual([]);
});
