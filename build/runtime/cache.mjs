import os from 'node:os';
import path from 'node:path';
import { pinned } from './pinned.mjs';

const base = () => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return path.join(os.homedir(), '.cache');
};

/** Where runtimes are kept: outside node_modules, so that `npm ci` does not throw 220 MB away. */
export const cacheFolder = () => path.join(base(), 'crossflow');

/** The finished runtime. The folder appears by one rename, so its presence means that it is complete. */
export const runtimeFolder = () => path.join(cacheFolder(), `electron-${pinned.electron}-linux-x64`);
