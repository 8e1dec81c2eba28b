import type { Crossflow } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';

// Pictures of every mode in every theme, at two sizes, kept in tests/golden/looks. After a change of looks:
// `npm run test:e2e -- looks --update-snapshots`, and look at each picture that changed before it is kept.

const sizes = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'small', width: 1024, height: 700 },
] as const;

/** The pictures were made by this one; another draws text a little differently. */
const pinned = '33.2.1';

const size = ({ app }: Crossflow, width: number, height: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setSize(w, h), [width, height] as const);

for (const theme of ['light', 'dark', 'contrast'] as const) {
  for (const { name, width, height } of sizes) {
    test(`every mode looks as it should, ${theme}, ${name}`, async ({ crossflow }) => {
      test.slow();
      const { page, app } = crossflow;
      const version = await app.evaluate(() => process.versions.electron);
      test.skip(version !== pinned, `The pictures were made with Electron ${pinned}, this is ${version}.`);
      await page.clock.setFixedTime(new Date('2026-03-02T09:00:00'));
      await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen, reducedMotion: 'reduced' }), theme);
      await size(crossflow, width, height);
      await page.reload();
      const example = page.locator('[data-example="software-change"]');
      await expect(example).toBeVisible();
      const looks = async (what: string): Promise<void> => {
        await page.mouse.move(width / 2, 4);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(600);
        await expect(page).toHaveScreenshot(`${what}-${theme}-${name}.png`, { maxDiffPixelRatio: 0.003 });
      };
      await looks('start');
      await example.click();
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      await looks('simulate');
      await page.keyboard.press('Control+j');
      await expect(page.locator('.drawer')).toBeVisible();
      await looks('simulate-why');
      await page.keyboard.press('Control+j');
      const modes = page.getByRole('group', { name: 'Modes' });
      for (const mode of ['Draw', 'Compare', 'Present'] as const) {
        await modes.getByRole('button', { name: mode, exact: true }).click();
        await looks(mode.toLowerCase());
      }
    });
  }
}
