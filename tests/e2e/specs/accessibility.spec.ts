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
  test(`axe finds nothing on the start screen, ${theme}`, async ({ crossflow }) => {
    const { page } = crossflow;
    await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen }), theme);
    await page.reload();
    expect(await violations(page)).toEqual([]);
  });
}
