import path from 'node:path';
import { serialiseDocument } from '../../../shared/document/file/serialise.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { readNamed } from '../open-document.ts';
import { expect, withRunner } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly output: string;
  readonly params?: string;
  readonly report?: string;
  readonly names?: boolean;
}

export const importVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('import')
    .description(help('jobs.cli.import'))
    .argument('<files...>', help('jobs.cli.file'))
    .requiredOption('-o, --output <file>', help('jobs.cli.output'))
    .option('--params <file>', help('jobs.cli.params'))
    .option('--names', help('jobs.cli.names'))
    .option('--report <file>', help('jobs.cli.report'))
    .action((files: readonly string[], options: Options) => importFiles(files, options, surroundings));
};

async function importFiles(files: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withRunner(files[0], 1, surroundings, async (_runner, run) => {
    const named = [...files, ...(options.params === undefined ? [] : [options.params])];
    const read = [];
    for (const file of named) read.push({ name: path.basename(file), bytes: expect(await readNamed(file, terminal)) });
    const { document, report } = await run({ type: 'import', files: read, fill: true, keepNames: options.names === true });
    expect(await writeOutput(options.output, serialiseDocument(document), terminal));
    const entries = report.entries.map(({ verdict, element, message: sentence, count }) => ({ verdict, ...(element === undefined ? {} : { element }), count, text: say(sentence, locale) }));
    if (options.report !== undefined) {
      expect(await writeOutput(options.report, `${JSON.stringify({ file: report.file, counts: report.counts, entries }, undefined, 2)}\n`, terminal));
    }
    if (options.output === '-' || options.report === '-') return;
    const verdict = (name: (typeof entries)[number]['verdict']): string => say(message(`jobs.said.verdict.${name}`), locale);
    const lines = entries.filter((entry) => entry.verdict !== 'kept').map((entry) => say(message('jobs.said.entry', { verdict: verdict(entry.verdict), sentence: entry.text }), locale));
    await terminal.out(`${[...lines, say(message('jobs.said.imported', { ...report.counts }), locale)].join('\n')}\n`);
  });
}
