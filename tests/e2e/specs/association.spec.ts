import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';
import { install, missingForDesktop, startsFromTree, type Installed } from '../harness/installed.ts';
import { DocumentsPage, exampleText } from '../pages/documents-page.ts';

const missing = missingForDesktop();

test('the Debian package makes its files the program’s own: a click, a command and a start menu open them in one window', async ({ folder }) => {
  test.skip(missing.length > 0, `A desktop's tools are missing (${missing.join(', ')}): the file association is not tried.`);
  test.setTimeout(120_000);
  const installed = await install(folder);
  try {
    await isSound(installed);
    await startsFromTree(installed);
    await opens(installed, folder);
  } finally {
    await installed.end();
  }
});

/** What the package tells the desktop passes the desktop's own validators. */
async function isSound({ tree, ask, text }: Installed): Promise<void> {
  const share = path.join(tree, 'usr/share');
  expect(ask('desktop-file-validate', path.join(share, 'applications/crossflow.desktop'))).toBe('');
  ask('update-mime-database', path.join(share, 'mime'));
  ask('update-desktop-database', path.join(share, 'applications'));
  const entry = await text('usr/share/applications/crossflow.desktop');
  expect(entry).toMatch(/^Exec=\/opt\/Crossflow\/crossflow %F$/m);
  expect(entry).toMatch(/^MimeType=application\/x-crossflow;application\/bpmn\+xml;$/m);
  expect(existsSync(path.join(tree, 'opt/Crossflow/crossflow'))).toBe(true);
  const icon = /^Icon=(.+)$/m.exec(entry)?.[1] ?? '';
  expect(await text(`usr/share/icons/hicolor/scalable/apps/${icon}.svg`)).toContain('<svg');
  const typeIcon = /application\/x-crossflow:(.+)/.exec(await text('usr/share/mime/icons'))?.[1] ?? '';
  expect(await text(`usr/share/icons/hicolor/scalable/mimetypes/${typeIcon}.svg`)).toContain('<svg');
}

async function opens({ tree, ask, start, window }: Installed, folder: string): Promise<void> {
  const file = async (name: string, content = exampleText()): Promise<string> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const first = await file('Geschäft 100 % #1.crossflow');
  expect(ask('xdg-mime', 'query', 'filetype', first)).toBe('application/x-crossflow');
  expect(ask('xdg-mime', 'query', 'filetype', await file('a.bpmn', '<definitions/>'))).toBe('application/bpmn+xml');
  expect(ask('xdg-mime', 'query', 'filetype', await file('b.bpmn20.xml', '<definitions/>'))).toBe('application/bpmn+xml');
  expect(ask('xdg-mime', 'query', 'default', 'application/x-crossflow')).toBe('crossflow.desktop');

  start('gio', ['open', first]);
  const page = await window();
  const documents = new DocumentsPage(page);
  await expect(documents.node('Assess risk')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.top-bar, header').first()).toContainText('Geschäft 100 % #1');

  // From here on the window runs, and everything is opened in it.
  start('xdg-open', [await file('二つ目 ✅.crossflow')]);
  await expect(documents.tab('二つ目 ✅')).toBeVisible();
  start('gtk-launch', ['crossflow.desktop', await file('three.crossflow'), await file('four.crossflow')]);
  await expect(documents.tab('three')).toBeVisible();
  await expect(documents.tab('four')).toBeVisible();
  await file('a folder/fünf.crossflow');
  start(path.join(tree, 'usr/bin/crossflow'), ['fünf.crossflow'], path.join(folder, 'a folder'));
  await expect(documents.tab('fünf')).toBeVisible();
  await file('a folder/sechs.crossflow');
  start(path.join(tree, 'opt/Crossflow/crossflow'), ['./sechs.crossflow'], path.join(folder, 'a folder'));
  await expect(documents.tab('sechs')).toBeVisible();
  await expect(page.locator('.file-tab')).toHaveCount(6);
  // The same command is the command line, with no other Node than the program's own.
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { readonly version: string };
  expect(ask(path.join(tree, 'usr/bin/crossflow'), '--version')).toBe(version);

  start('gtk-launch', ['crossflow.desktop', path.join(folder, 'gone.crossflow'), path.join(folder, 'lost.crossflow')]);
  await expect(documents.dialog).toContainText('gone.crossflow');
  await expect(documents.dialog).toContainText('lost.crossflow');
}
