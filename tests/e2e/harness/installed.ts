import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, readlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './crossflow.ts';

/** The tools by which a Linux desktop knows files, and Debian's packages of them. */
const tools = { 'dpkg-deb': 'dpkg', 'desktop-file-validate': 'desktop-file-utils', 'update-mime-database': 'shared-mime-info', 'xdg-open': 'xdg-utils', gio: 'libglib2.0-bin', 'gtk-launch': 'libgtk-3-bin' };

/** Debian packages that are missing here; empty where everything can be tried. */
export const missingForDesktop = (): readonly string[] =>
  process.platform === 'linux' ? Object.entries(tools).flatMap(([tool, from]) => (existsSync(`/usr/bin/${tool}`) ? [] : [from])) : ['Linux'];

/** A Debian package unpacked into a folder, as a desktop of its own would see it. */
export interface Installed {
  readonly tree: string;
  /** Where the program keeps what is the person's own. */
  readonly profile: string;
  /** What a tool of the desktop answers, which knows of this program. */
  ask(tool: string, ...given: readonly string[]): string;
  /** Has a tool start the program, in a folder. */
  start(tool: string, given: readonly string[], from?: string): void;
  /** The text of a file of the package. */
  text(file: string): Promise<string>;
  /** The page of the window that somebody opened. */
  window(): Promise<Page>;
  end(): Promise<void>;
}

/** Makes the Debian package and lays it into a folder, in place of the root of the system. */
export const install = async (folder: string): Promise<Installed> => {
  const said = execFileSync(process.execPath, [path.join(root, 'build', 'package.mjs'), 'deb', '--uncompressed'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const made = said.trim().split('\n').at(-1) ?? '';
  const tree = path.join(folder, 'system');
  execFileSync('dpkg-deb', ['-x', made, tree]);
  const share = path.join(tree, 'usr', 'share');
  const config = path.join(folder, 'config');
  const profile = path.join(config, 'Crossflow');
  const env = {
    ...process.env,
    XDG_DATA_HOME: share,
    XDG_CONFIG_HOME: config,
    XDG_CURRENT_DESKTOP: 'GNOME',
    LANG: 'C.UTF-8',
    // Chromium's sandbox cannot run as root.
    ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
  };
  let browser: Browser | undefined;
  const until = async (there: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 200 && !there(); turn++) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  return {
    tree,
    profile,
    ask: (tool, ...given) => execFileSync(tool, given, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 30_000 }).trim(),
    // The program holds what it inherits, so there is nothing to wait for.
    start: (tool, given, from = folder) => void execFileSync(tool, given, { cwd: from, env, stdio: 'ignore', timeout: 30_000 }),
    text: (file) => readFile(path.join(tree, file), 'utf8'),
    window: async () => {
      const port = path.join(profile, 'DevToolsActivePort');
      await until(() => existsSync(port));
      browser = await lookInto(`http://127.0.0.1:${(await readFile(port, 'utf8')).split('\n')[0] ?? ''}`);
      const context = browser.contexts()[0];
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      if (!page) throw new Error('The program has no window.');
      await page.locator('[data-before]').waitFor({ state: 'detached' });
      return page;
    },
    end: async () => {
      await browser?.close();
      const lock = path.join(profile, 'SingletonLock');
      // The lock is a link to a name of the machine and the process.
      const running = /-(\d+)$/.exec(isLink(lock) ? readlinkSync(lock) : '')?.[1];
      if (running === undefined) return;
      process.kill(Number(running), 'SIGKILL');
      await until(() => !existsSync(`/proc/${running}`));
    },
  };
};

/** A look into a program that is just making its window may never be answered; the next one is. */
const lookInto = async (address: string, looksLeft = 4): Promise<Browser> => {
  try {
    return await chromium.connectOverCDP(address, { timeout: 6000 });
  } catch (error) {
    if (looksLeft === 0) throw error;
    return lookInto(address, looksLeft - 1);
  }
};

const isLink = (file: string): boolean => {
  try {
    readlinkSync(file);
    return true;
  } catch {
    return false;
  }
};

/** Points what the package says of /opt to where it was unpacked, and lets a test look into the window. */
export const startsFromTree = async ({ tree }: Installed): Promise<void> => {
  const program = path.join(tree, 'opt', 'Crossflow', 'crossflow');
  const entry = path.join(tree, 'usr/share/applications/crossflow.desktop');
  const command = path.join(tree, 'usr/bin/crossflow');
  await writeFile(entry, (await readFile(entry, 'utf8')).replace('Exec=/opt/Crossflow/crossflow ', `Exec=${program} --remote-debugging-port=0 --disable-gpu `));
  await writeFile(command, (await readFile(command, 'utf8')).replaceAll('/opt/Crossflow', path.dirname(program)));
};
