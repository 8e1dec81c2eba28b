// A whole model by keyboard alone: drawn, its numbers filled in, simulated, read, and handed out. No mouse, no focus set by the test.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

/** Presses Tab until a thing has the focus. */
async function tabTo(page: Page, thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let n = 0; n < 150; n += 1) {
    if (await thing.evaluateAll((elements) => elements[0] === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${thing.toString()} is not reached with ${key}`);
}

/** Finds a command by its words and runs it. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.locator('[cmdk-input]')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[cmdk-input]')).toHaveCount(0);
}

/** Goes to a thing on the page by its name. */
async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Find on the page' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);
}

test('a whole model is drawn, simulated and exported with the keyboard alone', async ({ crossflow, folder }) => {
  test.setTimeout(180_000);
  const { page } = crossflow;
  const canvas = new CanvasPage(page);

  // Lanes and steps as they are typed.
  await expect(page.locator('.start-screen')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Draw', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Which departments does a request pass?')).toBeFocused();
  await page.keyboard.type('Business, IT, Security');
  await page.keyboard.press('Enter');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Assess @Security', 'Answer @Business']);
  await expect(canvas.badges).toHaveCount(3);

  // A way back, drawn with C and the arrows; a decision; an end; another name; another place; one thing undone.
  await find(page, 'Answer');
  await page.keyboard.press('c');
  await expect(page.locator('.canvas[data-connecting]')).toBeVisible();
  const frame = page.locator('.connect-layer .node-frame');
  for (let n = 0; n < 8; n += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(frame).toHaveCount(1);
    const over = await frame.boundingBox();
    const check = await canvas.node('Check').boundingBox();
    if (over !== null && check !== null && Math.abs(over.x + over.width / 2 - check.x - check.width / 2) < 4 && Math.abs(over.y + over.height / 2 - check.y - check.height / 2) < 4) break;
  }
  await page.keyboard.press('Enter');
  await expect(canvas.flows).toHaveCount(5);
  expect(await canvas.spoken('Answer')).toContain('Leads to Check');
  await page.keyboard.press('Control+z');
  await expect(canvas.flows).toHaveCount(4);
  await find(page, 'Answer');
  await command(page, 'End');
  await expect(page.locator('.react-flow__node.element-end')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await find(page, 'Assess');
  await page.keyboard.press('F2');
  await expect(canvas.naming).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Assess risk');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(canvas.node('Assess risk')).toBeVisible();
  const before = await canvas.node('Assess risk').boundingBox();
  await find(page, 'Assess risk');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => ((await canvas.node('Assess risk').boundingBox())?.x ?? 0) - (before?.x ?? 0)).not.toBe(0);

  // Every node is a stop of Tab, says what it is, and Enter chooses it.
  await page.keyboard.press('Escape');
  await tabTo(page, canvas.node('Check'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByRole('textbox', { name: 'Name' })).toHaveValue('Check');

  // Those who hear the page have it as a list, lane by lane, in the direction of the work.
  const heard = page.getByRole('navigation', { name: 'What is on the page, in order' }).getByRole('button');
  expect((await heard.allTextContents()).map((text) => /: ([^.]+)/.exec(text)?.[1])).toEqual(['without a name', 'Ask', 'Answer', 'without a name', 'Check', 'Assess risk']);

  // The numbers, field by field.
  await command(page, 'Numbers');
  const numbers = page.getByRole('dialog', { name: 'Numbers' });
  await tabTo(page, numbers.getByRole('textbox', { name: 'How many' }));
  await page.keyboard.type('20');
  for (const team of ['Business', 'IT', 'Security']) {
    await tabTo(page, numbers.getByRole('textbox', { name: `People of ${team}` }));
    await page.keyboard.type('3');
  }
  for (const [at, size] of (['S', 'M', 'L', 'S'] as const).entries()) {
    await tabTo(page, numbers.locator('.numbers-size').nth(at).getByRole('button', { name: size, exact: true }));
    await page.keyboard.press('Enter');
  }
  await expect(numbers.locator('[data-numbers="guesses"]')).toHaveText(/^Rests on \d+ guesses$/);
  // What matters most is named, the weightiest first, and leads to its field.
  const matter = numbers.locator('[data-numbers="matter"]');
  await expect(matter).toContainText('These 3 matter most:');
  await expect(matter.getByRole('button')).toHaveCount(3);
  await crossflow.picture('numbers-guesses');
  await tabTo(page, matter.getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(numbers.locator('[data-row] :focus')).toHaveCount(1);

  // Simulated, its finding read, why it is so.
  await tabTo(page, numbers.getByRole('button', { name: 'Simulate' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('h1.headline')).toContainText(/takes [\d.]+ (days|hours|minutes)/, { timeout: 120_000 });
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('tab', { name: 'Where time goes' })).toBeFocused();
  await page.keyboard.press('Control+j');
  await expect(page.locator('.drawer')).toHaveCount(0);

  // Handed out and saved.
  const pdf = path.join(folder, 'process.pdf');
  await crossflow.choosePlace(pdf);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await tabTo(page, dialog.getByRole('button', { name: /^Export / }));
  await page.keyboard.press('Enter');
  await expect.poll(() => existsSync(pdf), { timeout: 60_000 }).toBe(true);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  const file = path.join(folder, 'process.crossflow');
  await crossflow.choosePlace(file);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(canvas.status()).toHaveText('Saved');
  expect(await readFile(file, 'utf8')).toContain('Assess risk');
});
