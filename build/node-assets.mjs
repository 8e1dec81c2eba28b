import { readFile } from 'node:fs/promises';
import path from 'node:path';

const mark = '\0node-asset:';

/**
 * Lets code that runs in Node import a file with `?url`, as the window does: the file is copied beside the
 * bundle and the import answers its `file:` address.
 * @returns {import('vite').Plugin}
 */
export const nodeAssets = () => ({
  name: 'crossflow-node-assets',
  enforce: 'pre',
  async resolveId(specifier, importer) {
    if (!specifier.endsWith('?url')) return undefined;
    const found = await this.resolve(specifier.slice(0, -'?url'.length), importer, { skipSelf: true });
    return found ? mark + found.id : undefined;
  },
  async load(id) {
    if (!id.startsWith(mark)) return undefined;
    const file = id.slice(mark.length);
    const reference = this.emitFile({ type: 'asset', name: path.basename(file), source: await readFile(file) });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
});
