import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inTurn } from './in-turn.ts';
import { save } from './save.ts';

/**
 * A small value kept in a JSON file, read once and written whole. A missing or damaged file counts as nothing stored.
 * @param from makes a sound value of whatever the file held
 */
export const stored = async <T>(file: string, from: (found: unknown) => T) => {
  const turn = inTurn();
  let value = from(
    await readFile(file, 'utf8').then(
      (text): unknown => JSON.parse(text),
      () => undefined,
    ).catch(() => undefined),
  );
  return {
    get: (): T => value,
    /** Takes effect at once; the promise ends when the file has it. */
    set: (next: T): Promise<void> => {
      value = next;
      return turn(file, async () => {
        await mkdir(path.dirname(file), { recursive: true });
        await save(file, `${JSON.stringify(value, null, 2)}\n`);
      });
    },
  };
};

export type Stored<T> = Awaited<ReturnType<typeof stored<T>>>;
