// What the canvas shows in colour and numbers: chosen above it, explained beside the choice.
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';

const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Shown on the canvas' }).click();
  await page.getByRole('option', { name, exact: true }).click();
};

const step = (page: Page, name: string) => page.locator('.react-flow__node').filter({ hasText: name }).first();

test('cost, how sure the numbers are and the kinds of flow stand on the page; nothing lies over a step', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[data-example="software-change"]').click();
  const legend = page.locator('.overlay-legend');
  await expect(legend).toContainText('below 2 %');

  await choose(page, 'Cost');
  await expect(legend).toHaveAttribute('aria-label', /Cost of an item/);
  await expect(step(page, 'Build and test')).toContainText('438 EUR');
  await expect(page.locator('.badge text', { hasText: '464 EUR' })).toBeVisible();

  await choose(page, 'How sure');
  await expect(legend).toContainText('estimated');
  await expect(step(page, 'Assess risk')).toContainText('1 guess');
  await expect(page.locator('[data-lane], .lane-layer').first()).toContainText('3 guesses');

  // one kind of flow steps back by the keyboard, and its handoffs with it
  await choose(page, 'Kinds of flow');
  const before = await page.locator('.badge').count();
  const decision = page.getByRole('button', { name: 'Decision · 1' });
  await decision.focus();
  await page.keyboard.press('Space');
  await expect(decision).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.badge')).toHaveCount(before - 1);

  // without a run what needs none can still be seen
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Shown on the canvas' })).toHaveCount(0);
});

test('the overview steps aside where it would cover a step, and stays where it is asked for', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.setViewportSize({ width: 1024, height: 673 });
  await page.locator('[data-example="software-change"]').click();
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await expect(page.locator('[data-status="zoom"]')).toHaveText('60 %');
  const overview = page.locator('.minimap');
  await expect(overview).toHaveCount(0);
  await page.getByRole('button', { name: 'Keep the overview of the page in sight' }).click();
  await expect(overview).toBeVisible();
  await page.getByRole('button', { name: 'Keep the overview of the page in sight' }).click();
  await expect(overview).toHaveCount(0);
});
