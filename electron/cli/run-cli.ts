import { Command, CommanderError } from 'commander';
import path from 'node:path';
import { version } from '../../package.json';
import { message } from '../../shared/language/message.ts';
import { fail } from '../../shared/language/outcome.ts';
import type { Surroundings, Verb } from './command.ts';
import { helper } from './command.ts';
import { analyzeVerb } from './verbs/analyze.ts';
import { answersVerb } from './verbs/answers.ts';
import { askVerb } from './verbs/ask.ts';
import { checkVerb } from './verbs/check.ts';
import { compareVerb } from './verbs/compare.ts';
import { diffVerb } from './verbs/diff.ts';
import { exportVerb } from './verbs/export.ts';
import { gatherVerb } from './verbs/gather.ts';
import { gitMergeVerb } from './verbs/git-merge.ts';
import { importVerb } from './verbs/import.ts';
import { openVerb } from './verbs/open.ts';
import { simulateVerb } from './verbs/simulate.ts';
import { sweepVerb } from './verbs/sweep.ts';
import { viewVerb } from './verbs/view.ts';
import { workerVerb } from './verbs/worker.ts';
import { exit, type ExitCode, reportFailure } from './report-failure.ts';
import type { Terminal } from './terminal.ts';

const verbs: readonly Verb[] = [simulateVerb, compareVerb, exportVerb, importVerb, analyzeVerb, checkVerb, viewVerb, askVerb, answersVerb, diffVerb, gitMergeVerb, gatherVerb, sweepVerb, workerVerb, openVerb];

/** Runs one command line and answers its exit code: 0 done, 1 findings or refused input, 2 wrong usage (DESIGN 10). */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  const surroundings: Surroundings = { terminal, finish: (ended) => void (code = ended) };
  const help = helper(terminal.locale);
  let printed = '';
  const program = new Command('crossflow').description(help('jobs.cli.description')).version(version).exitOverride();
  program.configureOutput({
    writeOut: (text) => void (printed += text),
    writeErr: (text) => terminal.err(text),
    outputError: (text, write) => write(`${text.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`),
  });
  for (const verb of verbs) verb(program, surroundings);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(namesFile(words[0], program) ? ['open', ...words] : words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? exit.done : exit.usage;
    else code = reportFailure(defect(error), undefined, terminal);
  }
  if (printed !== '') await terminal.out(printed);
  return code;
}

/** `crossflow FILE`: a first word that is no verb and has the ending of a file is one to open. */
const namesFile = (word: string | undefined, program: Command): boolean =>
  word !== undefined && !word.startsWith('-') && path.extname(word) !== '' && !program.commands.some((verb) => verb.name() === word);

/** A defect of ours still ends in one sentence. */
const defect = (error: unknown) => {
  const outcome = fail('defect', message('jobs.defect', { reason: error instanceof Error ? error.message : String(error) }));
  if (outcome.ok) throw error;
  return outcome.failure;
};
