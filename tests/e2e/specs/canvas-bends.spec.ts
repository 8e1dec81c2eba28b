import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

/** The corners of a line as it is drawn, in the page's own pixels. */
const bendsOf = async (flow: Locator): Promise<string> => (await flow.locator('.flow-reach').getAttribute('d')) ?? '';

const drawn = async (canvas: CanvasPage): Promise<Locator> => {
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Security']);
  await canvas.fit();
  return canvas.flows.nth(2);
};

/** Chooses a flow by a click on its line, off its badge. */
const choose = async (canvas: CanvasPage, flow: Locator): Promise<void> => {
  const start = await canvas.page.evaluate((path) => {
    const line = path as SVGPathElement;
    const point = line.getPointAtLength(10).matrixTransform(line.getScreenCTM() ?? new DOMMatrix());
    return { x: point.x, y: point.y };
  }, await flow.locator('.flow-reach').elementHandle());
  await canvas.page.mouse.click(start.x, start.y);
  await expect(flow).toHaveAttribute('data-selected', '');
};

test('a line is bent by its handles, keeps its bends when steps move, and finds its own way again', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  const flow = await drawn(canvas);
  const before = await bendsOf(flow);
  await choose(canvas, flow);

  const bar = page.locator('.bend:not([data-level]) [data-bend]').first();
  const box = await bar.boundingBox();
  if (box === null) throw new Error('No handle');
  await canvas.drag(bar, { x: box.x + box.width / 2 - 16, y: box.y + box.height / 2 });
  await expect.poll(() => bendsOf(flow)).not.toBe(before);
  const bent = await bendsOf(flow);
  await crossflow.picture('canvas-bends');

  // The bends stay where they were put while the step beside them moves along its lane.
  await canvas.node('Answer').click();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => bendsOf(flow)).not.toBe(bent);
  const across = /^M\S+ \S+L(\S+)/.exec(bent)?.[1];
  expect(await bendsOf(flow)).toContain(`L${across ?? 'nowhere'}`);
  await page.keyboard.press('Control+z');
  await expect.poll(() => bendsOf(flow)).toBe(bent);

  // One undo for the whole drag; redo; a double-click on a handle lets go of the bends.
  await page.keyboard.press('Control+z');
  await expect.poll(() => bendsOf(flow)).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => bendsOf(flow)).toBe(bent);
  await choose(canvas, flow);
  await page.locator('[data-bend]').first().dblclick();
  await expect.poll(() => bendsOf(flow)).toBe(before);
});

test('a line is grabbed where it runs, bent once more, and bent by the arrow keys', async ({ crossflow }) => {
  const { page } = crossflow;
  const canvas = new CanvasPage(page);
  const flow = await drawn(canvas);
  const before = await bendsOf(flow);

  await choose(canvas, flow);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => bendsOf(flow)).not.toBe(before);
  const nudged = await bendsOf(flow);
  // Along the line an arrow goes on to the next part; across it that part moves.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => bendsOf(flow)).not.toBe(nudged);
  await page.keyboard.press('Shift+R');
  await expect.poll(() => bendsOf(flow)).toBe(before);

  // Esc takes a bend back while it is being drawn.
  const bar = page.locator('.bend:not([data-level]) [data-bend]').first();
  const box = await bar.boundingBox();
  if (box === null) throw new Error('No handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 24, y, { steps: 4 });
  await expect.poll(() => bendsOf(flow)).not.toBe(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => bendsOf(flow)).toBe(before);
  await page.mouse.up();
  await expect(canvas.nodes).toHaveCount(4);
});
