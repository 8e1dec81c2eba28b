import { Option } from 'commander';
import type { Studies } from '../../../shared/analysis/readings/studied.ts';
import { scenarioIdOf } from '../../../shared/analysis/studies/evidence.ts';
import { exportFormats, type ExportJob } from '../../../shared/jobs/job.ts';
import { message } from '../../../shared/language/message.ts';
import { localeOfTag, say } from '../../../shared/language/say.ts';
import { type MoreId, moreIds, views } from '../../../shared/report/views/views.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { exit } from '../report-failure.ts';
import { studied } from '../study.ts';
import { valueReaders } from '../values.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly output: string;
  readonly format?: ExportJob['format'];
  readonly what?: ExportJob['what'];
  readonly scenario?: string;
  readonly process?: string;
  readonly params?: string;
  readonly theme: ExportJob['theme'];
  readonly language?: ExportJob['locale'];
  readonly paper: ExportJob['paper'];
  readonly scale: number;
  readonly date?: string;
  readonly include?: readonly string[];
  readonly with?: readonly MoreId[];
  readonly workers?: number;
}

export const exportVerb: Verb = (program, surroundings) => {
  const { locale } = surroundings.terminal;
  const help = helper(locale);
  const read = valueReaders(locale);
  program
    .command('export')
    .description(help('jobs.cli.export'))
    .argument('<file>', help('jobs.cli.file'))
    .requiredOption('-o, --output <file>', help('jobs.cli.output'))
    .addOption(new Option('--format <format>', help('jobs.cli.format')).choices(exportFormats))
    .addOption(new Option('--what <what>', help('jobs.cli.what')).choices(['diagram', 'brief', 'deck', 'report']))
    .option('--scenario <name>', help('jobs.cli.scenario'))
    .option('--process <name>', help('jobs.cli.process'))
    .option('--params <file>', help('jobs.cli.params'))
    .addOption(new Option('--theme <theme>', help('jobs.cli.theme')).choices(['light', 'dark', 'contrast']).default('light'))
    .addOption(new Option('--language <language>', help('jobs.cli.language')).choices(['en', 'de']))
    .addOption(new Option('--paper <paper>', help('jobs.cli.paper')).choices(['A4', 'A3', 'Letter']).default('A4'))
    .option('--scale <n>', help('jobs.cli.scale'), read.scale, 2)
    .option('--date <date>', help('jobs.cli.date'), read.date)
    .option('--include <parts>', help('jobs.cli.include'), read.list)
    .option('--with <views>', help('jobs.cli.with', { list: moreIds.join(', ') }), read.listOf(moreIds))
    .option('--workers <n>', help('jobs.cli.workers'), read.count)
    .action((file: string, options: Options) => exportFile(file, options, surroundings));
};

/** Formats that hold pictures; the others hold words and tables. */
const isPicture = (format: ExportJob['format']): boolean => ['svg', 'png', 'pdf', 'pptx', 'bpmn'].includes(format);

async function exportFile(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const extension = /\.([a-z0-9]+)$/i.exec(options.output)?.[1]?.toLowerCase();
  const format = options.format ?? exportFormats.find((known) => known === extension);
  if (format === undefined) {
    terminal.err(`${say(message('jobs.usage.outputFormat', { file: options.output, list: exportFormats.join(', ') }), terminal.locale)}\n`);
    surroundings.finish(exit.usage);
    return;
  }
  await withDocument(file, options, surroundings, async ({ opened: { document }, run }) => {
    const { include = [] } = options;
    const scenario = options.scenario === undefined ? {} : { scenario: options.scenario };
    let studies: Studies = {};
    for (const view of options.with ?? []) studies = { ...studies, ...(await studied({ document, ...scenario, settings: {} }, views[view].rests, run)) };
    const { bytes } = await run({
      type: 'export',
      document,
      format,
      what: options.what ?? (isPicture(format) ? 'diagram' : 'report'),
      locale: options.language ?? localeOfTag(document.settings.locale) ?? terminal.locale,
      theme: options.theme,
      paper: options.paper,
      scale: options.scale,
      date: options.date ?? terminal.today(),
      include: { costs: include.includes('costs'), names: include.includes('names'), comments: include.includes('comments') },
      ...scenario,
      ...(options.with === undefined ? {} : { studies: { [expect(scenarioIdOf(document, options.scenario))]: studies } }),
      ...(options.process === undefined ? {} : { process: options.process }),
    });
    expect(await writeOutput(options.output, bytes, terminal));
  });
}
