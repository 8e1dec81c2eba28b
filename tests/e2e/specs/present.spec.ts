import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';

const names = ['Question', 'Today', 'Where time is lost', 'Proposal', 'Effect and who pays', 'Assumptions and decision asked'];

const openExample = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('[data-example="software-change"]').first().click();
  await expect(page.locator('h1.headline')).toBeVisible();
};

const compare = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const button = page.getByRole('button', { name: /^Compare (with Today|all)$/ });
  if (await button.isDisabled()) await page.locator('.suggestion').first().click();
  else await button.click();
  await expect(page.locator('.panel-body [data-picture="compared-bars"]')).toBeVisible({ timeout: 90_000 });
};

test('six pages are shown, moved through by keyboard, and hold the decision that was typed', async ({ crossflow, folder }) => {
  test.setTimeout(240_000);
  const { page, app } = crossflow;
  await openExample(page);
  await compare(page);
  await page.getByRole('button', { name: 'Present', exact: true }).click();

  const told = page.getByRole('status').filter({ hasText: 'Page' });
  for (const [at, name] of names.entries()) {
    await expect(told).toHaveText(`Page ${at + 1} of 6: ${name}`);
    await expect(page.locator('.present-stage svg[role="img"]')).toHaveAttribute('aria-label', new RegExp(`^${name}\\. .+`));
    await crossflow.picture(`present-${at + 1}-light`);
    await page.keyboard.press('ArrowRight');
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  const decision = page.getByRole('textbox', { name: 'Decision asked' });
  await decision.fill('Let the board decide small changes every day.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.present-stage svg[role="img"]')).toHaveAttribute('aria-label', /Let the board decide small changes every day\./);
  await crossflow.picture('present-decision');

  // The pages still speak of the comparison: a typed decision changes no number.
  await page.keyboard.press('ArrowLeft');
  await expect(told).toHaveText(`Page 5 of 6: ${names[4]}`);
  await expect(page.locator('.present-stage svg[role="img"]')).not.toHaveAttribute('aria-label', /Compare the proposal/);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Home');
  for (let at = 1; at <= names.length; at += 1) {
    await page.waitForTimeout(150);
    await crossflow.picture(`present-${at}-dark`);
    await page.locator('.present-stage').click({ position: { x: 900, y: 80 } });
  }

  await page.keyboard.press('Escape');
  await expect(page.locator('.present')).toHaveCount(0);
  // Back to where it was asked for.
  await expect(page.getByRole('button', { name: 'Compare', exact: true }).first()).toHaveAttribute('aria-pressed', 'true');

  for (const extension of ['pptx', 'pdf'] as const) {
    const file = path.join(folder, `deck.${extension}`);
    await crossflow.choosePlace(file);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Presentation', exact: true }).click();
    // A presentation is a PDF until slides are chosen.
    if (extension === 'pptx') {
      await dialog.getByRole('combobox', { name: 'Format' }).click();
      await page.getByRole('option', { name: 'Slides (PowerPoint)' }).click();
    }
    await dialog.getByRole('button', { name: `Export ${extension.toUpperCase()}` }).click();
    await expect.poll(() => existsSync(file), { timeout: 90_000 }).toBe(true);
    expect((await readFile(file)).subarray(0, 2).toString()).toBe(extension === 'pdf' ? '%P' : 'PK');
  }
});
