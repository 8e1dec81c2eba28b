// Making and changing what stands on the canvas, by palette, pad, menu and corner.
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';

const started = async (page: Page, lanes: string, steps: readonly string[]): Promise<CanvasPage> => {
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes(lanes);
  await canvas.typeSteps(steps);
  await canvas.fit();
  return canvas;
};

const press = async (page: Page, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
};

test('things come from the palette by drag and click, grow by the pad, and become another kind', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = await started(page, 'Business, IT', ['Ask', 'Check @IT']);

  // A drag from the palette lands in the lane under it and asks for a name.
  const palette = page.getByRole('toolbar', { name: 'Palette' });
  const gateway = await boxOf(page.locator('[data-palette="gateway"]'));
  const lane = await boxOf(canvas.lane('IT'));
  const check = await boxOf(canvas.node('Check'));
  await press(page, { x: gateway.x + 20, y: gateway.y + 20 }, { x: check.x + check.width + 120, y: lane.y + lane.height / 2 });
  await expect(page.locator('.palette-carried')).toBeVisible();
  await page.mouse.up();
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Large?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await canvas.spoken('Large?')).toBe('Gateway: Large?. In IT');
  await expect(palette).toBeVisible();

  // Dragged from the pad's arrow onto it: joined. Let go in the open: a step comes there.
  await canvas.node('Check').click();
  const arrow = page.locator('.context-pad').getByRole('button', { name: 'Connect' });
  const [from, to] = [await boxOf(arrow), await boxOf(canvas.node('Large?'))];
  await press(page, { x: from.x + 8, y: from.y + 8 }, { x: to.x + to.width / 2, y: to.y + to.height / 2 });
  await crossflow.picture('canvas-connecting');
  await page.mouse.up();
  await expect.poll(() => canvas.spoken('Check')).toContain('Leads to Large?');
  await canvas.node('Large?').click();
  const again = await boxOf(arrow);
  const business = await boxOf(canvas.lane('Business'));
  await press(page, { x: again.x + 8, y: again.y + 8 }, { x: to.x + 160, y: business.y + business.height / 2 });
  await page.mouse.up();
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Decide');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await canvas.spoken('Decide')).toContain('In Business');
  expect(await canvas.spoken('Large?')).toContain('Leads to Decide');

  // R makes it an approval; undo a step again.
  await canvas.node('Decide').click();
  await page.keyboard.press('r');
  await page.getByRole('menuitem', { name: 'Approval', exact: true }).click();
  await expect.poll(() => canvas.spoken('Decide')).toContain('Approval: Decide');
  await page.keyboard.press('Control+z');
  await expect.poll(() => canvas.spoken('Decide')).toContain('Step: Decide');
  // A quick A appends, in the same lane.
  await canvas.node('Decide').click();
  await page.keyboard.press('a');
  await canvas.typeSteps(['Tell']);
  expect(await canvas.spoken('Decide')).toContain('Leads to Tell');
});

test('the pad is gone through by keyboard, tells its keys as the person has them, and does what they do', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = await started(page, 'Business, IT', ['Ask', 'Check @IT']);
  const pad = page.getByRole('toolbar', { name: 'What next' });
  const button = (name: string) => pad.getByRole('button', { name, exact: true });
  const tip = page.locator('.tooltip');

  // Its words and keys come up beside it.
  await canvas.node('Check').click();
  for (const [name, key] of [['Append: Step', 'A'], ['Connect', 'C'], ['Delete', 'Del']] as const) {
    await button(name).hover();
    await expect(tip).toContainText(name);
    await expect(tip.locator('.key')).toHaveText(key);
  }
  await expect(button('Change kind')).toHaveAttribute('title', /\(R\)$/);

  // Another key for one of them: the pad says it, and the key does it.
  await page.keyboard.press('Control+/');
  await page.getByRole('button', { name: 'Change Keys…' }).click();
  const row = page.locator('[data-key-of="canvas.append"]');
  await row.getByRole('button', { name: /^Key of/ }).click();
  await page.keyboard.press('j');
  await expect(row.locator('.key')).toHaveText('J');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await button('Append: Step').hover();
  await expect(tip.locator('.key')).toHaveText('J');
  await canvas.node('Check').click();
  await page.keyboard.press('j');
  await canvas.typeSteps(['Tell']);
  expect(await canvas.spoken('Check')).toContain('Leads to Tell');

  // By keyboard alone: Tab into it, Enter on what it offers.
  await canvas.node('Tell').click();
  await expect(pad).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(button('Append: Gateway')).toBeFocused({ timeout: 60 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Large?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => canvas.spoken('Tell')).toContain('Leads to Large?');
  await canvas.node('Large?').click();
  await page.keyboard.press('Delete');
  await expect(canvas.node('Large?')).toHaveCount(0);
});

test('frames and notes are made larger by their corner; what is in a frame stays where it is', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = await started(page, 'Business, IT', ['Ask', 'Check']);
  await canvas.node('Ask').click();
  await canvas.node('Check').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Insert group');
  await page.keyboard.press('Enter');
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.type('Front');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  for (const [name, add] of [['Front', undefined], ['Often late', 'note']] as const) {
    if (add !== undefined) {
      await page.keyboard.press('Escape');
      await page.locator('[data-palette="note"]').click();
      await expect(canvas.naming).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    const thing = canvas.node(name);
    const before = await boxOf(thing);
    const inside = await boxOf(canvas.node('Ask'));
    await page.mouse.click(before.x + 40, before.y + 8);
    const corner = await boxOf(page.locator('.node-resize'));
    await press(page, { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 }, { x: corner.x + 80, y: corner.y + 60 });
    // The frame follows the pointer before it is let go.
    await expect.poll(async () => (await boxOf(thing)).width).toBeGreaterThan(before.width + 40);
    await page.mouse.up();
    await expect.poll(async () => (await boxOf(thing)).height).toBeGreaterThan(before.height + 30);
    expect((await boxOf(canvas.node('Ask'))).x).toBeCloseTo(inside.x, 0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await boxOf(thing)).width).toBeCloseTo(before.width, 0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await boxOf(thing)).width).toBeGreaterThan(before.width + 40);
  }
  await crossflow.picture('canvas-corner');
});

test('guides snap to what stands level; the right button offers what makes sense; cut and paste; tidy keeps the lanes; the whole in small', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = await started(page, 'Business, IT, Security', ['Ask', 'Check @IT', 'Assess @Security', 'Answer @Business', 'Close', 'Tell @IT', 'File @Security']);

  // Near level with another one a guide appears, and it lands exactly level.
  const ask = await boxOf(canvas.node('Ask'));
  const assess = await boxOf(canvas.node('Assess'));
  await press(page, { x: assess.x + 30, y: assess.y + 10 }, { x: ask.x + 33, y: assess.y + 12 });
  await expect(page.locator('.guide-layer line').first()).toBeAttached();
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await boxOf(canvas.node('Assess'))).x - ask.x)).toBeLessThan(0.6);

  // The right button chooses what is under it and offers its commands, with their keys.
  await canvas.node('Close').click({ button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: /^Cut/ })).toContainText('Ctrl+X');
  await menu.getByRole('menuitem', { name: /^Cut/ }).click();
  await expect(canvas.node('Close')).toHaveCount(0);
  await expect(canvas.flows).toHaveCount(6);
  await page.keyboard.press('Control+v');
  await expect(canvas.node('Close')).toHaveCount(1);

  // Tidied every step stays in its lane and nothing lies on anything else; one undo brings the old places back.
  const lanes = async (): Promise<readonly string[]> => Promise.all(['Ask', 'Check', 'Assess', 'Answer', 'Tell', 'File'].map(async (name) => /In [^.]+/.exec(await canvas.spoken(name))?.[0] ?? ''));
  const [before, place] = [await lanes(), await boxOf(canvas.node('Assess'))];
  await page.keyboard.press('Control+Shift+l');
  await expect.poll(async () => Math.abs((await boxOf(canvas.node('Assess'))).x - place.x)).toBeGreaterThan(20);
  expect(await lanes()).toEqual(before);
  const boxes = await Promise.all((await canvas.nodes.all()).map(boxOf));
  for (const [at, a] of boxes.entries()) for (const b of boxes.slice(at + 1)) expect(a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1).toBe(true);
  await page.keyboard.press('Control+z');

  // Looked at from near, the whole page in small leads elsewhere.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+=');
  const minimap = page.locator('.minimap');
  if (await minimap.count() === 0) await page.getByRole('button', { name: /page in small|overview|whole/i }).first().click();
  await expect(minimap).toBeVisible();
  const view = (): Promise<string> => page.locator('.react-flow__viewport').evaluate((element) => (element as HTMLElement).style.transform);
  const at = await view();
  const small = await boxOf(minimap);
  // The part in view is framed, and nothing else is.
  const framed = await boxOf(page.locator('.minimap-frame'));
  expect(framed.x).toBeGreaterThan(small.x);
  expect(framed.x + framed.width).toBeLessThan(small.x + small.width);
  expect(await page.locator('.minimap-mask').evaluate((mask) => getComputedStyle(mask).stroke)).toBe('none');
  await press(page, { x: small.x + small.width / 3, y: small.y + small.height / 2 }, { x: small.x + small.width / 2, y: small.y + small.height / 2 });
  await page.mouse.up();
  await expect.poll(view).not.toBe(at);
});

test('a flow is of one of three kinds, each drawn its own way; its badge opens its form', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = await started(page, 'Business, IT', ['Ask', 'Check @IT']);
  await canvas.badges.first().click();
  const panel = page.getByRole('complementary', { name: 'Properties' });
  await expect(panel).toContainText('Handoff');
  const line = (): Promise<string> => page.locator('[data-flow]').nth(1).evaluate((flow) => [...flow.querySelectorAll('path')].map((path) => [path.getAttribute('stroke-dasharray'), path.getAttribute('stroke'), getComputedStyle(path).strokeDasharray, getComputedStyle(path).stroke].join()).join('|'));
  const seen = new Set<string>([await line()]);
  await panel.locator('summary', { hasText: 'More' }).last().click();
  for (const name of [/^Information/, /^Decision/]) {
    await panel.getByRole('combobox', { name: /^Kind/ }).click();
    await page.getByRole('option', { name }).click();
    await expect.poll(async () => seen.has(await line())).toBe(false);
    seen.add(await line());
  }
  expect(seen.size).toBe(3);
  // What is said of the handoff is on its badge.
  await panel.getByRole('combobox', { name: 'Channel' }).click();
  await page.locator('.popup').getByRole('option').nth(1).click();
  await crossflow.picture('canvas-kinds');
});
