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

test('from afar lines are named, walked along by key and chosen by a click', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer']);
  await page.keyboard.press('Escape');
  await canvas.fit();
  const lines = page.getByRole('listbox', { name: 'Lines, in order' });
  const handoff = lines.getByRole('option', { name: 'Handoff, Work: Ask → Check' });
  await expect(handoff).toHaveCount(1);
  const badge = await boxOf(canvas.badges.first());
  const at = { x: badge.x + badge.width / 2, y: badge.y + badge.height / 2 };

  // Zoomed out about the handoff, which so stays where it is.
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await expect(async () => {
    await page.mouse.wheel(0, 200);
    await expect(page.locator('.far-nodes')).toHaveCount(1, { timeout: 200 });
  }).toPass();
  await page.keyboard.up('Control');
  await expect(canvas.flows).toHaveCount(0);
  await expect(handoff).toHaveCount(1);

  const panel = page.getByRole('complementary');
  await page.mouse.click(at.x + 2, at.y);
  await expect(panel.getByRole('heading', { name: 'Handoff' }).first()).toBeVisible();
  await expect(page.locator('[data-flow][data-selected]')).toHaveCount(1);
  await crossflow.picture('far-flow');
  await page.mouse.click(at.x, at.y + 220);
  await expect(page.locator('[data-flow]')).toHaveCount(0);
  await page.mouse.click(at.x + 2, at.y, { button: 'right' });
  await expect(page.locator('[data-flow][data-selected]')).toHaveCount(1);
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-flow]')).toHaveCount(0);

  // One stop of Tab; arrows go on, Enter chooses, and keys then mean what is chosen.
  await canvas.nodes.last().focus();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(lines).toBeFocused({ timeout: 100 });
  }).toPass();
  const heard = async (): Promise<string> => page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '');
  await page.keyboard.press('Home');
  expect(await heard()).toContain('→ Ask');
  await page.keyboard.press('ArrowDown');
  expect(await heard()).toBe('Handoff, Work: Ask → Check');
  await expect(page.locator('.flow-pointed')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Handoff' }).first()).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(handoff).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(handoff).toHaveCount(1);
});
