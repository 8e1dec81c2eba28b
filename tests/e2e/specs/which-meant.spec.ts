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
