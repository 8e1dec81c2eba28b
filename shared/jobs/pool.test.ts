import { describe, expect, it } from 'vitest';
import type { Document } from '../document/scenarios/document.ts';
import { emptyDocument } from '../document/scenarios/document.ts';
import { succeed } from '../language/outcome.ts';
import { defaultLimits, type RunSettings } from '../simulation/results/used-settings.ts';
import type { Job } from './job.ts';
import { createPool } from './pool.ts';
import type { ReplicationTask } from './task.ts';
import type { FromThread, Thread, ToThread } from './thread.ts';

const document: Document = emptyDocument('Pool');
const settings: RunSettings = {
  seed: 1, mode: 'steady', start: '2024-01-01T00:00', startInstant: 0, horizon: 1, warmUp: 0, replications: 1, confidence: 0.95, timeZones: '', period: 1, attribution: true,
  sequential: false, checks: false, limits: defaultLimits,
};
const job: Job = { type: 'check', document };
const task = (replication: number): ReplicationTask => ({ key: 'k', model: document.model, base: document.model, document: document.settings, settings, replication, spread: false });

/** A thread whose work the test does by hand. */
class HandThread implements Thread {
  readonly heard: ToThread[] = [];
  ended = false;
  tell: (message: FromThread) => void = () => undefined;
  crash: (reason: string) => void = () => undefined;

  post(message: ToThread): void {
    this.heard.push(structuredClone(message));
  }

  listen(onMessage: (message: FromThread) => void, onCrash: (reason: string) => void): void {
    this.tell = onMessage;
    this.crash = onCrash;
  }

  end(): void {
    this.ended = true;
  }

  last<T extends ToThread['type']>(type: T): Extract<ToThread, { type: T }> {
    const found = this.heard.findLast((message) => message.type === type);
    if (found === undefined) throw new Error(`Nobody said ${type}`);
    return found as Extract<ToThread, { type: T }>;
  }
}

function handPool(size: number) {
  const threads: HandThread[] = [];
  const pool = createPool(() => {
    const thread = new HandThread();
    threads.push(thread);
    return thread;
  }, size);
  const at = (index: number): HandThread => {
    const thread = threads[index];
    if (thread === undefined) throw new Error(`There is no thread ${index}`);
    return thread;
  };
  return { pool, threads, at };
}

describe('a pool', () => {
  it('gives a job a thread and hands on its answer', async () => {
    const { pool, at } = handPool(2);
    const handle = pool.submit(job);
    at(0).tell({ type: 'done', id: at(0).last('job').id, outcome: succeed({ findings: [] }) });
    expect(await handle.outcome).toEqual(succeed({ findings: [] }));
  });

  it('keeps a thread ready for the next job, and not a second one', () => {
    const { pool, threads, at } = handPool(2);
    pool.prepare();
    pool.prepare();
    expect(threads).toHaveLength(1);
    pool.submit(job);
    expect(threads).toHaveLength(1);
    expect(at(0).last('job').job).toEqual(job);
    pool.prepare();
    expect(threads).toHaveLength(1);
    pool.close();
    pool.prepare();
    expect(threads).toHaveLength(1);
  });

  it('asks no more helpers at once than its size, in the order of the questions', () => {
    const { pool, threads, at } = handPool(2);
    pool.submit(job);
    const { id } = at(0).last('job');
    for (const question of [1, 2, 3]) at(0).tell({ type: 'ask', id, question, task: task(question) });
    expect(threads).toHaveLength(3);
    expect([at(1).last('replicate').task.replication, at(2).last('replicate').task.replication]).toEqual([1, 2]);
    at(2).tell({ type: 'done', id: at(2).last('replicate').id, outcome: succeed('second') });
    expect(at(2).last('replicate').task.replication).toBe(3);
    expect(at(0).last('answer')).toEqual({ type: 'answer', question: 2, outcome: succeed('second') });
  });

  it('gives the work of a crashed helper to another one, and says so after the third crash', () => {
    const { pool, at } = handPool(1);
    pool.submit(job);
    at(0).tell({ type: 'ask', id: at(0).last('job').id, question: 7, task: task(0) });
    for (const index of [1, 2, 3]) at(index).crash('out of memory');
    const answer = at(0).last('answer');
    expect(answer.question).toBe(7);
    expect(answer.outcome).toMatchObject({ ok: false, failure: { code: 'crashed' } });
  });

  it('starts a job anew when its own thread crashes', async () => {
    const { pool, threads, at } = handPool(1);
    const handle = pool.submit(job);
    at(0).crash('gone');
    expect(threads).toHaveLength(2);
    at(1).tell({ type: 'done', id: at(1).last('job').id, outcome: succeed({ findings: [] }) });
    expect((await handle.outcome).ok).toBe(true);
  });

  it('ends a cancelled job at once, with every thread that works for it', async () => {
    const { pool, at } = handPool(1);
    const handle = pool.submit(job);
    at(0).tell({ type: 'ask', id: at(0).last('job').id, question: 1, task: task(0) });
    handle.cancel();
    expect(await handle.outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect([at(0).ended, at(1).ended]).toEqual([true, true]);
  });

  it('goes on with the work of other jobs after a cancellation', () => {
    const { pool, at } = handPool(1);
    const first = pool.submit(job);
    pool.submit(job);
    at(0).tell({ type: 'ask', id: at(0).last('job').id, question: 1, task: task(0) });
    at(1).tell({ type: 'ask', id: at(1).last('job').id, question: 1, task: task(5) });
    first.cancel();
    expect(at(3).last('replicate').task.replication).toBe(5);
  });

  it('keeps a thread whose job is done for the next one', async () => {
    const { pool, threads, at } = handPool(1);
    const first = pool.submit(job);
    at(0).tell({ type: 'done', id: at(0).last('job').id, outcome: succeed({ findings: [] }) });
    await first.outcome;
    pool.submit(job);
    expect(threads).toHaveLength(1);
  });

  it('hands on progress and parts', () => {
    const { pool, at } = handPool(1);
    const seen: unknown[] = [];
    pool.submit(job, { progress: (progress) => seen.push(progress) });
    at(0).tell({ type: 'progress', id: at(0).last('job').id, progress: { done: 3, total: 10 } });
    expect(seen).toEqual([{ done: 3, total: 10 }]);
  });

  it('ends everything on closing and takes nothing more', async () => {
    const { pool, at } = handPool(1);
    const handle = pool.submit(job);
    pool.close();
    expect(at(0).ended).toBe(true);
    expect(await handle.outcome).toMatchObject({ ok: false });
    expect(await pool.submit(job).outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
});
