import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

/** What axe holds against the window as it stands, one line each. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // Its usual way opens a second page, which this program does not have.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

for (const theme of ['Light', 'Dark', 'High contrast'] as const) {
  test(`axe finds nothing while drawing, ${theme.toLowerCase()}`, async ({ crossflow }) => {
    test.slow();
    const { page } = crossflow;
    const canvas = new CanvasPage(page);
    await canvas.draw();
    await canvas.makeLanes('Business, IT, Security');
    await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(theme);
    await page.keyboard.press('Enter');
    await canvas.fit();

    await canvas.node('Check').click();
    expect(await violations(page)).toEqual([]);
    await canvas.badges.first().click();
    expect(await violations(page)).toEqual([]);
    await canvas.lane('IT').click();
    expect(await violations(page)).toEqual([]);
    for (const keys of ['Control+k', 'Control+e', 'Control+/']) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}
