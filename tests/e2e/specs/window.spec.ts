import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';

/** What a page gets that sends anything at all, past the types. */
const refusal = (given: { channel: string; payload: unknown }) =>
  (window.crossflow.request as (channel: string, payload: unknown) => Promise<unknown>)(given.channel, given.payload).then(
    () => 'accepted',
    (error: Error) => error.message,
  );

test('the window starts, sandboxed and isolated', async ({ crossflow }) => {
  const { page, app } = crossflow;
  await expect(page).toHaveTitle(/Crossflow/);
  expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([]);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  await crossflow.picture('window');
});

test('the content policy refuses compiled text and everything from outside', async ({ crossflow }) => {
  const { page } = crossflow;
  const refused = await page.evaluate(async () => {
    // A task of its own: while the debugger evaluates, it may compile what the page may not.
    const later = () => new Promise((resolve) => setTimeout(resolve, 50));
    const says = (act: () => unknown) => later().then(act).then(() => 'allowed', () => 'refused');
    return {
      // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what this test is about
      compiled: await says(() => new Function('return 1')()),
      data: await says(() => fetch('data:text/plain,x')),
      network: await says(() => fetch('http://127.0.0.1:9/')),
      file: await says(() => fetch('file:///etc/hostname')),
      outside: await says(async () => {
        const { ok } = await fetch('/..%2f..%2fpackage.json');
        if (!ok) throw new Error('not found');
      }),
      window: window.open('about:blank') === null ? 'refused' : 'allowed',
      camera: await says(() => navigator.mediaDevices.getUserMedia({ video: true })),
    };
  });
  expect(Object.entries(refused).filter(([, answer]) => answer !== 'refused')).toEqual([]);
  // These complaints were provoked: the page itself has none.
  await crossflow.forgive();
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.waitForTimeout(200);
  expect(page.url()).toBe('app://crossflow/index.html');
});

test('a malformed request is refused and names what is wrong', async ({ crossflow }) => {
  const { page } = crossflow;
  expect(await page.evaluate(refusal, { channel: 'document:save', payload: { path: 'x', text: 5 } })).toMatch(/document:save: text Invalid input/);
  expect(await page.evaluate(refusal, { channel: 'settings:set', payload: { textSize: 5000 } })).toMatch(/textSize/);
  expect(await page.evaluate(refusal, { channel: 'journal:append', payload: { id: '../../x', text: '', fresh: true } })).toMatch(/journal:append: id/);
  expect(await page.evaluate(refusal, { channel: 'document:dropped', payload: { paths: ['/etc/hostname'] } })).toMatch(/refused/);
  expect(await page.evaluate(refusal, { channel: 'shell:run', payload: {} })).toMatch(/No handler/);
});

test('a file that the person did not choose is neither read nor written', async ({ crossflow, folder }) => {
  const secret = path.join(folder, 'secret.txt');
  await writeFile(secret, 'secret');
  const stamp = { modified: 0, size: 0, hash: '0'.repeat(64) };
  const answers = await crossflow.page.evaluate(
    async ({ file, expected }) => [
      await window.crossflow.request('document:read', { path: file }),
      await window.crossflow.request('document:open-recent', { path: file }),
      await window.crossflow.request('document:save', { path: file, text: 'mine', expected }),
    ],
    { file: secret, expected: stamp },
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { code: 'file.notChosen' } });
  expect(await readFile(secret, 'utf8')).toBe('secret');
});

test('a chosen file is opened and saved; a change from outside is seen before the write', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const file = path.join(folder, 'order.crossflow');
  await writeFile(file, 'one');
  await crossflow.chooseFiles([file]);
  const opened = await page.evaluate(() => window.crossflow.request('document:open', { filters: [], several: false }));
  if (!opened.ok || !opened.value[0]) throw new Error('not opened');
  const first = opened.value[0];
  const save = (text: string, expected: typeof first.stamp) =>
    page.evaluate((payload) => window.crossflow.request('document:save', payload), { path: file, text, expected });

  const saved = await save('two', first.stamp);
  expect(saved).toMatchObject({ ok: true, value: { kind: 'saved', name: 'order.crossflow' } });
  expect(await readFile(`${file}.bak`, 'utf8')).toBe('one');

  await writeFile(file, 'theirs');
  if (!saved.ok || saved.value.kind !== 'saved') throw new Error('not saved');
  const refused = await save('mine', saved.value.stamp);
  if (!refused.ok || refused.value.kind !== 'changed') throw new Error('not seen');
  expect(await readFile(file, 'utf8')).toBe('theirs');
  // Theirs may be overwritten once it was seen, and not what came after it.
  await writeFile(file, 'theirs again');
  expect(await save('mine', refused.value.theirs.stamp)).toMatchObject({ ok: true, value: { kind: 'changed' } });
  expect(await readFile(file, 'utf8')).toBe('theirs again');
  await writeFile(file, 'theirs');
  await save('mine', refused.value.theirs.stamp);
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('a page is printed to a PDF of vectors and text, without running its scripts', async ({ crossflow, folder }) => {
  const printed = await crossflow.page.evaluate(async () => {
    const html =
      '<!doctype html><meta charset="utf-8"><title>Brief</title><h1>Grüße</h1><script>document.body.textContent = "script ran"</script><svg width="50" height="50"><circle cx="25" cy="25" r="20"/></svg>';
    const answer = await window.crossflow.request('export:pdf', { html, paper: 'A4', landscape: true });
    return answer.ok ? [...answer.value] : [];
  });
  const file = path.join(folder, 'brief.pdf');
  await writeFile(file, new Uint8Array(printed));
  const said = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: 'utf8' });
  expect(said('pdftotext', file, '-').trim()).toBe('Grüße');
  expect(said('pdfimages', '-list', file).trim().split('\n')).toHaveLength(2);
  const facts = said('pdfinfo', file);
  expect(facts).toMatch(/Page size: +84[12](\.\d+)? x 59[45](\.\d+)? pts \(A4\)/);
  expect(facts).toMatch(/Tagged: +yes/);
});

test('a second start hands its file to the running window', async ({ start, folder }) => {
  const file = path.join(folder, 'order.crossflow');
  await writeFile(file, '{}');
  const profile = path.join(folder, 'profile');
  const first = await start([], profile);
  await first.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.crossflow.on('document:opened', ({ opened }) => heard.push(...opened.map(({ name }) => name)));
    return window.crossflow.request('app:start', {});
  });
  const executable = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron');
  expect(existsSync(executable)).toBe(true);
  const second = spawn(executable, ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '.', file], { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  await expect.poll(() => first.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['order.crossflow']);
});
