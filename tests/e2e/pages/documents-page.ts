import { expect, type Locator, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import type { Document } from '../../../shared/document/scenarios/document.ts';
import { examples } from '../../../shared/examples/examples.ts';

/** The text of the first worked example. */
export const exampleText = (): string => examples[0]?.text ?? '';

/** Changes a file as another program would: read, changed, written back. */
export async function changeFile(file: string, change: (document: Document) => void): Promise<void> {
  const document = JSON.parse(await readFile(file, 'utf8')) as Document;
  change(document);
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
}

/** Documents as a person handles them: open, save, and the questions that come up. */
export class DocumentsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get saved(): Locator {
    return this.page.locator('[data-status="save"]');
  }

  tab(name: string): Locator {
    return this.page.locator('.file-tab', { hasText: name });
  }

  /** Presses Open; the native dialog answers what was chosen before. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+o');
    await expect(this.page.locator('.react-flow__node').first()).toBeVisible({ timeout: 20_000 });
  }

  /** Gives a node another name by F2. */
  async rename(from: string, to: string): Promise<void> {
    await this.page.locator('.react-flow__node', { hasText: from }).first().click();
    await this.page.keyboard.press('F2');
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(to);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await expect(this.page.locator('.react-flow__node', { hasText: to }).first()).toBeVisible();
  }

  node(name: string): Locator {
    return this.page.locator('.react-flow__node', { hasText: name });
  }

  /** Presses Save and waits until the file has it. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await expect(this.saved).toHaveText('Saved');
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
