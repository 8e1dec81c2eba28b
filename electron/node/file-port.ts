import { constants } from 'node:fs';
import { copyFile, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** How a file was last seen on disk. */
export interface FileFacts {
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
  readonly mode: number;
}

/** The calls that a save makes, one by one, so that a test can pull the plug at any of them. */
export interface FilePort {
  /** The place a name stands for, through links; the name itself while nothing is there. */
  resolve(file: string): Promise<string>;
  /** Undefined when there is no such file. */
  facts(file: string): Promise<FileFacts | undefined>;
  read(file: string): Promise<Uint8Array>;
  /** Writes a whole new file and waits until the disk has it. */
  write(file: string, bytes: Uint8Array, mode: number): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Replaces `to` at one instant. */
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Waits until the disk has the folder's list of names, where the platform can. */
  syncFolder(folder: string): Promise<void>;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const absentAs = <T>(value: T) => (error: unknown): T => {
  if (isMissing(error)) return value;
  throw error;
};

export const diskPort: FilePort = {
  resolve: (file) => realpath(file).catch(absentAs(path.resolve(file))),
  facts: (file) =>
    stat(file).then(
      ({ mtimeMs, size, mode }) => ({ modified: mtimeMs, size, mode: mode & 0o777 }),
      absentAs(undefined),
    ),
  read: (file) => readFile(file),
  async write(file, bytes, mode) {
    const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  copy: (from, to) => copyFile(from, to),
  rename: (from, to) => rename(from, to),
  remove: (file) => rm(file, { force: true }),
  async syncFolder(folder) {
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
