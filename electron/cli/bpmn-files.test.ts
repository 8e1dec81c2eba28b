import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crossflow } from './test-terminal.ts';

const data = path.resolve(import.meta.dirname, '../../../shared/data');
const sound = ['bpmn-lanes', 'bpmn-other', 'bpmn-big', 'bpmn-nodi', 'bpmn-nonlatin'];

const drawingsIn = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => readdirSync(path.join(data, folder)).filter((name) => /\.(bpmn|xml)$/.test(name)).map((name) => path.join(folder, name)));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-bpmn-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

if (!existsSync(data)) console.warn(`BPMN files: skipped, ${data} is absent`);

describe.skipIf(!existsSync(data))('real BPMN files', () => {
  it.each(existsSync(data) ? drawingsIn(sound) : [])('%s opens and is drawn', async (name) => {
    const target = path.join(folder, 'a.svg');
    expect(await crossflow(['export', path.join(data, name), '-o', target])).toEqual({ code: 0, out: '', err: '' });
    const svg = await readFile(target, 'utf8');
    expect(/^<\?xml[\s\S]*<\/svg>\s*$/.test(svg)).toBe(true);
    // Not in the fonts, whose letters are chance.
    expect(/NaN|Infinity|undefined/.exec(svg.replaceAll(/base64,[^)]*/g, ''))?.[0]).toBeUndefined();
  });

  it.each(existsSync(data) ? drawingsIn(['bpmn-odd']) : [])('%s opens or is refused in one sentence', async (name) => {
    const target = path.join(folder, 'odd.svg');
    await rm(target, { force: true });
    const { code, out, err } = await crossflow(['export', path.join(data, name), '-o', target]);
    expect(out).toBe('');
    if (code === 0) {
      expect(err).toBe('');
      return;
    }
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(path.basename(name));
    expect(err).not.toMatch(/Crossflow failed|\bat .*\.ts/);
    expect(await readdir(folder)).not.toContain('odd.svg');
  });
});
