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
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-shards-'));
  file = path.join(folder, 'change.crossflow');
  await writeFile(file, serialiseDocument({ ...emptyDocument('Software change'), model: sampleModel(), runSettings: { horizon: { value: 20, unit: 'd' }, replications: 5 } }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function parts(count: number, ...words: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (let part = 1; part <= count; part += 1) {
    const target = path.join(folder, `part-${part}-of-${count}.json`);
    expect(await crossflow(['simulate', file, '--shard', `${part}/${count}`, '--json', target, ...words])).toEqual({ code: 0, out: '', err: '' });
    files.push(target);
  }
  return files;
}

describe('a run in parts', () => {
  it('gathers to the bytes of one run, in any order of the parts', async () => {
    const whole = await crossflow(['simulate', file, '--json', '-']);
    expect(whole.code).toBe(0);
    const [one = '', two = '', three = ''] = await parts(3);
    const gathered = await crossflow(['gather', three, one, two, '--json', '-']);
    expect([gathered.code, gathered.err]).toEqual([0, '']);
    expect(gathered.out).toBe(whole.out);
    const result = JSON.parse(gathered.out) as { replicationsRun: number; leadTime: { plausible: unknown }; bottlenecks: { gain: unknown }[] };
    expect([result.replicationsRun, result.leadTime.plausible === null, result.bottlenecks.some(({ gain }) => gain !== null)]).toEqual([5, false, true]);
  });

  it('says in words what one run would have said', async () => {
    const whole = await crossflow(['simulate', file, '--gain', 'none', '--seed', '7']);
    expect((await crossflow(['gather', ...(await parts(2, '--gain', 'none', '--seed', '7'))])).out).toBe(whole.out);
  });

  it('is refused where a part is missing, doubled, of another run, or no part', async () => {
    const [one = '', two = ''] = await parts(2, '--gain', 'none');
    const said = async (...files: readonly string[]): Promise<string> => {
      const { code, err, out } = await crossflow(['gather', ...files]);
      expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
      return err;
    };
    expect(await said(one)).toContain('2 replications are missing, the first is number 2');
    expect(await said(one, one, two)).toContain('is in two parts');
    expect(await said(file)).toContain('change.crossflow is no part of a run');
    const other = path.join(folder, 'other.json');
    await crossflow(['simulate', file, '--shard', '2/2', '--gain', 'none', '--seed', '9', '--json', other]);
    expect(await said(one, other)).toContain('different runs');
    await writeFile(other, (await readFile(two, 'utf8')).replace('Assess', 'Access'));
    expect(await said(one, other)).toContain('other.json is no part of a run');
  });

  it.each([['0/2'], ['3/2'], ['2'], ['a/b']])('%s is no part', async (text) => {
    const { code, err } = await crossflow(['simulate', file, '--shard', text]);
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
  });

  it('needs a number of runs and writes no event log', async () => {
    expect((await crossflow(['simulate', file, '--shard', '1/2', '--precision', '5%'])).err).toContain('no precision');
    expect((await crossflow(['simulate', file, '--shard', '1/2', '--log', path.join(folder, 'a.csv')])).code).toBe(2);
  });
});
