import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { filesIn } from './arguments.ts';
import { chosenPaths } from './documents/chosen.ts';

it('finds files among switches, wherever they stand, relative to the caller', () => {
  const argv = ['electron', '.', '--no-sandbox', 'a.crossflow', '--user-data-dir=x.json', 'sub/b.BPMN', 'notes.txt'];
  expect(filesIn(argv, 2, '/home/folder')).toEqual(['/home/folder/a.crossflow', '/home/folder/sub/b.BPMN']);
  expect(filesIn(['crossflow', '/abs/c.bpmn20.xml'], 1, '/elsewhere')).toEqual(['/abs/c.bpmn20.xml']);
});

it('names a file once, however it was reached', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-arguments-'));
  await writeFile(path.join(folder, 'a.crossflow'), '');
  await symlink(path.join(folder, 'a.crossflow'), path.join(folder, 'link.crossflow'));
  const [first, second] = filesIn(['a.crossflow', 'link.crossflow'], 0, folder);
  expect(first).toBe(second);
  await rm(folder, { recursive: true });
});

it('lets only chosen paths through', () => {
  const chosen = chosenPaths();
  chosen.add('/docs/order.crossflow');
  expect(chosen.check('/docs/x/../order.crossflow')).toEqual({ ok: true, value: '/docs/order.crossflow' });
  expect(chosen.check('/docs/order.crossflow.bak')).toMatchObject({ ok: false, failure: { code: 'file.notChosen' } });
});
