// `npm run package [-- deb|linux|mac|win …]`: a folder (by default), a Debian package, or installers with the program in it.
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { configuration } from './packaging/configuration.mjs';
import { debianPackage } from './packaging/debian.mjs';
import { root } from './paths.mjs';
import { orSay, ready } from './ready.mjs';

await orSay(async () => {
  const config = configuration(await ready());
  const wanted = process.argv.slice(2);
  if (wanted.includes('deb')) {
    console.log(await debianPackage(config, { compressed: !wanted.includes('--uncompressed') }));
    return;
  }
  const platforms = { linux: Platform.LINUX, mac: Platform.MAC, win: Platform.WINDOWS };
  const asked = Object.entries(platforms).filter(([name]) => wanted.includes(name)).map(([, platform]) => platform);
  const targets = asked.length > 0 ? new Map(asked.flatMap((platform) => [...platform.createTarget()])) : Platform.current().createTarget('dir');
  const made = await build({ projectDir: root, targets, config, publish: 'never' });
  console.log(made.length > 0 ? made.join('\n') : `The program lies in ${path.join('dist', 'linux-unpacked')}.`);
});
