// Lanes by hand: one in another, thicker and thinner, folded while work is moved in them.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';

/** Drags a lane by its header to a share of the thickness of another one, without letting go. */
async function carry(page: Page, lane: Locator, onto: Locator, share: number): Promise<void> {
  const from = await boxOf(lane);
  const to = await boxOf(onto);
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height / 2 + 8, { steps: 2 });
  await page.mouse.move(to.x + 30, to.y + to.height * share, { steps: 8 });
}

test('lanes are put into one another and taken out again, by mouse and by key', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security, Technology');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Security']);
  await canvas.fit();
  const inside = async (name: string): Promise<boolean> => (await boxOf(canvas.lane(name))).x > (await boxOf(canvas.lane('Business'))).x + 20;

  // On the middle of a lane it goes into that one, which says so before.
  await carry(page, canvas.lane('IT'), canvas.lane('Technology'), 0.5);
  await expect(page.locator('.lane-into')).toHaveText('into Technology');
  await crossflow.picture('lanes-into');
  await page.mouse.up();
  await expect(page.locator('.lane-into')).toHaveCount(0);
  await expect.poll(() => inside('IT')).toBe(true);
  expect(await canvas.spoken('Check')).toContain('In IT');

  // By key: the lane after it goes in beside it, and keeps its own place among them.
  await carry(page, canvas.lane('Security'), canvas.lane('Technology'), 0.5);
  await page.mouse.up();
  await expect.poll(() => inside('Security')).toBe(true);
  await canvas.lane('Security').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => canvas.laneOrder()).toEqual(['Business', 'Technology', 'Security', 'IT']);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => inside('Security')).toBe(false);
  await expect.poll(() => canvas.laneOrder()).toEqual(['Business', 'Technology', 'IT', 'Security']);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => inside('Security')).toBe(true);
  await crossflow.picture('lanes-nested');
  await page.keyboard.press('Control+z');
  await expect.poll(() => inside('Security')).toBe(false);
  await page.keyboard.press('Control+Shift+z');

  // Out by mouse, on the border of a lane that stands on its own.
  await carry(page, canvas.lane('Security'), canvas.lane('Business'), 0.1);
  await expect(page.locator('.lane-line')).toHaveCount(1);
  await page.mouse.up();
  await expect.poll(() => inside('Security')).toBe(false);
  await expect.poll(() => canvas.laneOrder()).toEqual(['Security', 'Business', 'Technology', 'IT']);
  await expect(canvas.badges).toHaveCount(2);

  // A lane with work of its own takes one in too: its work stays in a strip beside it, by mouse …
  const wide = (await boxOf(canvas.node('Ask'))).width;
  await carry(page, canvas.lane('Security'), canvas.lane('Business'), 0.5);
  await expect(page.locator('.lane-into')).toHaveText('into Business');
  await expect(page.locator('.lane-line')).toHaveCount(1);
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(canvas.lane('Security'))).x).toBeGreaterThan((await boxOf(canvas.lane('Business'))).x + 20);
  // No larger or smaller, and no header over a step.
  const header = await boxOf(canvas.lane('Security'));
  expect((await boxOf(canvas.node('Ask'))).width).toBeCloseTo(wide, 0);
  expect((await boxOf(canvas.node('Ask'))).x).toBeGreaterThan(header.x + header.width);
  await crossflow.picture('lanes-own-work');
  const apart = async (): Promise<boolean> => {
    const [around, step, inner] = [await boxOf(canvas.lane('Business')), await boxOf(canvas.node('Ask')), await boxOf(canvas.lane('Security'))];
    return step.y > around.y && step.y + step.height < inner.y && inner.y + inner.height < around.y + around.height + 1;
  };
  expect(await apart()).toBe(true);
  expect(await canvas.spoken('Ask')).toContain('In Business');
  expect(await canvas.spoken('Answer')).toContain('In Security');
  // … and a step that is dragged onto the strip works there.
  const target = await boxOf(canvas.node('Ask'));
  await canvas.drag(canvas.node('Answer'), { x: target.x + target.width * 3, y: target.y + target.height / 2 });
  await expect.poll(() => canvas.spoken('Answer')).toContain('In Business');
  await page.keyboard.press('Control+z');
  await expect.poll(() => canvas.spoken('Answer')).toContain('In Security');
  // The form takes no room away that is needed.
  await canvas.lane('Business').click();
  const panel = page.getByRole('complementary');
  await panel.getByText('More', { exact: true }).first().click();
  await panel.getByRole('checkbox', { name: 'Room for work of its own' }).click();
  await expect(page.locator('.toast')).toContainText('Work is drawn in "Business" itself');
  // … by key as by mouse.
  await canvas.lane('Security').click();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => canvas.laneOrder()).toEqual(['Business', 'Security', 'Technology', 'IT']);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(async () => (await boxOf(canvas.lane('Security'))).x).toBeGreaterThan((await boxOf(canvas.lane('Business'))).x + 20);
  await expect.poll(apart).toBe(true);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => canvas.laneOrder()).toEqual(['Security', 'Business', 'Technology', 'IT']);

  // Folded, the lane around them hides its lanes and keeps their work in sight.
  await canvas.lane('Technology').click();
  await page.keyboard.press('f');
  await expect(canvas.lane('IT')).toHaveCount(0);
  expect(await canvas.spoken('Check')).toContain('In IT');
  await page.keyboard.press('f');
  await expect(canvas.lane('IT')).toBeVisible();
});

test('lanes are made thicker and thinner by key and, upright, by their border', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT']);
  await canvas.fit();
  const before = await boxOf(canvas.lane('Business'));
  const check = await boxOf(canvas.node('Check'));
  await canvas.lane('Business').click();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(async () => (await boxOf(canvas.lane('Business'))).height).toBeGreaterThan(before.height + 20);
  await expect.poll(async () => (await boxOf(canvas.node('Check'))).y).toBeGreaterThan(check.y + 20);
  // Presses in a row are one entry of the history.
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await boxOf(canvas.lane('Business'))).height).toBeCloseTo(before.height, 0);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(async () => (await boxOf(canvas.lane('Business'))).height).toBeLessThan(before.height - 5);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Turn the lanes');
  await page.keyboard.press('Enter');
  await expect.poll(async () => { const [a, b] = [await boxOf(canvas.lane('Business')), await boxOf(canvas.lane('IT'))]; return b.x >= a.x + a.width - 1; }).toBe(true);
  const upright = await boxOf(canvas.lane('Business'));
  const edge = await boxOf(canvas.lane('Business').locator('.lane-edge'));
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + 70, edge.y + edge.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(canvas.lane('Business'))).width).toBeGreaterThan(upright.width + 40);

  // Upright too a step that is dragged over the border changes its lane.
  const [step, target] = [await boxOf(canvas.node('Ask')), await boxOf(canvas.lane('IT'))];
  await canvas.drag(canvas.node('Ask'), { x: target.x + target.width / 2, y: step.y + step.height / 2 });
  await expect.poll(() => canvas.spoken('Ask')).toContain('In IT');
  // And back, at the same height: what counts is where it is from left to right.
  const home = await boxOf(canvas.lane('Business'));
  await canvas.drag(canvas.node('Ask'), { x: home.x + home.width / 2, y: step.y + step.height / 2 });
  await expect.poll(() => canvas.spoken('Ask')).toContain('In Business');
});

test('a step that is moved in a folded lane stands where it was across the lane once that is open', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Security']);
  await canvas.fit();
  const middle = async (name: string): Promise<number> => { const box = await boxOf(canvas.node(name)); return box.y + box.height / 2; };
  const laneMiddle = async (name: string): Promise<number> => { const box = await boxOf(canvas.lane(name)); return box.y + box.height / 2; };

  await canvas.lane('IT').click();
  await page.keyboard.press('f');
  await expect.poll(async () => Math.abs(await middle('Check') - await laneMiddle('IT'))).toBeLessThan(2);
  const flat = await boxOf(canvas.node('Check'));
  // Along the lane by mouse and by key, and one more comes in from another lane.
  await canvas.drag(canvas.node('Check'), { x: flat.x + flat.width / 2 + 90, y: flat.y + flat.height / 2 });
  await expect.poll(async () => (await boxOf(canvas.node('Check'))).x).toBeGreaterThan(flat.x + 60);
  await page.keyboard.press('Shift+ArrowRight');
  await canvas.dragIntoLane('Answer', 'IT');
  await expect.poll(() => canvas.spoken('Answer')).toContain('In IT');

  await canvas.lane('IT').click();
  await page.keyboard.press('f');
  await expect.poll(async () => (await boxOf(canvas.lane('IT'))).height).toBeGreaterThan(flat.height + 40);
  for (const name of ['Check', 'Answer']) expect(Math.abs(await middle(name) - await laneMiddle('IT'))).toBeLessThan(6);
});

test('an upright lane keeps its own work beside the lane in it, by its border made wider, and folded shows no cut words', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Security', 'Tell @Business']);
  await canvas.fit();
  await canvas.lane('IT').click();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Turn the lanes');
  await page.keyboard.press('Enter');
  await canvas.fit();
  const lies = async (step: string): Promise<boolean> => {
    const [around, inner, node] = [await boxOf(canvas.lane('Business')), await boxOf(canvas.lane('IT')), await boxOf(canvas.node(step))];
    return node.x > around.x && node.x + node.width < inner.x;
  };
  expect([await lies('Ask'), await lies('Tell')]).toEqual([true, true]);
  const before = await boxOf(canvas.lane('Business'));
  const edge = await boxOf(canvas.lane('Business').locator('.lane-edge'));
  expect(edge.x + edge.width / 2).toBeCloseTo((await boxOf(canvas.lane('IT'))).x, -1);
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + 70, edge.y + edge.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(canvas.lane('Business'))).width).toBeGreaterThan(before.width + 40);
  expect([await lies('Ask'), await lies('Tell')]).toEqual([true, true]);

  await canvas.lane('Business').click();
  await page.keyboard.press('f');
  await expect(canvas.lane('IT')).toHaveCount(0);
  await expect(canvas.nodes.locator('text')).toHaveText(['Answer']);
  await expect(page.locator('.react-flow__node[aria-label*="Check"]')).toHaveCount(2);
  await crossflow.picture('lanes-upright-folded');
});
