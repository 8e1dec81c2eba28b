import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Crossflow } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';

/** What axe holds against the window as it stands, one line each. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // Its usual way opens a second page, which this program does not have.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

/** Opens the worked example with its tables, by keyboard. */
const openTables = async ({ page }: Crossflow): Promise<Locator> => {
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+1');
  await page.keyboard.press('Control+t');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  // The example has proposals: its first edit asks once which is meant.
  await grid.getByRole('rowheader').first().click();
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Today: that is how it goes now' }).click();
  await page.keyboard.press('Control+z');
  await expect(grid.getByRole('rowheader').first()).toHaveText('Describe change');
  return grid;
};

/** A cell by what stands at the head of its row and of its column. */
const cellOf = async (grid: Locator, row: string, column: string): Promise<Locator> => {
  const heads = await grid.getByRole('columnheader').allTextContents();
  const place = heads.indexOf(column);
  expect(place).toBeGreaterThanOrEqual(0);
  return grid.locator('tbody tr').filter({ has: grid.page().getByRole('rowheader', { name: row, exact: true }) }).locator(`[aria-colindex="${place + 1}"]`);
};

const clipboardOf = (crossflow: Crossflow): Promise<string> => crossflow.page.evaluate(async () => (await window.crossflow.request('clipboard:read', {})).text);
const putOnClipboard = (crossflow: Crossflow, text: string): Promise<void> => crossflow.page.evaluate((given) => window.crossflow.request('clipboard:write', { text: given }), text);

test('cells are moved through and edited by keyboard alone, and the canvas follows', async ({ crossflow }) => {
  const { page } = crossflow;
  const grid = await openTables(crossflow);
  const takes = await cellOf(grid, 'Refine and estimate', 'Usually takes');
  await (await cellOf(grid, 'Describe change', 'Step')).click();
  await expect(page.locator('.react-flow__node.selected', { hasText: 'Describe change' })).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.react-flow__node.selected', { hasText: 'Refine and estimate' })).toBeVisible();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Tab');
  await expect(takes).toBeFocused();
  await page.keyboard.type('90 min');
  await page.keyboard.press('Enter');
  await expect(takes).toContainText('90 min');
  await expect(await cellOf(grid, 'Build and test', 'Usually takes')).toBeFocused();

  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(await cellOf(grid, 'Build and test', 'Usually takes')).toContainText('4 h');

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+1');
  await expect(takes.getByRole('img', { name: 'Measured' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(takes).toContainText('1 h');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Steps', exact: true })).toBeFocused();
  await page.keyboard.press('Control+t');
  await expect(grid).toHaveCount(0);
});

test('a choice is picked from its list, and a step moves into the lane typed', async ({ crossflow }) => {
  const { page } = crossflow;
  const grid = await openTables(crossflow);
  const lane = await cellOf(grid, 'Assess risk', 'Lane');
  await lane.click();
  await page.keyboard.type('oper');
  await expect(page.locator('.popup').getByRole('option')).toHaveText(['Operations']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lane).toHaveText('Operations');
  await expect(page.locator('.react-flow__node', { hasText: 'Assess risk' })).toHaveAttribute('aria-label', /Operations/);
});

test('a block from a spreadsheet is one entry of the history; what cannot be read stays with its complaint', async ({ crossflow }) => {
  const { page } = crossflow;
  const grid = await openTables(crossflow);
  await putOnClipboard(crossflow, '2h\t1h\t3h\r\nsoon\t1h\t5h\r\n1 d\t4h\t2 d\r\n');
  const [first, wrong, third] = await Promise.all(['Describe change', 'Refine and estimate', 'Build and test'].map((row) => cellOf(grid, row, 'Usually takes')));
  if (first === undefined || wrong === undefined || third === undefined) throw new Error('no cells');
  await first.click();
  await page.keyboard.press('Control+v');
  await expect(third).toContainText('1 d');
  await expect(first).toContainText('2 h');
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toContainText('soon');
  await expect(wrong).toContainText('A time like 2h');
  await expect(await cellOf(grid, 'Refine and estimate', 'At worst')).toContainText('5 h');
  await expect(page.locator('.tables-foot').getByRole('status')).toHaveText('1 cell could not be taken over: see beside it.');
  await crossflow.picture('tables-trouble-light');
  expect.soft(await violations(page)).toEqual([]);

  await first.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboardOf(crossflow)).toBe('2 h\t1 h\nsoon\t1 h');

  await page.keyboard.press('Control+z');
  await expect(third).toContainText('4 h');
  await expect(first).toContainText('1 h');
  await expect(page.locator('[data-status="save"]')).toHaveText('Nothing to save');
});

test('rows are sorted by their head and added below the last one', async ({ crossflow }) => {
  const { page } = crossflow;
  const grid = await openTables(crossflow);
  await grid.getByRole('columnheader', { name: 'Usually takes' }).click();
  await expect(grid.getByRole('columnheader', { name: 'Usually takes' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid.getByRole('rowheader').first()).toHaveText(/Confirm in use|Prepare release/);
  await grid.getByRole('columnheader', { name: 'Usually takes' }).click();
  await expect(grid.getByRole('rowheader').first()).toHaveText('Build and test');

  await page.getByRole('tab', { name: 'Systems', exact: true }).click();
  await grid.getByRole('rowheader').last().click();
  await page.keyboard.type('Wiki');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(await cellOf(grid, 'Wiki', 'Owner')).toHaveText('Ada');
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`every table is whole and clean, ${theme}`, async ({ crossflow }) => {
    test.slow();
    const { page } = crossflow;
    await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen }), theme);
    await page.reload();
    await openTables(crossflow);
    for (const name of ['Steps', 'Handoffs', 'Teams', 'Departments', 'What comes in', 'Systems', 'Data', 'People', 'Outcomes']) {
      await page.getByRole('tab', { name, exact: true }).click();
      expect.soft(await violations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'In place of the canvas' }).click();
    await page.getByRole('tab', { name: 'Handoffs', exact: true }).click();
    expect.soft(await violations(page)).toEqual([]);
    await crossflow.picture(`tables-whole-${theme}`);
  });
}
