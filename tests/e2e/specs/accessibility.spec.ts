import type { Page } from '@playwright/test';
import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/test.ts';

/** Opens a form by the words of its command. */
async function open(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.locator('[cmdk-input]')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('[cmdk-input]')).toHaveCount(0);
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing in any mode, in any door of the results, in Present and in the forms of the window, ${theme}`, async ({ crossflow }) => {
    test.setTimeout(180_000);
    const { page } = crossflow;
    const clean = async (where: string): Promise<void> => expect.soft(await violations(page), where).toEqual([]);
    const goTo = (mode: string) => page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: mode, exact: true }).click();
    await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen, reducedMotion: 'reduced' }), theme);
    await page.reload();
    const example = page.locator('[data-example="software-change"]');
    await expect(example).toBeVisible();
    await clean('start');
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await expect(page.getByLabel('Which departments does a request pass?')).toBeVisible();
    await clean('the empty page');
    await page.keyboard.press('Control+w');

    await example.click();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await clean('Simulate');
    await page.keyboard.press('Control+j');
    for (const door of ['Where time goes', 'Who is overloaded', 'Between teams', 'Who owns what', 'What to change', 'More']) {
      await page.getByRole('tab', { name: door, exact: true }).click();
      await expect(page.getByRole('tabpanel', { name: door, exact: true })).toContainText(/\w/);
      await clean(door);
    }
    await page.keyboard.press('Control+j');

    await goTo('Draw');
    await page.locator('[data-lane-header]').first().click();
    await expect(page.getByRole('complementary', { name: 'Properties' })).toBeVisible();
    await clean('Draw');
    for (const form of ['Numbers', 'Working hours', 'Document and run settings', 'Settings']) {
      await open(page, form);
      await clean(form);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }

    await goTo('Compare');
    await expect(page.locator('.side-list')).toContainText('Today');
    await clean('Compare');
    await page.keyboard.press('t');
    await expect(page.locator('.proposal-name')).toBeVisible();
    await clean('a proposal on the canvas');
    await goTo('Present');
    for (const name of ['question', 'today', 'lost', 'proposal', 'effect', 'decision']) {
      await expect(page.locator('.present-stage')).toBeVisible();
      if (name === 'question' || name === 'lost' || name === 'decision') await clean(`Present, ${await page.locator('.present-stage').getAttribute('data-page')}`);
      await page.keyboard.press('ArrowRight');
    }
  });
}
