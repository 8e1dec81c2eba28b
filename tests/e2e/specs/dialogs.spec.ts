import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/test.ts';
import { changeFile, DocumentsPage, exampleText } from '../pages/documents-page.ts';

/** Opens a form by the window's menu. */
async function choose(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.locator(`[data-command="${command}"]`).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing in the forms around a document, ${theme}`, async ({ crossflow, folder }) => {
    test.setTimeout(180_000);
    const { page } = crossflow;
    const documents = new DocumentsPage(page);
    await page.evaluate((chosen) => window.crossflow.request('settings:set', { theme: chosen, author: 'Ada' }), theme);
    await page.reload();
    await expect(page.locator('.template-list li')).toHaveCount(4);
    const file = path.join(folder, 'change.crossflow');
    await writeFile(file, exampleText());
    await crossflow.chooseFiles([file]);
    await documents.open();
    await documents.node('Build and test').click();

    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(250);
      expect.soft(await violations(page), name).toEqual([]);
      await crossflow.picture(`${name}-${theme}`);
    };
    await page.keyboard.press('F1');
    await expect(page.locator('[data-topic="step"]')).toBeVisible();
    await look('help');
    await page.keyboard.press('Escape');

    await choose(page, 'comments.open');
    await page.keyboard.type('Is four hours true?');
    await documents.press('Add');
    await look('comments');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-comments]')).toBeVisible();
    await look('comment-mark');

    await choose(page, 'document.versions');
    await page.keyboard.type('As shown to the board');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await documents.rename('Build and test', 'Build it');
    await documents.save();
    await choose(page, 'document.versions');
    await expect(page.locator('.version')).toHaveCount(2);
    await look('versions');
    await page.keyboard.press('Escape');

    await choose(page, 'document.saveAsTemplate');
    await look('save-template');
    await page.keyboard.press('Escape');
    await choose(page, 'help.keys');
    await page.locator('[data-key-of="document.save"]').getByRole('button').click();
    await page.keyboard.press('Control+o');
    await look('keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(documents.dialog).toHaveCount(0);

    await page.keyboard.press('Control+p');
    await expect(documents.dialog.getByRole('status')).toHaveText('1 page', { timeout: 40_000 });
    await look('print');
    await page.keyboard.press('Escape');

    await documents.rename('Build it', 'Build all');
    await changeFile(file, ({ settings }) => {
      settings.title = 'Theirs';
    });
    await page.keyboard.press('Control+s');
    await documents.press('Compare');
    await look('changed');
  });
}
