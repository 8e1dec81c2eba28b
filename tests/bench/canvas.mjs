// `npm run bench:canvas`: our canvas against a bare React Flow page with the same nodes and edges, in one run.
import react from '@vitejs/plugin-react';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { inRoot, root } from '../../build/paths.mjs';
import { orSay, ready, runToEnd } from '../../build/ready.mjs';
import { onSomeScreen, testPackages } from '../../build/system.mjs';

const bare = inRoot('tests', 'bench', 'canvas', 'bare');
const outDir = inRoot('out', 'bench', 'bare');

await orSay(async () => {
  await ready(testPackages);
  await build({
    configFile: false,
    root: bare,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', rolldownOptions: { input: path.join(bare, 'page.html') } },
  });
  for (const file of ['main.cjs', 'package.json']) await copyFile(path.join(bare, file), path.join(outDir, file));
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const [command, given] = onSomeScreen(process.execPath, [playwright, 'test', '-c', inRoot('tests', 'bench', 'canvas', 'playwright.config.ts'), ...process.argv.slice(2)]);
  runToEnd(command, given, { cwd: root });
});
