import type { Job } from '../../shared/jobs/job.ts';
import { createPool, type Handle, type Pool, type Watch } from '../../shared/jobs/pool.ts';
import type { FromThread, Thread } from '../../shared/jobs/thread.ts';
import type { ResultOf } from '../../shared/jobs/job.ts';

/** A web worker as a thread of the pool. */
function webThread(): Thread {
  const worker = new Worker(new URL('../workers/job-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onCrash) => {
      worker.addEventListener('message', (event: MessageEvent<FromThread>) => onMessage(event.data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onCrash(event.message || 'worker');
      });
    },
    end: () => worker.terminate(),
  };
}

let pool: Pool | undefined;

const threads = (): Pool => (pool ??= createPool(webThread, Math.max(1, Math.min(8, navigator.hardwareConcurrency - 1))));

/** Lets a thread read its program before there is a job for it. */
export const prepareForJobs = (): void => threads().prepare();

/** Starts a job off the window's thread; its handle tells the outcome and cancels it. */
export function submitJob<J extends Job>(job: J, watch?: Watch): Handle<ResultOf<J>> {
  return threads().submit(job, watch);
}
