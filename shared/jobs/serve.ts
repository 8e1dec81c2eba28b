import { message } from '../language/message.ts';
import { fail, type Outcome } from '../language/outcome.ts';
import type { ReplicationResult } from '../simulation/results/replication-result.ts';
import { jobSchema } from './job.ts';
import type { Ports } from './ports.ts';
import { createReplicator } from './replication.ts';
import { runJob } from './run-job.ts';
import type { Channel, ToThread } from './thread.ts';

/** Replications that a planning thread asks its pool for at once: enough for as many helpers as a machine has. */
const ahead = 64;

/** Turns a thread into a worker of a pool: it plans jobs and runs replications, one message after the other. */
export function serve(channel: Channel, ports: Omit<Ports, 'replicate' | 'ahead'>): void {
  const open = new Map<number, (outcome: Outcome<ReplicationResult>) => void>();
  const replicate = createReplicator(ports.breathe);
  let question = 0;

  channel.listen((to) => void hear(to));

  async function hear(to: ToThread): Promise<void> {
    switch (to.type) {
      case 'answer': {
        open.get(to.question)?.(to.outcome as Outcome<ReplicationResult>);
        open.delete(to.question);
        return;
      }
      case 'replicate':
        channel.post({ type: 'done', id: to.id, outcome: await caught(() => replicate(to.task)) });
        return;
      case 'job': {
        const { id, job } = to;
        const outcome = await caught(async () => {
          if (!jobSchema.safeParse(job).success) return fail('no-job', message('jobs.defect', { reason: 'job' }));
          return runJob(
            job,
            {
              ...ports,
              ahead,
              replicate: (task) =>
                new Promise((resolve) => {
                  question += 1;
                  open.set(question, resolve);
                  channel.post({ type: 'ask', id, question, task });
                }),
            },
            { progress: (progress) => channel.post({ type: 'progress', id, progress }), part: (part) => channel.post({ type: 'part', id, part }) },
          );
        });
        channel.post({ type: 'done', id, outcome });
      }
    }
  }
}

/** A defect of ours becomes a failure with a sentence; nothing else may leave a thread hanging. */
async function caught<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    return fail('defect', message('jobs.defect', { reason: error instanceof Error ? error.message : String(error) }));
  }
}
