// `npm run package [-- linux|mac|win …]`: a folder (by default) or installers with the program in it.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { inRoot, root } from './paths.mjs';
import { orSay, ready } from './ready.mjs';
import { electronVersion } from './runtime/resolve.mjs';

/**
 * @param {string} electron the runtime to pack
 * @returns {import('electron-builder').Configuration}
 */
const configuration = (electron) => ({
  appId: 'app.crossflow.modeler',
  productName: 'Crossflow',
  copyright: 'Crossflow',
  electronDist: path.dirname(electron),
  electronVersion: electronVersion(electron),
  directories: { output: 'dist', buildResources: 'build/icons' },
  // Everything is bundled: no node_modules travel.
  files: ['out/**', '!out/**/*.map', '!out/built-from.txt', 'package.json', '!node_modules'],
  // The command line runs from its own files, which a plain Node must be able to read.
  asarUnpack: ['out/cli/**'],
  asar: true,
  npmRebuild: false,
  icon: inRoot('build', 'icons', 'crossflow.png'),
  fileAssociations: [{ ext: 'crossflow', name: 'Crossflow document', description: 'Crossflow document', mimeType: 'application/x-crossflow', role: 'Editor' }],
  linux: { category: 'Office', executableName: 'crossflow', target: ['AppImage', 'deb', 'tar.gz'], synopsis: 'Draw, simulate and improve how work crosses departments' },
  mac: { category: 'public.app-category.business', target: ['dmg', 'zip'] },
  win: { target: ['nsis', 'zip'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  afterPack: async ({ appOutDir }) => {
    for (const left of ['default_app.asar', 'default_app.sha256']) await rm(path.join(appOutDir, 'resources', left), { force: true });
  },
});

await orSay(async () => {
  const electron = await ready();
  const wanted = process.argv.slice(2);
  const platforms = { linux: Platform.LINUX, mac: Platform.MAC, win: Platform.WINDOWS };
  const asked = Object.entries(platforms).filter(([name]) => wanted.includes(name)).map(([, platform]) => platform);
  const targets = asked.length > 0 ? new Map(asked.flatMap((platform) => [...platform.createTarget()])) : Platform.current().createTarget('dir');
  const made = await build({ projectDir: root, targets, config: configuration(electron), publish: 'never' });
  console.log(made.length > 0 ? made.join('\n') : `The program lies in ${path.join('dist', 'linux-unpacked')}.`);
});
