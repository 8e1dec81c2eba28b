import path from 'node:path';
import type { RecentFile } from '../../shared/contract/files.ts';
import { z } from '../../shared/language/zod.ts';

const longest = 12;

const recentSchema = z.array(z.object({ path: z.string().min(1), name: z.string(), opened: z.number() }));

/** The list of a stored file; anything unreadable counts as empty. */
export const recentFrom = (found: unknown): readonly RecentFile[] => {
  const given = recentSchema.safeParse(found);
  return given.success ? given.data.slice(0, longest) : [];
};

/** Puts a file at the head of the list. @param opened milliseconds since 1970 */
export const remembered = (list: readonly RecentFile[], file: string, opened: number): readonly RecentFile[] =>
  [{ path: file, name: path.basename(file), opened }, ...list.filter((entry) => entry.path !== file)].slice(0, longest);

export const forgotten = (list: readonly RecentFile[], file: string): readonly RecentFile[] => list.filter((entry) => entry.path !== file);
