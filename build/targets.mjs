import react from '@vitejs/plugin-react';
import { nodeAssets } from './node-assets.mjs';
import { constantsStay } from './output.mjs';
import { inRoot, present, root } from './paths.mjs';

/** @typedef {{ name: string, entry: string, config: import('vite').InlineConfig }} Target */

const quiet = /** @type {const} */ ({ configFile: false, root, logLevel: 'warn', publicDir: false });

/** Bundled CommonJS libraries expect these two names; ES modules have them under `import.meta`. */
const commonJsNames = { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' };

/** @returns {Target} */
const main = () => ({
  name: 'main',
  entry: 'electron/main/main.ts',
  config: {
    ...quiet,
    ssr: { noExternal: true },
    define: commonJsNames,
    plugins: [nodeAssets()],
    build: {
      ssr: 'electron/main/main.ts',
      target: 'node20',
      outDir: 'out/main',
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' } },
    },
  },
});

/** The sandbox runs the preload as one CommonJS file, whatever package.json says about modules. @returns {Target} */
const preload = () => ({
  name: 'preload',
  entry: 'electron/preload/preload.ts',
  config: {
    ...quiet,
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/preload/preload.ts',
      target: 'chrome130',
      outDir: 'out/preload',
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  },
});

/**
 * Has the program fetched while the page's first frame is drawn, although it is imported only after that.
 * @returns {import('vite').Plugin}
 */
const fetchProgramEarly = () => ({
  name: 'crossflow-fetch-program-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('/renderer/app/main.tsx')
          ? [chunk.fileName, ...chunk.imports].map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: /** @type {const} */ ('head') }))
          : [],
      ),
  },
});

/**
 * One chunk for all that a module needs at once: every file more that the page asks for before its first paint delays it.
 * @param {string} entry end of the module's path @param {string} chunk
 * @returns {(id: string, context: { getModuleInfo(id: string): { importedIds: readonly string[] } | null }) => string | null}
 */
const startedWith = (entry, chunk) => {
  /** @type {Set<string>} */
  const needed = new Set();
  /** @param {string} id @param {Parameters<ReturnType<typeof startedWith>>[1]} context */
  const add = (id, context) => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) add(imported, context);
  };
  return (id, context) => {
    if (needed.size === 0) add(inRoot(entry.slice(1)), context);
    return needed.has(id) ? chunk : null;
  };
};

/** @returns {Target} */
const renderer = () => ({
  name: 'renderer',
  entry: 'renderer/index.html',
  config: {
    ...quiet,
    root: inRoot('renderer'),
    plugins: [react(), fetchProgramEarly()],
    worker: { format: 'es', rolldownOptions: { output: constantsStay } },
    build: {
      target: 'chrome130',
      outDir: '../out/renderer',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // What fetches chunks is needed before any of them, by the page's own script.
              { name: 'fetch', test: /preload-helper|rolldown.runtime/, priority: 1 },
              { debugName: 'window', name: startedWith('/renderer/app/main.tsx', 'window') },
            ],
          },
        },
      },
    },
  },
});

/** The command line and the thread that its jobs run in share their chunks. @returns {Target} */
const cli = () => ({
  name: 'cli',
  entry: 'electron/cli/crossflow.ts',
  config: {
    ...quiet,
    ssr: { noExternal: true },
    define: commonJsNames,
    plugins: [nodeAssets()],
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'out/cli',
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          crossflow: 'electron/cli/crossflow.ts',
          ...(present('electron/node/worker.ts') ? { worker: 'electron/node/worker.ts' } : {}),
        },
        output: {
          ...constantsStay,
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
          banner: (chunk) => (chunk.isEntry && chunk.name === 'crossflow' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  },
});

/** One classic script, because the HTML report carries it inside itself. @returns {Target} */
const reportViewer = () => ({
  name: 'report-viewer',
  entry: 'renderer/report-viewer/report-viewer.ts',
  config: {
    ...quiet,
    build: {
      target: 'es2020',
      outDir: 'out/report-viewer',
      emptyOutDir: true,
      lib: { entry: 'renderer/report-viewer/report-viewer.ts', formats: ['iife'], name: 'crossflowReport', fileName: () => 'report-viewer.js' },
    },
  },
});

/** Everything that one build makes, in order. @returns {Target[]} */
export const targets = () => [main(), preload(), renderer(), reportViewer(), cli()].filter((target) => present(target.entry));
