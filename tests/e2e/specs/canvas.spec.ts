import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

const steps = ['Describe the change', 'Assess effort @IT', 'Assess risk @Security', 'Decide @Change', 'Build @IT', 'Accept @Business'];

test('lanes and steps appear as they are typed, with the handoffs between them', async ({ crossflow }) => {
  const canvas = new CanvasPage(crossflow.page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security, Change board');
  await canvas.typeSteps(steps);
  await canvas.fit();

  expect(await canvas.laneOrder()).toEqual(['Business', 'IT', 'Security', 'Change board']);
  // The start came along with the first step.
  await expect(canvas.nodes).toHaveCount(steps.length + 1);
  await expect(canvas.flows).toHaveCount(steps.length);
  await expect(canvas.badges).toHaveCount(5);
  expect(await canvas.spoken('Assess risk')).toBe('Step: Assess risk. In Security. Leads to Decide');
  await crossflow.picture('canvas-light');
});

test('a step dragged across a border changes its lane, and undo takes it back as one', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
  await canvas.fit();
  await expect(canvas.badges).toHaveCount(2);

  await canvas.dragIntoLane('Check', 'Security');
  await expect.poll(() => canvas.spoken('Check')).toContain('In Security');
  await page.keyboard.press('Control+z');
  await expect.poll(() => canvas.spoken('Check')).toContain('In IT');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => canvas.spoken('Check')).toContain('In Security');
  // Dragged beside its neighbours there is no handoff left.
  await canvas.dragIntoLane('Check', 'Business');
  await expect(canvas.badges).toHaveCount(0);
});

test('nodes are connected, renamed, duplicated and deleted by keyboard', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
  await canvas.fit();

  await canvas.connect('Answer', 'Check');
  await expect(canvas.flows).toHaveCount(4);

  await canvas.node('Check').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Verify');
  await page.keyboard.press('Enter');
  await expect(canvas.node('Verify')).toBeVisible();
  await expect(canvas.naming).toHaveCount(0);

  await canvas.node('Verify').click();
  await page.keyboard.press('Control+d');
  await expect(canvas.node('Verify')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(canvas.node('Verify')).toHaveCount(1);

  await canvas.node('Verify').click();
  await page.keyboard.press('Delete');
  await expect(canvas.node('Verify')).toHaveCount(0);
  for (let n = 0; n < 40; n += 1) await page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(0);
  for (let n = 0; n < 40; n += 1) await page.keyboard.press('Control+Shift+z');
  await expect(canvas.nodes).toHaveCount(3);
});

test('lanes are put in another order, made higher, renamed and removed', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT']);
  await canvas.fit();

  const security = await canvas.lane('Security').boundingBox();
  const business = await canvas.lane('Business').boundingBox();
  if (security === null || business === null) throw new Error('No lanes');
  await canvas.drag(canvas.lane('Security'), { x: business.x + 20, y: business.y + 4 });
  await expect.poll(() => canvas.laneOrder()).toEqual(['Security', 'Business', 'IT']);
  // What is drawn in a lane comes along.
  expect(await canvas.spoken('Check')).toContain('In IT');

  await canvas.lane('IT').dblclick();
  await page.keyboard.type('Technology');
  await page.keyboard.press('Enter');
  await expect(canvas.lane('Technology')).toBeVisible();

  await canvas.lane('Security').click();
  await page.keyboard.press('Delete');
  await expect.poll(() => canvas.laneOrder()).toEqual(['Business', 'Technology']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => canvas.laneOrder()).toEqual(['Security', 'Business', 'Technology']);
});

test('what is saved is what comes back', async ({ start, folder }) => {
  const file = path.join(folder, 'Change.crossflow');
  const first = await start();
  const canvas = new CanvasPage(first.page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security, Change board');
  await canvas.typeSteps(steps);
  await expect(canvas.status()).toHaveText('Not saved');
  await first.choosePlace(file);
  await first.page.keyboard.press('Control+s');
  await expect(canvas.status()).toHaveText('Saved');
  const written = await readFile(file, 'utf8');
  await first.end();

  const second = await start([file], path.join(folder, 'profile-2'));
  const again = new CanvasPage(second.page);
  await expect(again.nodes).toHaveCount(steps.length + 1);
  await expect(again.status()).toHaveText('Saved');
  // Saving it untouched under another name gives the same bytes.
  const copy = path.join(folder, 'Copy.crossflow');
  await second.choosePlace(copy);
  await second.page.keyboard.press('Control+Shift+s');
  await expect(again.page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
  expect(await readFile(copy, 'utf8')).toBe(written);
});

test('an edit of the numbers reaches the model, and the table says what is missing', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT']);
  await page.locator('[data-status="missing"]').click();
  const table = page.getByRole('dialog', { name: 'Numbers' });
  await expect(table.locator('[data-numbers="guesses"]')).toHaveText('5 things to fill in');

  await table.getByRole('textbox', { name: 'How many' }).fill('20');
  await page.keyboard.press('Enter');
  for (const team of ['Business', 'IT']) {
    await table.getByRole('textbox', { name: `People of ${team}` }).fill('3');
    await page.keyboard.press('Enter');
  }
  for (const size of await table.getByRole('button', { name: 'M', exact: true }).all()) await size.click();
  await expect(table.locator('[data-numbers="guesses"]')).toHaveText('Rests on 5 guesses');
  await crossflow.picture('numbers');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-status="missing"]')).toHaveCount(0);
});

test('dark looks as drawn', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security, Change board');
  await canvas.typeSteps(steps);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await canvas.fit();
  await canvas.badges.first().click();
  await expect(page.getByRole('complementary')).toContainText('Handoff');
  await crossflow.picture('canvas-dark');
});

test('the page goes out as a PDF and a picture', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
  for (const [format, starts] of [['PDF', '%PDF'], ['SVG', '<?xml']] as const) {
    const file = path.join(folder, `Page.${format.toLowerCase()}`);
    await crossflow.choosePlace(file);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: new RegExp(`^${format}`) }).click();
    await dialog.getByRole('button', { name: `Export ${format}` }).click();
    await expect(page.getByText(`Exported to Page.${format.toLowerCase()}.`)).toBeVisible();
    expect((await readFile(file, 'latin1')).startsWith(starts)).toBe(true);
  }
});

test('what was drawn before a power cut is offered at the next start', async ({ start }) => {
  const first = await start();
  const canvas = new CanvasPage(first.page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask', 'Check @IT']);
  await canvas.node('Check').click();
  await first.page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(2);
  await first.page.waitForTimeout(1000);
  await first.kill();

  const second = await start();
  const again = new CanvasPage(second.page);
  await second.page.getByRole('button', { name: 'Recover', exact: true }).click();
  await expect(again.nodes).toHaveCount(2);
  expect(await again.laneOrder()).toEqual(['Business', 'IT']);
  await expect(again.status()).toHaveText('Not saved');
  // The history came back too.
  await second.page.keyboard.press('Control+Shift+z');
  await expect(again.node('Check')).toBeVisible();
});

test('closing unsaved work asks, and a closed tab can be had back', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await canvas.typeSteps(['Ask']);
  await page.keyboard.press('Control+w');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(canvas.node('Ask')).toBeVisible();
  await page.keyboard.press('Control+w');
  await page.getByRole('button', { name: 'Don\'t save' }).click();
  await expect(canvas.nodes).toHaveCount(0);
  await page.keyboard.press('Control+Shift+t');
  await expect(canvas.node('Ask')).toBeVisible();
});
