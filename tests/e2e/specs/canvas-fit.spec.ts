import path from 'node:path';
import { root } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

test('a page is never shown too small to be read, unless the whole of it is asked for', async ({ start }) => {
  test.slow();
  const crossflow = await start([path.join(root, 'shared/examples/vendor-procurement.crossflow')]);
  const { app, page } = crossflow;
  const canvas = new CanvasPage(page);
  const zoom = async (): Promise<number> => Number.parseInt((await page.locator('[data-status="zoom"]').textContent()) ?? '', 10);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await page.keyboard.press('Control+Shift+2');
  await expect.poll(zoom).toBe(60);
  // The overview stays where it is asked for, whatever stands beneath it.
  await page.locator('[data-status="overview"]').click();
  await expect(page.locator('.minimap')).toBeVisible();
  await crossflow.picture('canvas-fit-small');

  // With the drawer open it is no smaller, and the headers of the lanes stay in sight wherever the page is moved to.
  await page.keyboard.press('Control+j');
  await expect(page.locator('.drawer')).toBeVisible();
  await expect.poll(zoom).toBe(60);
  const box = await page.locator('.canvas').boundingBox();
  if (box === null) throw new Error('No canvas');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(700, 0);
  await expect.poll(async () => (await canvas.lane('Procurement').boundingBox())?.x ?? -1).toBeGreaterThanOrEqual(box.x - 1);
  await page.keyboard.press('Control+j');
  await expect(page.locator('.drawer')).toHaveCount(0);
  // The page settles anew once the drawer is gone; only then is the whole of it asked for.
  await page.waitForTimeout(400);

  await page.keyboard.press('Control+0');
  await expect.poll(zoom).toBeLessThan(60);
  await expect(page.locator('.minimap')).toHaveCount(0);
});
