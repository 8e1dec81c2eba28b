import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

const rounds = Number(process.env['CROSSFLOW_ROUNDS'] ?? 5);

test(`whatever the journal has confirmed outlives kill -9, at ${rounds} moments`, async ({ start, folder }) => {
  test.setTimeout(60_000 + rounds * 5_000);
  for (let round = 0; round < rounds; round += 1) {
    const profile = path.join(folder, `profile-${round}`);
    const crossflow = await start([], profile);
    // The window looks for old journals once, when it opens; what it cannot read it throws away.
    await crossflow.page.waitForTimeout(500);
    await crossflow.page.evaluate(() => {
      const progress = { confirmed: -1 };
      Object.assign(window, { progress });
      const write = async (line: number): Promise<void> => {
        // Every tenth edit starts the journal anew, as a save does.
        await window.crossflow.request('journal:append', { id: 'untitled', text: `${JSON.stringify({ line, fill: 'x'.repeat(2000) })}\n`, fresh: line % 10 === 0 });
        progress.confirmed = line;
        return write(line + 1);
      };
      void write(0);
    });
    // Spread over the writing, the same moments in every run of this test.
    const confirmedSoFar = () => crossflow.page.evaluate(() => (window as unknown as { progress: { confirmed: number } }).progress.confirmed);
    await expect.poll(confirmedSoFar).toBeGreaterThan(0);
    await crossflow.page.waitForTimeout((round * 137) % 400);
    const confirmed = await confirmedSoFar();
    await crossflow.kill();

    const text = await readFile(path.join(profile, 'journal', 'untitled.journal'), 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter(Boolean);
    const lines = whole.map((line) => (JSON.parse(line) as { line: number }).line);
    expect(confirmed).toBeGreaterThan(0);
    expect(lines).toEqual(lines.map((_, index) => (lines[0] ?? 0) + index));
    expect((lines[0] ?? -1) % 10).toBe(0);
    expect(lines.at(-1)).toBeGreaterThanOrEqual(confirmed);
  }
});

test('the next start offers what was drawn before kill -9, and opens it', async ({ start, folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await start([], profile);
  const canvas = new CanvasPage(first.page);
  await canvas.draw();
  await canvas.makeLanes('Business, IT, Security');
  await canvas.typeSteps(['Ask', 'Check @IT', 'Answer @Business']);
  // Lost work is one second at most.
  await first.page.waitForTimeout(1_000);
  await first.kill();

  const second = await start([], profile);
  await second.page.getByRole('button', { name: 'Recover' }).click();
  const recovered = new CanvasPage(second.page);
  await expect.poll(() => recovered.laneOrder()).toEqual(['Business', 'IT', 'Security']);
  await expect(recovered.node('Check')).toBeVisible();
});
