// The main job, end to end: a real process in, its numbers read, one change tried, a picture out, the work kept.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { root } from '../harness/crossflow.ts';

const real = path.resolve(root, '../shared/data/prosimos/Procure_to_Pay/Procure_to_Pay.bpmn');

/** Exact numbers of a table in the drawer, one column of all its rows. */
const column = (page: Page, table: string, at: number): Promise<number[]> =>
  page.locator(`[data-table="${table}"] tbody tr`).evaluateAll((rows, index) => rows.map((row) => Number(row.querySelectorAll('td')[index]?.dataset['value'])), at);

const simulate = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Simulate', exact: true }).first().click();
  await page.locator('.headline-band').getByRole('button', { name: /^(Simulate|Again)$/ }).click();
  await expect(page.locator('.headline-band progress')).toHaveCount(0, { timeout: 240_000 });
  await expect(page.locator('h1.headline')).toContainText(/takes [\d.]+ (days|hours); /);
};

/** Fewer runs than usual: a test need not be as sure as a board. */
const shorten = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Document and run settings/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Runs', { exact: true }).fill('10');
  const items = dialog.getByLabel('Requests per start', { exact: true });
  await items.fill('300');
  await items.press('Tab');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
};

test('open a process, simulate, read, change a capacity, compare, export, save, quit and open again', async ({ start, folder }) => {
  test.skip(!existsSync(real), 'skipped: ../shared/data/prosimos is not here');
  test.setTimeout(600_000);
  const profile = path.join(folder, 'profile');
  const crossflow = await start([], profile);
  const { page } = crossflow;
  await page.setViewportSize({ width: 1440, height: 900 });

  // open: the report says what became of the file
  await crossflow.chooseFiles([real]);
  await page.getByRole('button', { name: 'Open or import' }).click();
  await expect(page.getByRole('dialog')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-lane-header]')).toHaveCount(6);
  await shorten(page);

  // simulate and read: causes add up to the lead time
  await simulate(page);
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  const causes = page.locator('[data-table="causes"] tbody tr');
  await expect(causes.first()).toBeVisible();
  const shares = await column(page, 'causes', 2);
  const times = await column(page, 'causes', 1);
  expect(shares.at(-1)).toBe(1);
  expect(times.at(-1)).toBeGreaterThan(3600);
  await expect(page.locator('[data-picture="time-bar"] svg')).toBeVisible();
  await page.getByRole('tab', { name: 'Between teams' }).click();
  await expect(page.getByRole('table').first()).toContainText('Supplier');
  await crossflow.picture('main-job-results');
  await page.getByRole('button', { name: 'Close the results' }).click();

  // change a capacity in a proposal and compare it with Today
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: /proposal/i }).first().click();
  await page.getByRole('button', { name: 'Numbers' }).click();
  // Relieving the requesters alone would mostly move the pile to the purchasing agents.
  for (const team of ['Requester', 'Purchasing Agent']) {
    const people = page.getByRole('dialog').getByLabel(`People of ${team}`, { exact: true });
    await people.fill(String(Number(await people.inputValue()) + 2));
    await people.press('Tab');
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Compare with Today' }).click();
  const effect = page.locator('.panel .finding').first();
  await expect(effect).toContainText(/saves .* (days|hours)/, { timeout: 90_000 });
  await crossflow.picture('main-job-compare');

  // hand out a picture
  const pdf = path.join(folder, 'process.pdf');
  await crossflow.choosePlace(pdf);
  await page.getByRole('button', { name: 'Export' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
  await expect.poll(() => existsSync(pdf), { timeout: 60_000 }).toBe(true);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');

  // save, quit, open again: the same document
  const saved = path.join(folder, 'Procure to pay.crossflow');
  await crossflow.choosePlace(saved);
  await page.keyboard.press('Control+s');
  await expect(page.locator('[data-status="save"]')).toHaveText('Saved');
  const bytes = await readFile(saved);
  await crossflow.end();

  const again = await start([saved], profile);
  await expect(again.page.locator('[data-lane-header]')).toHaveCount(6, { timeout: 30_000 });
  const copy = path.join(folder, 'copy.crossflow');
  await again.choosePlace(copy);
  await again.page.keyboard.press('Control+Shift+s');
  await expect.poll(() => existsSync(copy)).toBe(true);
  expect((await readFile(copy)).equals(bytes)).toBe(true);
});

test('light and dark', async ({ crossflow }) => {
  const { page, app } = crossflow;
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.locator('.start-live .headline')).toBeVisible();
  await crossflow.picture('start-light');
  await page.locator('[data-example="software-change"]').first().click();
  await expect(page.locator('h1.headline')).toBeVisible();
  await page.waitForTimeout(300);
  await crossflow.picture('simulate-light');
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  await page.waitForTimeout(300);
  await crossflow.picture('simulate-dark');
});
