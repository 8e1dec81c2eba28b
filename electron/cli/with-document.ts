import type { Failure, Outcome } from '../../shared/language/outcome.ts';
import { type Opened, openDocument } from './open-document.ts';
import type { Surroundings } from './command.ts';
import { ProgressLine } from './progress-line.ts';
import { reportFailure } from './report-failure.ts';
import { type Runner, startRunner } from './runner.ts';
import type { Job, ResultOf } from '../../shared/jobs/job.ts';

/** What a verb works with once its document is open. */
export interface Work {
  readonly opened: Opened;
  /** Runs a job with progress on standard error; throws what `withDocument` reports. */
  run<J extends Job>(job: J): Promise<ResultOf<J>>;
}

/** A named failure on its way out of a verb. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The value, or the failure on its way to standard error. */
export function expect<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Refused(outcome.failure);
  return outcome.value;
}

/** Runs a verb; failures end it with one line on standard error and exit code 1. */
export async function withRunner(file: string | undefined, workers: number | undefined, surroundings: Surroundings, act: (runner: Runner, run: Work['run']) => Promise<void>): Promise<void> {
  const { terminal } = surroundings;
  const runner = startRunner(workers);
  const line = new ProgressLine(terminal);
  try {
    await act(runner, async (job) => {
      const outcome = await runner.run(job, { progress: (progress) => line.show(progress) });
      line.clear();
      return expect(outcome);
    });
  } catch (error) {
    line.clear();
    if (!(error instanceof Refused)) throw error;
    surroundings.finish(reportFailure(error.failure, file, terminal));
  } finally {
    runner.close();
  }
}

/** Opens FILE and runs a verb on it. */
export const withDocument = (
  file: string,
  options: { readonly params?: string; readonly workers?: number },
  surroundings: Surroundings,
  act: (work: Work) => Promise<void>,
): Promise<void> =>
  withRunner(file, options.workers, surroundings, async (runner, run) => {
    await act({ opened: expect(await openDocument(file, options.params, runner, surroundings.terminal)), run });
  });
