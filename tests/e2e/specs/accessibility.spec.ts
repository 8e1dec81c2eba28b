import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';

/** What axe holds against the page as it stands, one line each. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // Its usual way opens a second page, which this program does not have.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing on the start screen, in Simulate with its drawer, in Draw and in Compare, ${theme}`, async ({ crossflow }) => {
    test.slow();
    const { page } = crossflow;
    await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen }), theme);
    await page.reload();
    const example = page.locator('[data-example="software-change"]');
    await expect(example).toBeVisible();
    expect.soft(await violations(page)).toEqual([]);

    await example.click();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    expect.soft(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+j');
    await expect(page.locator('.drawer')).toBeVisible();
    expect.soft(await violations(page)).toEqual([]);
    for (const mode of ['Draw', 'Compare']) {
      await page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: mode, exact: true }).click();
      await page.waitForTimeout(200);
      expect.soft(await violations(page)).toEqual([]);
    }
  });
}
