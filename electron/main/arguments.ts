import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const readable = /\.(crossflow|bpmn|bpmn20\.xml|xml|json|xes|csv|drawio)$/i;

/** Some desktops name a file by its address, in which a space is %20. */
const pathOf = (argument: string): string => {
  if (!argument.startsWith('file:')) return argument;
  try {
    return fileURLToPath(argument);
  } catch {
    return argument;
  }
};

/**
 * The files that a command line names. Switches stand among them, so arguments are searched, never counted.
 * @param skip how many leading arguments are the program itself
 */
export const filesIn = (argv: readonly string[], skip: number, folder: string): readonly string[] =>
  argv
    .slice(skip)
    .filter((argument) => !argument.startsWith('-'))
    .map(pathOf)
    .filter((argument) => readable.test(argument))
    .map((argument) => {
      const file = path.resolve(folder, argument);
      try {
        return realpathSync(file);
      } catch {
        return file;
      }
    });
