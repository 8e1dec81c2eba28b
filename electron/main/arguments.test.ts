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

it('takes a file by its address as well, whatever its name is made of', () => {
  const argv = ['file:///home/A%20b/Gesch%C3%A4ft%20%231.crossflow', 'file:///home/100%.crossflow', 'file://other/x.crossflow', 'https://example.org/y.crossflow'];
  expect(filesIn(argv, 0, '/f').slice(0, 1)).toEqual(['/home/A b/Geschäft #1.crossflow']);
  // What is no address of a file here stays a name that is not found, and is said to be.
  expect(filesIn(argv, 0, '/f')).toHaveLength(4);
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
