import { expect, test } from '../harness/test.ts';

test('an edit of Today beside proposals asks once which is meant, and moves where it belongs', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.locator('.segments').first().getByRole('button', { name: 'Draw', exact: true }).click();
  await page.locator('.react-flow__node').nth(3).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Which is meant?' })).toBeVisible();
  await page.getByRole('button', { name: 'The proposal Board meets twice a week' }).click();
  await expect(page.locator('.proposal-name')).toHaveText('Proposal: Board meets twice a week');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('after the question the keys go where they went before: the canvas, or the next cell of a table', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+1');
  await page.keyboard.press('Control+t');
  const grid = page.getByRole('grid');
  await expect(grid.locator('[data-cell="0 0"]')).toBeFocused();
  await page.keyboard.type('Describe it');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Which is meant?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Today: that is how it goes now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(grid.locator('[data-cell="1 0"]')).toBeFocused();
  await page.keyboard.type('Estimate it');
  await page.keyboard.press('Tab');
  await expect(grid.locator('[data-cell="1 0"]')).toHaveText('Estimate it');
  await expect(grid.locator('[data-cell="1 1"]')).toBeFocused();
  await page.keyboard.press('Control+t');
  await expect(grid).toHaveCount(0);
});
