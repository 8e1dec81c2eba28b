import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What Electron needs of a bare Debian, and a screen that needs no hardware. */
export const windowPackages = ['xvfb', 'xauth', 'libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1', 'libnotify4'];

/** What the tests look at PDF files with, and what a desktop opens files with. */
export const testPackages = ['poppler-utils', 'desktop-file-utils', 'shared-mime-info', 'xdg-utils', 'libglib2.0-bin', 'libgtk-3-bin'];

export const isRoot = () => process.getuid?.() === 0;

const onDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query');

/** @param {string[]} names @returns {string[]} those that are not installed; newer releases add `t64` to some names */
const missing = (names) => {
  const listed = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${Status}\n'], { encoding: 'utf8' }).stdout;
  const installed = new Set(listed.split('\n').filter((line) => line.endsWith('install ok installed')).map((line) => line.split(' ')[0]));
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
};

/**
 * Installs Debian packages that are missing, when it may; else says the exact line that does.
 * @param {string[]} names
 */
export const ensurePackages = (names) => {
  if (!onDebian()) return;
  const wanted = missing(names);
  if (wanted.length === 0) return;
  if (!isRoot()) {
    // A desktop may have what is needed under other names, so this is advice and no refusal.
    console.error(`Some system packages seem to be missing. If the window does not open, run:\n  sudo apt-get install ${wanted.join(' ')}`);
    return;
  }
  console.error(`Installing system packages: ${wanted.join(' ')}`);
  const options = { stdio: /** @type {['ignore', 'ignore', 'inherit']} */ (['ignore', 'ignore', 'inherit']), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], options);
  } catch {
    throw new Error(`The system packages could not be installed: run "apt-get update && apt-get install -y ${wanted.join(' ')}" and start again.`);
  }
};

export const hasScreen = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

const hasXvfb = () => existsSync('/usr/bin/xvfb-run');

/**
 * The same command under a screen of its own when the machine has none.
 * @param {string} command @param {string[]} given @returns {[string, string[]]}
 */
export const onSomeScreen = (command, given) => {
  if (hasScreen()) return [command, given];
  if (!hasXvfb()) throw new Error('There is no screen and no Xvfb: set DISPLAY, or run "sudo apt-get install xvfb xauth" and start again.');
  console.error('No screen found: the window opens on a virtual one (Xvfb).');
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...given]];
};
