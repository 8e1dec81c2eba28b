import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { templatesIn } from './templates.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-templates-'));
});
afterEach(() => rm(folder, { recursive: true }));

const titled = (title: string, more = ''): string => JSON.stringify({ format: 'crossflow', settings: { title }, more });

it('keeps templates by name, replaces one of the same name, and forgets what is removed', async () => {
  const templates = templatesIn(path.join(folder, 'deep'));
  expect(await templates.list()).toEqual([]);
  const order = await templates.save('Ordering / überall', titled('Ordering / überall'));
  await templates.save('Asking', titled('Asking'));
  await templates.save('Ordering / überall', titled('Ordering / überall', 'new'));
  expect((await templates.list()).map(({ name }) => name)).toEqual(['Asking', 'Ordering / überall']);
  expect(await templates.read(order.id)).toContain('new');
  await templates.remove(order.id);
  expect((await templates.list()).map(({ name }) => name)).toEqual(['Asking']);
});

it('passes over files that are no documents', async () => {
  await writeFile(path.join(folder, 'broken.crossflow'), '{"settings": {"ti');
  await writeFile(path.join(folder, 'list.crossflow'), '[]');
  const templates = templatesIn(folder);
  expect(await templates.list()).toEqual([]);
  await templates.save('Asking', titled('Asking'));
  expect(await readdir(folder)).toHaveLength(3);
});
