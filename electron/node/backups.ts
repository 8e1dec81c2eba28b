import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Backup } from '../../shared/contract/files.ts';
import { save } from './save.ts';

const extension = '.crossflow';

/** How many earlier states of one file are kept. */
const most = 30;

/**
 * Earlier states of files, kept in one folder of the program: each time a file is overwritten, what it was goes here.
 * The oldest ones make room for new ones.
 */
export const backups = (folder: string) => {
  /** Files are told apart by their places; the name of a folder may not depend on what the file is called. */
  const folderOf = (file: string) => path.join(folder, createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 24));

  /** Times at which states were written, the latest first. */
  const times = async (place: string): Promise<readonly number[]> => {
    const names = await readdir(place).catch((): string[] => []);
    return names
      .filter((name) => /^\d+\.crossflow$/.test(name))
      .map((name) => Number(name.slice(0, -extension.length)))
      .toSorted((one, other) => other - one);
  };

  return {
    /** Keeps a state. @param saved when it was written, in ms since 1970 */
    keep: async (file: string, bytes: Uint8Array, saved: number): Promise<void> => {
      const place = folderOf(file);
      await mkdir(place, { recursive: true });
      await save(path.join(place, `${Math.round(saved)}${extension}`), bytes);
      for (const time of (await times(place)).slice(most)) await rm(path.join(place, `${time}${extension}`), { force: true });
    },

    /** Every state that is kept of a file, the latest first. */
    list: async (file: string): Promise<readonly Backup[]> => {
      const place = folderOf(file);
      return Promise.all((await times(place)).map(async (saved) => ({ saved, bytes: await readFile(path.join(place, `${saved}${extension}`)) })));
    },
  };
};
