// `npm start [-- FILE…]`: makes sure of everything the window needs, and opens it.
import { spawn, spawnSync } from 'node:child_process';
import { root, inRoot } from './paths.mjs';
import { electronExecutable } from './runtime/resolve.mjs';
import { isStale } from './stale.mjs';
import { ensurePackages, hasScreen, isRoot, onSomeScreen, windowPackages } from './system.mjs';

const given = process.argv.slice(2);

const buildIfStale = async () => {
  if (!(await isStale())) return;
  const { status } = spawnSync(process.execPath, [inRoot('build', 'build.mjs')], { stdio: 'inherit', cwd: root });
  if (status !== 0) throw new Error('The build failed: its messages are above.');
};

/** Chromium's sandbox cannot run as root; without a graphics card it need not try one. */
const switches = () => {
  if (isRoot()) console.error("Running as root: Chromium's sandbox is off (--no-sandbox). Start as an ordinary user to have it.");
  return [...(isRoot() ? ['--no-sandbox'] : []), ...(hasScreen() ? [] : ['--disable-gpu'])];
};

try {
  ensurePackages(windowPackages);
  const electron = await electronExecutable();
  await buildIfStale();
  const [command, all] = onSomeScreen(electron, [...switches(), root, ...given]);
  // Chromium's own remarks (no D-Bus, no graphics card) say nothing to the person who starts the program.
  const child = spawn(command, all, { stdio: ['inherit', 'inherit', process.env['CROSSFLOW_VERBOSE'] ? 'inherit' : 'ignore'], cwd: process.env['INIT_CWD'] ?? root });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
