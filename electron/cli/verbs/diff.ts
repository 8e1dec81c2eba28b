import { differencesInWords } from '../../../shared/document/scenarios/differences.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { openDocument } from '../open-document.ts';
import { exit } from '../report-failure.ts';
import { expect, withRunner } from '../with-document.ts';

export const diffVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('diff')
    .description(help('jobs.cli.diff'))
    .argument('<before>', help('jobs.cli.file'))
    .argument('<after>', help('jobs.cli.file'))
    .action((before: string, after: string) => diff(before, after, surroundings));
};

async function diff(beforeFile: string, afterFile: string, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withRunner(undefined, 1, surroundings, async (runner) => {
    const before = expect(await openDocument(beforeFile, undefined, runner, terminal)).document;
    const after = expect(await openDocument(afterFile, undefined, runner, terminal)).document;
    const lines = differencesInWords(before, after);
    if (lines.length > 0) surroundings.finish(exit.refused);
    await terminal.out(`${(lines.length === 0 ? [message('jobs.said.same')] : lines).map((line) => say(line, locale)).join('\n')}\n`);
  });
}
