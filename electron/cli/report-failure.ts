import path from 'node:path';
import type { Failure } from '../../shared/language/outcome.ts';
import { say } from '../../shared/language/say.ts';
import type { Terminal } from './terminal.ts';

/** How a command ends (DESIGN 10). */
export const exit = { done: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** One line on standard error that names file, element and remedy; the file leads where the sentence does not name it. */
export function reportFailure(failure: Failure, file: string | undefined, terminal: Terminal): ExitCode {
  const sentence = say(failure.message, terminal.locale).replaceAll(/\s*\n\s*/g, ' ');
  const named = failure.file ?? file;
  const lead = named === undefined || named === '-' || sentence.includes(path.basename(named)) ? '' : `${path.basename(named)}: `;
  terminal.err(`${lead}${sentence}\n`);
  return exit.refused;
}
