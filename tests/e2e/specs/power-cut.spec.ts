import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { replayJournal } from '../../../shared/document/file/journal-line.ts';
import { parseDocument } from '../../../shared/document/file/parse.ts';
import type { Document } from '../../../shared/document/scenarios/document.ts';
import { expect, test } from '../harness/test.ts';
import { CanvasPage } from '../pages/canvas-page.ts';

const rounds = Number(process.env['CROSSFLOW_ROUNDS'] ?? 50);

/** So many rounds go on with one document; then another one begins. */
const roundsPerDocument = 10;

const stepsOf = (document: Document): readonly string[] => Object.values(document.model.nodes).flatMap(({ kind, name }) => (kind === 'step' ? [name ?? ''] : []));

/** What the file says after a power cut: whole, or not there yet. */
async function savedSteps(file: string): Promise<readonly string[]> {
  if (!existsSync(file)) return [];
  const parsed = parseDocument(await readFile(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(`The file is damaged: ${JSON.stringify(parsed.failure)}`);
  return stepsOf(parsed.value);
}

/** What the journals bring back, and whether that is more than the file. */
async function journalledSteps(folder: string): Promise<{ readonly steps: readonly string[]; readonly unsaved: boolean }> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => /^[^.].*\.journal$/.test(name));
  let found = { steps: [] as readonly string[], unsaved: false };
  for (const name of names) {
    const text = await readFile(path.join(folder, name), 'utf8');
    const end = text.indexOf('\n');
    const { base, saved } = JSON.parse(text.slice(0, end)) as { base: string; saved: boolean };
    const replayed = replayJournal(base, text.slice(end + 1), name, saved);
    if (!replayed.ok) throw new Error(`The journal is damaged: ${JSON.stringify(replayed.failure)}`);
    const { history, lost } = replayed.value;
    // Nothing but the line that was being written may be torn.
    expect(lost).toBeLessThanOrEqual(1);
    found = { steps: [...found.steps, ...stepsOf(history.document)], unsaved: found.unsaved || history.saved !== (history.past.at(-1)?.serial ?? 0) };
  }
  return found;
}

test(`of what is drawn and saved by keyboard, kill -9 takes one second at most and damages no file, at ${rounds} moments`, async ({ start, folder }) => {
  test.setTimeout(60_000 + rounds * 8_000);
  /** Steps of this document in the order in which they were typed, with when. */
  let typed: { readonly name: string; readonly at: number }[] = [];
  let unsaved = false;
  for (let round = 0; round < rounds; round += 1) {
    const first = round % roundsPerDocument === 0;
    const profile = path.join(folder, `profile-${Math.floor(round / roundsPerDocument)}`);
    const file = path.join(folder, `drawn-${Math.floor(round / roundsPerDocument)}.crossflow`);
    if (first) typed = [];
    const crossflow = await start(existsSync(file) ? [file] : [], profile);
    const { page } = crossflow;
    const canvas = new CanvasPage(page);
    await crossflow.choosePlace(file);
    if (first) {
      await canvas.draw();
      await canvas.makeLanes('Business, IT');
      await page.keyboard.press('Escape');
    } else {
      if (unsaved) await page.getByRole('button', { name: 'Recover' }).click();
      await expect(page.locator('[data-lane-header]')).toHaveCount(2);
    }

    // Spread over the writing, the same moments in every run of this test.
    const end = Date.now() + 300 + ((round * 137) % 1100);
    for (let n = 0; Date.now() < end; n += 1) {
      const name = `Step ${round}.${n}`;
      // Where a name is still asked for, as after the first step of a page, N would be its first letter.
      await page.keyboard.press('Escape');
      await expect(canvas.naming).toHaveCount(0);
      await page.keyboard.press('n');
      await expect(canvas.naming).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      typed.push({ name, at: Date.now() });
      // The third edit is saved while the next ones are typed: the keys are pressed then, the writing goes on.
      if (n === 2) await page.keyboard.press('Control+s');
    }
    const cut = Date.now();
    await crossflow.kill();

    const journal = await journalledSteps(path.join(profile, 'journal'));
    const left = new Set([...journal.steps, ...(await savedSteps(file))]);
    const lost = typed.filter(({ name }) => !left.has(name));
    expect(lost.filter(({ at }) => at < cut - 1_000), `round ${round}: ${[...left].join()} are left`).toEqual([]);
    typed = typed.filter(({ name }) => left.has(name));
    unsaved = journal.unsaved;
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
