import { runFindings } from '../../../shared/analysis/readings/findings.ts';
import { runEvidence, scenarioIdOf } from '../../../shared/analysis/studies/evidence.ts';
import { runBlocks } from '../../../shared/report/run-blocks.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { formatAmount } from '../../../shared/language/units.ts';
import { writeText } from '../../../shared/report/writers/text.ts';
import type { RunResult } from '../../../shared/simulation/results/run-result.ts';
import { Option } from 'commander';
import { helper, type Surroundings, type Verb, withRunOptions } from '../command.ts';
import { exit } from '../report-failure.ts';
import { type RunOptions, settingsOf } from '../run-options.ts';
import { textStyle } from '../text-style.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options extends RunOptions {
  readonly scenario?: string;
  readonly gain: 'none' | 'top' | 'all';
  readonly log?: string;
}

export const simulateVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  const command = program
    .command('simulate')
    .description(help('jobs.cli.simulate'))
    .argument('<file>', help('jobs.cli.file'))
    .option('--scenario <name>', help('jobs.cli.scenario'))
    .addOption(new Option('--gain <teams>', help('jobs.cli.gain')).choices(['none', 'top', 'all']).default('top'))
    .option('--log <file>', help('jobs.cli.log'));
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
  if (options.log === '-' && options.json === '-') {
    terminal.err(`${say(message('jobs.usage.oneStandardOutput'), locale)}\n`);
    surroundings.finish(exit.usage);
    return;
  }
  await withDocument(file, options, surroundings, async ({ opened, run }) => {
    const { document } = opened;
    const job = { document, ...(options.scenario === undefined ? {} : { scenario: options.scenario }), settings: settingsOf(options) };
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
    const evidence = expect(runEvidence(document, expect(scenarioIdOf(document, options.scenario)), result));
    const style = textStyle(terminal);
    const facts = say(message('jobs.said.settings', { runs: result.replicationsRun, items: Math.round(result.items.counted), seed: String(result.settings.seed) }), locale);
    const timing = options.timing === true ? `; ${say(message('jobs.said.timing', { events: result.events, seconds: formatAmount(seconds, locale) }), locale)}` : '';
    await terminal.out(`${writeText(runBlocks(evidence, runFindings(evidence)), locale, style)}\n${style.quiet(`${facts}${timing}`)}\n`);
  });
}

/** By the file's ending; standard output is CSV. */
function logFormat(file: string): 'csv' | 'xes' | undefined {
  if (file === '-' || /\.csv$/i.test(file)) return 'csv';
  return /\.xes$/i.test(file) ? 'xes' : undefined;
}
