// `npm run bench:start`: how long the window takes to its first contentful paint, against an empty Electron window.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inRoot, root } from '../../build/paths.mjs';
import { orSay, ready, runToEnd } from '../../build/ready.mjs';
import { hasScreen, onSomeScreen } from '../../build/system.mjs';

const rounds = 9;
const target = 1.4;

/**
 * @param {string} electron @param {string} folder @param {string[]} more
 * @returns {Promise<{ painted: number, ready: number }>} milliseconds from spawn to the first contentful paint and to the whole window
 */
const once = async (electron, folder, more) => {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'crossflow-bench-'));
  const from = performance.now();
  const child = spawn(electron, ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, folder, ...more], { stdio: ['ignore', 'pipe', 'ignore'] });
  const taken = await new Promise((resolve, reject) => {
    let said = '';
    /** @type {number | undefined} */
    let painted;
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const now = performance.now() - from;
      if (said.includes('painted')) painted ??= now;
      if (said.includes('ready')) resolve({ painted: painted ?? now, ready: now });
    });
    child.on('exit', (code) => reject(new Error(`${folder} ended with ${code} before its first paint.`)));
  });
  if (child.exitCode === null) await new Promise((resolve) => child.on('close', resolve));
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return taken;
};

/** @param {number[]} values */
const summary = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
};

const measure = async () => {
  const electron = await ready();
  /** @type {number[]} */
  const empty = [];
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const drawn = [];
  // In turns, so that whatever else the machine does falls on both; the first round warms the disk and is left out.
  for (let round = 0; round <= rounds; round += 1) {
    const one = await once(electron, inRoot('tests', 'bench', 'empty-window'), []);
    const other = await once(electron, root, ['--exit-when-ready']);
    if (round === 0) continue;
    empty.push(one.painted);
    ours.push(other.painted);
    drawn.push(other.ready);
  }
  for (const [label, values] of /** @type {const} */ ([['empty window', empty], ['Crossflow', ours], ['start screen', drawn]])) {
    const { median, low, high } = summary(values);
    console.log(`${label.padEnd(13)} ${median.toFixed(0).padStart(5)} ms  (middle half ${low.toFixed(0)}–${high.toFixed(0)}, ${values.length} starts)`);
  }
  const ratio = summary(ours).median / summary(empty).median;
  console.log(`ratio         ${ratio.toFixed(2)}  (at most ${target})`);
  if (ratio > target) process.exitCode = 1;
};

await orSay(async () => {
  if (hasScreen()) return measure();
  await ready();
  const [command, given] = onSomeScreen(process.execPath, process.argv.slice(1));
  runToEnd(command, given);
});
