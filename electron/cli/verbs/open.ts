import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { message } from '../../../shared/language/message.ts';
import { fail } from '../../../shared/language/outcome.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { withFile } from '../../node/file-failure.ts';
import { reportFailure } from '../report-failure.ts';

/** Opens files in the window, in the running one if there is one. */
export const openVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('open')
    .description(help('jobs.cli.open'))
    .argument('<files...>', help('jobs.cli.openFiles'))
    .action((files: readonly string[]) => open(files, surroundings));
};

async function open(files: readonly string[], surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const there: string[] = [];
  for (const file of files) {
    const found = await withFile(file, () => realpath(path.resolve(file)));
    if (found.ok) there.push(found.value);
    else surroundings.finish(reportFailure(found.failure.code === 'file.missing' ? { ...found.failure, message: message('jobs.noSuchFile') } : found.failure, file, terminal));
  }
  if (there.length === 0) return;
  if (!terminal.openWindow(there)) {
    const refused = fail('window.missing', message('jobs.noWindow'));
    if (!refused.ok) surroundings.finish(reportFailure(refused.failure, undefined, terminal));
  }
}
