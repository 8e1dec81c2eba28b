import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Journal } from '../../shared/contract/files.ts';
import { inTurn } from './in-turn.ts';
import { save } from './save.ts';

const extension = '.journal';

/**
 * The journals of open documents in one folder: what was edited since the last save, untitled documents included.
 * A journal that is there at start belongs to a document whose window ended without closing it.
 */
export const journals = (folder: string) => {
  const turn = inTurn();
  const fileOf = (id: string) => path.join(folder, id + extension);

  const append = async (id: string, text: string) => {
    const handle = await open(fileOf(id), 'a');
    try {
      await handle.appendFile(text);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  };

  return {
    /** Adds text at the end, or starts the journal anew with it; returns when the disk has it. */
    append: (id: string, text: string, fresh: boolean): Promise<void> =>
      turn(id, async () => {
        await mkdir(folder, { recursive: true });
        if (fresh) await save(fileOf(id), text);
        else await append(id, text);
      }),

    /** All journals, the latest first. */
    list: async (): Promise<readonly Journal[]> => {
      await mkdir(folder, { recursive: true });
      const names = (await readdir(folder)).filter((name) => name.endsWith(extension) && !name.startsWith('.'));
      const found = await Promise.all(
        names.map(async (name) => ({
          id: name.slice(0, -extension.length),
          text: await readFile(path.join(folder, name), 'utf8'),
          modified: (await stat(path.join(folder, name))).mtimeMs,
        })),
      );
      return found.sort((one, other) => other.modified - one.modified || one.id.localeCompare(other.id));
    },

    /** Keeps a journal under a name that is not listed any more; answers its new path. */
    setAside: (id: string): Promise<string> =>
      turn(id, async () => {
        const kept = `${fileOf(id)}-unread`;
        await rename(fileOf(id), kept);
        return kept;
      }),

    discard: (id: string): Promise<void> => turn(id, () => rm(fileOf(id), { force: true })),
  };
};
