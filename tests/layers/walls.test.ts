// Runs the real type check and the real lint, with their real settings, over code that must not pass.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let copy = '';

const run = (tool: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, tool, { cwd: copy, encoding: 'utf8' });
  return stdout + stderr;
};

beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), 'crossflow-walls-'));
  cpSync(path.join(import.meta.dirname, 'planted'), copy, { recursive: true });
  cpSync(path.join(root, 'types'), path.join(copy, 'types'), { recursive: true });
  for (const file of readdirSync(root).filter((name) => /^tsconfig.*\.json$|^\.oxlintrc\.json$|^package\.json$/.test(name))) {
    cpSync(path.join(root, file), path.join(copy, file));
  }
  mkdirSync(path.join(copy, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(path.join(root, 'node_modules', name), path.join(copy, 'node_modules', name));
  }
  writeFileSync(path.join(copy, 'shared/language/long.ts'), Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line};\n`).join(''));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the type check of shared/', () => {
  let said = '';
  beforeAll(() => {
    said = run(['node_modules/typescript/bin/tsc', '-b', 'tsconfig.shared.json', '--pretty', 'false']);
  });

  it.each([
    ['shared/drawing/reads-process.ts', 'process'],
    ['shared/drawing/reads-document.ts', 'document'],
    ['shared/drawing/reads-address.ts', 'URL'],
    ['shared/interchange/node-through-csv.ts', 'Buffer'],
  ])('reports %s', (file, name) => {
    expect(said.split('\n').filter((line) => line.startsWith(file)).join('\n')).toContain(`'${name}'`);
  });
});

describe('the lint', () => {
  let said: string[] = [];
  beforeAll(() => {
    said = run(['node_modules/oxlint/bin/oxlint', '--type-aware', '--format', 'unix', 'shared', 'electron', 'renderer']).split('\n');
  });

  it.each([
    ['shared/simulation/engine/random.ts', 'no-restricted-properties'],
    ['shared/simulation/engine/clock.ts', 'no-restricted-globals'],
    ['shared/simulation/engine/circle-one.ts', 'no-cycle'],
    ['shared/simulation/engine/forgets-a-case.ts', 'switch-exhaustiveness-check'],
    ['shared/language/long.ts', 'max-lines'],
    ['electron/node/forgets-a-promise.ts', 'no-floating-promises'],
    ['electron/main/raw-ipc.ts', 'no-restricted-imports'],
  ])('reports %s', (file, rule) => {
    expect(said.filter((line) => line.includes(file) && line.includes(rule))).not.toEqual([]);
  });
});
