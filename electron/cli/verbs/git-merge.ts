import path from 'node:path';
import { parseDocument } from '../../../shared/document/file/parse.ts';
import { serialiseDocument } from '../../../shared/document/file/serialise.ts';
import { type MergeConflict, mergeDocuments } from '../../../shared/document/scenarios/merge.ts';
import { type Message, message } from '../../../shared/language/message.ts';
import { say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { openDocument } from '../open-document.ts';
import { exit } from '../report-failure.ts';
import { expect, withRunner } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly output?: string;
}

/** Three documents in one, as git calls it: `driver = crossflow git-merge %O %A %B`. */
export const gitMergeVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('git-merge')
    .description(help('jobs.cli.gitMerge'))
    .argument('<base>', help('jobs.cli.mergeBase'))
    .argument('<ours>', help('jobs.cli.mergeOurs'))
    .argument('<theirs>', help('jobs.cli.mergeTheirs'))
    .option('-o, --output <file>', help('jobs.cli.mergeOutput'))
    .action((base: string, ours: string, theirs: string, options: Options) => merge(base, ours, theirs, options, surroundings));
};

async function merge(baseFile: string, oursFile: string, theirsFile: string, options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  await withRunner(undefined, 1, surroundings, async (runner) => {
    const open = async (file: string) => expect(await openDocument(file, undefined, runner, terminal)).document;
    const { document, conflicts } = mergeDocuments(await open(baseFile), await open(oursFile), await open(theirsFile));
    const text = serialiseDocument(document);
    // Each side fits together by itself; both together may not, as where one uses what the other removed. Then nothing is written.
    expect(parseDocument(text, path.basename(oursFile)));
    for (const conflict of conflicts) terminal.err(`${path.basename(oursFile)}: ${say(sentenceOf(conflict), terminal.locale)}\n`);
    expect(await writeOutput(options.output ?? oursFile, text, terminal));
    if (conflicts.length > 0) surroundings.finish(exit.refused);
  });
}

function sentenceOf({ path: place, name, kind }: MergeConflict): Message {
  const field = place.slice(place[0] === 'model' ? 3 : 2).join(' → ');
  if (kind !== 'bothChanged' && field === '') return message(`jobs.merge.${kind}`, { name });
  return field === '' ? message('jobs.merge.both', { name }) : message('jobs.merge.field', { name, field });
}
