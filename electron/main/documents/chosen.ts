import path from 'node:path';
import { message } from '../../../shared/language/message.ts';
import { fail, succeed, type Outcome } from '../../../shared/language/outcome.ts';

/** The paths that the person chose, by dialog, drop, command line or list of recent files: the window may name no other. */
export const chosenPaths = () => {
  const chosen = new Set<string>();
  return {
    add: (file: string): void => {
      chosen.add(path.resolve(file));
    },
    check: (file: string): Outcome<string> => {
      const resolved = path.resolve(file);
      if (chosen.has(resolved)) return succeed(resolved);
      return fail('file.notChosen', message('desktop.fileNotChosen', { file: path.basename(file) }), { file });
    },
  };
};

export type ChosenPaths = ReturnType<typeof chosenPaths>;
