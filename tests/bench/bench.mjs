// `npm run bench`: the engine against a plain C++ simulator, simjs and SimPy in one run; cost curves, threads, memory.
// Names of parts as arguments (lines, real, threads, memory, curves) measure those alone.
import { mkdtemp, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { nodeAssets } from '../../build/node-assets.mjs';
import { constantsStay } from '../../build/output.mjs';
import { inRoot, root } from '../../build/paths.mjs';

const folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-bench-'));
try {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    plugins: [nodeAssets()],
    build: { ssr: 'tests/bench/engine.ts', target: 'node20', outDir: folder, emptyOutDir: true, minify: false, rolldownOptions: { output: { ...constantsStay, entryFileNames: 'engine.mjs' } } },
  });
  const reference = path.join(folder, 'reference');
  const compiled = spawnSync('g++', ['-O2', '-std=c++17', '-o', reference, inRoot('tests', 'bench', 'reference.cpp')], { stdio: 'inherit' });
  const given = { root, reference: compiled.status === 0 ? reference : null, parts: process.argv.slice(2) };
  const ran = spawnSync(process.execPath, [path.join(folder, 'engine.mjs'), JSON.stringify(given)], { stdio: 'inherit' });
  process.exitCode = ran.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
