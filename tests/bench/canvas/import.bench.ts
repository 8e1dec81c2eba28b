// Run by `npm run bench:canvas`: the largest BPMN file of ../shared/data, imported and drawn by our window and by bpmn-js, in turns, in one run.
import { expect, test } from '@playwright/test';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root, startCrossflow } from '../../e2e/harness/crossflow.ts';
import { atRest } from './frames.ts';
import { settled, windowOf } from './subjects.ts';

const rounds = 5;
const data = path.resolve(root, '../shared/data');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.bpmn')).map((entry) => path.join(entry.parentPath, entry.name));

const largest = existsSync(data) ? filesIn(data).toSorted((one, other) => statSync(other).size - statSync(one).size)[0] : undefined;

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

/** Imports and draws the text of a file; the milliseconds until it was painted and at rest. */
type Import = (text: string) => Promise<number>;

/** The same file with every second shape a little further right: nobody can have the lines from last time. */
const moved = (text: string, by: number): string => {
  let shape = 0;
  return text.replace(/(Bounds\b[^>]*? x=")([\d.]+)/g, (_all, before: string, x: string) => `${before}${Number(x) + ((shape += 1) % 2) * by * 8}`);
};

/** Our window: from the keys that ask for a file until its page is there; then all is closed again. */
const ours = async (folder: string, profile: string): Promise<{ readonly show: Import; readonly end: () => Promise<void> }> => {
  const crossflow = await startCrossflow({ profile });
  const { page } = crossflow;
  const file = path.join(folder, 'imported.bpmn');
  await crossflow.chooseFiles([file]);
  await settled(page);
  return {
    show: async (text) => {
      await writeFile(file, text);
      const from = Date.now();
      await page.keyboard.press('Control+o');
      const taken = (await atRest(page, '.react-flow__node', '.react-flow')) - from;
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+w');
      await page.getByRole('button', { name: "Don't save" }).click();
      await page.locator('.react-flow').waitFor({ state: 'detached' });
      return taken;
    },
    end: () => crossflow.end(),
  };
};

/** bpmn-js: from the text, already read, until it is there. */
const bpmnJs = async (as: 'modeler' | 'viewer', profile: string): Promise<{ readonly show: Import; readonly end: () => Promise<void> }> => {
  const { page, end } = await windowOf('bpmn-js', profile);
  await settled(page);
  return {
    show: async (text) => {
      const from = Date.now();
      await page.evaluate(([given, kind]) => (window as unknown as { bench: { show(text: string, as: string): Promise<void> } }).bench.show(given, kind), [text, as] as const);
      return (await atRest(page, '.djs-shape', '.djs-container')) - from;
    },
    end,
  };
};

test('the largest BPMN file', async () => {
  test.skip(largest === undefined, 'skipped: ../shared/data is not here');
  const file = largest ?? '';
  const text = await readFile(file, 'utf8');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-import-'));
  const subjects = {
    'bpmn-js, viewer': (profile: string) => bpmnJs('viewer', profile),
    'bpmn-js, modeler': (profile: string) => bpmnJs('modeler', profile),
    Crossflow: (profile: string) => ours(folder, profile),
  };
  const names = Object.keys(subjects) as (keyof typeof subjects)[];
  const taken = new Map(names.map((name) => [name, { first: [] as number[], again: [] as number[] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const { show, end } = await subjects[name](path.join(folder, `${name} ${round}`));
      taken.get(name)?.first.push(await show(text));
      for (let time = 1; time <= 3; time += 1) taken.get(name)?.again.push(await show(moved(text, time)));
      await end();
    }
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

  console.log(`\n${path.basename(file)}, ${Math.round(statSync(file).size / 1024)} kB, in milliseconds to import and draw it, median of ${rounds} windows: the first time and again`);
  const usual = (name: keyof typeof subjects): { readonly first: number; readonly again: number } => ({ first: median(taken.get(name)?.first ?? []), again: median(taken.get(name)?.again ?? []) });
  const our = usual('Crossflow');
  for (const name of names) {
    const { first, again } = usual(name);
    console.log(`  ${name.padEnd(18)} first ${first.toFixed(0).padStart(6)}   again ${again.toFixed(0).padStart(6)}   Crossflow to it: ${(our.first / first).toFixed(2)}, ${(our.again / again).toFixed(2)}`);
  }
  // A first time is mostly the engine's own reading of programs, and swings with what else the machine does: it is for the reader.
  expect(our.again, 'again').toBeLessThanOrEqual(usual('bpmn-js, modeler').again);
});
