import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { incomplete, type Entry } from '../../build/lock.mjs';

it('lets npm ci work: every optional binary has its entry (if not: npm run lock)', () => {
  const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
  expect(incomplete(lock.packages).map(({ name }) => name)).toEqual([]);
  const { 'node_modules/@oxlint/binding-win32-x64-msvc': gone, ...without } = lock.packages;
  expect(gone).toBeDefined();
  expect(incomplete(without).map(({ name }) => name)).toEqual(['@oxlint/binding-win32-x64-msvc']);
});
