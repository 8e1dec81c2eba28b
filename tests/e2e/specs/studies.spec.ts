// What rests on many runs: started where it is read, stopped half-way, read with its ranges.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { root } from '../harness/crossflow.ts';

/** The worked example with a short period and few runs: a test need not be as sure as a board. */
async function shortExample(folder: string): Promise<string> {
  const text = await readFile(path.join(root, 'shared/examples/software-change.crossflow'), 'utf8');
  const document = JSON.parse(text) as Record<string, unknown>;
  const file = path.join(folder, 'change.crossflow');
  await writeFile(file, JSON.stringify({ ...document, runSettings: { horizon: { value: 30, unit: 'd' }, warmUp: { value: 0, unit: 'd' }, replications: 3 } }));
  return file;
}

test('what the answer depends on, and what each cause really costs', async ({ start, folder }) => {
  test.setTimeout(420_000);
  const crossflow = await start([await shortExample(folder)]);
  const { page } = crossflow;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Simulate', exact: true }).first().click();
  await page.locator('.headline-band').getByRole('button', { name: /^(Simulate|Again)$/ }).click();
  await expect(page.locator('h1.headline')).toContainText(/takes/, { timeout: 120_000 });
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  await page.getByRole('tab', { name: 'More', exact: true }).click();

  // stopped half-way: nothing is shown, and it is offered again
  await expect(page.getByText('Takes each cause of friction away')).toBeVisible();
  const workOut = page.getByRole('button', { name: 'Work it out', exact: true });
  await workOut.click();
  const bar = page.locator('.study-bar');
  await expect(bar.getByRole('progressbar', { name: 'Working it out…' })).toBeVisible();
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(workOut).toBeVisible();
  await expect(page.locator('[data-table="friction-costs"]')).toHaveCount(0);

  // run to its end: clock beside real cost, and the parts sum to the whole
  await workOut.click();
  const costs = page.locator('[data-table="friction-costs"] tbody tr');
  await expect(costs.first()).toBeVisible({ timeout: 240_000 });
  const shares = await costs.evaluateAll((rows) => rows.map((row) => Number(row.querySelectorAll('td')[2]?.dataset['value'])));
  const whole = shares.at(-1) ?? Number.NaN;
  expect(Math.abs(shares.slice(0, -1).reduce((sum, share) => sum + share, 0) - whole)).toBeLessThan(1e-6 * Math.abs(whole));
  await expect(page.locator('.more-view .finding').first()).toContainText(/costs most: .* where the clock shows/);
  await expect(page.locator('[data-picture="friction-costs"] svg')).toBeVisible();
  await expect(page.locator('.more-view')).not.toContainText('Shapley values', { useInnerText: true });
  await page.locator('.more-view .finding').first().getByText('Why', { exact: true }).click();
  await expect(page.locator('.more-view')).toContainText('Shapley values over all 128 sets', { useInnerText: true });
  await crossflow.picture('studies-friction');

  // the other one, chosen with the keyboard
  await page.getByRole('button', { name: 'What the answer depends on' }).focus();
  await page.keyboard.press('Enter');
  await workOut.click();
  await expect(page.locator('[data-table="depends-on"] tbody tr').first()).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('.more-view .finding').first()).toContainText(/^The answer depends most on .* instead of/);
  await crossflow.picture('studies-depends-on');

  // the first is still there; an edit makes both old
  await page.getByRole('button', { name: 'What each cause really costs' }).click();
  await expect(costs.first()).toBeVisible();
});

test('several proposals are compared at once, and one sentence says which is best', async ({ start, folder }) => {
  test.setTimeout(240_000);
  const crossflow = await start([await shortExample(folder)]);
  const { page } = crossflow;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Compare all', exact: true }).click();
  const best = page.locator('.panel .finding').first();
  await expect(best).toContainText(/ is the quickest of those compared\.| comes out quickest, but cannot be told apart from /, { timeout: 120_000 });
  await best.getByText('Why', { exact: true }).click();
  await expect(best).toContainText(/95\s% certainty/);
  await crossflow.picture('studies-compare-all');
});
