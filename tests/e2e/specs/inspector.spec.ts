import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Crossflow } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

/** What axe holds against the window as it stands, one line each. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // Its usual way opens a second page, which this program does not have.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

interface Saved {
  readonly model: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}

/** The document as it is written. */
const saved = async ({ page, ...crossflow }: Crossflow, folder: string): Promise<Saved> => {
  const file = path.join(folder, 'drawn.crossflow');
  await crossflow.choosePlace(file);
  await page.keyboard.press('Control+Shift+s');
  await expect(page.locator('[data-status="save"]')).toHaveText('Saved');
  return JSON.parse(await readFile(file, 'utf8')) as Saved;
};

const draw = async (crossflow: Crossflow): Promise<CanvasPage> => {
  const canvas = new CanvasPage(crossflow.page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
  await canvas.fit();
  return canvas;
};

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Properties' });

/** Opens everything that is folded away. */
const unfold = (panel: Locator): Promise<void> => panel.evaluate((element) => element.querySelectorAll('details').forEach((one) => { one.open = true; }));

test('a form is filled in by keyboard alone', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  await draw(crossflow);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Check');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel).toBeVisible();
  const tabTo = async (field: Locator): Promise<void> => {
    for (let n = 0; n < 120; n += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The field is not reached with Tab');
  };
  const usually = panel.getByRole('textbox', { name: 'usually', exact: true }).first();
  await tabTo(usually);
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert').filter({ hasText: 'A time like 2h' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('90 min');
  await page.keyboard.press('Tab');
  await expect(usually).toHaveValue('90 min');

  await tabTo(panel.getByRole('button', { name: 'How sure: Estimated' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('textbox', { name: 'Uncertain by ±' }).last());
  await page.keyboard.type('40');
  await tabTo(page.getByRole('textbox', { name: 'Who said so' }));
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  const { model } = await saved(crossflow, folder);
  const check = Object.values(model['nodes'] ?? {}).find(({ name }) => name === 'Check');
  expect(check?.['serviceTime']).toMatchObject({ mean: 90, unit: 'min', spread: 0.4, source: 'Ada' });
});

test('what requests say of themselves decides who goes first and which way they go', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = await draw(crossflow);
  const panel = panelOf(page);
  await canvas.nodes.filter({ has: page.locator('[data-kind="start"]') }).or(page.locator('.react-flow__node[aria-label^="Start"]')).first().click();
  await unfold(panel);
  await panel.getByRole('button', { name: 'Add something it says' }).click();
  await panel.getByRole('textbox', { name: 'How often large' }).fill('3');
  await panel.getByRole('button', { name: 'Add a rule' }).click();
  await expect(panel.getByRole('group', { name: 'Goes first when' }).getByRole('combobox', { name: 'What is looked at' })).toHaveText('size');
  await panel.getByRole('group', { name: 'Goes first when' }).getByRole('button', { name: 'or else' }).click();
  await crossflow.picture('forms-demand-light');
  expect.soft(await violations(page)).toEqual([]);

  const { model } = await saved(crossflow, folder);
  const [demand] = Object.values(model['demandClasses'] ?? {});
  expect(demand?.['attributes']).toEqual([{ type: 'choice', name: 'size', choices: [{ value: 'small', weight: 1 }, { value: 'large', weight: 3 }] }]);
  expect(demand?.['priorityRules']).toEqual([{ when: { anyOf: [[{ attribute: 'size', comparison: '=', value: 'small' }], [{ attribute: 'size', comparison: '=', value: 'small' }]] }, priority: 1 }]);
});

test('a branch is taken by a condition, the other otherwise', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = await draw(crossflow);
  await canvas.node('Check').click();
  await page.getByRole('button', { name: 'Append: Gateway' }).click();
  await page.keyboard.type('Large?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await canvas.fit();
  await page.keyboard.press('Escape');
  await canvas.connect('Large?', 'Answer');
  await canvas.connect('Large?', 'Ask');
  await page.keyboard.press('Escape');
  const panel = panelOf(page);
  await canvas.node('Large?').click();
  await panel.getByRole('button', { name: 'to Ask' }).click();
  await panel.getByRole('button', { name: 'Condition', exact: true }).click();
  const value = panel.getByRole('textbox', { name: 'Compared with' });
  await value.fill('huge');
  await value.press('Enter');
  await crossflow.picture('forms-condition-light');
  expect.soft(await violations(page)).toEqual([]);
  await canvas.node('Large?').click();
  await panel.getByRole('button', { name: 'to Answer' }).click();
  await panel.getByRole('button', { name: 'Otherwise', exact: true }).click();
  const { model } = await saved(crossflow, folder);
  const flows = Object.values(model['flows'] ?? {});
  expect(flows.some(({ condition }) => JSON.stringify(condition) === JSON.stringify({ anyOf: [[{ attribute: 'size', comparison: '=', value: 'huge' }]] }))).toBe(true);
  expect(flows.filter(({ otherwise }) => otherwise === true)).toHaveLength(1);
});

test('working hours are made for a department, with halves, holidays and a time zone', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = await draw(crossflow);
  await canvas.lane('IT').click();
  await unfold(panelOf(page));
  await panelOf(page).getByRole('button', { name: 'Edit working hours' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Working hours' });
  await dialog.getByRole('button', { name: 'New working hours' }).click();
  const monday = dialog.getByRole('textbox', { name: 'Hours on Mondays' });
  await monday.fill('late');
  await monday.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Hours like 9–12, 13–17:30, or 9–17 (50 %) where half are there.');
  await monday.fill('8-12, 13-18 (50%)');
  await monday.press('Enter');
  await expect(monday).toHaveValue('08:00–12:00, 13:00–18:00 (50 %)');
  await dialog.getByRole('button', { name: 'Monday to Friday as on Monday' }).click();
  await dialog.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Tokyo');
  await dialog.getByRole('button', { name: 'Add a day' }).click();
  const occasion = dialog.getByRole('textbox', { name: 'Occasion' });
  await occasion.fill('Christmas');
  await occasion.press('Enter');
  await expect(dialog.getByText('Open 33 hours a week')).toBeVisible();
  await crossflow.picture('forms-hours-light');
  expect.soft(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const { model } = await saved(crossflow, folder);
  const [made] = Object.values(model['calendars'] ?? {});
  expect(made).toMatchObject({ name: 'Hours of IT', timeZone: 'Asia/Tokyo', exceptions: [{ date: '2024-12-25', name: 'Christmas', intervals: [] }] });
  expect(made?.['weekly']).toHaveLength(10);
  expect(Object.values(model['parties'] ?? {}).find(({ name }) => name === 'IT')?.['calendar']).toBe(made?.['id']);
});

test('when requests come in is typed hour by hour', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  await draw(crossflow);
  await page.locator('.react-flow__node[aria-label^="Start"]').first().click();
  const panel = panelOf(page);
  const volume = panel.getByRole('textbox', { name: 'How many' });
  await volume.fill('20');
  await volume.press('Enter');
  await unfold(panel);
  await panel.getByRole('button', { name: 'Hour by hour …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Office hours' }).click();
  await dialog.locator('[data-cell="0 10"]').click();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[data-cell="1 10"]')).toHaveText('3');
  await crossflow.picture('forms-profile-light');
  // What is no weight stays where it was typed and says so; the hours before it stay as they were.
  await dialog.locator('[data-cell="2 10"]').click();
  await page.keyboard.type('lots');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[data-cell="2 10"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.locator('[data-cell="2 10"]')).toContainText('lots');
  await expect(dialog.getByRole('alert')).toHaveText('"lots" is no weight: type a number like 2 or 0.5, or leave the hour empty.');
  await crossflow.picture('forms-profile-trouble');
  expect.soft(await violations(page)).toEqual([]);
  await dialog.locator('[data-cell="2 10"]').click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const { model } = await saved(crossflow, folder);
  const arrivals = Object.values(model['demandClasses'] ?? {})[0]?.['arrivals'] as { readonly profile?: readonly number[] } | undefined;
  const profile = arrivals?.profile ?? [];
  expect([profile.length, profile[9], profile[24 + 9], profile[8]]).toEqual([168, 3, 3, 0]);
});

test('a batch starts by rules, and a distribution shows its curve', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = await draw(crossflow);
  await canvas.node('Check').click();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'L', exact: true }).first().click();
  await unfold(panel);
  await expect(panel.getByRole('img', { name: /^From .* on average$/ })).toBeVisible();
  await crossflow.picture('forms-curve-light');
  const atOnce = panel.getByRole('textbox', { name: 'Worked on' });
  await atOnce.fill('5');
  await atOnce.press('Enter');
  await unfold(panel);
  const rules = panel.getByRole('group', { name: 'A batch starts when' });
  await rules.getByRole('button', { name: 'or else' }).click();
  await rules.getByRole('combobox', { name: 'What is looked at' }).last().click();
  await page.getByRole('option', { name: 'The day' }).click();
  await rules.getByRole('button', { name: 'and also' }).last().click();
  await rules.scrollIntoViewIfNeeded();
  await crossflow.picture('forms-batch-light');
  expect.soft(await violations(page)).toEqual([]);
  await page.evaluate(() => window.crossflow.request('settings:set', { theme: 'dark' }));
  await page.waitForTimeout(300);
  await crossflow.picture('forms-batch-dark');
  expect.soft(await violations(page)).toEqual([]);
  const { model } = await saved(crossflow, folder);
  const check = Object.values(model['nodes'] ?? {}).find(({ name }) => name === 'Check');
  expect(check?.['batching']).toMatchObject({ firing: [[{ attribute: 'size', comparison: '>=', value: 5 }], [{ attribute: 'weekday', comparison: '=', value: 'mon' }, { attribute: 'size', comparison: '>=', value: 2 }]] });
});

test('several steps are changed at once, and one undo takes it back', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = await draw(crossflow);
  const panel = panelOf(page);
  await canvas.node('Check').click();
  await panel.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await canvas.node('Ask').click();
  await page.keyboard.press('Control+a');
  await expect(panel.getByRole('heading', { name: '3 steps' })).toBeVisible();
  const owner = panel.getByRole('textbox', { name: 'Owner' });
  await expect(owner).toHaveValue('');
  await expect(owner).toHaveAttribute('placeholder', '…');
  await expect(panel.getByText('Different values').first()).toBeVisible();
  await unfold(panel);
  await crossflow.picture('forms-several-light');
  expect.soft(await violations(page)).toEqual([]);

  await panel.getByRole('button', { name: 'M', exact: true }).click();
  await owner.fill('Ben');
  await owner.press('Enter');
  const owners = async (): Promise<readonly unknown[]> => Object.values((await saved(crossflow, folder)).model['nodes'] ?? {}).filter(({ kind }) => kind === 'step').map((step) => step['owner']);
  expect(await owners()).toEqual(['Ben', 'Ben', 'Ben']);
  await panel.getByRole('heading', { name: '3 steps' }).click();
  await page.keyboard.press('Control+z');
  expect(await owners()).toEqual([undefined, 'Ada', undefined]);
});

test('every form is clean in light, dark and high contrast', async ({ crossflow }) => {
  test.slow();
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+1');
  await page.waitForTimeout(300);
  const panel = panelOf(page);
  const canvas = new CanvasPage(page);
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen }), theme);
    for (const shown of [canvas.node('Build and test'), canvas.node('Approve change'), page.locator('.react-flow__node[aria-label^="Start"]').first(), canvas.badges.first(), canvas.lane('Cloud vendor')]) {
      await shown.click();
      await expect(panel).toBeVisible();
      await unfold(panel);
      expect.soft(await violations(page)).toEqual([]);
    }
  }
  await canvas.node('Build and test').click();
  await unfold(panel);
  await crossflow.picture('forms-step-contrast');
});

test('what is chosen in a form is read whole, and three times stand beneath their label', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  await page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: 'Draw', exact: true }).click();
  await page.locator('.react-flow__node', { hasText: 'Assess risk' }).click();
  const panel = page.getByRole('complementary');
  for (const more of await panel.getByText('More', { exact: true }).all()) await more.click();
  const outcome = panel.getByRole('combobox', { name: 'Outcome' });
  await expect(outcome).toContainText('Improvements in use');
  const cutOff = (words: Element): number => words.scrollWidth - words.clientWidth;
  expect(await outcome.locator('span').first().evaluate(cutOff)).toBeLessThanOrEqual(0);
  const label = panel.getByText('Asking takes', { exact: true });
  const [words, times] = [await label.boundingBox(), await panel.getByRole('textbox', { name: 'usually' }).last().boundingBox()];
  expect(times?.x).toBeCloseTo(words?.x ?? 0, 0);

  // One that is too long for its field stands on two lines.
  await new CanvasPage(page).lane('Business').click();
  const hours = panel.getByRole('combobox', { name: 'Working hours' }).last();
  await expect(hours).toContainText('As usual: Office hours');
  const long = hours.locator('span').first();
  expect(await long.evaluate(cutOff)).toBeLessThanOrEqual(0);
  expect(await long.evaluate((shown) => { const text = document.createRange(); text.selectNodeContents(shown); return text.getClientRects().length; })).toBe(2);
});
