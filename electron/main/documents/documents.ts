import { app } from 'electron';
import path from 'node:path';
import type { Backup, Exported, OpenedFile, RecentFile, Saved, Stamp } from '../../../shared/contract/files.ts';
import type { Failure, Outcome } from '../../../shared/language/outcome.ts';
import { succeed } from '../../../shared/language/outcome.ts';
import { backups } from '../../node/backups.ts';
import { withFile } from '../../node/file-failure.ts';
import { inTurn } from '../../node/in-turn.ts';
import { openFile } from '../../node/read-file.ts';
import { forgotten, remembered } from '../../node/recent.ts';
import { save } from '../../node/save.ts';
import type { Stored } from '../../node/stored.ts';
import type { ChosenPaths } from './chosen.ts';

const wrote = (file: string, stamp: Stamp): Saved => ({ kind: 'saved', path: file, name: path.basename(file), stamp });

/** A sheet that came back or a picture goes into a document: it is none to open again. */
const enclosure = /\.(xlsx|png|jpe?g|svg)$/i;

/**
 * Files as the window may use them: only those the person chose, never over someone else's change.
 * @param recentChanged called when the list of recent files is another
 */
export const documents = (chosen: ChosenPaths, recent: Stored<readonly RecentFile[]>, recentChanged: () => void) => {
  const turn = inTurn();
  const earlier = backups(path.join(app.getPath('userData'), 'versions'));

  /** Writes a file and keeps what it was; that the old state cannot be kept is no reason not to save. */
  const write = async (file: string, text: string, expected?: Stamp) => {
    const before = await openFile(file);
    const result = await save(file, text, { expected, backup: true });
    if (result.kind === 'saved' && before.ok) await earlier.keep(file, before.value.bytes, before.value.stamp.modified).catch(() => undefined);
    return result;
  };

  const noteRecent = (file: string) => {
    void recent.set(remembered(recent.get(), file, Date.now()));
    app.addRecentDocument(file);
    recentChanged();
  };

  const forgetRecent = (file: string) => {
    void recent.set(forgotten(recent.get(), file));
    recentChanged();
    return recent.get();
  };

  const open = async (file: string): Promise<Outcome<OpenedFile>> => {
    const opened = await openFile(file);
    if (opened.ok) {
      chosen.add(file);
      if (!enclosure.test(file)) noteRecent(file);
    } else if (opened.failure.code === 'file.missing') forgetRecent(file);
    return opened;
  };

  return {
    open,
    forgetRecent,

    /** Opens all that can be opened, and says why the others cannot. */
    openEach: async (files: readonly string[]): Promise<{ opened: OpenedFile[]; failures: Failure[] }> => {
      const outcomes: Outcome<OpenedFile>[] = [];
      // One after the other, so that they stand among the recent ones in the order in which they were named.
      for (const file of files) outcomes.push(await open(file));
      return {
        opened: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
        failures: outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure])),
      };
    },

    /** Opens all or none. */
    openAll: async (files: readonly string[]): Promise<Outcome<readonly OpenedFile[]>> => {
      const opened: OpenedFile[] = [];
      for (const file of files) {
        const outcome = await open(file);
        if (!outcome.ok) return outcome;
        opened.push(outcome.value);
      }
      return succeed(opened);
    },

    read: async (given: string): Promise<Outcome<OpenedFile>> => {
      const file = chosen.check(given);
      return file.ok ? openFile(file.value) : file;
    },

    save: async (given: string, text: string, expected: Stamp): Promise<Outcome<Saved>> => {
      const file = chosen.check(given);
      if (!file.ok) return file;
      const result = await turn(file.value, () =>
        withFile(file.value, () => write(file.value, text, expected)),
      );
      if (!result.ok) return result;
      if (result.value.kind === 'saved') return succeed(wrote(file.value, result.value.stamp));
      const theirs = await openFile(file.value);
      return theirs.ok ? succeed({ kind: 'changed', theirs: theirs.value }) : theirs;
    },

    /** Earlier states of a file that the person chose. */
    backups: async (given: string): Promise<Outcome<readonly Backup[]>> => {
      const file = chosen.check(given);
      return file.ok ? withFile(file.value, () => earlier.list(file.value)) : file;
    },

    /** Saves under a name that the person chose just now; the dialog has asked about a file of that name. */
    saveAs: (file: string, text: string): Promise<Outcome<Saved>> =>
      turn(file, () =>
        withFile(file, async () => {
          const result = await write(file, text);
          chosen.add(file);
          noteRecent(file);
          return result.kind === 'saved' ? wrote(file, result.stamp) : ({ kind: 'cancelled' } as const);
        }),
      ),

    exportTo: (file: string, content: string | Uint8Array): Promise<Outcome<Exported>> =>
      withFile(file, async () => {
        await save(file, content);
        chosen.add(file);
        return { kind: 'saved', path: file, name: path.basename(file) } as const;
      }),
  };
};

export type Documents = ReturnType<typeof documents>;
