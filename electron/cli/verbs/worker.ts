import { parseDocument } from '../../../shared/document/file/parse.ts';
import { encodeBase64 } from '../../../shared/language/base64.ts';
import { type Job, jobSchema } from '../../../shared/jobs/job.ts';
import { message } from '../../../shared/language/message.ts';
import { fail, type Outcome } from '../../../shared/language/outcome.ts';
import { say } from '../../../shared/language/say.ts';
import { helper, type Surroundings, type Verb } from '../command.ts';
import { type Runner, startRunner } from '../runner.ts';
import { valueReaders } from '../values.ts';

interface Options {
  readonly workers?: number;
}

/** Takes jobs from whoever hands them out, a JSON a line, and answers a JSON a line. */
export const workerVerb: Verb = (program, surroundings) => {
  const { locale } = surroundings.terminal;
  const help = helper(locale);
  program
    .command('worker')
    .description(help('jobs.cli.worker'))
    .option('--workers <n>', help('jobs.cli.workers'), valueReaders(locale).count)
    .action((options: Options) => work(options, surroundings));
};

/** One job after the other until the input ends. A line that is no job, or one that is refused, is answered and the next one taken. */
async function work(options: Options, { terminal }: Surroundings): Promise<void> {
  const runner = startRunner(options.workers);
  try {
    for await (const line of terminal.lines()) {
      if (line.trim() === '') continue;
      const { id, job } = readLine(line);
      const outcome = job.ok ? await perform(runner, job.value) : job;
      const answer = outcome.ok
        ? { id, ok: true, result: outcome.value }
        : { id, ok: false, code: outcome.failure.code, message: say(outcome.failure.message, terminal.locale) };
      await terminal.out(`${JSON.stringify(answer, plain)}\n`);
    }
  } finally {
    runner.close();
  }
}

const perform = (runner: Runner, job: Job): Promise<Outcome<unknown>> => runner.run(job);

function readLine(line: string): { readonly id: unknown; readonly job: Outcome<Job> } {
  const refuse = (id: unknown, reason: string): { readonly id: unknown; readonly job: Outcome<Job> } => ({ id, job: fail('no-job', message('jobs.noJob', { reason })) });
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return refuse(null, 'JSON');
  }
  if (typeof data !== 'object' || data === null) return refuse(null, 'JSON');
  const id: unknown = Reflect.get(data, 'id') ?? null;
  const parsed = jobSchema.safeParse(Reflect.get(data, 'job'));
  if (!parsed.success) return refuse(id, parsed.error.issues[0]?.path.join(' → ') ?? '');
  const job = parsed.data;
  if (!('document' in job)) return { id, job: { ok: true, value: job } };
  // What comes from another machine is read as a file would be.
  const document = parseDocument(JSON.stringify(job.document), 'document');
  return { id, job: document.ok ? { ok: true, value: { ...job, document: document.value } } : document };
}

/** Bytes of a file travel as base 64. */
const plain = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? encodeBase64(value) : value);
