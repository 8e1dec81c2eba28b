import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backups } from './backups.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-backups-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (kept: readonly { readonly bytes: Uint8Array }[]): readonly string[] => kept.map((one) => new TextDecoder().decode(one.bytes));

it('lists the states of one file, the latest first, and knows nothing of other files', async () => {
  const kept = backups(folder);
  expect(await kept.list('/a/order.crossflow')).toEqual([]);
  await kept.keep('/a/order.crossflow', bytes('two'), 2_000);
  await kept.keep('/a/order.crossflow', bytes('ten'), 10_000);
  await kept.keep('/a/order.crossflow', bytes('one'), 1_000.4);
  await kept.keep('/b/order.crossflow', bytes('other'), 3_000);
  expect((await kept.list('/a/order.crossflow')).map(({ saved }) => saved)).toEqual([10_000, 2_000, 1_000]);
  expect(texts(await kept.list('/a/order.crossflow'))).toEqual(['ten', 'two', 'one']);
  expect(texts(await kept.list('/a/../a/order.crossflow'))).toHaveLength(3);
});

it('lets the oldest ones go', async () => {
  const kept = backups(folder);
  for (let n = 1; n <= 34; n += 1) await kept.keep('/a', bytes(String(n)), n);
  const [place = ''] = await readdir(folder);
  expect(await readdir(path.join(folder, place))).toHaveLength(30);
  expect(texts(await kept.list('/a')).at(-1)).toBe('5');
});
