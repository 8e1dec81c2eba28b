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
    expect(out).not.toContain('█');
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

describe('export of tables', () => {
  it('writes every table as a workbook and as CSV, by the name of the file', async () => {
    for (const name of ['tables.xlsx', 'tables.csv']) expect(await crossflow(['export', file, '-o', path.join(folder, name)])).toEqual({ code: 0, out: '', err: '' });
    expect((await readFile(path.join(folder, 'tables.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    const ids = new Set((await readFile(path.join(folder, 'tables.csv'), 'utf8')).split('\n').map((line) => line.split(',')[0]));
    expect([...ids]).toEqual(expect.arrayContaining(['causes', 'lead-time', 'steps', 'boundaries', 'teams', 'bottlenecks']));
  });
});

describe('compare', () => {
  interface Compared {
    readonly base: string;
    readonly scenarios: readonly { readonly id: string }[];
    readonly selection?: { readonly best: string; readonly indifference: number; readonly confidence: number; readonly asGood: readonly string[] };
  }

  const several = async (): Promise<string> => {
    const target = path.join(folder, 'several.crossflow');
    const document = JSON.parse(await readFile(file, 'utf8')) as { readonly scenarios: object };
    const change = (id: string, name: string, capacity: number): object => ({
      id, name, parent: 'today', status: 'proposed', changes: [{ id: 'c1', on: true, operation: { type: 'team.setCapacity', team: 'security', capacity: { value: capacity } } }],
    });
    const scenarios = { ...document.scenarios, more: change('more', 'More people', 4), fewer: change('fewer', 'Fewer people', 1) };
    await writeFile(target, JSON.stringify({ ...document, scenarios }));
    return target;
  };

  const compare = async (...words: readonly string[]): Promise<Compared> => {
    const { code, out, err } = await crossflow(['compare', await several(), '--json', '-', ...words]);
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out) as Compared;
  };

  it('says of more than two which is best, the indifference stated', async () => {
    const { base, scenarios, selection } = await compare('--scenarios', 'today,more,fewer', '--indifference', '10%');
    expect([base, scenarios.map(({ id }) => id)]).toEqual(['today', ['more', 'fewer']]);
    expect([selection?.confidence, ['today', 'more'].includes(selection?.best ?? ''), selection?.asGood.includes('fewer')]).toEqual([0.95, true, false]);
    const half = await compare('--scenarios', 'today,more,fewer', '--indifference', '5%');
    expect(half.selection?.indifference).toBeCloseTo((selection?.indifference ?? Number.NaN) / 2, 6);
  });

  it('of two only where it is asked', async () => {
    expect((await compare('--scenarios', 'today,fewer')).selection).toBeUndefined();
    expect((await compare('--scenarios', 'today,fewer', '--best')).selection).toMatchObject({ best: 'today', asGood: [] });
  });

  it('says it in words', async () => {
    const { out } = await crossflow(['compare', await several(), '--scenarios', 'today,more,fewer']);
    expect(out).toMatch(/^(Today|More people) (is the quickest of those compared|comes out quickest)/);
  });
});

describe('sweep', () => {
  const grid = ['--vary', 'teams.security.capacity.value=1,2', '--vary', 'nodes.assess.serviceTime.mean=1,2'];

  it('runs every combination and writes JSON or CSV', async () => {
    const { code, out } = await crossflow(['sweep', file, ...grid, '--json', '-']);
    expect(code).toBe(0);
    const { axes, points } = JSON.parse(out) as { axes: { path: string }[]; points: { values: number[]; leadTime: { mean: number } }[] };
    expect([axes.map(({ path: where }) => where), points.map(({ values }) => values)]).toEqual([['teams.security.capacity.value', 'nodes.assess.serviceTime.mean'], [[1, 1], [1, 2], [2, 1], [2, 2]]]);
    expect((points[0]?.leadTime.mean ?? 0) < (points[1]?.leadTime.mean ?? 0)).toBe(true);
    const target = path.join(folder, 'grid.csv');
    expect((await crossflow(['sweep', file, ...grid, '--json', target])).out).toContain('4 combinations');
    const lines = (await readFile(target, 'utf8')).trim().split('\n');
    expect([lines.length, lines[0]?.startsWith('teams.security.capacity.value,nodes.assess.serviceTime.mean,verdict,leadTime')]).toEqual([5, true]);
  });

  it('gives a point what a plain run of it gives', async () => {
    const whole = JSON.parse((await crossflow(['simulate', file, '--gain', 'none', '--json', '-'])).out) as { throughputPerDay: unknown };
    const { points } = JSON.parse((await crossflow(['sweep', file, '--vary', 'teams.security.capacity.value=2', '--json', '-'])).out) as { points: { throughputPerDay: unknown }[] };
    expect(points[0]?.throughputPerDay).toEqual(whole.throughputPerDay);
  });

  it('refuses what is no input, before anything runs', async () => {
    const { code, err } = await crossflow(['sweep', file, '--vary', 'teams.nobody.capacity.value=1']);
    expect([code, err.includes('teams.nobody.capacity.value')]).toEqual([1, true]);
    expect((await crossflow(['sweep', file, '--vary', 'capacity'])).code).toBe(2);
    expect((await crossflow(['sweep', file])).code).toBe(2);
  });
});
