import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const mark = '\0node-asset:';

/**
 * Lets code that runs in Node import a file with `?url`, as the window does; the import answers its `file:` address.
 * A build copies the file beside the bundle; tests read it where it lies.
 * @returns {import('vite').Plugin}
 */
export const nodeAssets = () => {
  /** @type {Set<string>} */
  const files = new Set();
  let building = false;
  return {
    name: 'crossflow-node-assets',
    enforce: 'pre',
    configResolved({ command }) {
      building = command === 'build';
    },
    async resolveId(specifier, importer) {
      if (!specifier.endsWith('?url')) return undefined;
      const found = await this.resolve(specifier.slice(0, -'?url'.length), importer, { skipSelf: true });
      // The address of a package's own file would keep tests from asking us for it: they leave packages to Node.
      return found ? mark + found.id.replaceAll('/node_modules/', '/node-modules/') : undefined;
    },
    load(id) {
      if (!id.startsWith(mark)) return undefined;
      const file = id.slice(mark.length).replaceAll('/node-modules/', '/node_modules/');
      if (!building) return `export default ${JSON.stringify(pathToFileURL(file).href)};`;
      files.add(file);
      // In two steps: in one the bundler would take it for an asset of its own.
      return `const here = import.meta.url;\nexport default new URL(${JSON.stringify(`./assets/${path.basename(file)}`)}, here).href;`;
    },
    async writeBundle({ dir }) {
      if (!dir || files.size === 0) return;
      await mkdir(path.join(dir, 'assets'), { recursive: true });
      await Promise.all([...files].map((file) => copyFile(file, path.join(dir, 'assets', path.basename(file)))));
    },
  };
};
