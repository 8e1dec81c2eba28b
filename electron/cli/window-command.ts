import { existsSync } from 'node:fs';
import path from 'node:path';

/** How the program is found from its command line. */
interface Own {
  /** The running command line's own file. */
  readonly script: string;
  /** The executable that runs it. */
  readonly executable: string;
  /** That executable is the window program itself, run as Node. */
  readonly isWindow: boolean;
}

/**
 * The words that open the window: the installed program, or the checkout's own start; undefined where only the command
 * line is there.
 */
export const windowCommand = ({ script, executable, isWindow }: Own): readonly string[] | undefined => {
  if (isWindow) return [executable];
  const start = path.resolve(path.dirname(script), '..', '..', 'build', 'start.mjs');
  return existsSync(start) ? [executable, start] : undefined;
};
