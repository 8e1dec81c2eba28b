import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, JobPart, Progress, ResultOf } from '../../shared/jobs/job.ts';
import { createPool, type Pool } from '../../shared/jobs/pool.ts';
import type { FromThread, Thread } from '../../shared/jobs/thread.ts';
import type { Outcome } from '../../shared/language/outcome.ts';

// Not written as `new URL('…', import.meta.url)` in one piece: the bundler would take it for a file of today.
const here = import.meta.url;

const startThread = (): Thread => {
  const worker = new Worker(new URL('./worker.mjs', here));
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onCrash) => {
      worker.on('message', (message: FromThread) => onMessage(message));
      worker.on('error', (error) => onCrash(error instanceof Error ? error.message : String(error)));
    },
    end: () => void worker.terminate(),
  };
};

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Results that are not final, while replications still come in. */
  readonly onPart?: (part: JobPart) => void;
}

export interface NodePool {
  /** Runs a job on threads; an aborted one ends at once as `cancelled`. */
  runJob<J extends Job>(job: J, options?: JobOptions): Promise<Outcome<ResultOf<J>>>;
  /** Ends all threads; the process can then end by itself. */
  close(): void;
}

const on = (pool: Pool): NodePool => ({
  runJob: (job, { signal, onProgress, onPart } = {}) => {
    const handle = pool.submit(job, {
      ...(onProgress ? { progress: onProgress } : {}),
      ...(onPart ? { part: onPart } : {}),
    });
    if (signal?.aborted) handle.cancel();
    signal?.addEventListener('abort', () => handle.cancel(), { once: true });
    return handle.outcome;
  },
  close: () => pool.close(),
});

/**
 * A pool of Node threads over the one dispatcher of jobs.
 * @param size how many replications run at once; by default as many as there are processors. The results do not depend on it.
 */
export const nodePool = (size: number = os.availableParallelism()): NodePool => on(createPool(startThread, size));
