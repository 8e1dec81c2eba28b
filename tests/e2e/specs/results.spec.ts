// Results where the eye is: numbers under the pointer, findings that lead to their place, charts that can be heard.
import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';

test('numbers with their ranges come up under the pointer and with the focus, and go with it', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  const card = page.getByRole('tooltip').and(page.locator('.figures-card'));
  const range = /\d+(\.\d+)? to \d+(\.\d+)?/;

  await canvas.node('Build and test').hover();
  await expect(card).toContainText('Build and test');
  await expect(card.getByRole('row', { name: /^Waiting [\d.]+ (days|hours|minutes)/ })).toHaveText(range);
  await expect(card.getByRole('row', { name: /^Work / })).toBeVisible();
  await crossflow.picture('figures-light');
  expect.soft(await violations(page)).toEqual([]);
  // It lies within the stage and not over what it is about.
  const [about, told] = [await boxOf(canvas.node('Build and test')), await boxOf(card)];
  expect(told.y >= about.y + about.height || told.y + told.height <= about.y).toBe(true);

  await canvas.badges.first().hover();
  await expect(card).toContainText('→');
  await expect(card.getByRole('row', { name: /^Friction/ })).toHaveText(range);
  await expect(card.getByRole('row', { name: /^Made by the handoff/ })).toBeVisible();

  await canvas.lane('IT').or(page.locator('[data-lane-header]')).first().hover();
  await expect(card.getByRole('row', { name: /^How busy \d+ %/ }).or(card.getByRole('row', { name: /^Waiting/ })).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);

  // By keyboard a step that has the focus tells the same.
  await canvas.node('Approve change').focus();
  await expect(card).toContainText('Approve change');
  await page.mouse.move(10, 10);
  await expect(card).toHaveCount(0);
  await page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Draw', exact: true }).click();
  await canvas.node('Build and test').hover();
  await page.waitForTimeout(500);
  await expect(card).toHaveCount(0);
});

test('a drawer takes the focus when it opens and gives it back; its findings and charts lead to their place and can be heard', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();

  // At most five findings beside the headline; a click leads to what it speaks of.
  const findings = page.getByRole('complementary', { name: 'Findings' }).locator('.finding');
  await expect(findings.first()).toBeVisible();
  expect(await findings.count()).toBeLessThanOrEqual(5);
  await findings.locator('.finding-link').first().click();
  await expect(page.locator('[data-selected], .react-flow__node.selected, .lane-selected').first()).toBeAttached();
  await page.keyboard.press('Escape');

  const why = page.getByRole('button', { name: 'Why', exact: true });
  await why.focus();
  await page.keyboard.press('Enter');
  const tab = page.getByRole('tab', { name: 'Where time goes' });
  await expect(tab).toBeFocused();
  // The five doors by arrow keys.
  for (const name of ['Who is overloaded', 'Between teams', 'Who owns what', 'What to change']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name })).toContainText(/\w+/);
  }
  await page.getByRole('tab', { name: 'Where time goes' }).click();
  // Each chart says in words what it shows and carries its numbers as a table.
  for (const picture of await page.locator('.drawer .result-picture').all()) {
    await expect(picture.getByRole('img')).toHaveAttribute('aria-label', /\w+\. \w+/);
    expect(await picture.locator('table.visually-hidden tbody tr').count()).toBeGreaterThan(0);
    expect(await picture.locator('table.visually-hidden thead th').count()).toBeGreaterThan(1);
  }
  // A cell that names a step leads to it.
  await page.locator('.drawer').getByRole('button', { name: 'Build and test' }).first().click();
  await expect(canvas.node('Build and test')).toHaveClass(/selected/);
  const stage = await boxOf(page.locator('.stage'));
  const step = await boxOf(canvas.node('Build and test'));
  expect(step.y).toBeGreaterThanOrEqual(stage.y);
  expect(step.y + step.height).toBeLessThanOrEqual(stage.y + stage.height);
  await page.keyboard.press('Control+j');
  await expect(page.locator('.drawer')).toHaveCount(0);

  // Closed by its own button the focus goes back to where it came from.
  await page.getByRole('button', { name: 'Why', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(tab).toBeFocused();
  await page.getByRole('button', { name: 'Close the results' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.drawer')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Why', exact: true })).toBeFocused();
});
