import { execFileSync } from 'node:child_process';
import { cp, lstat, mkdir, readdir, rm, writeFile, chmod } from 'node:fs/promises';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { root } from '../paths.mjs';

/**
 * @typedef {object} Contents what electron-builder puts into a Debian package
 * @property {ReadonlyMap<string, string>} options `--name`, `--after-install` and the like
 * @property {readonly (readonly [from: string, to: string])[]} files a folder ends with a slash
 */

/** @param {readonly string[]} words the words electron-builder has for `fpm` @returns {Contents} */
export const contentsOf = (words) => {
  const options = new Map();
  /** @type {[string, string][]} */
  const files = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('--')) options.set(word, words[(at += 1)] ?? '');
    else {
      const cut = word.lastIndexOf('=/');
      if (cut > 0) files.push([word.slice(0, cut), word.slice(cut + 1)]);
    }
  }
  return { options, files };
};

/** @param {string} folder @returns {Promise<number>} bytes of all that lies in it */
const weight = async (folder) => {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) sum += (await lstat(path.join(entry.parentPath, entry.name))).size;
  }
  return sum;
};

/** @param {Contents} contents @param {string} tree an empty folder that becomes the root of an installed system */
const lay = async ({ files }, tree) => {
  for (const [from, to] of files) {
    const target = path.join(tree, to);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(from, target, { recursive: true, verbatimSymlinks: true });
    if (to.startsWith('/usr/bin/')) await chmod(target, 0o755);
    else if (to.startsWith('/usr/')) await chmod(target, 0o644);
  }
};

/**
 * @param {Contents} contents @param {readonly string[]} depends @param {number} bytes
 * @returns {string} the package's own description of itself
 */
export const control = ({ options }, depends, bytes) => {
  /** @param {string} name */
  const given = (name) => options.get(name) ?? '';
  const [synopsis = '', ...more] = given('--description').split('\n').map((line) => line.trim());
  return [
    `Package: ${given('--name')}`,
    `Version: ${given('--version')}`,
    `Architecture: ${given('--architecture')}`,
    `Maintainer: ${given('--maintainer')}`,
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    `Depends: ${depends.join(', ')}`,
    'Section: editors',
    `Priority: ${given('--deb-priority')}`,
    `Homepage: ${given('--url')}`,
    `Description: ${synopsis}`,
    ...more.filter(Boolean).map((line) => ` ${line}`),
    '',
  ].join('\n');
};

/**
 * Makes a Debian package of what electron-builder lays out for one, with Debian's own `dpkg-deb`: the tool that
 * electron-builder would fetch for it is on a server that not everybody reaches.
 * @param {import('electron-builder').Configuration} config
 * @param {{ readonly compressed: boolean }} how uncompressed takes a quarter of the time and twice the room
 * @returns {Promise<string>} the package's path
 */
export const debianPackage = async (config, { compressed }) => {
  /** @type {Contents | undefined} */
  let contents;
  let done = '';
  const output = path.join(root, config.directories?.output ?? 'dist');
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('deb'),
    config,
    publish: 'never',
    effectiveOptionComputed: async ([words]) => {
      contents = contentsOf(words);
      const tree = path.join(output, 'deb');
      await rm(tree, { recursive: true, force: true });
      await lay(contents, tree);
      const about = path.join(tree, 'DEBIAN');
      await mkdir(about);
      const depends = Array.isArray(config.deb?.depends) ? config.deb.depends : [];
      await writeFile(path.join(about, 'control'), control(contents, depends, await weight(tree)));
      await cp(contents.options.get('--after-install') ?? '', path.join(about, 'postinst'));
      await cp(contents.options.get('--after-remove') ?? '', path.join(about, 'postrm'));
      for (const script of ['postinst', 'postrm']) await chmod(path.join(about, script), 0o755);
      done = path.join(output, `${contents.options.get('--name')}_${contents.options.get('--version')}_${contents.options.get('--architecture')}.deb`);
      execFileSync('dpkg-deb', ['--root-owner-group', compressed ? '-Zgzip' : '-Znone', '--build', tree, done], { stdio: ['ignore', 'ignore', 'inherit'] });
      await rm(tree, { recursive: true });
      return true;
    },
  });
  return done;
};
