import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, todayId } from '../../../shared/document/scenarios/document.ts';
import { examples } from '../../../shared/examples/examples.ts';
import { violations } from '../harness/axe.ts';
import { root } from '../harness/crossflow.ts';
import { expect, test } from '../harness/test.ts';

/** One with a comparison, in English, and the one of most departments, in German. */
const looked = examples.filter(({ id }) => id === 'software-change' || id === 'employee-onboarding');
/** Few runs: it is the page that is looked at, not its numbers. */
const runs = 2;

test('a report opens from disk: axe finds nothing, nothing sticks out, and it prints tagged', async ({ crossflow, folder }) => {
  test.setTimeout(180_000);
  const { app } = crossflow;
  const files: { readonly name: string; readonly language: string; readonly file: string }[] = [];
  for (const [at, { id, text }] of looked.entries()) {
    const document = JSON.parse(text) as Document;
    const source = path.join(folder, `${id}.crossflow`);
    const file = path.join(folder, `${id}.html`);
    const language = at % 2 === 0 ? 'en' : 'de';
    // The first one with its proposals, the other as it is today.
    const scenarios = Object.fromEntries(Object.entries(document.scenarios).filter(([key]) => at === 0 || key === todayId));
    await writeFile(source, JSON.stringify({ ...document, scenarios, runSettings: { ...document.runSettings, replications: runs } }));
    execFileSync(process.execPath, [path.join(root, 'out/cli/crossflow.mjs'), 'export', source, '-o', file, '--language', language], { stdio: 'ignore' });
    files.push({ name: id, language, file });
  }
  // A window of its own beside the program's, which opens no file.
  const opening = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    void new BrowserWindow({ show: false, width: 1280, height: 900, webPreferences: { partition: 'reader' } }).loadURL('about:blank');
  });
  const page = await opening;
  for (const { name, language, file } of files) {
    await page.goto(`file://${file}`);
    expect(await page.evaluate(() => document.documentElement.lang), name).toBe(language);
    for (const colorScheme of name === files[0]?.name ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), name).toBe(0);
  }

  const printed = path.join(folder, 'report.pdf');
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const reader = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('file:'));
    return [...((await reader?.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true })) ?? [])];
  });
  await writeFile(printed, new Uint8Array(bytes));
  const said = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: 'utf8' });
  expect(said('pdfinfo', printed)).toMatch(/Tagged: +yes/);
  const last = [...(await readFile(files.at(-1)?.file ?? '', 'utf8')).matchAll(/<h2>([^<]+)<\/h2>/g)].at(-1)?.[1] ?? '?';
  expect(said('pdftotext', printed, '-')).toContain(last);
});
