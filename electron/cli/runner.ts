import { existsSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Job, ResultOf } from '../../shared/jobs/job.ts';
import type { Watch } from '../../shared/jobs/pool.ts';
import { createReplicator } from '../../shared/jobs/replication.ts';
import { runJob } from '../../shared/jobs/run-job.ts';
import type { Outcome } from '../../shared/language/outcome.ts';
import { nodePool } from '../node/worker-pool.ts';
import { nodePorts } from '../node/job-ports.ts';

/** Where jobs run: in this thread, or on several. */
export interface Runner {
  run<J extends Job>(job: J, watch?: Watch): Promise<Outcome<ResultOf<J>>>;
  close(): void;
}

// Not in one piece: the bundler would take it for a file of today.
const here = import.meta.url;
const threadsThere = (): boolean => here.endsWith('.mjs') && existsSync(fileURLToPath(new URL('./worker.mjs', here)));

/** One thread needs no pool, and from source there is none; the results are the same. */
export function startRunner(workers: number = os.availableParallelism()): Runner {
  if (workers === 1 || !threadsThere()) return inThisThread();
  const pool = nodePool(workers);
  return {
    run: (job, watch = {}) =>
      pool.runJob(job, { ...(watch.progress === undefined ? {} : { onProgress: watch.progress }), ...(watch.part === undefined ? {} : { onPart: watch.part }) }),
    close: () => pool.close(),
  };
}

function inThisThread(): Runner {
  const ports = nodePorts();
  return {
    run: (job, watch = {}) => runJob(job, { ...ports, ahead: 1, replicate: createReplicator(ports.breathe) }, watch),
    close: () => undefined,
  };
}
