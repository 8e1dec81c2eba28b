import path from 'node:path';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { readNamed } from '../open-document.ts';
import { tellRun } from '../tell-run.ts';
import { valueReaders } from '../values.ts';
import { expect, withRunner } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly json?: string;
  readonly workers?: number;
}

export const gatherVerb: Verb = (program, surroundings) => {
  const { locale } = surroundings.terminal;
  const help = helper(locale);
  program
    .command('gather')
    .description(help('jobs.cli.gather'))
    .argument('<parts...>', help('jobs.cli.parts'))
    .option('--workers <n>', help('jobs.cli.workers'), valueReaders(locale).count)
    .option('--json <file>', help('jobs.cli.json'))
    .action((files: readonly string[], options: Options) => gather(files, options, surroundings));
};

async function gather(files: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  await withRunner(undefined, options.workers, surroundings, async (_runner, run) => {
    const parts: { readonly name: string; readonly text: string }[] = [];
    for (const file of files) parts.push({ name: path.basename(file), text: new TextDecoder().decode(expect(await readNamed(file, terminal))) });
    const { document, scenario, result } = await run({ type: 'gather', parts });
    if (options.json !== undefined) expect(await writeOutput(options.json, `${JSON.stringify(result, undefined, 2)}\n`, terminal));
    if (options.json !== '-') await tellRun(document, scenario, result, terminal);
  });
}
