// The five minutes that must work: from an empty page to a proposal on paper, as an IT director would the evening before the board meets.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

const steps = [
  'Describe the change', 'Assess effort @IT', 'Assess risk @Security', 'Decide @Change board', 'Plan @IT', 'Build and test', 'Provide environment @Cloud vendor', 'Release @IT', 'Accept @Business',
] as const;

test('from lanes that are typed to a proposal that is compared, presented and handed out', async ({ crossflow, folder }) => {
  test.setTimeout(300_000);
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  const modes = page.getByRole('group', { name: 'Modes' });
  const goTo = (mode: string) => modes.getByRole('button', { name: mode, exact: true }).click();

  // Lanes, then steps that land in them, with their handoffs.
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security, Change board, Cloud vendor');
  await canvas.typeSteps(steps);
  await canvas.fit();
  expect(await canvas.laneOrder()).toEqual(['Business', 'IT', 'Security', 'Change board', 'Cloud vendor']);
  await expect(canvas.nodes).toHaveCount(steps.length + 1);
  await expect(canvas.badges).toHaveCount(7);
  await expect(page.locator('[data-status="missing"]')).toHaveText(/things to fill in/);

  // The board approves: another kind of thing in its place, by R.
  await canvas.node('Decide').click();
  await page.keyboard.press('r');
  await page.getByRole('menuitem', { name: 'Approval' }).click();
  await expect.poll(() => canvas.spoken('Decide')).toContain('Approval: Decide');

  // Numbers in one table; the estimate speaks while they are typed.
  await page.getByRole('button', { name: 'Numbers' }).click();
  const table = page.getByRole('dialog', { name: 'Numbers' });
  const fill = async (name: string, value: string): Promise<void> => {
    await table.getByRole('textbox', { name }).fill(value);
    await page.keyboard.press('Enter');
  };
  await fill('How many', '20');
  for (const [team, people] of [['Business', '4'], ['IT', '14'], ['Security', '4']] as const) await fill(`People of ${team}`, people);
  // What the board needs is on its row, as far as it is asked for.
  const board = table.getByRole('textbox', { name: 'People of Change board' });
  if (await board.count() > 0) await fill('People of Change board', '1');
  const rowOf = (step: string) => table.locator('tr[data-row]', { hasText: step });
  for (const [step, size, time] of [
    ['Describe the change', 'S', '15 min'], ['Assess effort', 'M', '1 h'], ['Assess risk', 'L', '4 h'], ['Plan', 'M', '1 h'], ['Build and test', 'XL', '16 h'],
    ['Provide environment', 'L', '4 h'], ['Release', 'M', '1 h'], ['Accept', 'S', '15 min'],
  ] as const) {
    await rowOf(step).getByRole('button', { name: size, exact: true }).click();
    await expect(rowOf(step).getByRole('textbox').first()).toHaveValue(time);
  }
  await rowOf('Decide').getByRole('combobox').first().click();
  await page.getByRole('option', { name: /Tuesday/ }).click();
  await expect(table.locator('[data-numbers="guesses"]')).toHaveText(/^Rests on \d+ guesses$/);
  await expect(table.locator('[data-numbers="matter"] button')).toHaveCount(3);
  await expect(page.locator('[data-status="estimate"]')).toHaveText(/^≈ [\d.]+ (days|hours|weeks)$/);
  const first = await page.locator('[data-status="estimate"]').textContent();
  await fill('How many', '5');
  await expect(page.locator('[data-status="estimate"]')).not.toHaveText(first ?? '');
  await fill('How many', '20');
  await crossflow.picture('five-numbers');

  // Simulated: one finding, what it takes and why.
  await table.getByRole('button', { name: 'Simulate Now' }).click();
  await expect(page.locator('h1.headline')).toHaveText(/^A request takes [\d.]+ (days|hours|weeks); [\d.]+ are waiting\.$/, { timeout: 120_000 });
  await expect(page.getByRole('complementary', { name: 'Findings' }).locator('.finding').first()).toContainText(/Most is lost .* → .*: .*, because/);
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  await expect(page.locator('[data-picture="time-bar"]')).toBeVisible();
  await crossflow.picture('five-why');
  await page.getByRole('button', { name: 'Close the results' }).click();

  // A suggestion opens a proposal, which is compared under the same luck.
  await goTo('Compare');
  await page.locator('.suggestion').first().click();
  await expect(page.locator('.proposal-name')).toBeVisible();
  await expect(page.locator('.panel .finding').first()).toContainText(/saves|costs|No clear difference/, { timeout: 120_000 });
  await crossflow.picture('five-compare');
  // T shows Today and the proposal in turns.
  await page.locator('.stage').click({ position: { x: 300, y: 700 } });
  await page.keyboard.press('t');
  await expect(page.locator('.proposal-name')).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(page.locator('.proposal-name')).toBeVisible();

  // Six pages; the decision asked is typed on the last one.
  await goTo('Present');
  await page.keyboard.press('End');
  await expect(page.locator('.present-stage')).toHaveAttribute('data-page', 'decision');
  await page.getByRole('textbox', { name: 'Decision asked' }).fill('Let small changes be decided every day.');
  await page.keyboard.press('Escape');
  await crossflow.picture('five-decision');
  await page.keyboard.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);

  // One page on paper, and the slides; costs and names stay in the house.
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const [what, file, starts] of [[/one.page|brief/i, 'brief.pdf', '%PDF'], [/^Presentation$/, 'pages.pptx', 'PK']] as const) {
    const place = path.join(folder, file);
    await crossflow.choosePlace(place);
    await page.keyboard.press('Control+e');
    await dialog.getByRole('group', { name: 'What' }).getByRole('button', { name: what }).click();
    for (const name of ['Costs', 'Names']) {
      const box = dialog.getByRole('checkbox', { name });
      if (await box.count() > 0) await expect(box).not.toBeChecked();
    }
    if (file.endsWith('pptx')) {
      await dialog.getByRole('combobox', { name: 'Format' }).click();
      await page.getByRole('option', { name: /PowerPoint/ }).click();
    }
    await dialog.getByRole('button', { name: /^Export / }).click();
    await expect.poll(() => existsSync(place), { timeout: 90_000 }).toBe(true);
    expect((await readFile(place)).toString('latin1').startsWith(starts)).toBe(true);
    await expect(dialog).toHaveCount(0);
  }
  // Everything is there to go back on: as many undos lead to the empty page.
  await goTo('Draw');
  for (let n = 0; n < 60; n += 1) await page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(0);
});
