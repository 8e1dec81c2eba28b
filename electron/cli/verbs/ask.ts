import { Option } from 'commander';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sheetContext } from '../../../shared/asking/asked.ts';
import { sheetFileNames, sheetsFor } from '../../../shared/asking/sheets.ts';
import type { Team } from '../../../shared/document/model/organisation.ts';
import { message } from '../../../shared/language/message.ts';
import { fail, type Outcome, succeed } from '../../../shared/language/outcome.ts';
import { localeOfTag, type Locale, say } from '../../../shared/language/say.ts';
import { writeWorkbook } from '../../../shared/report/writers/workbook.ts';
import { withFile } from '../../node/file-failure.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { exit } from '../report-failure.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly output: string;
  readonly team?: string;
  readonly language?: Locale;
  readonly params?: string;
}

export const askVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('ask')
    .description(help('jobs.cli.ask'))
    .argument('<file>', help('jobs.cli.file'))
    .requiredOption('-o, --output <folder>', help('jobs.cli.askOutput'))
    .option('--team <name>', help('jobs.cli.team'))
    .addOption(new Option('--language <language>', help('jobs.cli.language')).choices(['en', 'de']))
    .option('--params <file>', help('jobs.cli.params'))
    .action((file: string, options: Options) => ask(file, options, surroundings));
};

/** One workbook, by its name or on standard output; else a folder of them. */
const isOneFile = (output: string): boolean => output === '-' || /\.xlsx$/i.test(output);

async function ask(file: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { output } = options;
  if (isOneFile(output) && options.team === undefined) {
    terminal.err(`${say(message('jobs.usage.oneTeam'), terminal.locale)}\n`);
    surroundings.finish(exit.usage);
    return;
  }
  await withDocument(file, { ...options, workers: 1 }, surroundings, async ({ opened: { document } }) => {
    const { model, settings } = document;
    const teams = expect(teamsAsked(Object.values(model.teams), options.team, file));
    const context = sheetContext(model, settings, options.language ?? localeOfTag(settings.locale) ?? terminal.locale);
    const names = sheetFileNames(teams, context);
    if (!isOneFile(output)) expect(await withFile(output, () => mkdir(path.resolve(output), { recursive: true })));
    for (const [at, team] of teams.entries()) {
      const target = isOneFile(output) ? output : path.join(output, `${names[at] ?? team.id}.xlsx`);
      expect(await writeOutput(target, writeWorkbook(sheetsFor(team, settings.title, context)), terminal));
      if (output !== '-') await terminal.out(`${say(message('jobs.said.wrote', { file: target }), terminal.locale)}\n`);
    }
  });
}

function teamsAsked(teams: readonly Team[], wanted: string | undefined, file: string): Outcome<readonly Team[]> {
  if (teams.length === 0) return fail('empty', message('jobs.noTeams', { file: path.basename(file) }), { file });
  if (wanted === undefined) return succeed(teams);
  const found = teams.find(({ id }) => id === wanted) ?? teams.find(({ name }) => name === wanted);
  return found === undefined ? fail('team-missing', message('jobs.noTeam', { team: wanted, list: teams.map(({ name, id }) => name || id).join(', ') }), { file }) : succeed([found]);
}
