import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crossflow } from './test-terminal.ts';

const root = path.resolve(import.meta.dirname, '../..');
const data = path.resolve(root, '../shared/data/prosimos');
const checker = path.resolve(root, '../shared/tools/check-result.mjs');
const models = ['Insurance_Claims', 'Procure_to_Pay', 'Procure_to_Pay_5_timers', 'AcademicCredentials', 'bimp_example'] as const;
const drawings: Partial<Record<(typeof models)[number], string>> = { bimp_example: 'BIMP_example.bpmn' };
const examples = ['employee-onboarding', 'incident-improvement', 'quote-to-cash', 'software-change', 'vendor-procurement'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the independent checker says of a result: nothing but that it holds. */
const checked = async (file: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [checker, file]).catch((error: { stdout: string }) => error);
  return stdout;
};

if (!existsSync(checker)) console.warn(`Results against the checker: skipped, ${checker} is absent`);

describe.skipIf(!existsSync(data) || !existsSync(checker))('real models', () => {
  it.each(models)('%s: 1,000 items run and the result is whole', { timeout: 120_000 }, async (name) => {
    const result = path.join(folder, `${name}.json`);
    const drawing = path.join(data, name, drawings[name] ?? `${name}.bpmn`);
    const words = ['simulate', drawing, '--params', path.join(data, name, `${name}.json`), '--items', '1000', '--replications', '3', '--gain', 'none', '--json', result];
    const { code, err } = await crossflow(words);
    expect([code, err]).toEqual([0, '']);
    expect(await checked(result)).toBe(`${result}: holds\n`);
    const { items } = JSON.parse(await readFile(result, 'utf8')) as { items: { finished: number } };
    expect(items.finished).toBe(3000);
  });

  it("gives Insurance_Claims' mean case time, first start to last end, within 5 % over 30 runs", { timeout: 120_000 }, async () => {
    const model = path.join(data, 'Insurance_Claims', 'Insurance_Claims');
    const means: number[] = [];
    for (let seed = 1; seed <= 30; seed += 1) {
      const { out } = await crossflow(['simulate', `${model}.bpmn`, '--params', `${model}.json`, '--items', '1000', '--replications', '1', '--seed', String(seed), '--gain', 'none', '--log', '-']);
      means.push(meanCaseHours(out));
    }
    expect(Math.abs(means.reduce((sum, mean) => sum + mean, 0) / means.length / 0.6 - 1)).toBeLessThan(0.05);
  });
});

describe.skipIf(!existsSync(checker))('worked examples', () => {
  it.each(examples)('%s: the result is whole, with gains', { timeout: 180_000 }, async (name) => {
    const result = path.join(folder, `${name}.json`);
    const { code, err } = await crossflow(['simulate', path.join(root, 'shared/examples', `${name}.crossflow`), '--replications', '3', '--horizon', '120d', '--json', result]);
    expect([code, err]).toEqual([0, '']);
    expect(await checked(result)).toBe(`${result}: holds\n`);
  });
});

describe('the same run', () => {
  it('gives the same bytes again', { timeout: 60_000 }, async () => {
    const words = ['simulate', path.join(root, 'shared/examples/software-change.crossflow'), '--replications', '3', '--horizon', '60d', '--gain', 'none', '--json', '-'];
    const [one, other] = [await crossflow(words), await crossflow(words)];
    expect(one.out).toBe(other.out);
    expect((JSON.parse(one.out) as { wallSeconds: unknown }).wallSeconds).toBeNull();
  });

  it('is told in German where the environment is', { timeout: 60_000 }, async () => {
    const words = ['simulate', path.join(root, 'shared/examples/software-change.crossflow'), '--replications', '2', '--horizon', '60d', '--gain', 'none'];
    expect((await crossflow(words, { locale: 'de' })).out).toMatch(/dauert .* davon/);
  });
});

describe('a comparison', () => {
  it('tells the effect, and prints the JSON of the design', { timeout: 120_000 }, async () => {
    const file = path.join(root, 'shared/examples/software-change.crossflow');
    const run = ['--replications', '5', '--horizon', '120d'];
    const { code, out } = await crossflow(['compare', file, '--scenarios', 'Today,daily', ...run]);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^Decide small changes daily saves .* (days|hours)\.$/);
    const comparison = JSON.parse((await crossflow(['compare', file, '--scenarios', 'Today,daily', ...run, '--json', '-'])).out) as Record<string, unknown>;
    expect(Object.keys(comparison)).toEqual(['base', 'family', 'scenarios']);
  });

  it('of a scenario with itself finds exactly nothing', { timeout: 120_000 }, async () => {
    const file = path.join(root, 'shared/examples/software-change.crossflow');
    const { out } = await crossflow(['compare', file, '--scenarios', 'Today,Today', '--replications', '3', '--horizon', '60d', '--json', '-']);
    const { scenarios } = JSON.parse(out) as { scenarios: { differences: { mean: number; low: number; high: number }[] }[] };
    for (const { mean, low, high } of scenarios[0]?.differences ?? []) expect([mean, low, high]).toEqual([0, 0, 0]);
  });

  it('needs two scenarios', async () => {
    const { code, err } = await crossflow(['compare', path.join(root, 'shared/examples/software-change.crossflow'), '--scenarios', 'Today']);
    expect(code).toBe(2);
    expect(err).toContain('Decide small changes daily');
  });
});

/** Mean over cases of last end minus first start, in hours. */
function meanCaseHours(csv: string): number {
  const cases = new Map<string, { start: number; end: number }>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [id = '', , , start = '', end = ''] = line.split(',');
    const known = cases.get(id) ?? { start: Number.POSITIVE_INFINITY, end: 0 };
    cases.set(id, { start: Math.min(known.start, Date.parse(start)), end: Math.max(known.end, Date.parse(end)) });
  }
  return [...cases.values()].reduce((sum, { start, end }) => sum + (end - start), 0) / cases.size / 3_600_000;
}
