import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot, present, root } from './paths.mjs';

const sources = ['electron', 'renderer', 'shared', 'build', 'types', 'package.json', 'package-lock.json'];
const stamp = inRoot('out', 'built-from.txt');

/** @param {string} place @returns {Promise<string[]>} */
const filesIn = async (place) => {
  if (!(await stat(place)).isDirectory()) return [place];
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

/** What the sources look like now: one line of path, size and time each, hashed. */
export const fingerprint = async () => {
  const files = (await Promise.all(sources.filter(present).map((source) => filesIn(inRoot(source))))).flat();
  const lines = await Promise.all(
    files
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .map(async (file) => {
        const { size, mtimeMs } = await stat(file);
        return `${path.relative(root, file)} ${size} ${mtimeMs}`;
      }),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
};

/** Notes which sources out/ was made from. @param {string} made */
export const remember = async (made) => writeFile(stamp, made);

/** Whether out/ is missing or older than any source. */
export const isStale = async () => {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return built !== (await fingerprint());
};
