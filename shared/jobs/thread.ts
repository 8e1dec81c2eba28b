import type { Outcome } from '../language/outcome.ts';
import type { Job, JobPart, Progress } from './job.ts';
import type { ReplicationTask } from './task.ts';

/** What a pool tells a thread. `id` names the work; an answer carries the id of the question. */
export type ToThread =
  | { readonly type: 'job'; readonly id: number; readonly job: Job }
  | { readonly type: 'replicate'; readonly id: number; readonly task: ReplicationTask }
  | { readonly type: 'answer'; readonly question: number; readonly outcome: Outcome<unknown> };

/** What a thread tells its pool. */
export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'part'; readonly id: number; readonly part: JobPart }
  | { readonly type: 'ask'; readonly id: number; readonly question: number; readonly task: ReplicationTask }
  | { readonly type: 'done'; readonly id: number; readonly outcome: Outcome<unknown> };

/** A worker of the platform, seen from the pool. */
export interface Thread {
  post(message: ToThread): void;
  /** Called once, before the first post. */
  listen(onMessage: (message: FromThread) => void, onCrash: (reason: string) => void): void;
  end(): void;
}

/** The pool, seen from a thread. */
export interface Channel {
  post(message: FromThread): void;
  listen(onMessage: (message: ToThread) => void): void;
}
