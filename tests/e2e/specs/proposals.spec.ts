// Proposals as a person keeps them: made, edited like Today, said what became of, copied, put in place, removed; and undo for all of it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../../../shared/document/scenarios/document.ts';
import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

test('a proposal is edited like Today, decided upon, copied, put in place and removed, and undo takes each of these back', async ({ crossflow, folder }) => {
  test.slow();
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  const goTo = (mode: string) => page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: mode, exact: true }).click();
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);

  // Made in Compare, drawn as Today is: what changes is listed, and Today stays as it was.
  await goTo('Compare');
  await expect(page.locator('.proposal')).toHaveCount(1);
  await page.locator('.side-list').getByRole('button', { name: 'Add a Proposal' }).or(page.locator('.side-list .panel-head button')).first().click();
  await expect(page.locator('.proposal-name')).toBeVisible();
  await canvas.node('Check').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Check at once');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await goTo('Compare');
  const proposal = page.locator('.proposal').nth(1);
  await expect(proposal.getByRole('checkbox')).toHaveCount(1);
  await page.keyboard.press('t');
  await expect(canvas.node('Check at once')).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(canvas.node('Check at once')).toBeVisible();
  await proposal.getByRole('checkbox').click();
  await expect(canvas.node('Check at once')).toHaveCount(0);
  await page.locator('.side-list h2').click();
  await page.keyboard.press('Control+z');
  await expect(canvas.node('Check at once')).toBeVisible();

  // Said of it as a whole.
  await proposal.getByRole('button', { name: /^More about/ }).click();
  const dialog = page.getByRole('dialog');
  const fill = async (name: string, text: string): Promise<void> => {
    const field = dialog.locator('.field', { hasText: name }).getByRole('textbox').first();
    await field.fill(text);
    await field.press('Tab');
  };
  await fill('Name', 'Check at once');
  await dialog.getByRole('combobox', { name: 'What became of it' }).click();
  await page.getByRole('option', { name: 'Agreed' }).click();
  await dialog.getByRole('combobox', { name: 'When' }).click();
  await page.getByRole('option', { name: 'Next' }).click();
  await fill('Decided by', 'Ada');
  await fill('Decided on', '2026-03-02');
  await fill('Costs once', '5000');
  expect.soft(await violations(page)).toEqual([]);
  await crossflow.picture('proposal-form');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(proposal).toContainText('Check at once');
  await expect(proposal).toContainText('1 change · Agreed');

  // A copy of it, taken back by one undo; so is its removal.
  await proposal.getByRole('button', { name: /^More about/ }).click();
  await dialog.getByRole('button', { name: 'Make a copy' }).click();
  await expect(page.locator('.proposal')).toHaveCount(3);
  await expect(page.locator('.proposal').nth(2)).toContainText('Check at once (copy)');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.proposal')).toHaveCount(2);
  await proposal.getByRole('button', { name: /^More about/ }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.locator('.proposal')).toHaveCount(1);
  await expect(canvas.node('Check')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.proposal')).toHaveCount(2);

  // In place it is Today.
  await proposal.getByRole('button', { name: /^More about/ }).click();
  await dialog.getByRole('button', { name: 'It is in place now' }).click();
  await expect(page.locator('.proposal').first()).toHaveAttribute('data-shown', '');
  await expect(canvas.node('Check at once')).toBeVisible();
  await expect(proposal).toContainText('In place');
  const file = path.join(folder, 'decided.crossflow');
  await crossflow.choosePlace(file);
  await page.keyboard.press('Control+s');
  await expect(canvas.status()).toHaveText('Saved');
  const { scenarios, model } = JSON.parse(await readFile(file, 'utf8')) as Document;
  expect(Object.values(scenarios).find(({ name }) => name === 'Check at once')).toMatchObject({ status: 'inPlace', when: 'next', decidedBy: 'Ada', oneOffCost: { value: 5000 } });
  expect(Object.values(model.nodes).some((node) => node.kind === 'step' && node.name === 'Check at once')).toBe(true);
  await page.keyboard.press('Control+z');
  await expect(canvas.node('Check at once')).toHaveCount(0);
  // All the way back: the page is as empty as it was.
  for (let n = 0; n < 60; n += 1) await page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(0);
  await expect(page.locator('.proposal')).toHaveCount(1);
});

test('what is missing or too much leads to what can be done about it, and no key loses the page', async ({ crossflow }) => {
  test.setTimeout(180_000);
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT']);

  // Keys that reload a page elsewhere do nothing here.
  await page.keyboard.press('Control+r');
  await page.keyboard.press('F5');
  await page.keyboard.press('Control+Shift+r');
  await expect(canvas.node('Check')).toBeVisible();

  // Not enough to simulate: it says what, and the words lead there.
  await page.keyboard.press('Control+Enter');
  const band = page.locator('.headline-band');
  await expect(band.getByRole('alert')).toContainText(/\w+/, { timeout: 30_000 });
  await band.getByRole('button', { name: 'Numbers' }).click();
  const table = page.getByRole('dialog', { name: 'Numbers' });
  for (const [name, text] of [['How many', '20'], ['People of Business', '2'], ['People of IT', '1']] as const) {
    await table.getByRole('textbox', { name }).fill(text);
    await page.keyboard.press('Enter');
  }
  const sizes = table.getByRole('button', { name: 'XL', exact: true });
  await table.getByRole('button', { name: 'S', exact: true }).first().click();
  await sizes.nth(1).click();
  await table.getByRole('button', { name: 'Simulate Now' }).click();

  // More work than people: in hours, with ways out that lead to the team.
  await expect(page.locator('h1.headline')).toContainText(/IT would need \d+ h a week and can give \d+/, { timeout: 120_000 });
  await crossflow.picture('too-much');
  const remedies = page.locator('.headline-ways button');
  await expect(remedies.first()).toBeVisible();
  await remedies.first().click();
  await expect(page.locator('.react-flow__node.selected, .lane-selected').first()).toBeAttached();
});
