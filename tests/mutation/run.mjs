// `npm run mutants`: changes the core one place at a time and counts how many of the changes its tests find.
// With paths after `--` only those files, and every change that no test found.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { inRoot, root } from '../../build/paths.mjs';

/** @typedef {{ status: string, replacement?: string, mutatorName: string, location: { start: { line: number, column: number }, end: { line: number, column: number } } }} Mutant */
/** @typedef {{ source: string, mutants: Mutant[] }} MutatedFile */

const folders = ['shared/simulation/statistics', 'shared/analysis'];
/** The share of changes that has to be found in each folder. */
const least = 0.85;

const report = inRoot('test-results', 'mutants.json');
const paths = process.argv.slice(2);
await rm(report, { force: true });

const options = ['run', 'tests/mutation/stryker.config.mjs', ...(paths.length > 0 ? ['--mutate', paths.join(',')] : [])];
const child = spawn(process.execPath, [inRoot('node_modules/@stryker-mutator/core/bin/stryker.js'), ...options], { cwd: root, stdio: 'inherit' });
await new Promise((resolve) => child.on('close', resolve));

/** @type {{ files: Record<string, MutatedFile> }} */
const { files } = JSON.parse(await readFile(report, 'utf8'));

/** A change that was never made, or made the program endless, says nothing about tests or was found. @param {Mutant[]} mutants */
const counted = (mutants) => mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
/** @param {Mutant[]} mutants */
const found = (mutants) => mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');

/** @param {string} name @param {Mutant[]} mutants @returns {number} the share found */
const tell = (name, mutants) => {
  const all = counted(mutants).length;
  const share = all === 0 ? 1 : found(mutants).length / all;
  console.log(`${(100 * share).toFixed(1).padStart(6)} %  ${String(found(mutants).length).padStart(5)} of ${String(all).padStart(5)}  ${name}`);
  return share;
};

/** @param {string} path @param {MutatedFile} file */
const tellMissed = (path, { source, mutants }) => {
  const lines = source.split('\n');
  for (const { status, replacement, mutatorName, location: { start, end } } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const before = start.line === end.line ? lines[start.line - 1]?.slice(start.column - 1, end.column - 1) : `${lines[start.line - 1]?.slice(start.column - 1)} …`;
    console.log(`${path}:${start.line}:${start.column} ${mutatorName}${status === 'NoCoverage' ? ' (no test comes here)' : ''}\n    ${before}\n  → ${replacement?.replaceAll(/\s+/g, ' ')}`);
  }
};

if (paths.length > 0) for (const [path, file] of Object.entries(files)) tellMissed(path, file);
for (const [path, { mutants }] of Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))) tell(path, mutants);
const scores = folders.flatMap((folder) => {
  const mutants = Object.entries(files).flatMap(([path, file]) => (path.startsWith(`${folder}/`) ? file.mutants : []));
  return mutants.length === 0 ? [] : [tell(folder, mutants)];
});
if (scores.some((score) => score < least)) process.exitCode = 1;
