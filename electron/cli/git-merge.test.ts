import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleModel } from '../../shared/analysis/readings/sample-evidence.ts';
import { parseDocument } from '../../shared/document/file/parse.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { type Document, emptyDocument } from '../../shared/document/scenarios/document.ts';
import { crossflow } from './test-terminal.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-merge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const base = (): Document => ({ ...emptyDocument('Software change'), model: sampleModel() });

const renamed = (node: string, name: string): Document => {
  const document = base();
  return { ...document, model: { ...document.model, nodes: { ...document.model.nodes, [node]: { ...document.model.nodes[node], name } as Document['model']['nodes'][string] } } };
};

async function files(ours: Document, theirs: Document): Promise<readonly [string, string, string]> {
  const paths = ['base', 'ours', 'theirs'].map((name) => path.join(folder, `${name}.crossflow`)) as [string, string, string];
  for (const [at, document] of [base(), ours, theirs].entries()) await writeFile(paths[at] ?? '', serialiseDocument(document));
  return paths;
}

const read = async (file: string): Promise<Document> => {
  const parsed = parseDocument(await readFile(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
};

describe('git-merge', () => {
  it('writes both changes into ours and ends with 0', async () => {
    const three = await files(renamed('assess', 'Look'), renamed('approve', 'Decide'));
    expect(await crossflow(['git-merge', ...three])).toEqual({ code: 0, out: '', err: '' });
    const { nodes } = (await read(three[1])).model;
    expect([nodes['assess']?.name, nodes['approve']?.name]).toEqual(['Look', 'Decide']);
  });

  it('names conflicts one a line, keeps ours and ends with 1', async () => {
    const three = await files(renamed('assess', 'Look'), renamed('assess', 'Check'));
    const { code, err } = await crossflow(['git-merge', ...three]);
    expect([code, err]).toEqual([1, 'ours.crossflow: Both sides changed “Look” (name): ours was kept.\n']);
    expect((await read(three[1])).model.nodes['assess']?.name).toBe('Look');
  });

  it('writes nothing where both together do not fit', async () => {
    const document = base();
    const { security: _, ...teams } = document.model.teams;
    const step = { ...document.model.nodes['assess'], id: 'more', name: 'More', requirements: [{ anyOf: [{ team: 'security' }] }] } as Document['model']['nodes'][string];
    const without = Object.fromEntries(Object.entries(document.model.nodes).map(([id, node]) => [id, node.kind === 'step' ? (({ requirements: __, ...rest }) => rest)(node) : node]));
    const ours = { ...document, model: { ...document.model, teams, nodes: without as Document['model']['nodes'] } };
    const theirs = { ...document, model: { ...document.model, nodes: { ...document.model.nodes, more: step } } };
    const three = await files(ours, theirs);
    const before = await readFile(three[1], 'utf8');
    const { code, err } = await crossflow(['git-merge', ...three]);
    expect(code).toBe(1);
    expect(err).toMatch(/ours\.crossflow.*More/);
    expect(await readFile(three[1], 'utf8')).toBe(before);
  });

  it('prints where it is asked to', async () => {
    const three = await files(renamed('assess', 'Look'), renamed('approve', 'Decide'));
    const before = await readFile(three[1], 'utf8');
    const { out } = await crossflow(['git-merge', ...three, '-o', '-']);
    expect(parseDocument(out, 'out').ok).toBe(true);
    expect(await readFile(three[1], 'utf8')).toBe(before);
  });

  it('takes the temporary names that git hands over', async () => {
    const [one, two, three] = await files(renamed('assess', 'Look'), renamed('approve', 'Decide'));
    const names = [0, 1, 2].map((at) => path.join(folder, `.merge_file_${at}`));
    for (const [at, file] of [one, two, three].entries()) await writeFile(names[at] ?? '', await readFile(file));
    expect((await crossflow(['git-merge', ...names])).code).toBe(0);
    expect((await read(names[1] ?? '')).model.nodes['approve']?.name).toBe('Decide');
  });
});

describe('diff', () => {
  it('draws what came, what changed and what went', async () => {
    const [before, , after] = await files(base(), renamed('assess', 'Look'));
    const picture = path.join(folder, 'diff.svg');
    const { code, out } = await crossflow(['diff', before, after, '--svg', picture]);
    expect([code, out.split('\n')[0]]).toEqual([1, expect.stringContaining('Look')]);
    const svg = await readFile(picture, 'utf8');
    expect(svg.includes('>Look<')).toBe(true);
    await crossflow(['diff', before, before, '--svg', path.join(folder, 'same.svg')]);
    // The mark at the step is more than its name.
    expect((await readFile(path.join(folder, 'same.svg'), 'utf8')).length + 20 < svg.length).toBe(true);
    expect((await crossflow(['diff', before, after, '--svg', '-'])).out.slice(0, 5)).toBe('<?xml');
  });
});
