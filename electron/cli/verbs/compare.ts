import { comparisonEvidence } from '../../../shared/analysis/studies/evidence.ts';
import { scenariosInOrder } from '../../../shared/document/scenarios/document.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { writeText } from '../../../shared/report/writers/text.ts';
import { viewBlocks } from '../../../shared/report/views/views.ts';
import { helper, type Surroundings, type Verb, withRunOptions } from '../command.ts';
import { exit } from '../report-failure.ts';
import { type RunOptions, settingsOf } from '../run-options.ts';
import { textStyle } from '../text-style.ts';
import { valueReaders } from '../values.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options extends RunOptions {
  readonly scenarios: readonly string[];
  readonly best?: boolean;
  readonly indifference?: number;
}

export const compareVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  const read = valueReaders(surroundings.terminal.locale);
  const command = program
    .command('compare')
    .description(help('jobs.cli.compare'))
    .argument('<file>', help('jobs.cli.file'))
    .requiredOption('--scenarios <names>', help('jobs.cli.scenarios'), read.list)
    .option('--best', help('jobs.cli.best'))
    .option('--indifference <share>', help('jobs.cli.indifference'), read.share);
  withRunOptions(command, surroundings).action((file: string, options: Options) => compare(file, options, surroundings));
};

async function compare(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withDocument(file, options, surroundings, async ({ opened: { document }, run }) => {
    if (options.scenarios.length < 2) {
      const list = scenariosInOrder(document).map(({ name }) => name).join(', ');
      terminal.err(`${say(message('jobs.usage.twoScenarios', { list }), locale)}\n`);
      surroundings.finish(exit.usage);
      return;
    }
    const started = terminal.clock();
    const { best, indifference } = options;
    const study = await run({
      type: 'compare', document, scenarios: [...options.scenarios], settings: settingsOf(options),
      ...(best === undefined ? {} : { best }), ...(indifference === undefined ? {} : { indifference }),
    });
    if (options.json !== undefined) expect(await writeOutput(options.json, `${JSON.stringify(study.comparison, undefined, 2)}\n`, terminal));
    if (options.json === '-') return;
    const style = textStyle(terminal);
    const blocks = viewBlocks('whatToChange', expect(comparisonEvidence(document, study)));
    const timing = options.timing === true ? `\n${style.quiet(`${((terminal.clock() - started) / 1000).toFixed(1)} s`)}\n` : '\n';
    await terminal.out(`${writeText(blocks.filter((block) => block.kind !== 'table' || block.id !== 'suggestions'), locale, style)}${timing}`);
  });
}
