import { scenarioIdOf } from '../../../shared/analysis/studies/evidence.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import type { RunResult } from '../../../shared/simulation/results/run-result.ts';
import { Option } from 'commander';
import { helper, type Surroundings, type Verb, withRunOptions } from '../command.ts';
import { exit } from '../report-failure.ts';
import { type RunOptions, settingsOf } from '../run-options.ts';
import { tellRun } from '../tell-run.ts';
import { valueReaders } from '../values.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options extends RunOptions {
  readonly scenario?: string;
  readonly gain: 'none' | 'top' | 'all';
  readonly log?: string;
  readonly shard?: { readonly part: number; readonly parts: number };
}

export const simulateVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  const command = program
    .command('simulate')
    .description(help('jobs.cli.simulate'))
    .argument('<file>', help('jobs.cli.file'))
    .option('--scenario <name>', help('jobs.cli.scenario'))
    .addOption(new Option('--gain <teams>', help('jobs.cli.gain')).choices(['none', 'top', 'all']).default('top'))
    .option('--log <file>', help('jobs.cli.log'))
    .option('--shard <i/n>', help('jobs.cli.shard'), valueReaders(surroundings.terminal.locale).part);
  withRunOptions(command, surroundings).action((file: string, options: Options) => simulate(file, options, surroundings));
};

async function simulate(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  const format = options.log === undefined ? undefined : logFormat(options.log);
  if (options.log !== undefined && format === undefined) {
    terminal.err(`${say(message('jobs.usage.logFormat', { file: options.log }), locale)}\n`);
    surroundings.finish(exit.usage);
    return;
  }
  if (options.shard !== undefined && options.log !== undefined) {
    terminal.err(`${say(message('jobs.usage.partsWithoutLog'), locale)}\n`);
    surroundings.finish(exit.usage);
    return;
  }
  if (options.log === '-' && options.json === '-') {
    terminal.err(`${say(message('jobs.usage.oneStandardOutput'), locale)}\n`);
    surroundings.finish(exit.usage);
    return;
  }
  await withDocument(file, options, surroundings, async ({ opened, run }) => {
    const { document } = opened;
    const job = { document, ...(options.scenario === undefined ? {} : { scenario: options.scenario }), settings: settingsOf(options) };
    if (options.shard !== undefined) {
      const shard = await run({ type: 'shard', ...job, gain: options.gain, ...options.shard });
      expect(await writeOutput(options.json ?? '-', shard.text, terminal));
      return;
    }
    const started = terminal.clock();
    const ran = await run({ type: 'run', ...job, gain: options.gain, plausible: true });
    const seconds = (terminal.clock() - started) / 1000;
    const result: RunResult = options.timing === true ? { ...ran, wallSeconds: seconds } : ran;
    if (options.log !== undefined && format !== undefined) {
      const log = await run({ type: 'log', ...job, format });
      expect(await writeOutput(options.log, log.text, terminal));
    }
    if (options.json !== undefined) expect(await writeOutput(options.json, `${JSON.stringify(result, undefined, 2)}\n`, terminal));
    if (options.json === '-' || options.log === '-') return;
    await tellRun(document, expect(scenarioIdOf(document, options.scenario)), result, terminal, options.timing === true ? seconds : undefined);
  });
}

/** By the file's ending; standard output is CSV. */
function logFormat(file: string): 'csv' | 'xes' | undefined {
  if (file === '-' || /\.csv$/i.test(file)) return 'csv';
  return /\.xes$/i.test(file) ? 'xes' : undefined;
}
