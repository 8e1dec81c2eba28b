import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';

test('from afar the page is one picture, and what is taken hold of is drawn by itself', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer']);
  const all = await canvas.nodes.count();
  const drawn = page.locator('.react-flow__node .node-drawing');
  await expect(drawn).toHaveCount(all);

  await page.keyboard.press('Escape');
  await page.mouse.move(600, 400);
  await page.keyboard.down('Control');
  await expect(async () => {
    await page.mouse.wheel(0, 200);
    await expect(drawn).toHaveCount(0, { timeout: 200 });
  }).toPass();
  await page.keyboard.up('Control');
  await expect(page.locator('.far-nodes path')).not.toHaveCount(0);
  await expect(canvas.nodes).toHaveCount(all);

  const ask = canvas.nodes.first();
  await ask.click();
  await expect(drawn).toHaveCount(1);
  const before = await boxOf(ask);
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + 40, before.y + 30, { steps: 5 });
  await expect(page.locator('.flow-layer [data-flow]')).not.toHaveCount(0);
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(ask)).x).toBeGreaterThan(before.x + 20);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.abs((await boxOf(ask)).x - before.x)).toBeLessThan(1);

  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+0');
  await expect(drawn).toHaveCount(all);
  await expect(canvas.node('Check')).toBeVisible();
  await expect(page.locator('.far-nodes')).toHaveCount(0);
});
