import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';
import { electronExecutable } from './runtime/resolve.mjs';
import { isStale } from './stale.mjs';
import { ensurePackages, windowPackages } from './system.mjs';

/**
 * Makes sure of system packages, an Electron and a fresh build.
 * @param {string[]} more packages that the window itself does not need
 * @returns {Promise<string>} the Electron executable
 */
export const ready = async (more = []) => {
  ensurePackages([...windowPackages, ...more]);
  const electron = await electronExecutable();
  // Whoever imports the `electron` package from here on gets this runtime, and no download.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(electron);
  if (await isStale()) {
    const { status } = spawnSync(process.execPath, [inRoot('build', 'build.mjs')], { stdio: 'inherit', cwd: root });
    if (status !== 0) throw new Error('The build failed: its messages are above.');
  }
  return electron;
};

/**
 * Runs a command to its end; its exit code becomes ours. Whoever ends us ends it with all that it started: a virtual
 * screen's script would otherwise leave its window and its screen behind.
 * @param {string} command @param {string[]} given @param {import('node:child_process').SpawnOptions} options
 */
export const runToEnd = (command, given, options = {}) => {
  const grouped = process.platform !== 'win32';
  const child = spawn(command, given, { stdio: ['ignore', 'inherit', 'inherit'], detached: grouped, ...options });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (grouped && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('close', (code) => (process.exitCode = code ?? 1));
};

/** Reports what went wrong in one line. @param {() => Promise<void>} act */
export const orSay = async (act) => {
  try {
    await act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
};
