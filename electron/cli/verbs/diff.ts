import { Option } from 'commander';
import { differencesInWords } from '../../../shared/document/scenarios/differences.ts';
import type { ThemeName } from '../../../shared/drawing/theme.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { openDocument } from '../open-document.ts';
import { exit } from '../report-failure.ts';
import { expect, withRunner } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly svg?: string;
  readonly process?: string;
  readonly theme: ThemeName;
}

export const diffVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('diff')
    .description(help('jobs.cli.diff'))
    .argument('<before>', help('jobs.cli.file'))
    .argument('<after>', help('jobs.cli.file'))
    .option('--svg <file>', help('jobs.cli.svg'))
    .option('--process <name>', help('jobs.cli.process'))
    .addOption(new Option('--theme <theme>', help('jobs.cli.theme')).choices(['light', 'dark', 'contrast']).default('light'))
    .action((before: string, after: string, options: Options) => diff(before, after, options, surroundings));
};

async function diff(beforeFile: string, afterFile: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withRunner(undefined, 1, surroundings, async (runner, run) => {
    const before = expect(await openDocument(beforeFile, undefined, runner, terminal)).document;
    const after = expect(await openDocument(afterFile, undefined, runner, terminal)).document;
    const lines = differencesInWords(before, after);
    if (lines.length > 0) surroundings.finish(exit.refused);
    if (options.svg !== undefined) {
      const { bytes } = await run({
        type: 'export', document: after, against: before, format: 'svg', what: 'diagram', locale, theme: options.theme, paper: 'A4', scale: 1, date: terminal.today(),
        include: { costs: false, names: false, comments: false }, ...(options.process === undefined ? {} : { process: options.process }),
      });
      expect(await writeOutput(options.svg, bytes, terminal));
      if (options.svg === '-') return;
    }
    await terminal.out(`${(lines.length === 0 ? [message('jobs.said.same')] : lines).map((line) => say(line, locale)).join('\n')}\n`);
  });
}
