import path from 'node:path';
import { root } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';

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

test('the view stays where it is under the hand of the person, whatever opens beside it', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  const canvas = new CanvasPage(page);
  const goTo = (mode: string) => page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: mode, exact: true }).click();
  const step = canvas.node('Refine and estimate');
  const place = async (): Promise<readonly number[]> => { const { x, y, width } = await boxOf(step); return [x, y, width].map(Math.round); };
  /** Presses on the step as it stands now and looks where it stands once all is quiet. */
  const pressed = async (): Promise<void> => {
    const { x, y, width, height } = await boxOf(step);
    const before = await place();
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(page.getByRole('complementary', { name: 'Properties' })).toBeVisible();
    await page.waitForTimeout(500);
    expect(await place()).toEqual(before);
  };

  const closer = async (): Promise<void> => {
    const { x, y } = await boxOf(step);
    await page.mouse.move(x + 10, y + 10);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await page.waitForTimeout(200);
  };

  // Right after a change of mode the panel opens by the choice of a step.
  await goTo('Draw');
  await page.waitForTimeout(250);
  await pressed();
  await page.keyboard.press('Escape');

  // Where results are read a closer look is kept too.
  await goTo('Simulate');
  await page.waitForTimeout(250);
  await closer();
  await pressed();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);

  // Today and a proposal are looked at in the same place, one after the other.
  await goTo('Compare');
  await page.locator('.side-list').getByText('Decide small changes daily').click();
  await page.waitForTimeout(400);
  await closer();
  const there = await place();
  await page.keyboard.press('t');
  await expect(canvas.node('Decide small change')).toHaveCount(0);
  await page.waitForTimeout(400);
  expect(await place()).toEqual(there);
  await page.keyboard.press('t');
  await page.waitForTimeout(400);
  expect(await place()).toEqual(there);
});
