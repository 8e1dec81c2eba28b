// The window as different people need it: larger text, no motion, other scripts, another language, the whole screen.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/test.ts';
import { boxOf, CanvasPage } from '../pages/canvas-page.ts';
import { changeFile, DocumentsPage, exampleText } from '../pages/documents-page.ts';

const goTo = (page: Page, mode: string) => page.getByRole('group', { name: 'Modes' }).getByRole('button', { name: mode, exact: true }).click();

/** Buttons and fields in sight whose words do not fit, or that stick out of the window; one line each. */
const cut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.top-bar .clip, .status .clip, .figures-card, .figures, button, input, select, label, h1, h2, [role="tab"], [role="combobox"]')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || element.closest('.visually-hidden, .react-flow, .cell, [inert]') !== null) return [];
    // Lists shorten what they repeat; bars say all.
    if (element.closest('.top-bar, .status') === null && (element.closest('.clip') ?? element.querySelector('.clip')) !== null) return [];
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    const scrolls = element.closest('.panel, .panel-body, .side-list, .palette, .drawer, .dialog-body, .tables-scroll, .start, .start-screen, .tabs-list') !== null;
    if (!scrolls && (box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1)) return [`outside: ${name}`];
    const hidden = getComputedStyle(element).overflow !== 'visible';
    return hidden && element.tagName !== 'INPUT' && element.scrollWidth > element.clientWidth + 2 ? [`cut: ${name}`] : [];
  }));

test('text grows to 200 %, and everything is still reached and read', async ({ crossflow }) => {
  test.slow();
  const { page, app } = crossflow;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  const before = await page.locator('h1.headline').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const dialog = page.getByRole('dialog');
  for (const size of [150, 200]) {
    await page.keyboard.press('Control+,');
    const field = dialog.getByRole('textbox', { name: 'Text size' });
    await field.fill(String(size));
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => page.locator('h1.headline').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeCloseTo(before * size / 100, 0);
    for (const mode of ['Simulate', 'Draw', 'Compare']) {
      await goTo(page, mode);
      await page.mouse.move(4, 400);
      await expect.soft(page.locator('.canvas')).toBeVisible();
      expect.soft(await cut(page), `${mode} at ${size} %`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await crossflow.picture(`text-${size}-${mode.toLowerCase()}`);
    }
    // The canvas still has room to be worked on.
    expect.soft((await boxOf(page.locator('.canvas'))).height).toBeGreaterThan(200);
    await goTo(page, 'Simulate');
    // No line of a finding ends between a number and its unit.
    const parts = page.locator('.finding').getByText(/^[\d.]+ (hours|days)$/);
    await expect(parts).not.toHaveCount(0);
    expect.soft(await parts.evaluateAll((all) => all.filter((one) => one.getClientRects().length !== 1).length)).toBe(0);
  }
  await page.keyboard.press('Control+e');
  await expect(dialog.getByRole('button', { name: /^Export / })).toBeInViewport();
  expect.soft(await cut(page), 'Export at 200 %').toEqual([]);
  expect.soft(await violations(page)).toEqual([]);
});

test('however many documents are open and however long a proposal is called, the one in front is named and can be closed', async ({ crossflow }) => {
  const { page, app } = crossflow;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  for (let n = 1; n <= 7; n += 1) await page.keyboard.press('Control+n');
  const bar = page.getByRole('navigation', { name: 'Open documents' });
  const apart = async (): Promise<void> => {
    const current = bar.locator('[data-current]');
    const [tab, more, today, modes] = [await boxOf(current), await boxOf(bar.getByRole('button', { name: 'New', exact: true })), await boxOf(page.locator('[data-scenario]')), await boxOf(page.getByRole('group', { name: 'Modes' }))];
    expect(tab.x + tab.width).toBeLessThanOrEqual(more.x + 1);
    expect(more.x + more.width).toBeLessThanOrEqual(today.x + 1);
    expect(today.x + today.width).toBeLessThanOrEqual(modes.x + 1);
    expect(await current.locator('.file-name').evaluate((name) => name.scrollWidth - name.clientWidth)).toBeLessThanOrEqual(0);
  };
  await expect(bar.locator('[data-current]')).toContainText('Untitled 7');
  await apart();
  // The first of them comes back into sight, with its name and its cross.
  await bar.getByRole('button', { name: 'Software change', exact: true }).press('Enter');
  await expect(bar.locator('[data-current]')).toContainText('Software change');
  await apart();
  await crossflow.picture('many-documents');
  await bar.getByRole('button', { name: 'Close Software change' }).click();
  await expect(bar.getByText('Software change')).toHaveCount(0);
});

test('with less motion nothing moves by itself', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.keyboard.press('Control+,');
  await page.getByRole('checkbox', { name: 'Move less' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(page.locator('.drawer')).toBeVisible();
  const moving = (): Promise<readonly string[]> => page.evaluate(() => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration ?? 0) > 20).map((one) => (one as CSSAnimation).animationName ?? 'transition'));
  expect(await moving()).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await moving()).toEqual([]);
  // The system's own wish is followed too.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.getByRole('checkbox', { name: 'Move less' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'full');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const slowest = (): Promise<number> => page.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) || 0)));
  expect(await slowest()).toBeLessThan(0.02);
});

const names = ['طلب جديد', 'בדיקת הבקשה', '審査と承認', '변경 사항 검토', '🚀 Release 👩‍💻', 'Überprüfung – naïve façade'] as const;

test('names in any script are typed, drawn within their step, saved and exported', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('المبيعات, 情報システム部, Sécurité');
  await canvas.typeSteps([names[0], `${names[1]} @情報`, `${names[2]} @Séc`, names[3], names[4], names[5]]);
  await canvas.fit();
  expect(await canvas.laneOrder()).toEqual(['المبيعات', '情報システム部', 'Sécurité']);
  expect(await canvas.spoken(names[1])).toContain('情報システム部');
  for (const name of names) {
    // A long name stands in several lines: what is heard of it is whole.
    const node = page.locator(`.react-flow__node[aria-label*="${name}."]`);
    await expect(node).toHaveCount(1);
    const step = await boxOf(node);
    for (const line of await node.locator('text').all()) {
      const text = await boxOf(line);
      expect(text.x, name).toBeGreaterThanOrEqual(step.x - 1);
      expect(text.x + text.width, name).toBeLessThanOrEqual(step.x + step.width + 1);
      expect(text.width, name).toBeGreaterThan(8);
    }
  }
  await crossflow.picture('scripts');
  const file = path.join(folder, 'scripts.crossflow');
  await crossflow.choosePlace(file);
  await page.keyboard.press('Control+s');
  await expect(canvas.status()).toHaveText('Saved');
  const svg = path.join(folder, 'scripts.svg');
  await crossflow.choosePlace(svg);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: /^SVG/ }).click();
  await dialog.getByRole('button', { name: 'Export SVG' }).click();
  await expect(page.getByText('Exported to scripts.svg.')).toBeVisible();
  const [saved, drawn] = [await readFile(file, 'utf8'), await readFile(svg, 'utf8')];
  for (const name of names) expect(saved).toContain(name);
  for (const word of ['طلب', 'בדיקת', '審査', '변경', '🚀', 'façade']) expect(drawn).toContain(word);
});

test('the window speaks German, whole', async ({ crossflow, folder }) => {
  const { page } = crossflow;
  const documents = new DocumentsPage(page);
  const file = path.join(folder, 'change.crossflow');
  await writeFile(file, exampleText());
  await changeFile(file, ({ settings }) => { settings.title = 'Wechsel'; });
  await page.evaluate(() => window.crossflow.request('settings:set', { language: 'de' }));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: 'Öffnen oder importieren' })).toBeVisible();
  await crossflow.chooseFiles([file]);
  await documents.open();
  await documents.node('Build and test').click();
  // No sentence of the window is left in English: none of its commonest words stands in a button, a heading or a label.
  const english = (): Promise<readonly string[]> => page.evaluate(() => [...document.querySelectorAll('button, h1, h2, h3, label, legend, summary, [role="tab"], .field-label')]
    .filter((element) => element.closest('.react-flow, .visually-hidden, .file-tabs') === null)
    .map((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim())
    .filter((text) => /\b(the|and|of|with|takes|Close|Search|Owner|Why|People|Done|Name of|Add)\b/.test(text)));
  expect(await english()).toEqual([]);
  for (const keys of ['Control+,', 'Control+/', 'Control+e']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await english(), keys).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await crossflow.picture('german');
});

test('the pages of Present get the whole screen and give it back', async ({ crossflow }) => {
  const { page, app } = crossflow;
  await page.locator('[data-example="software-change"]').click();
  await expect(page.locator('h1.headline')).toBeVisible();
  const full = (): Promise<boolean> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() === true);
  await goTo(page, 'Present');
  await expect(page.locator('.present-stage')).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(full).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.present-stage')).toHaveAttribute('data-page', 'today');
  await page.keyboard.press('f');
  await expect.poll(full).toBe(false);
  await page.locator('.present-stage').hover();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect.poll(full).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);
  await expect.poll(full).toBe(false);
});
