import { stringify } from 'csv-stringify/sync';
import { atPoint, type Axis, gridPoints } from '../../../shared/analysis/studies/sweep.ts';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { type Table, words } from '../../../shared/report/block.ts';
import { durationCell, intervalCell, numberCell, numberColumn, textCell, textColumn } from '../../../shared/report/cells.ts';
import { writeText } from '../../../shared/report/writers/text.ts';
import type { RunResult } from '../../../shared/simulation/results/run-result.ts';
import { helper, type Surroundings, type Verb, withRunOptions } from '../command.ts';
import { type RunOptions, settingsOf } from '../run-options.ts';
import { textStyle } from '../text-style.ts';
import { valueReaders } from '../values.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options extends RunOptions {
  readonly vary: readonly Axis[];
  readonly scenario?: string;
}

interface Point {
  readonly values: readonly unknown[];
  readonly result: RunResult;
}

export const sweepVerb: Verb = (program, surroundings) => {
  const { locale } = surroundings.terminal;
  const help = helper(locale);
  const read = valueReaders(locale);
  const command = program
    .command('sweep')
    .description(help('jobs.cli.sweep'))
    .argument('<file>', help('jobs.cli.file'))
    .requiredOption('--vary <path=values>', help('jobs.cli.vary'), (text: string, before: readonly Axis[] | undefined) => [...(before ?? []), read.axis(text)])
    .option('--scenario <name>', help('jobs.cli.scenario'));
  withRunOptions(command, surroundings).action((file: string, options: Options) => sweep(file, options, surroundings));
};

/** Runs every combination with the same random numbers, one after the other. */
async function sweep(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { vary: axes } = options;
  await withDocument(file, options, surroundings, async ({ opened, run }) => {
    const grid = gridPoints(axes).map((values) => ({ values, document: expect(atPoint(opened.document, axes, values)) }));
    const points: Point[] = [];
    for (const { values, document } of grid) {
      const named = options.scenario === undefined ? {} : { scenario: options.scenario };
      points.push({ values, result: await run({ type: 'run', document, ...named, settings: settingsOf(options), gain: 'none' }) });
    }
    if (options.json !== undefined) expect(await writeOutput(options.json, written(options.json, axes, points), terminal));
    if (options.json !== '-') await terminal.out(`${writeText([tableOf(axes, points, (id) => say(message(id), terminal.locale))], terminal.locale, textStyle(terminal))}\n`);
  });
}

const nameOf = ({ path }: Axis): string => path.join('.');

/** CSV where the file's name asks for it, else JSON; times in seconds. */
function written(file: string, axes: readonly Axis[], points: readonly Point[]): string {
  const measures = ({ verdict, leadTime, throughputPerDay, workInProgress, costPerItem }: RunResult) => ({ verdict, leadTime, throughputPerDay, workInProgress, costPerItem });
  if (!/\.csv$/i.test(file)) {
    const content = { axes: axes.map((axis) => ({ path: nameOf(axis), values: axis.values })), points: points.map(({ values, result }) => ({ values, ...measures(result) })) };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  }
  const head = [...axes.map(nameOf), 'verdict', 'leadTime', 'low', 'high', 'throughputPerDay', 'workInProgress', 'costPerItem'];
  const rows = points.map(({ values, result: { verdict, leadTime, throughputPerDay, workInProgress, costPerItem } }) => [
    ...values.map(String), verdict.state, leadTime.mean, leadTime.low, leadTime.high, throughputPerDay.mean, workInProgress.mean, costPerItem.mean,
  ]);
  return stringify([head, ...rows], { record_delimiter: 'unix' });
}

function tableOf(axes: readonly Axis[], points: readonly Point[], told: (id: 'report.pilesUp') => string): Table {
  return {
    kind: 'table',
    id: 'sweep',
    title: message('jobs.said.sweep', { n: points.length }),
    columns: [
      ...axes.map((axis) => ({ heading: words(nameOf(axis)), align: 'start' as const })),
      numberColumn('report.leadTime', 's'), numberColumn('report.interval'), numberColumn('report.throughput'), numberColumn('report.workInProgress'), textColumn('report.verdict'),
    ],
    rows: points.map(({ values, result }) => [
      ...values.map((value) => textCell(words(String(value)))),
      durationCell(result.leadTime.mean), intervalCell(result.leadTime, 'duration'), numberCell(result.throughputPerDay.mean), numberCell(result.workInProgress.mean),
      textCell(words(result.verdict.state === 'unstable' ? told('report.pilesUp') : '')),
    ]),
  };
}
