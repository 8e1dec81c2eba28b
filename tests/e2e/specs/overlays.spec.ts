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

test('effects elsewhere stand on what nobody changed, with their size and their direction', async ({ crossflow }) => {
  const { page } = crossflow;
  test.setTimeout(120_000);
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  await page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Compare', exact: true }).click();
  await page.locator('.side-list').getByText('Decide small changes daily').click();
  const choices = async (): Promise<readonly string[]> => {
    await page.getByRole('combobox', { name: 'Shown on the canvas' }).click();
    const names = await page.locator('.popup').getByRole('option').allTextContents();
    await page.keyboard.press('Escape');
    return names;
  };
  // Nothing was compared yet: there is nothing to be shown of it.
  expect(await choices()).not.toContain('Effects elsewhere');
  await page.locator('.side-list').getByRole('button', { name: 'Compare all' }).click();
  await expect.poll(choices, { timeout: 60_000 }).toContain('Effects elsewhere');
  await choose(page, 'Effects elsewhere');
  const legend = page.locator('.overlay-legend');
  await expect(legend).toHaveAttribute('aria-label', 'Effects elsewhere');
  await expect(legend.getByRole('listitem')).toHaveText(['▼ better', '▲ worse']);
  // On a step that waits otherwise and a lane that is busier or less busy; not on what the proposal itself adds.
  const moved = await page.locator('.side-panel, .panel').getByText(/^Work waits .* less at Prepare release\.$/).count();
  expect(moved).toBe(1);
  await expect(step(page, 'Prepare release').locator('text', { hasText: /^−[\d.]+ hours$/ })).toHaveCount(1);
  await expect(step(page, 'Decide small change').locator('text', { hasText: /^[−+][\d.]+/ })).toHaveCount(0);
  await expect(page.locator('.lane-layer text', { hasText: /^−[\d.]+ %$/ })).not.toHaveCount(0);
  await crossflow.picture('overlay-effects');
  // Today has none of it: what is shown there is what was measured.
  await page.keyboard.press('t');
  await expect(step(page, 'Prepare release').locator('text', { hasText: /^−[\d.]+ hours$/ })).toHaveCount(0);
  expect(await choices()).not.toContain('Effects elsewhere');
});
