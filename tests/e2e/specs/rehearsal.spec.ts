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

test('what is rehearsed on the start screen cannot be seen, heard or reached, and leaves nothing behind', async () => {
  const { page } = crossflow;
  // given: a start screen that stands
  const before = await page.locator('#root').innerHTML();
  // when: the window rehearses, and is done with it
  const stood = await page.evaluate(
    () =>
      new Promise<{ reached: number; seen: boolean; drawn: boolean }>((resolve) => {
        const told = { reached: 0, seen: false, drawn: false };
        const look = (): void => {
          const place = document.querySelector<HTMLElement>('.rehearsal');
          if (place === null) return;
          told.drawn ||= place.querySelector('.react-flow__node') !== null;
          told.seen ||= !place.inert || getComputedStyle(place).visibility !== 'hidden';
          for (const button of place.querySelectorAll('button')) {
            button.focus();
            if (document.activeElement === button) told.reached += 1;
          }
        };
        const watch = new MutationObserver(() => {
          look();
          if (!told.drawn || document.querySelector('.rehearsal') !== null) return;
          // Several follow each other: it is over when no more of them comes.
          window.clearTimeout(timer);
          timer = window.setTimeout(() => {
            if (document.querySelector('.rehearsal') !== null) return;
            watch.disconnect();
            resolve(told);
          }, 1500);
        });
        let timer = 0;
        watch.observe(document.body, { childList: true, subtree: true });
      }),
  );
  // then
  expect(stood).toEqual({ reached: 0, seen: false, drawn: true });
  await expect(page.locator('.rehearsal')).toHaveCount(0);
  expect(await page.locator('#root').innerHTML()).toBe(before);
  expect(await page.title()).toBe('Crossflow');
  expect(await readdir(path.join(folder, 'journal')).catch(() => [])).toEqual([]);
  expect(crossflow.complaints).toEqual([]);
});

test('a first click ends the rehearsal', async () => {
  const { page } = crossflow;
  // given: it goes on
  await page.locator('.rehearsal').waitFor({ state: 'attached' });
  // when
  await page.getByRole('button', { name: 'Draw' }).click();
  // then: the new page is all there is
  await expect(page.locator('.rehearsal')).toHaveCount(0);
  await expect(page.locator('.canvas')).toHaveCount(1);
  await expect(page.locator('.file-tab')).toHaveCount(1);
  expect(crossflow.complaints).toEqual([]);
});
