// Files that nobody here wrote open in the window and go out as SVG; broken ones are refused in one sentence.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { root } from '../harness/crossflow.ts';

const data = path.resolve(root, '../shared/data');
const filesIn = (folder: string): string[] => {
  const place = path.join(data, folder);
  return existsSync(place) ? readdirSync(place).filter((name) => /\.(bpmn|xml)$/.test(name)).map((name) => path.join(place, name)) : [];
};

const sound = ['bpmn-lanes', 'bpmn-other', 'bpmn-big', 'bpmn-nodi', 'bpmn-nonlatin'].flatMap(filesIn);
const odd = filesIn('bpmn-odd');

test('every file opens with its report and is exported as a picture', async ({ crossflow, folder }) => {
  test.skip(sound.length === 0, 'skipped: ../shared/data is not here');
  test.setTimeout(400_000);
  const { page } = crossflow;
  for (const [at, file] of sound.entries()) {
    const name = path.basename(file);
    await crossflow.chooseFiles([file]);
    await page.keyboard.press('Control+o');
    await expect(page.locator('.dialog'), name).toContainText('kept', { timeout: 30_000, ignoreCase: true });
    await page.keyboard.press('Escape');
    await expect(page.locator('.react-flow__node, [data-lane-header]').first(), name).toBeAttached({ timeout: 15_000 });

    const picture = path.join(folder, `${at}.svg`);
    await crossflow.choosePlace(picture);
    await page.locator('.top-bar').getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.locator('.dialog');
    await dialog.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: /^SVG/ }).click();
    await dialog.getByRole('button', { name: 'Export SVG' }).click();
    await expect.poll(() => existsSync(picture), { message: name, timeout: 30_000 }).toBe(true);
    const svg = await readFile(picture, 'utf8');
    expect(svg, name).toContain('<svg');
    expect(svg.trimEnd().endsWith('</svg>'), name).toBe(true);
  }
});

test('a broken file opens or is refused in one sentence that names it', async ({ crossflow }) => {
  test.skip(odd.length === 0, 'skipped: ../shared/data is not here');
  const { page } = crossflow;
  for (const file of odd) {
    const name = path.basename(file);
    await crossflow.chooseFiles([file]);
    await page.keyboard.press('Control+o');
    const dialog = page.locator('.dialog');
    await expect(dialog, name).toBeVisible({ timeout: 30_000 });
    const text = (await dialog.textContent()) ?? '';
    expect(/kept/i.test(text) || text.includes(name), `${name}: ${text}`).toBe(true);
    expect(text, name).not.toMatch(/\bat .*\.[jt]s/);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});
