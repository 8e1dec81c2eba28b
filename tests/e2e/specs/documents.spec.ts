import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
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

test('versions: one is kept by name, each save keeps what was before, and going back can be undone', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const documents = new DocumentsPage(page);
  const file = path.join(folder, 'change.crossflow');
  await writeFile(file, exampleText());
  await crossflow.chooseFiles([file]);
  await documents.open();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Versions…' }).click();
  await expect(documents.dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('As shown to the board');
  await page.keyboard.press('Enter');
  await expect(page.locator('.version')).toContainText(['As shown to the board']);
  await expect(page.locator('.version')).toContainText(['The same as now.']);
  await page.keyboard.press('Escape');

  await documents.rename('Build and test', 'Build it');
  await documents.save();
  await documents.rename('Build it', 'Build all');
  await documents.save();

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Versions…' }).click();
  // Two saves, two earlier states of the file; the named one carries today's model alone.
  await expect(page.locator('[data-version^="saved-"]')).toHaveCount(2);
  await expect(page.locator('.version')).toHaveCount(3);
  await expect(page.locator('.version', { hasText: 'As shown to the board' })).toContainText('Step "Build and test": now called "Build all"');
  await expect(page.locator('[data-version^="saved-"]').first()).toContainText('Step "Build it": now called "Build all"');
  await page.locator('[data-version^="saved-"]').nth(1).getByRole('button', { name: /and \d more/ }).click();
  await crossflow.picture('versions-light');

  await documents.press('Go back to As shown to the board');
  await expect(page.locator('.toast')).toContainText('This is As shown to the board again.');
  await expect(documents.dialog).toHaveCount(0);
  await expect(documents.node('Build and test')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(documents.node('Build all')).toBeVisible();

  // The state before the first save comes back whole, with its name for the file.
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Versions…' }).click();
  await page.locator('[data-version^="saved-"]').nth(1).getByRole('button', { name: /^Go back/ }).click();
  await expect(documents.node('Build and test')).toBeVisible();
  await expect(documents.saved).toHaveText('Not saved');
  await page.keyboard.press('Control+z');
  await expect(documents.node('Build all')).toBeVisible();
  await expect(documents.saved).toHaveText('Saved');
});

test('keys: a command gets another one, one that is taken is named and taken over, and all of it outlives the program', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await start([], profile);
  const { page } = first;
  const row = (id: string) => page.locator(`[data-key-of="${id}"]`);
  await page.keyboard.press('Control+/');
  await page.getByRole('button', { name: 'Change Keys…' }).click();
  await row('document.new').getByRole('button', { name: /^Key of New/ }).click();
  await page.keyboard.press('Control+Alt+n');
  await expect(row('document.new')).toContainText('Ctrl+Alt+N');

  // Taken: it says by whom, and nothing happens until it is said so.
  await row('settings.open').getByRole('button', { name: /^Key of/ }).click();
  await page.keyboard.press('Control+o');
  await expect(row('settings.open')).toContainText('Ctrl+O is the key of "Open or Import…".');
  await first.picture('keys-light');
  await row('settings.open').getByRole('button', { name: 'Take it over' }).click();
  await expect(row('settings.open').locator('.key')).toHaveText('Ctrl+O');
  await expect(row('document.open')).toContainText('no key');

  // Esc is the window's own.
  await row('document.save').getByRole('button', { name: /^Key of/ }).click();
  await page.keyboard.press('F5');
  await expect(row('document.save').getByRole('alert')).toContainText('F5 is needed by the window itself');
  await page.keyboard.press('Escape');
  await expect(row('document.save').getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();

  const menuKey = (id: string) => first.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.accelerator, id);
  await expect.poll(() => menuKey('document.new')).toBe('CmdOrCtrl+Alt+N');
  expect(await menuKey('document.open')).toBeFalsy();
  await page.keyboard.press('Control+n');
  await expect(page.locator('.file-tab')).toHaveCount(0);
  await page.keyboard.press('Control+Alt+n');
  await expect(page.locator('.file-tab')).toHaveCount(1);
  await first.end();

  const second = await start([], profile);
  await second.page.keyboard.press('Control+o');
  await expect(second.page.getByRole('dialog')).toContainText('Settings');
  await second.page.keyboard.press('Escape');
  await second.page.keyboard.press('Control+/');
  await second.page.getByRole('button', { name: 'Change Keys…' }).click();
  await second.page.locator('[data-key-of="settings.open"]').getByRole('button', { name: /^Give Settings… back/ }).click();
  await expect(second.page.locator('[data-key-of="settings.open"] .key')).toHaveText('Ctrl+,');
  await second.page.getByRole('button', { name: 'All keys as they came' }).click();
  await expect(second.page.locator('[data-key-of="document.open"] .key')).toHaveText('Ctrl+O');
});

test('templates: one of the program\'s becomes a new document, and a document becomes one of one\'s own', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await start([], profile);
  const { page } = first;
  const documents = new DocumentsPage(page);
  await page.locator('[data-template="approval"]').click();
  await expect(documents.node('Decide')).toBeVisible();
  await expect(documents.saved).toHaveText('Not saved');
  await documents.rename('Decide', 'Decide together');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as Template…' }).click();
  await page.keyboard.type('Our approval');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast')).toContainText('Our approval');
  await first.end();

  const second = await start([], profile);
  await second.page.getByRole('button', { name: 'Discard' }).click();
  await expect(second.page.locator('[data-template]')).toHaveCount(5);
  await second.picture('start-templates-light');
  await second.page.locator('[data-template="own"]').click();
  await expect(second.page.locator('.react-flow__node', { hasText: 'Decide together' })).toBeVisible();
  await expect(second.page.locator('.file-tab')).toContainText('Our approval');
});

test('comments: on an element with author and time, marked on the page, ticked, taken back, and kept out of exports', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const documents = new DocumentsPage(page);
  const file = path.join(folder, 'change.crossflow');
  await writeFile(file, exampleText());
  await page.evaluate(() => window.crossflow.request('settings:set', { author: 'Ada' }));
  await page.reload();
  await expect(page.locator('.start-screen')).toBeVisible();
  await crossflow.chooseFiles([file]);
  await documents.open();
  await documents.node('Build and test').click();
  await page.keyboard.press('Control+Alt+m');
  await expect(documents.dialog.getByRole('group', { name: 'Comments on' })).toContainText('Build and test');
  await page.keyboard.type('Is four hours true?');
  await documents.press('Add');
  await expect(page.locator('.comment')).toContainText('Is four hours true?');
  await expect(page.locator('.comment')).toContainText('Build and test · Ada · ');
  await crossflow.picture('comments-light');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-comments]')).toHaveText('1');
  await crossflow.picture('comment-mark-light');

  await page.locator('[data-comments]').click();
  await page.getByRole('checkbox', { name: 'Done' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-comments]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-comments]')).toHaveText('1');
  await documents.save();
  expect(await readFile(file, 'utf8')).toContain('Is four hours true?');

  // What leaves the house says nothing of it unless it is ticked.
  const report = path.join(folder, 'report.html');
  await crossflow.choosePlace(report);
  const exportReport = async (withComments: boolean): Promise<string> => {
    await page.keyboard.press('Control+e');
    await documents.dialog.getByRole('group', { name: 'What' }).getByRole('button', { name: 'Report' }).click();
    if (withComments) await documents.dialog.getByRole('checkbox', { name: 'Comments' }).click();
    await documents.dialog.getByRole('button', { name: /^Export / }).click();
    await expect(page.locator('.toast').last()).toContainText('Exported', { timeout: 40_000 });
    return readFile(report, 'utf8');
  };
  expect(await exportReport(false)).not.toContain('Is four hours true?');
  await expect(page.locator('.toast')).toHaveCount(0, { timeout: 15_000 });
  expect(await exportReport(true)).toContain('Is four hours true?');
});

test('tabs: several documents, one closed without saving and had back with its edits', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const documents = new DocumentsPage(page);
  const files = ['one', 'two'].map((name) => path.join(folder, `${name}.crossflow`));
  for (const file of files) await writeFile(file, exampleText());
  await crossflow.chooseFiles(files);
  await documents.open();
  await expect(page.locator('.file-tab')).toHaveText(['one', 'two']);
  await documents.rename('Build and test', 'Build it');
  await page.keyboard.press('Control+w');
  await documents.press("Don't save");
  await expect(page.locator('.file-tab')).toHaveText(['one']);
  await expect(documents.node('Build it')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+t');
  await expect(page.locator('.file-tab')).toContainText(['one', 'two']);
  await expect(documents.node('Build it')).toBeVisible();
  await expect(documents.saved).toHaveText('Not saved');
  await page.keyboard.press('Control+z');
  await expect(documents.node('Build and test')).toBeVisible();
  await expect(documents.saved).toHaveText('Saved');
});

test('files that are dropped on the window are opened, those that cannot be are named', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const file = path.join(folder, 'dropped.crossflow');
  const broken = path.join(folder, 'broken.crossflow');
  await writeFile(file, exampleText());
  await writeFile(broken, '{"format": "cross');
  // What lies under the pointer has to stay: the start screen is whole.
  await page.locator('.start-picture').waitFor();
  const session = await page.context().newCDPSession(page);
  const drop = async (dropped: string): Promise<void> => {
    const data = { items: [], files: [dropped], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    await expect(page.getByText('Drop to open')).toBeVisible();
    await session.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data });
  };
  await drop(file);
  await expect(page.locator('.file-tab')).toHaveText(['dropped']);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await expect(page.getByText('Drop to open')).toHaveCount(0);
  await drop(broken);
  await expect(page.getByRole('dialog')).toContainText('broken.crossflow');
  await expect(page.locator('.file-tab')).toHaveText(['dropped']);
});

test('what was open lately stands on the start screen of the next start, and opens from there', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const files = ['Board', 'Budget'].map((name) => path.join(folder, `${name}.crossflow`));
  for (const file of files) await writeFile(file, exampleText());
  const first = await start(files, profile);
  await expect(first.page.locator('.file-tab')).toHaveText(['Board', 'Budget']);
  await first.end();
  const second = await start([], profile);
  const { page } = second;
  await expect(page.locator('.start-list').first().getByRole('button')).toHaveText([/^Budget/, /^Board/]);
  await page.getByRole('button', { name: 'Board.crossflow', exact: true }).click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await expect(page.locator('.file-tab')).toHaveText(['Board']);
  // It is in the program's own menu too; one that is gone says so and stays no dead end.
  expect(await second.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []).flatMap((item) => item.submenu?.items ?? []).map((item) => item.label))).toEqual(['Board.crossflow', 'Budget.crossflow']);
  await rm(files[1] ?? '');
  await page.keyboard.press('Control+w');
  await page.getByRole('button', { name: 'Budget.crossflow', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Budget.crossflow');
});

test('a second start opens its file as a tab of the window that is there', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const file = path.join(folder, 'handed.crossflow');
  await writeFile(file, exampleText());
  const { page } = await start([], profile);
  const executable = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron');
  const second = spawn(executable, ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '.', file], { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  await expect(page.locator('.file-tab')).toHaveText(['handed']);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
});
