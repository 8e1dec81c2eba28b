// `npm run lock`: completes package-lock.json after an install. npm leaves out optional binaries of other platforms that
// its registry cannot give at that moment, and `npm ci` then refuses the whole file.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

/** @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> } & Record<string, unknown>} Entry */

/**
 * Optional dependencies that the lock names without holding an entry for them.
 * @param {Record<string, Entry>} packages
 */
export const incomplete = (packages) =>
  Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );

/** A binary's platform, from the way such packages are named: `@scope/binding-linux-x64-gnu`. @param {string} name */
const platformOf = (name) => {
  const [system, processor, library = ''] = (name.split('/').pop() ?? '').replace('binding-', '').split('-');
  return {
    cpu: [processor],
    os: [system],
    ...(library.startsWith('musl') ? { libc: ['musl'] } : {}),
    ...(library.startsWith('gnu') ? { libc: ['glibc'] } : {}),
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = inRoot('package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const missing = incomplete(lock.packages);
  for (const { name, version, dev } of missing) {
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} entries added.`);
}
