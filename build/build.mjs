// Builds everything into out/. `node build/build.mjs main cli` builds only those.
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { build } from 'vite';
import { inRoot, present } from './paths.mjs';
import { fingerprint, remember } from './stale.mjs';
import { targets } from './targets.mjs';

const wanted = process.argv.slice(2);
const started = performance.now();
const before = await fingerprint();

/** Lets `npx crossflow` find the command line in the checkout. Windows needs no link: npx looks into package.json there. */
async function offerCommand() {
  await chmod(inRoot('out/cli/crossflow.mjs'), 0o755);
  if (process.platform === 'win32') return;
  const link = inRoot('node_modules/.bin/crossflow');
  await mkdir(inRoot('node_modules/.bin'), { recursive: true });
  await rm(link, { force: true });
  await symlink('../../out/cli/crossflow.mjs', link);
}

for (const target of targets()) {
  if (wanted.length > 0 && !wanted.includes(target.name)) continue;
  const from = performance.now();
  await build(target.config);
  console.log(`${target.name.padEnd(14)} ${((performance.now() - from) / 1000).toFixed(1)} s`);
}
if (present('out/cli/crossflow.mjs')) await offerCommand();
if (wanted.length === 0) await remember(before);
console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
