// A sheet goes out to a team and comes back filled in: what differs is looked through, taken over and recorded.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';

test('a department is asked by a sheet, and its answers are taken over with who said so', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[data-example="software-change"]').click();
  await page.getByRole('button', { name: 'Draw', exact: true }).click();

  // from the table of numbers, where the guesses are counted
  await page.getByRole('button', { name: 'Numbers' }).first().click();
  await page.getByRole('button', { name: 'Ask the departments' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask the departments' });
  const file = path.join(folder, 'Questions to Security analysts.xlsx');
  await crossflow.choosePlace(file);
  await dialog.getByRole('button', { name: 'Save the sheet for Security analysts…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await crossflow.picture('ask-teams');

  // Anna overwrites a time, says that it was measured, and writes something that is no time
  const parts = unzipSync(await readFile(file));
  const fill = (name: string, from: string, to: string): void => {
    const part = strFromU8(parts[name] ?? new Uint8Array());
    expect(part).toContain(from);
    parts[name] = strToU8(part.replace(from, to));
  };
  fill('xl/worksheets/sheet2.xml', '>1.25 h<', '>3 h<');
  fill('xl/worksheets/sheet2.xml', '>estimated<', '>measured<');
  fill('xl/worksheets/sheet1.xml', '<c r="B8" s="5" t="inlineStr"><is><t xml:space="preserve"></t></is></c>', '<c r="B8" s="5" t="inlineStr"><is><t>Anna</t></is></c>');
  fill('xl/worksheets/sheet4.xml', '>85 %<', '>a lot<');
  const back = path.join(folder, 'back.xlsx');
  await writeFile(back, zipSync(parts));

  await crossflow.chooseFiles([back]);
  await dialog.getByRole('button', { name: 'Read a returned sheet…' }).click();
  const returned = page.getByRole('dialog', { name: 'What came back' });
  await expect(returned.getByRole('checkbox', { name: /Assess risk: Usually takes: 1.25 h → 3 h \(measured\)/ })).toBeChecked();
  await expect(returned.locator('.ask-answer .field-error')).toHaveCount(1);
  await expect(returned.getByRole('textbox', { name: 'Answered by' })).toHaveValue('Anna');
  await crossflow.picture('ask-returned');

  // one line is left out by the keyboard; the rest is taken over
  await returned.getByRole('checkbox', { name: /At worst/ }).focus();
  await page.keyboard.press('Space');
  await returned.getByRole('button', { name: /^Take over/ }).click();
  await expect(returned).toHaveCount(0);
  await page.getByRole('dialog', { name: 'Which is meant?' }).getByRole('button').nth(1).press('Escape');

  await page.locator('.react-flow__node').filter({ hasText: 'Assess risk' }).first().click();
  const usually = page.locator('.panel').getByRole('textbox', { name: 'usually' }).first();
  await expect(usually).toHaveValue('3 h');
  await page.keyboard.press('Control+Alt+m');
  const comments = page.getByRole('dialog', { name: 'Comments' });
  await expect(comments).toContainText('Anna');
  await expect(comments).toContainText('Usually takes: 1.25 h → 3 h');
  await page.keyboard.press('Escape');
  await expect(comments).toHaveCount(0);

  // one undo takes all of it back
  await page.locator('.react-flow__node').filter({ hasText: 'Assess risk' }).first().click();
  await page.keyboard.press('Control+z');
  await expect(usually).toHaveValue('1.25 h');
});

test('a file that is no sheet is refused in one sentence', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Ask the Departments');
  await page.keyboard.press('Enter');
  const file = path.join(folder, 'notes.xlsx');
  await writeFile(file, 'not a workbook');
  await crossflow.chooseFiles([file]);
  await page.getByRole('button', { name: 'Read a returned sheet…' }).click();
  await expect(page.getByRole('dialog')).toContainText('notes.xlsx is no workbook that can be read');
});
