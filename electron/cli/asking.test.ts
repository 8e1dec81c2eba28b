import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../shared/document/file/parse.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { type Document, emptyDocument } from '../../shared/document/scenarios/document.ts';
import { examples } from '../../shared/examples/examples.ts';
import { style, writeWorkbook } from '../../shared/report/writers/workbook.ts';
import { crossflow } from './test-terminal.ts';

let root = '';
let folder = '';
let file = '';
const inFolder = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'crossflow-asking-'));
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(root, 'one-'));
  file = inFolder('change.crossflow');
  await writeFile(file, examples.find(({ id }) => id === 'software-change')?.text ?? '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const documentIn = async (name: string): Promise<Document> => {
  const parsed = parseDocument(await readFile(inFolder(name), 'utf8'), name);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
};

/** Fills in a workbook as somebody does who answers: each text that stands in it by another one. */
async function fill(name: string, changes: readonly (readonly [from: string, to: string])[]): Promise<string> {
  const parts = unzipSync(await readFile(inFolder(name)));
  for (const [from, to] of changes) {
    const part = Object.keys(parts).filter((one) => one.startsWith('xl/worksheets/')).find((one) => strFromU8(parts[one] ?? new Uint8Array()).includes(from));
    if (part === undefined) throw new Error(`${from} stands nowhere in ${name}.`);
    parts[part] = strToU8(strFromU8(parts[part] ?? new Uint8Array()).replace(from, to));
  }
  await writeFile(inFolder(`back ${name}`), zipSync(parts));
  return inFolder(`back ${name}`);
}

const answeredBy = (name: string): readonly [string, string] => [
  '<c r="B8" s="5" t="inlineStr"><is><t xml:space="preserve"></t></is></c>', `<c r="B8" s="5" t="inlineStr"><is><t>${name}</t></is></c>`,
];

describe('crossflow ask', () => {
  it('writes a workbook for each team into a folder that it makes', async () => {
    const { code, out, err } = await crossflow(['ask', file, '-o', inFolder('sheets/today')]);
    expect([code, err]).toEqual([0, '']);
    const { teams } = (await documentIn('change.crossflow')).model;
    const names = Object.values(teams).map(({ name }) => `Questions to ${name}.xlsx`);
    expect((await readdir(inFolder('sheets/today'))).toSorted()).toEqual(names.toSorted());
    expect(out.trim().split('\n')).toHaveLength(names.length);
  });

  it('gives teams of one name, and of names that no folder takes, a file each', async () => {
    const document = await documentIn('change.crossflow');
    const [first, second, ...rest] = Object.values(document.model.teams);
    if (first === undefined || second === undefined) throw new Error('The example has teams.');
    const named = [{ ...first, name: 'R&D / Legal: "x"?' }, { ...second, name: 'r&d  legal  x' }, ...rest].map((team) => [team.id, team] as const);
    await writeFile(file, serialiseDocument({ ...document, model: { ...document.model, teams: Object.fromEntries(named) } }));
    expect((await crossflow(['ask', file, '-o', inFolder('sheets')])).code).toBe(0);
    const written = await readdir(inFolder('sheets'));
    expect(written).toHaveLength(named.length);
    expect(written).toEqual(expect.arrayContaining(['Questions to R&D Legal x.xlsx', 'Questions to r&d legal x (2).xlsx']));
  });

  it('writes the questions to one team in German where asked', async () => {
    expect((await crossflow(['ask', file, '-o', inFolder('one.xlsx'), '--team', 'Security analysts', '--language', 'de'])).code).toBe(0);
    expect(strFromU8(unzipSync(await readFile(inFolder('one.xlsx')))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('Fragen an Security analysts');
  });

  it('ends with 2 where one file is to hold all teams, with 1 where there is no such team or none at all', async () => {
    expect(await crossflow(['ask', file, '-o', inFolder('all.xlsx')])).toMatchObject({ code: 2, out: '', err: 'One file holds the questions to one team: name it with --team, or give a folder to -o.\n' });
    const none = await crossflow(['ask', file, '-o', inFolder('all.xlsx'), '--team', 'Kitchen']);
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toMatch(/^change\.crossflow: There is no team “Kitchen”: the document has .*Security analysts/);
    await writeFile(inFolder('empty.crossflow'), serialiseDocument(emptyDocument('Empty')));
    expect(await crossflow(['ask', inFolder('empty.crossflow'), '-o', inFolder('sheets')])).toMatchObject({ code: 1, err: '“empty.crossflow” has no team to ask: draw a department first.\n' });
    expect(await readdir(folder)).not.toContain('sheets');
  });

  it('says in one sentence that the folder is a file', async () => {
    const { code, err } = await crossflow(['ask', file, '-o', file]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('change.crossflow');
  });
});

describe('crossflow answers', () => {
  const sheet = 'Questions to Security analysts.xlsx';
  beforeEach(async () => {
    await crossflow(['ask', file, '-o', folder]);
  });

  it('finds nothing new in a workbook that comes back as it went out', async () => {
    expect(await crossflow(['answers', file, inFolder(sheet)])).toEqual({ code: 0, out: 'Nothing differs from what the document says.\n', err: '' });
  });

  it('tells what was overwritten and writes it into the document, with who said so and when', async () => {
    const back = await fill(sheet, [['>1.25 h<', '>3 h<'], ['>4 h<', '>6 h<'], ['>estimated<', '>measured<'], answeredBy('Anna')]);
    const before = await readFile(file, 'utf8');
    const looked = await crossflow(['answers', file, back]);
    expect([looked.code, looked.err]).toEqual([0, '']);
    expect(looked.out).toContain('Assess risk: Usually takes: 1.25 h → 3 h (measured)\n');
    expect(await readFile(file, 'utf8')).toBe(before);

    expect((await crossflow(['answers', file, back, '-o', inFolder('after.crossflow'), '--by', 'Somebody else'])).code).toBe(0);
    const after = await documentIn('after.crossflow');
    const step = Object.values(after.model.nodes).find(({ name }) => name === 'Assess risk');
    expect(step).toMatchObject({ serviceTime: { mode: 3, max: 6, unit: 'h', provenance: 'measured' } });
    expect(Object.values(after.comments)).toContainEqual(expect.objectContaining({ element: step?.id, author: 'Anna', date: '2024-05-06T12:00:00.000Z', text: expect.stringContaining('1.25 h → 3 h') as string }));
    expect((await crossflow(['answers', inFolder('after.crossflow'), back])).out).toBe('Nothing differs from what the document says.\n');
  });

  it('takes over what can be, says what cannot, and ends with 1', async () => {
    const back = await fill(sheet, [['>1.25 h<', '>a while<'], ['>85 %<', '>70 %<']]);
    const { code, out, err } = await crossflow(['answers', file, back, '-o', inFolder('after.crossflow')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^back Questions to Security analysts\.xlsx: Assess risk: Usually takes: 1\.25 h → a while: .+\n$/);
    expect(out).toContain('85 % → 70 %');
    expect(Object.values((await documentIn('after.crossflow')).model.teams).find(({ name }) => name === 'Security analysts')?.otherWork?.share.value).toBeCloseTo(0.3);
  });

  it('says which workbook holds no questions, or is none', async () => {
    await writeFile(inFolder('other.xlsx'), writeWorkbook([{ name: 'Costs', table: true, rows: [[{ content: 'Rent', style: style.plain }]] }]));
    await writeFile(inFolder('letter.xlsx'), 'Dear all');
    for (const name of ['other.xlsx', 'letter.xlsx', 'gone.xlsx']) {
      const { code, err, out } = await crossflow(['answers', file, inFolder(name), '-o', inFolder('after.crossflow')]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(name);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    expect(await readdir(folder)).not.toContain('after.crossflow');
  });
});
