import path from 'node:path';
import { answersIn, answerText } from '../../../shared/asking/answers.ts';
import { sheetContext, sureWords } from '../../../shared/asking/asked.ts';
import { momentOf } from '../../../shared/asking/record.ts';
import { takeOver } from '../../../shared/asking/take-over.ts';
import { serialiseDocument } from '../../../shared/document/file/serialise.ts';
import type { Document } from '../../../shared/document/scenarios/document.ts';
import { message } from '../../../shared/language/message.ts';
import { fail } from '../../../shared/language/outcome.ts';
import { localeOfTag, say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { readNamed } from '../open-document.ts';
import { exit } from '../report-failure.ts';
import { expect, withDocument } from '../with-document.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly output?: string;
  readonly by?: string;
  readonly params?: string;
}

export const answersVerb: Verb = (program, surroundings) => {
  const help = helper(surroundings.terminal.locale);
  program
    .command('answers')
    .description(help('jobs.cli.answers'))
    .argument('<file>', help('jobs.cli.file'))
    .argument('<sheets...>', help('jobs.cli.answerSheets'))
    .option('-o, --output <file>', help('jobs.cli.answersOutput'))
    .option('--by <name>', help('jobs.cli.by'))
    .option('--params <file>', help('jobs.cli.params'))
    .action((file: string, sheets: readonly string[], options: Options) => answers(file, sheets, options, surroundings));
};

/** Tells what each workbook says otherwise, on the document that those before it left; writes the document where asked. */
async function answers(file: string, sheets: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { locale } = terminal;
  await withDocument(file, { ...options, workers: 1 }, surroundings, async ({ opened, run }) => {
    let { document } = opened;
    const told: string[] = [];
    for (const sheet of sheets) {
      const name = sheet === '-' ? 'standard input' : path.basename(sheet);
      const read = await run({ type: 'workbook', file: { name, bytes: expect(await readNamed(sheet, terminal)) } });
      const one = answersOf(document, name, read, options.by, surroundings);
      ({ document } = one);
      told.push(...one.told);
    }
    if (options.output !== undefined) expect(await writeOutput(options.output, serialiseDocument(document), terminal));
    if (options.output !== '-') await terminal.out(`${(told.length === 0 ? [say(message('tables.ask.nothingNew'), locale)] : told).join('\n')}\n`);
  });
}

/** The document after one workbook, and its answers in words; what cannot be taken over goes to standard error and ends with 1. */
function answersOf(before: Document, file: string, sheets: Parameters<typeof answersIn>[0], by: string | undefined, { terminal, finish }: Surroundings): { readonly document: Document; readonly told: readonly string[] } {
  const { locale } = terminal;
  const refuse = (sentence: string): void => {
    terminal.err(`${sentence}\n`);
    finish(exit.refused);
  };
  const context = sheetContext(before.model, before.settings, localeOfTag(before.settings.locale) ?? locale);
  const returned = answersIn(sheets, context);
  if (returned.sheets === 0) expect(fail('no-questions', message('tables.ask.noSheet'), { file }));
  if (returned.lost > 0) refuse(`${file}: ${say(message('tables.ask.lost', { n: returned.lost }), locale)}`);
  const { say: words } = sheetContext(before.model, before.settings, locale);
  const { document, taken, complaints } = takeOver(before, returned, returned.by || (by ?? ''), momentOf(returned.date, `${terminal.today()}T12:00:00.000Z`), context.locale);
  for (const answer of returned.answers) {
    const reason = complaints.get(answer.key);
    if (reason !== undefined) refuse(words('jobs.said.answerLeft', { file, name: answer.name, told: answerText(answer, words), reason: say(reason, locale) }));
  }
  const told = taken.map((answer) => {
    const values = { name: answer.name, told: answerText(answer, words) };
    return answer.sure === undefined ? words('jobs.said.answer', values) : words('jobs.said.answerSure', { ...values, sure: words(sureWords[answer.sure]) });
  });
  return { document, told };
}
