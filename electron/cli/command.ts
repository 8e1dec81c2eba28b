import { Command } from 'commander';
import { message, type MessageId } from '../../shared/language/message.ts';
import { type Locale, say } from '../../shared/language/say.ts';
import { type ExitCode } from './report-failure.ts';
import type { Terminal } from './terminal.ts';
import { valueReaders } from './values.ts';

/** What a verb gets: where to read and write, and where to leave its exit code. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** Commander's handlers answer nothing, so the code is left here. */
  finish(code: ExitCode): void;
}

/** A verb registers itself under its name. */
export type Verb = (program: Command, surroundings: Surroundings) => void;

/** Help texts in the person's language. */
export const helper = (locale: Locale) => (id: MessageId, values: Readonly<Record<string, string>> = {}): string => say(message(id, values), locale);

/** The options with which a run can be told apart from the document's own settings. */
export function withRunOptions(command: Command, { terminal }: Surroundings): Command {
  const help = helper(terminal.locale);
  const read = valueReaders(terminal.locale);
  return command
    .option('--params <file>', help('jobs.cli.params'))
    .option('--replications <n>', help('jobs.cli.replications'), read.count)
    .option('--items <n>', help('jobs.cli.items'), read.count)
    .option('--horizon <duration>', help('jobs.cli.horizon'), read.duration)
    .option('--warm-up <duration>', help('jobs.cli.warmUp'), read.duration)
    .option('--start <date>', help('jobs.cli.start'), read.instant)
    .option('--seed <n>', help('jobs.cli.seed'), read.seed)
    .option('--precision <share>', help('jobs.cli.precision'), read.share)
    .option('--workers <n>', help('jobs.cli.workers'), read.count)
    .option('--timing', help('jobs.cli.timing'))
    .option('--json <file>', help('jobs.cli.json'));
}
