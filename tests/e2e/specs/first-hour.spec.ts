// Where somebody who was told nothing would get stuck: an empty page, a form without a place to type, a proposal nobody ran.
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

test('an empty page leads to drawing from every mode, and nothing offers to calculate it', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  const modes = page.getByRole('group', { name: 'Modes' });
  const empty = page.locator('[data-empty="page"]');
  for (const mode of ['Simulate', 'Compare'] as const) {
    await modes.getByRole('button', { name: mode, exact: true }).click();
    await expect(empty).toContainText('Nothing is drawn yet.');
    await expect(page.locator('main').getByRole('button', { name: 'Simulate', exact: true })).toHaveCount(0);
    await empty.getByRole('button', { name: 'Draw' }).click();
    await expect(page.getByLabel('Which departments does a request pass?')).toBeVisible();
    await expect(empty).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Numbers' }).click();
  await expect(page.getByRole('dialog', { name: 'Numbers' }).getByRole('button', { name: 'Simulate Now' })).toBeDisabled();
  await expect(page.locator('[data-numbers="guesses"]')).toHaveCount(0);
});

test('examples and templates are a click away while a document is open, which stays', async ({ crossflow }) => {
  const { page } = crossflow;
  await new CanvasPage(page).draw();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Examples and Templates' }).click();
  await expect(page.locator('[data-example]').first()).toBeVisible();
  await page.locator('.file-tab', { hasText: 'Untitled' }).getByRole('button', { name: 'Untitled', exact: true }).click();
  await expect(page.getByLabel('Which departments does a request pass?')).toBeVisible();
});

test('numbers are typed at once, say what they come to, and too much work is told while they are typed', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Sales, Legal');
  await canvas.typeSteps(['Take the order', 'Check the contract @Legal']);

  // What is missing leads to where it is filled in.
  await page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Simulate', exact: true }).click();
  await page.locator('.finding', { hasText: 'things to fill in' }).getByRole('button').click();
  const table = page.getByRole('dialog', { name: 'Numbers' });
  await expect(table.getByRole('textbox', { name: 'How many' })).toBeFocused();
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  for (const [team, people] of [['Sales', '3'], ['Legal', '2']] as const) {
    await table.getByRole('textbox', { name: `People of ${team}` }).fill(people);
    await page.keyboard.press('Enter');
  }
  const size = (step: string, name: string) => table.locator('tr[data-row]', { hasText: step }).getByRole('button', { name, exact: true }).click();
  await size('Take the order', 'S');
  await size('Check the contract', 'XL');
  await expect(table.locator('[data-numbers="overloaded"]')).toHaveText('More work for Legal than time: 400 %');
  await size('Check the contract', 'M');
  await expect(table.locator('[data-numbers="estimate"]')).toHaveText(/^≈ [\d.]+ (hours|days)$/);
  await expect(table.locator('[data-numbers="overloaded"]')).toHaveCount(0);
  // Buttons keep their height beside words on several lines.
  await expect(table.locator('[data-numbers="matter"] button')).toHaveCount(3);
  const height = await table.getByRole('button', { name: 'Simulate Now' }).evaluate((button) => button.getBoundingClientRect().height);
  expect(height).toBeLessThan(36);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('dialog')).toContainText('It stands in no file yet: without saving it is lost.');
});

test('what is worth changing leads to where it is tried, and money says in which currency it is', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  const drawer = page.locator('.drawer');
  await drawer.getByRole('tab', { name: 'Between teams' }).click();
  await expect(drawer.getByRole('columnheader', { name: 'Cost (EUR)' })).toBeVisible();
  await drawer.getByRole('tab', { name: 'What to change' }).click();
  await drawer.getByRole('button', { name: 'Try one in Compare' }).click();
  await expect(page.locator('.suggestion').first()).toBeVisible();
});

test('two steps become one in a proposal, which says that nobody ran it and then what it brings', async ({ crossflow }) => {
  test.setTimeout(180_000);
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  const modes = page.getByRole('group', { name: 'Modes' });
  await page.locator('[data-example="software-change"]').click();
  await expect(canvas.nodes.first()).toBeVisible();
  await expect(page.locator('.overlay-legend')).toContainText('Share of the lead time:');
  await modes.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'New Proposal' }).click();
  await expect(page.locator('.proposal-name')).toBeVisible();

  // With nothing changed there is nothing to run.
  const panel = page.getByRole('complementary', { name: 'Findings' });
  await modes.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(panel).toContainText('It changes nothing yet');
  await panel.getByRole('button', { name: 'Edit it' }).click();

  await canvas.fit();
  const before = await canvas.nodes.count();
  await canvas.node('Refine and estimate').click();
  await canvas.fit();
  await canvas.node('Build and test').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Merge into one step' }).click();
  await expect(canvas.nodes).toHaveCount(before - 1);
  await expect.poll(() => canvas.spoken('Refine and estimate')).toContain('Refine and estimate + Build and test');
  await page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(canvas.nodes).toHaveCount(before - 1);

  await modes.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(panel).toContainText('What it brings is known once it is compared.');
  await panel.getByRole('button', { name: 'Compare now' }).click();
  await expect(panel.locator('.finding').first()).toContainText(/saves|longer|No clear difference|quickest/, { timeout: 120_000 });
});
