// `npm test` and `npm run check`: everything that has to hold, the quick things first.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { inRoot, root } from './paths.mjs';

/** @param {string} name @param {string[]} parts */
const tool = (name, ...parts) => [inRoot('node_modules', name, ...parts)];
const unitReport = inRoot('test-results', 'unit.json');
const windowReport = inRoot('test-results', 'e2e.json');

/** What is cheap runs to its end even if one fails; the rest only on top of a sound base. */
const quick = [
  { name: 'types', run: [...tool('typescript', 'bin', 'tsc'), '-b', '--pretty', 'false'] },
  { name: 'lint', run: [...tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'unused', run: [...tool('knip', 'bin', 'knip.js')] },
  { name: 'tests', run: [...tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`] },
];
const slow = [
  { name: 'build', run: [inRoot('build', 'build.mjs')] },
  { name: 'window tests', run: [inRoot('build', 'e2e.mjs'), '--reporter=list,json'] },
];

/** @param {string[]} run @returns {Promise<boolean>} */
const succeeds = (run) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, run, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: windowReport } });
    child.on('close', (code) => resolve(code === 0));
  });

/** @param {typeof quick} steps @param {boolean} goOn @returns {Promise<string[]>} the names of those that failed */
const runAll = async (steps, goOn) => {
  /** @type {string[]} */
  const failed = [];
  for (const { name, run } of steps) {
    if (failed.length > 0 && !goOn) break;
    console.log(`\n── ${name}`);
    const from = performance.now();
    if (!(await succeeds(run))) failed.push(name);
    console.log(`── ${name}: ${failed.includes(name) ? 'FAILED' : 'fine'}, ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  return failed;
};

/** @param {string} file */
const report = async (file) => JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));

const count = async () => {
  const unit = await report(unitReport);
  const { stats = {} } = await report(windowReport);
  return {
    passed: (unit.numPassedTests ?? 0) + (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (unit.numFailedTests ?? 0) + (stats.unexpected ?? 0),
    skipped: (unit.numPendingTests ?? 0) + (stats.skipped ?? 0),
  };
};

await Promise.all([unitReport, windowReport].map((file) => rm(file, { force: true })));
const base = await runAll(quick, true);
const failed = base.length > 0 ? base : await runAll(slow, false);
const { passed, failed: broken, skipped } = await count();
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}${base.length > 0 ? ` (not tried: ${slow.map(({ name }) => name).join(', ')})` : ''}` : `\nEverything holds.`);
console.log(`${passed} passed, ${broken} failed, ${skipped} skipped`);
process.exitCode = failed.length > 0 ? 1 : 0;
