import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSettings, settingsFrom } from '../../shared/contract/settings.ts';
import { forgotten, recentFrom, remembered } from './recent.ts';
import { stored } from './stored.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-stored-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('starts with the defaults, and finds again what was set', async () => {
  const file = path.join(folder, 'deep', 'settings.json');
  const settings = await stored(file, settingsFrom);
  expect(settings.get()).toEqual(defaultSettings);
  await settings.set({ ...settings.get(), theme: 'dark' });
  expect((await stored(file, settingsFrom)).get().theme).toBe('dark');
});

it('keeps every sound part of a damaged file', async () => {
  const file = path.join(folder, 'settings.json');
  await writeFile(file, JSON.stringify({ theme: 'neon', language: 'de', textSize: 5000, unknown: 1 }));
  expect((await stored(file, settingsFrom)).get()).toEqual({ ...defaultSettings, language: 'de' });
  await writeFile(file, '{"theme": "da');
  expect((await stored(file, settingsFrom)).get()).toEqual(defaultSettings);
  expect(await readFile(file, 'utf8')).toBe('{"theme": "da');
});

it('lists recent files once each, the latest first, twelve at most', () => {
  const many = Array.from({ length: 20 }, (_, n) => `/p/${n}.crossflow`).reduce((list, file, n) => remembered(list, file, n), recentFrom('rubbish'));
  expect(many.map(({ name }) => name)[0]).toBe('19.crossflow');
  expect(many).toHaveLength(12);
  const again = remembered(many, '/p/15.crossflow', 99);
  expect(again[0]).toEqual({ path: '/p/15.crossflow', name: '15.crossflow', opened: 99 });
  expect(again).toHaveLength(12);
  expect(forgotten(again, '/p/15.crossflow')).toHaveLength(11);
});
