// `npm run bench:canvas`: our canvas against a bare React Flow page with the same nodes and edges, and our import against
// bpmn-js, each in one run.
import react from '@vitejs/plugin-react';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { inRoot, root } from '../../build/paths.mjs';
import { orSay, ready, runToEnd } from '../../build/ready.mjs';
import { onSomeScreen, testPackages } from '../../build/system.mjs';

const canvas = inRoot('tests', 'bench', 'canvas');

/** Builds a page of the benchmark with the window around it. @param {string} name */
const makePage = async (name) => {
  const outDir = inRoot('out', 'bench', name);
  await build({
    configFile: false,
    root: path.join(canvas, name),
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', rolldownOptions: { input: path.join(canvas, name, 'page.html') } },
  });
  for (const file of ['main.cjs', 'package.json']) await copyFile(path.join(canvas, 'window', file), path.join(outDir, file));
};

await orSay(async () => {
  await ready(testPackages);
  for (const name of ['bare', 'bpmn-js']) await makePage(name);
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const [command, given] = onSomeScreen(process.execPath, [playwright, 'test', '-c', inRoot('tests', 'bench', 'canvas', 'playwright.config.ts'), ...process.argv.slice(2)]);
  runToEnd(command, given, { cwd: root });
});
