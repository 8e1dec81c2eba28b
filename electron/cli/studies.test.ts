import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleModel } from '../../shared/analysis/readings/sample-evidence.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { emptyDocument } from '../../shared/document/scenarios/document.ts';
import { crossflow } from './test-terminal.ts';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-studies-'));
  file = path.join(folder, 'change.crossflow');
  const document = { ...emptyDocument('Software change'), model: sampleModel(), runSettings: { horizon: { value: 20, unit: 'd' as const }, warmUp: { value: 0, unit: 'd' as const }, replications: 4 } };
  await writeFile(file, serialiseDocument(document));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Told {
  readonly sections: readonly { readonly id: string; readonly blocks: readonly { readonly kind: string; readonly id?: string; readonly text?: string; readonly rows?: readonly (readonly (string | number)[])[] }[] }[];
}

const rowsOf = (told: Told, table: string): readonly (readonly (string | number)[])[] =>
  told.sections.flatMap(({ blocks }) => blocks).find(({ kind, id }) => kind === 'table' && id === table)?.rows ?? [];

describe('views that rest on studies', () => {
  it('say what each cause really costs, and the parts sum to the whole', async () => {
    const { code, out, err } = await crossflow(['view', file, '--name', 'frictionCosts', '--json', '-', '--seed', '3']);
    expect([code, err]).toEqual([0, '']);
    const rows = rowsOf(JSON.parse(out) as Told, 'friction-costs');
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['Closed', 'Waiting for a decision', 'All together']));
    const shares = rows.map((row) => Number(row[2]));
    expect(shares.slice(0, -1).reduce((sum, share) => sum + share, 0)).toBeCloseTo(shares.at(-1) ?? Number.NaN, 3);
    expect(await crossflow(['view', file, '--name', 'frictionCosts', '--json', '-', '--seed', '3'])).toEqual({ code, out, err });
  });

  it('say what the answer depends on, in words', async () => {
    const { code, out } = await crossflow(['view', file, '--name', 'dependsOn']);
    expect(code).toBe(0);
    expect(out).toMatch(/The answer depends most on .+: at ±\d+ % it is .+ instead of/);
  });

  it('stand in a report that asks for them, and in no other', async () => {
    const target = path.join(folder, 'report.json');
    const sections = async (...words: readonly string[]): Promise<readonly string[]> => {
      expect((await crossflow(['export', file, '-o', target, ...words])).err).toBe('');
      return (JSON.parse(await readFile(target, 'utf8')) as Told).sections.map(({ id }) => id);
    };
    expect(await sections('--with', 'dependsOn')).toContain('dependsOn');
    expect(await sections()).not.toContain('dependsOn');
  });

  it('are named where one is asked for that there is not', async () => {
    const { code, err } = await crossflow(['export', file, '-o', path.join(folder, 'a.md'), '--with', 'dependsOn,luck']);
    expect(code).toBe(2);
    expect(err).toContain('frictionCosts, dependsOn');
  });
});
