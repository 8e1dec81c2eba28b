import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { changeFile, DocumentsPage, exampleText } from '../pages/documents-page.ts';

test('what someone else wrote is seen before every write: compare, take theirs, undo, keep mine', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const documents = new DocumentsPage(page);
  const file = path.join(folder, 'change.crossflow');
  await writeFile(file, exampleText());
  await crossflow.chooseFiles([file]);
  await documents.open();
  await documents.rename('Build', 'Build it');
  const theirs = (title: string) => changeFile(file, ({ settings, model }) => {
    settings.title = title;
    const team = Object.values(model.teams)[0];
    if (team !== undefined) team.name = 'Platform crew';
  });
  await theirs('Theirs');
  const onDisk = await readFile(file, 'utf8');

  // Nothing is written; the comparison says in sentences what theirs says.
  await page.keyboard.press('Control+s');
  await expect(documents.dialog).toContainText('was changed by someone else');
  await documents.press('Compare');
  await expect(documents.dialog.getByRole('listitem')).toContainText(['now called "Platform crew"', 'now called "Build and test"', 'title Software change → Theirs']);
  await crossflow.picture('changed-compare-light');
  expect(await readFile(file, 'utf8')).toBe(onDisk);

  // Theirs comes into this tab, and undo brings mine back.
  await documents.press('Take theirs');
  await expect(documents.node('Build it')).toHaveCount(0);
  await expect(documents.saved).toHaveText('Saved');
  await page.keyboard.press('Control+z');
  await expect(documents.node('Build it')).toBeVisible();

  // Mine may go over what was seen, and not over what came after that.
  await theirs('Theirs again');
  await page.keyboard.press('Control+s');
  await expect(documents.dialog).toBeVisible();
  await theirs('Theirs once more');
  await documents.press('Keep mine');
  await expect(documents.dialog).toContainText('was changed by someone else');
  expect(await readFile(file, 'utf8')).toContain('Theirs once more');
  await documents.press('Keep mine');
  await expect(documents.saved).toHaveText('Saved');
  expect(await readFile(file, 'utf8')).toContain('Build it');
  expect(await readFile(`${file}.bak`, 'utf8')).toContain('Theirs once more');
});
