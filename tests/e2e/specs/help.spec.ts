import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

test('F1 explains the field with the focus, what is selected, the form that is open, or the mode; search finds the rest', async ({ crossflow }) => {
  const { page } = crossflow;
  const topic = page.locator('[data-topic]');
  await page.keyboard.press('F1');
  await expect(topic).toHaveAttribute('data-topic', 'first');
  await page.keyboard.press('Escape');

  await page.locator('[data-example="software-change"]').first().click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.keyboard.press('F1');
  await expect(topic).toHaveAttribute('data-topic', 'simulate');
  await page.keyboard.press('Escape');

  await page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Draw', exact: true }).click();
  await page.locator('.react-flow__node', { hasText: 'Build and test' }).click();
  await page.keyboard.press('F1');
  await expect(topic).toHaveAttribute('data-topic', 'step');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-topic]')).toHaveCount(0);
  await page.locator('.panel').getByText('Done again').locator('xpath=ancestor::div[@class="field"]').getByRole('textbox').click();
  await page.keyboard.press('F1');
  await expect(topic).toHaveAttribute('data-topic', 'sentBack');
  await page.keyboard.press('Escape');
  await page.locator('[data-badge]').first().click();
  await page.keyboard.press('F1');
  await expect(topic).toHaveAttribute('data-topic', 'handoff');
  await page.keyboard.press('Escape');

  // From a form, and back to it.
  await page.keyboard.press('Control+/');
  await page.keyboard.press('F1');
  await expect(topic).toHaveAttribute('data-topic', 'keys');
  await page.keyboard.type('power cut');
  await expect(topic).toHaveAttribute('data-topic', 'saving');
  await crossflow.picture('help-light');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toContainText('Keyboard Shortcuts');
});

test('hints come at their moment, go when they are closed, come once, and can be turned off', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await start([], profile);
  const { page } = first;
  const hint = page.locator('[data-hint]');
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await expect(hint).toHaveCount(0);
  await canvas.makeLanes('Business, IT');
  await expect(hint).toHaveAttribute('data-hint', 'naming');
  // The moment is over before it can be read: it is told again another time.
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(hint).toHaveAttribute('data-hint', 'naming');
  await page.waitForTimeout(4_200);
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
  await expect(hint).toHaveAttribute('data-hint', 'handoff');
  await first.picture('hint-light');
  await hint.getByRole('button', { name: 'Close this hint' }).click();
  await expect(hint).toHaveAttribute('data-hint', 'numbers');
  await hint.getByRole('button', { name: 'Close this hint' }).click();
  await canvas.node('Check').click();
  await expect(hint).toHaveAttribute('data-hint', 'help');
  await expect(hint).toContainText('F1 explains what is selected.');
  await first.end();

  const second = await start([], profile);
  await second.page.getByRole('button', { name: 'Discard' }).click();
  const again = new CanvasPage(second.page);
  await again.draw();
  await again.makeLanes('Business, IT');
  await expect(again.naming).toBeFocused();
  await expect(second.page.locator('[data-hint]')).toHaveCount(0);
  await second.page.keyboard.press('Escape');

  // All of them once more, then none.
  await second.page.keyboard.press('Control+,');
  await second.page.getByRole('button', { name: 'Show all of them once more' }).click();
  await second.page.getByRole('checkbox', { name: 'Show hints' }).click();
  await second.page.keyboard.press('Escape');
  await second.page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Compare', exact: true }).click();
  await second.page.waitForTimeout(200);
  await expect(second.page.locator('[data-hint]')).toHaveCount(0);
  await second.page.keyboard.press('Control+,');
  await second.page.getByRole('checkbox', { name: 'Show hints' }).click();
  await second.page.keyboard.press('Escape');
  await expect(second.page.locator('[data-hint]')).toHaveAttribute('data-hint', 'proposal');
  await second.page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Present', exact: true }).click();
  await expect(second.page.locator('[data-hint]')).toHaveCount(0);
});
