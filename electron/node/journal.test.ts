import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journals } from './journal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('keeps lines in the order they were sent, without waiting for each other', async () => {
  const journal = journals(path.join(folder, 'journal'));
  await Promise.all(Array.from({ length: 50 }, (_, line) => journal.append('a', `${line}\n`, line === 0)));
  const [found] = await journal.list();
  expect(found?.text).toBe(Array.from({ length: 50 }, (_, line) => `${line}\n`).join(''));
});

it('starts anew when asked, and forgets what is discarded', async () => {
  const journal = journals(folder);
  await journal.append('a', 'old\n', false);
  await journal.append('a', 'new\n', true);
  await journal.append('b', 'other\n', false);
  expect(new Map((await journal.list()).map(({ id, text }) => [id, text]))).toEqual(new Map([['a', 'new\n'], ['b', 'other\n']]));
  await journal.discard('a');
  await journal.discard('never there');
  expect((await journal.list()).map(({ id }) => id)).toEqual(['b']);
});

it('keeps what is set aside, and lists it no more', async () => {
  const journal = journals(folder);
  await journal.append('a', 'unreadable', false);
  const kept = await journal.setAside('a');
  expect(await journal.list()).toEqual([]);
  expect(await readFile(kept, 'utf8')).toBe('unreadable');
});
