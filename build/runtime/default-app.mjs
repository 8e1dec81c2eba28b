import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { inRoot } from '../paths.mjs';

const source = inRoot('build', 'default-app');

const fingerprint = async () => {
  const parts = await Promise.all(['main.js', 'package.json'].map((name) => readFile(path.join(source, name))));
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
};

/**
 * Gives the runtime the small program that starts a project folder; replaces an older one in a single rename.
 * It has to be a real archive: electron-builder stops at a folder of this name.
 * @param {string} runtime the runtime's folder
 */
export const ensureDefaultApp = async (runtime) => {
  const mark = path.join(runtime, 'resources', 'default_app.sha256');
  const wanted = await fingerprint();
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return;
  const made = path.join(runtime, 'resources', `default_app-${process.pid}.tmp`);
  try {
    await createPackage(source, made);
    await rename(made, path.join(runtime, 'resources', 'default_app.asar'));
    await writeFile(mark, wanted);
  } finally {
    await rm(made, { force: true });
  }
};
