import { realpathSync } from 'node:fs';
import path from 'node:path';

const readable = /\.(crossflow|bpmn|bpmn20\.xml|xml|json|xes|csv|drawio)$/i;

/**
 * The files that a command line names. Switches stand among them, so arguments are searched, never counted.
 * @param skip how many leading arguments are the program itself
 */
export const filesIn = (argv: readonly string[], skip: number, folder: string): readonly string[] =>
  argv
    .slice(skip)
    .filter((argument) => !argument.startsWith('-') && readable.test(argument))
    .map((argument) => {
      const file = path.resolve(folder, argument);
      try {
        return realpathSync(file);
      } catch {
        return file;
      }
    });
