import { expect, type Locator, type Page } from '@playwright/test';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where something stands in the window; an error where it is not to be seen. */
export const boxOf = async (thing: Locator): Promise<Place & { readonly width: number; readonly height: number }> => {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('Nothing to see');
  return box;
};

const middleOf = async (thing: Locator): Promise<Place> => {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('Nothing to take hold of');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** The canvas as a person uses it: by what is written on it. */
export class CanvasPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async draw(): Promise<void> {
    await this.page.getByRole('button', { name: 'Draw', exact: true }).first().click();
  }

  /** Answers the question of the empty page. */
  async makeLanes(names: string): Promise<void> {
    await this.page.getByLabel('Which departments does a request pass?').fill(names);
    await this.page.keyboard.press('Enter');
    await expect(this.naming).toBeFocused();
  }

  /** Types steps one after the other, as Enter makes the next; Esc ends. */
  async typeSteps(steps: readonly string[]): Promise<void> {
    for (const step of steps) {
      await expect(this.naming).toBeFocused();
      await expect(this.naming).toHaveValue('');
      await this.page.keyboard.type(step);
      await this.page.keyboard.press('Enter');
    }
    await expect(this.naming).toBeFocused();
    await this.page.keyboard.press('Escape');
    await expect(this.naming).toHaveCount(0);
  }

  get naming(): Locator {
    return this.page.getByRole('textbox', { name: 'Name', exact: true }).and(this.page.locator('.label-editor textarea'));
  }

  /** A node by the name on it. */
  node(name: string): Locator {
    return this.page.locator('.react-flow__node', { hasText: name });
  }

  get nodes(): Locator {
    return this.page.locator('.react-flow__node');
  }

  get flows(): Locator {
    return this.page.locator('[data-flow]');
  }

  get badges(): Locator {
    return this.page.locator('[data-badge]');
  }

  lane(name: string): Locator {
    return this.page.locator('[data-lane-header]').and(this.page.getByTitle(name, { exact: true }));
  }

  /** What a screen reader hears of a node: kind, name, lane, where it leads. */
  async spoken(name: string): Promise<string> {
    return (await this.node(name).getAttribute('aria-label')) ?? '';
  }

  async drag(from: Locator, to: Place): Promise<void> {
    const start = await middleOf(from);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 6, start.y + 6, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 12 });
    await this.page.mouse.up();
  }

  /** Drags a node across lanes, keeping its place along the page. */
  async dragIntoLane(name: string, lane: string): Promise<void> {
    const node = await middleOf(this.node(name));
    const target = await middleOf(this.lane(lane));
    await this.drag(this.node(name), { x: node.x, y: target.y });
  }

  /** Connects with the key C and two clicks. */
  async connect(from: string, to: string): Promise<void> {
    await this.node(from).click();
    await this.page.keyboard.press('c');
    const { x, y } = await middleOf(this.node(to));
    await this.page.mouse.move(x, y, { steps: 4 });
    await this.page.mouse.click(x, y);
  }

  async fit(): Promise<void> {
    await this.page.keyboard.press('Control+0');
    await this.page.waitForTimeout(200);
  }

  async laneOrder(): Promise<readonly string[]> {
    const headers = await this.page.locator('[data-lane-header]').all();
    const found = await Promise.all(headers.map(async (header) => ({ name: (await header.getAttribute('title')) ?? '', y: (await header.boundingBox())?.y ?? 0 })));
    return found.toSorted((a, b) => a.y - b.y).map(({ name }) => name);
  }

  status(): Locator {
    return this.page.locator('[data-status="save"]');
  }
}
