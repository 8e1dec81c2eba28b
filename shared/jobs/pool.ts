import { message } from '../language/message.ts';
import { fail, type Outcome } from '../language/outcome.ts';
import type { Job, JobPart, Progress, ResultOf } from './job.ts';
import type { ReplicationTask } from './task.ts';
import type { FromThread, Thread } from './thread.ts';

/** How often work of a thread that crashed is given to another one. */
const retries = 2;

export interface Watch {
  progress?(progress: Progress): void;
  /** Results that are not final: the same shape as the end result, from the replications so far. */
  part?(part: JobPart): void;
}

export interface Handle<Result> {
  readonly outcome: Promise<Outcome<Result>>;
  /** Ends the job at once: its threads are ended and replaced when next needed. */
  cancel(): void;
}

export interface Pool {
  submit<J extends Job>(job: J, watch?: Watch): Handle<ResultOf<J>>;
  /** Starts a thread for the next job where none stands by: a first job then waits for no program to be read. */
  prepare(): void;
  close(): void;
}

interface Lead {
  readonly id: number;
  readonly job: Job;
  readonly watch: Watch;
  readonly settle: (outcome: Outcome<unknown>) => void;
  thread: Thread | undefined;
  crashes: number;
}

interface Piece {
  readonly id: number;
  readonly lead: Lead;
  readonly question: number;
  readonly task: ReplicationTask;
  thread: Thread | undefined;
  crashes: number;
}

/**
 * Runs jobs on threads. A job has one thread of its own that plans and reduces; its replications are handed to up to
 * `size` helpers in the order in which they were asked. Which helper does which never shows in a result, because the
 * planning thread reduces by replication number.
 */
export function createPool(start: () => Thread, size: number): Pool {
  const leads = new Map<number, Lead>();
  const running = new Map<Thread, Piece>();
  const idle: Thread[] = [];
  const spare: Thread[] = [];
  let waiting: Piece[] = [];
  let next = 1;
  let closed = false;

  return {
    submit: <J extends Job>(job: J, watch: Watch = {}): Handle<ResultOf<J>> => {
      let lead: Lead | undefined;
      const outcome = new Promise<Outcome<unknown>>((resolve) => {
        lead = { id: next++, job, watch, settle: resolve, thread: undefined, crashes: 0 };
        if (closed) resolve(cancelled());
        else startLead(lead);
      });
      return { outcome: outcome as Promise<Outcome<ResultOf<J>>>, cancel: () => lead !== undefined && end(lead, cancelled(), false) };
    },
    prepare: () => {
      if (!closed && leads.size === 0 && spare.length === 0) spare.push(watched(start()));
    },
    close: () => {
      closed = true;
      for (const lead of leads.values()) end(lead, cancelled(), false);
      for (const thread of [...idle.splice(0), ...spare.splice(0)]) thread.end();
    },
  };

  function startLead(lead: Lead): void {
    leads.set(lead.id, lead);
    const thread = spare.pop() ?? watched(start());
    lead.thread = thread;
    thread.post({ type: 'job', id: lead.id, job: lead.job });
  }

  function watched(thread: Thread): Thread {
    thread.listen((from) => hear(thread, from), (reason) => crash(thread, reason));
    return thread;
  }

  function hear(thread: Thread, from: FromThread): void {
    const piece = running.get(thread);
    if (piece !== undefined && from.type === 'done' && from.id === piece.id) {
      running.delete(thread);
      idle.push(thread);
      piece.lead.thread?.post({ type: 'answer', question: piece.question, outcome: from.outcome });
      dispatch();
      return;
    }
    const lead = leads.get(from.id);
    if (lead === undefined || lead.thread !== thread) return;
    switch (from.type) {
      case 'progress':
        lead.watch.progress?.(from.progress);
        return;
      case 'part':
        lead.watch.part?.(from.part);
        return;
      case 'ask':
        waiting.push({ id: next++, lead, question: from.question, task: from.task, thread: undefined, crashes: 0 });
        dispatch();
        return;
      case 'done':
        end(lead, from.outcome, true);
    }
  }

  function dispatch(): void {
    while (waiting.length > 0 && running.size < size) {
      const piece = waiting.shift();
      if (piece === undefined) return;
      const thread = idle.pop() ?? watched(start());
      piece.thread = thread;
      running.set(thread, piece);
      // Two jobs may use the same key; a thread that works for both must not mix them up.
      thread.post({ type: 'replicate', id: piece.id, task: { ...piece.task, key: `${piece.lead.id}:${piece.task.key}` } });
    }
  }

  function crash(thread: Thread, reason: string): void {
    thread.end();
    const piece = running.get(thread);
    if (piece !== undefined) {
      running.delete(thread);
      piece.crashes += 1;
      if (piece.crashes <= retries) waiting.unshift(piece);
      else piece.lead.thread?.post({ type: 'answer', question: piece.question, outcome: crashed(reason) });
      dispatch();
      return;
    }
    const lead = [...leads.values()].find((one) => one.thread === thread);
    if (lead !== undefined) {
      drop(lead);
      lead.crashes += 1;
      if (lead.crashes <= retries) startLead(lead);
      else end(lead, crashed(reason), false);
      return;
    }
    for (const list of [idle, spare]) {
      const at = list.indexOf(thread);
      if (at >= 0) list.splice(at, 1);
    }
  }

  /** Forgets what a job has asked for; helpers that work for it are ended. */
  function drop(lead: Lead): void {
    waiting = waiting.filter((piece) => piece.lead !== lead);
    for (const [thread, piece] of running) {
      if (piece.lead !== lead) continue;
      running.delete(thread);
      thread.end();
    }
  }

  function end(lead: Lead, outcome: Outcome<unknown>, keepThread: boolean): void {
    if (!leads.delete(lead.id)) return;
    drop(lead);
    if (lead.thread !== undefined) {
      if (keepThread && !closed) spare.push(lead.thread);
      else lead.thread.end();
    }
    lead.settle(outcome);
    dispatch();
  }
}

const cancelled = (): Outcome<never> => fail('cancelled', message('jobs.cancelled'));
const crashed = (reason: string): Outcome<never> => fail('crashed', message('jobs.crashed', { reason }));
