// What makes a document one's own: colours of departments, a logo on what goes out, the language that it goes out in.
import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

test('a department has a colour by its name; undo takes it back', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[data-example="software-change"]').click();
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await new CanvasPage(page).lane('Security').click();
  await page.getByRole('combobox', { name: 'Colour' }).click();
  await page.getByRole('option', { name: 'Vermilion' }).click();
  await page.keyboard.press('Escape');
  const stripe = page.locator('.lane-layer [fill="var(--lane-vermilion)"], .lane-handles [fill="var(--lane-vermilion)"]');
  await expect(stripe.first()).toBeVisible();
  await crossflow.picture('branding-lane');
  await page.keyboard.press('Control+z');
  await expect(stripe).toHaveCount(0);
});

test('a logo is looked at before it is taken, and stands on what goes out, in the language of the document', async ({ crossflow, folder }) => {
  test.setTimeout(120_000);
  const { page } = crossflow;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[data-example="software-change"]').click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: /settings/i }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Document and run settings' });

  const wrong = path.join(folder, 'logo.png');
  await writeFile(wrong, 'no picture');
  await crossflow.chooseFiles([wrong]);
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no PNG, JPEG or SVG picture');

  // a drawing becomes points: nothing in it runs
  const drawing = path.join(folder, 'logo.svg');
  await writeFile(drawing, '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" onload="document.title=1"><script>document.title = 2</script><rect width="120" height="40" rx="8" fill="#0072B2"/><circle cx="20" cy="20" r="10" fill="#fff"/></svg>');
  await crossflow.chooseFiles([drawing]);
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog.getByRole('img', { name: 'Logo' })).toHaveAttribute('src', /^data:image\/png;base64,/);
  await dialog.getByRole('combobox', { name: 'Language of exports' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await crossflow.picture('branding-settings');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.locator('.present-stage image')).toBeVisible();
  await crossflow.picture('branding-present');
  await page.keyboard.press('Escape');

  const file = path.join(folder, 'brief.svg');
  await crossflow.choosePlace(file);
  await page.keyboard.press('Control+e');
  const exporting = page.getByRole('dialog', { name: 'Export' });
  await exporting.getByRole('button', { name: 'One-page brief' }).click();
  await exporting.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: /SVG/ }).click();
  await exporting.getByRole('button', { name: 'Export SVG' }).click();
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
  const svg = await readFile(file, 'utf8');
  expect(svg.includes('<image ')).toBe(true);
  expect(svg.includes('Beruht auf')).toBe(true);
});
