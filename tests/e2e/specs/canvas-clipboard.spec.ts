import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

/** The clipboard as other programs see it. Its older form answers at once; the newer one with a promise. */
interface AnyClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): unknown;
  availableFormats?(): readonly string[];
  read?(): Promise<readonly { readonly types: readonly string[] }[]>;
}

test('a copy is text, a table and a picture for others, and the elements themselves for another document', async ({ crossflow }) => {
  const { app, page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Security']);
  await canvas.fit();

  await canvas.node('Ask').click();
  await canvas.node('Check').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await expect.poll(() => app.evaluate(async ({ clipboard }) => (clipboard as unknown as AnyClipboard).readText())).toBe('Ask\tBusiness\nCheck\tIT');
  const forms = () => app.evaluate(async ({ clipboard }) => {
    const any = clipboard as unknown as AnyClipboard;
    return any.availableFormats?.() ?? (await any.read?.())?.flatMap(({ types }) => types) ?? [];
  });
  await expect.poll(forms).toContain('image/png');
  expect(await forms()).toContain('text/html');

  // Beside itself, and once more: no paste lies upon another one.
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+v');
  await expect(canvas.nodes).toHaveCount(8);
  await expect(canvas.flows).toHaveCount(5);
  const places = await canvas.node('Check').evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).style.transform));
  expect(new Set(places).size).toBe(3);

  // Into another document: the lanes come along.
  await page.keyboard.press('Control+n');
  await expect(canvas.nodes).toHaveCount(0);
  await page.keyboard.press('Control+v');
  await expect(canvas.nodes).toHaveCount(2);
  expect(await canvas.laneOrder()).toEqual(['Business', 'IT']);
  expect(await canvas.spoken('Check')).toContain('In IT');
  await page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(0);
  expect(await canvas.laneOrder()).toEqual([]);
});

test('lines of text from elsewhere become steps, in the lanes that a second column names', async ({ crossflow }) => {
  const { app, page } = crossflow;
  const canvas = new CanvasPage(page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask']);
  await canvas.node('Ask').click();
  await app.evaluate(({ clipboard }) => (clipboard as unknown as AnyClipboard).writeText('1. Check\tIT\n2. Assess\tSecurity\n\n3. Answer'));
  await page.keyboard.press('Control+v');

  await expect(canvas.nodes).toHaveCount(5);
  expect(await canvas.spoken('Check')).toBe('Step: Check. In IT. Leads to Assess');
  expect(await canvas.spoken('Assess')).toBe('Step: Assess. In Security. Leads to Answer');
  await crossflow.picture('canvas-pasted-lines');
  await page.keyboard.press('Control+z');
  await expect(canvas.nodes).toHaveCount(2);
});
