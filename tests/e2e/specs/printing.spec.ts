import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';

/** Whether something is drawn on the first page of the preview. */
const isDrawn = (page: Page): Promise<boolean> =>
  page.locator('.sheet canvas').first().evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value, index) => index % 4 !== 3 && value < 128 && (pixels[index - (index % 4) + 3] ?? 0) > 0);
  });

test('the preview shows the pages that are printed: diagram, one page and report, by paper and the way it lies', async ({ crossflow, folder }) => {
  test.slow();
  const { page, app } = crossflow;
  await page.locator('[data-example="software-change"]').first().click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: 'Print' });
  const status = dialog.getByRole('status');
  const sheet = dialog.locator('.sheet canvas').first();
  const choose = (group: string, name: string) => dialog.getByRole('group', { name: group }).getByRole('button', { name, exact: true }).click();
  const ratio = (): Promise<number> => sheet.evaluate((canvas: HTMLCanvasElement) => Math.round((canvas.width / canvas.height) * 100) / 100);

  await expect(status).toHaveText('1 page', { timeout: 30_000 });
  await expect.poll(ratio).toBe(1.41);
  await expect.poll(() => isDrawn(page)).toBe(true);
  await crossflow.picture('print-diagram-light');
  // Upright, its words would be too small: after the whole come parts that can be read.
  await choose('Sheet', 'Portrait');
  await expect(status).toHaveText(/^[2-9] pages$/, { timeout: 30_000 });
  await expect.poll(ratio).toBe(0.71);
  await crossflow.picture('print-parts-light');
  await choose('Paper', 'Letter');
  await expect(status).toHaveText(/^[2-9] pages$/, { timeout: 30_000 });
  await expect.poll(ratio).toBe(0.77);

  // The report runs over several pages; what stays in the house stays unless it is ticked.
  await choose('Paper', 'A4');
  await choose('What', 'Report');
  await expect(status).toHaveText(/^\d+ pages$/, { timeout: 40_000 });
  await expect.poll(() => isDrawn(page)).toBe(true);
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(0);
  const pages = Number(/^\d+/.exec((await status.textContent()) ?? '')?.[0]);
  await expect(dialog.locator('.sheet')).toHaveCount(pages);
  await crossflow.picture('print-report-light');

  const file = path.join(folder, 'report.pdf');
  await crossflow.choosePlace(file);
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.locator('.toast')).toContainText('report.pdf');
  const said = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: 'utf8' });
  const facts = said('pdfinfo', file);
  expect(facts).toMatch(new RegExp(`Pages: +${pages}\\n`));
  expect(facts).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);

  // The one seam is the system's dialog for printers.
  await app.evaluate((electron) => {
    electron.app.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        Object.assign(globalThis, { printed: { ...options, text: contents.getURL() } });
        done?.(true, '');
      };
    });
  });
  await page.keyboard.press('Control+p');
  await choose('What', 'One page');
  await expect(status).toHaveText('1 page', { timeout: 30_000 });
  await expect.poll(() => isDrawn(page)).toBe(true);
  await crossflow.picture('print-brief-light');
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await app.evaluate(() => (globalThis as unknown as { printed: object }).printed)).toMatchObject({ pageSize: 'A4', landscape: false, silent: false, text: 'app://print/page.html' });
});
