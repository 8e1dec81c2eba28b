import path from 'node:path';
import type { Outcome } from '../../shared/language/outcome.ts';
import { succeed } from '../../shared/language/outcome.ts';
import { withFile } from '../node/file-failure.ts';
import { save } from '../node/save.ts';
import type { Terminal } from './terminal.ts';

/** Writes to a file, whole or not at all, or to standard output for "-". */
export async function writeOutput(target: string, content: string | Uint8Array, terminal: Terminal): Promise<Outcome<undefined>> {
  if (target === '-') {
    await terminal.out(content);
    return succeed(undefined);
  }
  return withFile(target, async () => {
    await save(path.resolve(target), content);
    return undefined;
  });
}
