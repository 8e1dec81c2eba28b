import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

test('unsaved work keeps the window open until the person has decided', async ({ crossflow }) => {
  const { app, page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT');
  await page.keyboard.press('Escape');
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toMatch(/^• .+ – Crossflow$/);

  await app.evaluate((electron) => electron.app.quit());
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(crossflow.isRunning()).toBe(true);

  await app.evaluate((electron) => electron.app.quit());
  // The page goes away under the click.
  await page.getByRole('button', { name: "Don't save" }).click({ noWaitAfter: true }).catch(() => undefined);
  await expect.poll(() => crossflow.isRunning()).toBe(false);
});

test('without unsaved work the program ends at once', async ({ crossflow }) => {
  await crossflow.app.evaluate((electron) => electron.app.quit()).catch(() => undefined);
  await expect.poll(() => crossflow.isRunning()).toBe(false);
});

test('settings outlive the program; theme and menu follow them', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await start([], profile);
  const menu = () => first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await first.page.evaluate(() => window.crossflow.request('settings:set', { language: 'en' }));
  expect(await menu()).toEqual(['&File', '&Edit', '&Insert', '&View', '&Simulate', '&Help']);
  await first.page.evaluate(() => window.crossflow.request('settings:set', { theme: 'dark', language: 'de' }));
  expect((await menu())?.slice(0, 2)).toEqual(['&Datei', '&Bearbeiten']);
  expect(await first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await first.end();
  const second = await start([], profile);
  expect(await second.page.evaluate(() => window.crossflow.request('settings:get', {}))).toMatchObject({ theme: 'dark', language: 'de', textSize: 100 });
});

test('the native menu names commands, shows their keys and passes them on', async ({ crossflow }) => {
  const { app, page } = crossflow;
  await page.evaluate(() => {
    const commands: string[] = [];
    Object.assign(window, { commands });
    window.crossflow.on('menu:command', ({ id }) => commands.push(id));
    return window.crossflow.request('menu:state', { disabled: ['edit.redo'], checked: ['mode.simulate'] });
  });
  const shown = await app.evaluate(({ Menu }) =>
    ['document.save', 'edit.redo', 'mode.simulate', 'mode.draw'].map((id) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      return { id, keys: item?.accelerator, enabled: item?.enabled, checked: item?.checked };
    }),
  );
  expect(shown).toMatchObject([
    { id: 'document.save', keys: 'CmdOrCtrl+S', enabled: true },
    { id: 'edit.redo', enabled: false },
    { id: 'mode.simulate', checked: true },
    { id: 'mode.draw', checked: false },
  ]);
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.about')?.click());
  await expect.poll(() => page.evaluate(() => (window as unknown as { commands: string[] }).commands)).toEqual(['help.about']);
});

test('an export goes where the person says, whole, and can be text or bytes', async ({ crossflow, folder }) => {
  const place = path.join(folder, 'diagram');
  await crossflow.choosePlace(place);
  const filters = [{ name: 'SVG', extensions: ['svg'] }];
  const text = await crossflow.page.evaluate((given) => window.crossflow.request('export:save', { suggestedName: 'diagram.svg', filters: given, content: '<svg/>' }), filters);
  expect(text).toMatchObject({ ok: true, value: { kind: 'saved', name: 'diagram.svg' } });
  expect(await readFile(`${place}.svg`, 'utf8')).toBe('<svg/>');
  await crossflow.page.evaluate(
    (given) => window.crossflow.request('export:save', { suggestedName: 'x.svg', filters: given, content: new Uint8Array([1, 2, 255]) }),
    filters,
  );
  expect([...(await readFile(`${place}.svg`))]).toEqual([1, 2, 255]);
});
