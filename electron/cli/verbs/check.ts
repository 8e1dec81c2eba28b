import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { exit } from '../report-failure.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly params?: string;
  readonly scenario?: string;
  readonly json?: string;
}

export const checkVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('check')
    .description(help('jobs.cli.check'))
    .argument('<file>', help('jobs.cli.file'))
    .option('--params <file>', help('jobs.cli.params'))
    .option('--scenario <name>', help('jobs.cli.scenario'))
    .option('--json <file>', help('jobs.cli.json'))
    .action((file: string, options: Options) => check(file, options, surroundings));
};

async function check(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withDocument(file, { ...options, workers: 1 }, surroundings, async ({ opened: { document }, run }) => {
    const { findings } = await run({ type: 'check', document, ...(options.scenario === undefined ? {} : { scenario: options.scenario }) });
    if (findings.length > 0) surroundings.finish(exit.refused);
    const said = findings.map(({ id, kind, sentence, elements, remedies }) => ({
      id, kind, elements, text: say(sentence, locale), remedies: (remedies ?? []).map((remedy) => say(remedy.sentence, locale)),
    }));
    if (options.json !== undefined) expect(await writeOutput(options.json, `${JSON.stringify({ findings: said }, undefined, 2)}\n`, terminal));
    if (options.json === '-') return;
    const lines = said.flatMap(({ text, remedies }) => [text, ...remedies.map((remedy) => `  ${remedy}`)]);
    await terminal.out(`${findings.length === 0 ? say(message('jobs.said.sound'), locale) : lines.join('\n')}\n`);
  });
}
