import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/test.ts';

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
