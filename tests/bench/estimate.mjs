// Bundles the benchmark of the live estimate as the command line is bundled, and runs it.
import { rm } from 'node:fs/promises';
import { build } from 'vite';
import { constantsStay } from '../../build/output.mjs';
import { inRoot, root } from '../../build/paths.mjs';

const outDir = 'out/bench';
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  build: { ssr: 'tests/bench/estimate.ts', target: 'node20', outDir, emptyOutDir: true, minify: false, rolldownOptions: { output: { ...constantsStay, format: 'es', entryFileNames: 'estimate.mjs' } } },
});
await import(new URL(`file://${inRoot(`${outDir}/estimate.mjs`)}`).href);
await rm(inRoot(outDir), { recursive: true, force: true });
