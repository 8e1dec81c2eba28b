import path from 'node:path';
import { measuredBlocks } from '../../../shared/report/measured-blocks.ts';
import { writeText } from '../../../shared/report/writers/text.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { readNamed } from '../open-document.ts';
import { textStyle } from '../text-style.ts';
import { expect, withRunner } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly calendar?: string;
  readonly json?: string;
}

export const analyzeVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('analyze')
    .description(help('jobs.cli.analyze'))
    .argument('<log>', help('jobs.cli.logFile'))
    .option('--calendar <file>', help('jobs.cli.calendar'))
    .option('--json <file>', help('jobs.cli.json'))
    .action((log: string, options: Options) => analyze(log, options, surroundings));
};

async function analyze(log: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  await withRunner(log, 1, surroundings, async (_runner, run) => {
    const read = async (file: string) => ({ name: path.basename(file), bytes: expect(await readNamed(file, terminal)) });
    const main = await read(log);
    const calendar = options.calendar === undefined ? undefined : await read(options.calendar);
    const { cases, events, handoffs } = await run({ type: 'analyze', log: main, ...(calendar === undefined ? {} : { calendar }) });
    if (options.json !== undefined) expect(await writeOutput(options.json, `${JSON.stringify({ cases, events, handoffs }, undefined, 2)}\n`, terminal));
    if (options.json !== '-') await terminal.out(writeText(measuredBlocks(handoffs, cases), terminal.locale, textStyle(terminal)));
  });
}
