import { Option } from 'commander';
import { message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { type ViewId, viewIds, viewNames, views, viewBlocks } from '../../../shared/report/views/views.ts';
import { writeJson } from '../../../shared/report/writers/json.ts';
import { writeText } from '../../../shared/report/writers/text.ts';
import { helper, type Surroundings, type Verb, withRunOptions } from '../command.ts';
import { exit } from '../report-failure.ts';
import { type RunOptions, settingsOf } from '../run-options.ts';
import { evidenceFor } from '../study.ts';
import { textStyle } from '../text-style.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options extends RunOptions {
  readonly name: ViewId;
  readonly scenario?: string;
}

export const viewVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  const command = program
    .command('view')
    .description(help('jobs.cli.view'))
    .argument('<file>', help('jobs.cli.file'))
    .addOption(new Option('--name <view>', help('jobs.cli.viewName', { list: viewIds.join(', ') })).choices(viewIds).makeOptionMandatory())
    .option('--scenario <name>', help('jobs.cli.scenario'));
  withRunOptions(command, surroundings).action((file: string, options: Options) => view(file, options, surroundings));
};

async function view(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withDocument(file, options, surroundings, async ({ opened: { document }, run }) => {
    const scenario = options.scenario === undefined ? {} : { scenario: options.scenario };
    const evidence = await evidenceFor({ document, ...scenario, settings: settingsOf(options) }, views[options.name].rests, run);
    const needs = views[options.name].needs(evidence);
    if (needs !== undefined) {
      terminal.err(`${say(needs, locale)}\n`);
      surroundings.finish(exit.refused);
      return;
    }
    const blocks = viewBlocks(options.name, evidence);
    if (options.json !== undefined) {
      const report = { title: document.settings.title, locale, facts: [], sections: [{ id: options.name, title: message(viewNames[options.name]), blocks }] };
      expect(await writeOutput(options.json, writeJson(report), terminal));
    }
    if (options.json !== '-') await terminal.out(`${writeText(blocks, locale, textStyle(terminal))}\n`);
  });
}
