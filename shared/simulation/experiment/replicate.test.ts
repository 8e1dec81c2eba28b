import { describe, expect, it } from 'vitest';
import { message } from '../../language/message.ts';
import { fail, succeed, type Outcome } from '../../language/outcome.ts';
import { runReplications } from './replicate.ts';

const value = (replication: number): number => 10 + Math.sin(replication * 12.9898) * 3;

/** Answers late replications first, as busy workers may. */
function shuffled(log: number[] = []): (replication: number) => Promise<Outcome<number>> {
  return async (replication) => {
    log.push(replication);
    for (let turn = 0; turn < (replication * 7) % 5; turn += 1) await Promise.resolve();
    return succeed(value(replication));
  };
}

const plan = { most: 200, precision: 0.05, confidence: 0.95, ahead: 1 };

describe('replications', () => {
  it('come in order and in the number asked for', async () => {
    const seen: number[] = [];
    const outcome = await runReplications(shuffled(), (it) => [it], { most: 12, confidence: 0.95, ahead: 4 }, (results, planned) => {
      seen.push(results.length);
      expect(planned).toBe(12);
      return 'go';
    });
    expect(outcome).toEqual(succeed(Array.from({ length: 12 }, (_, index) => value(index))));
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('stop at the same one with any number of workers', async () => {
    const alone = await runReplications(shuffled(), (it) => [it], plan);
    const many = await runReplications(shuffled(), (it) => [it], { ...plan, ahead: 16 });
    expect(many).toEqual(alone);
    expect(alone.ok && alone.value.length).toBeGreaterThan(10);
    expect(alone.ok && alone.value.length).toBeLessThan(200);
  });

  it('ask for no more than needed beyond the workers', async () => {
    const asked: number[] = [];
    const outcome = await runReplications(shuffled(asked), (it) => [it], { ...plan, ahead: 3 });
    expect(outcome.ok && asked.length - outcome.value.length).toBe(2);
  });

  it('stop only when every measure is precise', async () => {
    const one = await runReplications(shuffled(), (it) => [it], plan);
    const two = await runReplications(shuffled(), (it) => [it, (it - 10) * 5 + 20], plan);
    expect(two.ok && one.ok && two.value.length).toBeGreaterThan(one.ok ? one.value.length : 0);
  });

  it('end when told to', async () => {
    const outcome = await runReplications(shuffled(), (it) => [it], plan, (results) => (results.length === 3 ? 'stop' : 'go'));
    expect(outcome.ok && outcome.value).toHaveLength(3);
  });

  it('fail with the lowest that failed, whichever failed first', async () => {
    const ask = async (replication: number): Promise<Outcome<number>> => {
      if (replication === 6) return fail('later', message('jobs.cancelled'));
      await Promise.resolve();
      await Promise.resolve();
      return replication === 4 ? fail('earlier', message('jobs.cancelled')) : succeed(1);
    };
    const outcome = await runReplications(ask, (it) => [it], { most: 20, confidence: 0.95, ahead: 8 });
    expect(!outcome.ok && outcome.failure.code).toBe('earlier');
  });
});
