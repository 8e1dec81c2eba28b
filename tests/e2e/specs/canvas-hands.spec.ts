import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';

const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
  await page.keyboard.press('Enter');
};

const apart = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;

test('a drag shows where it leads: the lane, its handoffs, the distances', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check', 'Answer']);
  await canvas.fit();
  await expect(canvas.badges).toHaveCount(0);

  const check = await boxOf(canvas.node('Check'));
  const lane = await boxOf(canvas.lane('IT'));
  const [x, y] = [check.x + check.width / 2, check.y + check.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 6, { steps: 3 });
  // In its row it is as far from the one as from the other.
  await expect(page.locator('.gap[data-equal]')).toHaveCount(2);
  await page.mouse.move(x, lane.y + lane.height / 2, { steps: 8 });
  await expect(page.locator('.lane-target')).toHaveCount(1);
  await expect(page.locator('.drag-note')).toHaveText('to IT2 handoffs more');
  await expect(canvas.badges).toHaveCount(2);
  await expect(page.locator('.context-pad')).toHaveCount(0);
  await crossflow.picture('canvas-drag-lane');
  await page.mouse.up();
  await expect(page.locator('.drag-note')).toHaveCount(0);
  await expect.poll(() => canvas.spoken('Check')).toContain('In IT');
  await expect(canvas.badges).toHaveCount(2);
});

test('the pad stands where it covers neither neighbours nor handoffs', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business', 'Close @Security']);
  await canvas.fit();
  for (const name of ['Ask', 'Check', 'Answer', 'Close']) {
    await canvas.node(name).click();
    const pad = await boxOf(page.locator('.context-pad'));
    for (const other of [...(await canvas.nodes.all()), ...(await canvas.badges.all())]) expect(apart(pad, await boxOf(other))).toBe(true);
  }
});

test('several are caught with the lasso, lined up, spread, grouped and moved as one', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check', 'Answer']);
  await canvas.fit();
  await canvas.node('Check').click();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');

  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  const first = await boxOf(canvas.node('Ask'));
  const last = await boxOf(canvas.node('Answer'));
  await page.mouse.move(first.x - 12, first.y - 40);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width + 12, last.y + last.height + 20, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole('complementary')).toContainText('3 selected');
  await command(page, 'Align middles');
  await command(page, 'Distribute across');
  const boxes = () => Promise.all(['Ask', 'Check', 'Answer'].map((name) => boxOf(canvas.node(name)))) as Promise<[Awaited<ReturnType<typeof boxOf>>, Awaited<ReturnType<typeof boxOf>>, Awaited<ReturnType<typeof boxOf>>]>;
  await expect.poll(async () => { const [a, b, c] = await boxes(); return Math.abs(a.y - b.y) + Math.abs(b.y - c.y); }).toBeLessThan(1);
  await expect.poll(async () => { const [a, b, c] = await boxes(); return Math.abs(b.x - a.x - a.width - (c.x - b.x - b.width)); }).toBeLessThan(1.5);
  const [a] = await boxes();

  // A group goes around them; pulled by its border it takes them along, back by one undo.
  await command(page, 'Insert group');
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Front office');
  await page.keyboard.press('Enter');
  const group = await boxOf(canvas.node('Front office'));
  const before = await boxOf(canvas.node('Check'));
  expect(group.x).toBeLessThan(a.x);
  await crossflow.picture('canvas-group');
  await page.keyboard.press('Escape');
  await page.mouse.move(group.x + 40, group.y + 8);
  await page.mouse.down();
  await page.mouse.move(group.x + 60, group.y + 28, { steps: 4 });
  await page.mouse.move(group.x + 120, group.y + 8, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Check'))).x - before.x)).toBeGreaterThan(60);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Check'))).x - before.x)).toBe(0);
});

test('room is made by mouse and by key, the hand moves the page, search and zoom find their place', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check', 'Answer']);
  await canvas.fit();
  const ask = await boxOf(canvas.node('Ask'));
  const check = await boxOf(canvas.node('Check'));

  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.mouse.move(check.x - 10, check.y + 10);
  await page.mouse.down();
  await page.mouse.move(check.x + 70, check.y + 14, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Check'))).x - check.x)).toBeGreaterThan(60);
  expect((await boxOf(canvas.node('Ask'))).x).toBeCloseTo(ask.x, 0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Check'))).x - check.x)).toBe(0);

  await canvas.node('Check').click();
  await page.keyboard.press('s');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Escape');
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Check'))).x - check.x)).toBeGreaterThan(60);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Check'))).x - check.x)).toBe(0);

  await page.keyboard.press('h');
  const start = await boxOf(canvas.node('Ask'));
  await page.mouse.move(start.x + 30, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 130, start.y + 90, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Ask'))).x - start.x)).toBeGreaterThan(60);
  await page.keyboard.press('Escape');
  expect(await canvas.spoken('Ask')).toContain('In Business');

  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find on the page' }).fill('ans');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary').getByRole('textbox', { name: 'Name' })).toHaveValue('Answer');
  await page.keyboard.press('Control+1');
  await expect(page.locator('[data-status="zoom"]')).toHaveText('100 %');
});

test('lanes are folded, resized, ordered and turned, by mouse and by key, and what is in them comes along', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Security']);
  await canvas.fit();

  await canvas.lane('IT').click();
  const open = await boxOf(canvas.lane('IT'));
  await page.keyboard.press('f');
  await expect.poll(async () => (await boxOf(canvas.lane('IT'))).height).toBeLessThan(open.height / 2);
  const folded = await boxOf(canvas.lane('IT'));
  const check = await boxOf(canvas.node('Check'));
  expect(check.y).toBeGreaterThanOrEqual(folded.y);
  expect(check.y + check.height).toBeLessThanOrEqual(folded.y + folded.height + 1);
  await expect(canvas.badges).toHaveCount(2);
  await crossflow.picture('canvas-folded');
  await canvas.lane('IT').getByRole('button').click();
  await expect.poll(async () => (await boxOf(canvas.lane('IT'))).height).toBeCloseTo(open.height, 0);

  const edge = await boxOf(canvas.lane('IT').locator('.lane-edge'));
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2 + 60, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(canvas.lane('IT'))).height).toBeGreaterThan(open.height + 40);

  await canvas.lane('IT').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => canvas.laneOrder()).toEqual(['IT', 'Business', 'Security']);
  expect(await canvas.spoken('Check')).toContain('In IT');

  await page.keyboard.press('Escape');
  await command(page, 'Turn the lanes');
  await expect.poll(async () => (await boxOf(canvas.lane('IT'))).width).toBeGreaterThan(open.height);
  const [it, business] = [await boxOf(canvas.lane('IT')), await boxOf(canvas.lane('Business'))];
  expect(business.x).toBeGreaterThanOrEqual(it.x + it.width - 1);
  await crossflow.picture('canvas-turned');
  await canvas.lane('Business').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await boxOf(canvas.lane('Business'))).x).toBeLessThan(it.x + 1);
});

test('a sub-process is gone into and come back from, and a note stays with its step', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask']);
  await canvas.fit();

  await canvas.node('Ask').click();
  await command(page, 'Note');
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Often late');
  await page.keyboard.press('Enter');
  const note = await boxOf(canvas.node('Often late'));
  await canvas.node('Ask').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => Math.round((await boxOf(canvas.node('Often late'))).x - note.x)).toBeGreaterThan(40);

  await canvas.node('Ask').click();
  await command(page, 'Insert sub-process');
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Details');
  await page.keyboard.press('Enter');
  await canvas.node('Details').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(canvas.nodes).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('Details');
  await page.keyboard.press('n');
  await canvas.typeSteps(['Look it up']);
  await expect(canvas.nodes).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(canvas.node('Details')).toBeVisible();
  await expect(canvas.node('Look it up')).toHaveCount(0);
});
