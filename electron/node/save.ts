import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Stamp } from '../../shared/contract/files.ts';
import { diskPort, type FileFacts, type FilePort } from './file-port.ts';

export type SaveResult = { readonly kind: 'saved'; readonly stamp: Stamp } | { readonly kind: 'changed' };

export interface SaveOptions {
  /** What the file was when it was read; undefined writes whatever is there. */
  readonly expected?: Stamp | undefined;
  /** Keep the file as it was before in `<name>.bak`. */
  readonly backup?: boolean;
  readonly port?: FilePort;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The stamp of a file that was read just now. */
export const stampOf = (bytes: Uint8Array, facts: Pick<FileFacts, 'modified'>): Stamp => ({
  modified: facts.modified,
  size: bytes.byteLength,
  hash: hashOf(bytes),
});

/** Whether a file on disk holds something else than what was last seen. An untouched time is not proof, so the content decides. */
const isChanged = async (port: FilePort, file: string, expected: Stamp): Promise<boolean> => {
  const facts = await port.facts(file);
  // A file that was deleted meanwhile holds nothing that a save could destroy.
  if (facts === undefined) return false;
  return facts.size !== expected.size || hashOf(await port.read(file)) !== expected.hash;
};

/** One name of its own per write: two saves of one file must not share their unfinished copy. */
let written = 0;
const beside = (file: string, purpose: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${(written += 1)}.${purpose}`);

const keepBackup = async (port: FilePort, file: string): Promise<void> => {
  const copy = beside(file, 'bak');
  try {
    await port.copy(file, copy);
    await port.rename(copy, `${file}.bak`);
  } catch (error) {
    await port.remove(copy).catch(() => undefined);
    throw error;
  }
};

/**
 * Writes a file so that at every instant either the old or the new one is there, whole: the new content goes to a file
 * beside it, reaches the disk, and takes the place by one rename. A link is followed, permissions are kept.
 * Answers `changed`, and writes nothing, when the file no longer is what was expected.
 * @throws the file system's error; the old file is then untouched
 */
export const save = async (name: string, content: string | Uint8Array, options: SaveOptions = {}): Promise<SaveResult> => {
  const { expected, backup = false, port = diskPort } = options;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = await port.resolve(name);
  const before = await port.facts(file);
  if (expected && (await isChanged(port, file, expected))) return { kind: 'changed' };
  const unfinished = beside(file, 'tmp');
  try {
    await port.write(unfinished, bytes, before?.mode ?? 0o644);
    if (before && backup) await keepBackup(port, file);
    // Someone may have written while we did: look again at the last moment.
    if (expected && (await isChanged(port, file, expected))) {
      await port.remove(unfinished);
      return { kind: 'changed' };
    }
    await port.rename(unfinished, file);
  } catch (error) {
    await port.remove(unfinished).catch(() => undefined);
    throw error;
  }
  await port.syncFolder(path.dirname(file));
  const after = await port.facts(file);
  return { kind: 'saved', stamp: stampOf(bytes, after ?? { modified: 0 }) };
};
