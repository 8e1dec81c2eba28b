import { describe, expect, it } from 'vitest';
import { sampleModel } from '../analysis/readings/sample-evidence.ts';
import type { Document } from '../document/scenarios/document.ts';
import { emptyDocument } from '../document/scenarios/document.ts';
import type { RunResult } from '../simulation/results/run-result.ts';
import type { Job, JobPart, Progress } from './job.ts';
import { createPool, type Pool } from './pool.ts';
import type { Ports } from './ports.ts';
import { serve } from './serve.ts';
import type { FromThread, Thread, ToThread } from './thread.ts';

const absent = (): Promise<never> => Promise.reject(new Error('not needed here'));
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const ports: Omit<Ports, 'replicate' | 'ahead'> = { version: '1.2.3', breathe, layout: absent, fonts: absent, rasteriser: absent };

/** A thread that lives in this one; everything it hears and says is copied, as between real threads. */
function nearThread(): Thread {
  let hear: (message: ToThread) => void = () => undefined;
  let ended = false;
  return {
    post: (message) => {
      const copy = structuredClone(message);
      setTimeout(() => !ended && hear(copy), 0);
    },
    listen: (onMessage) => {
      const say = (message: FromThread): void => {
        const copy = structuredClone(message);
        setTimeout(() => !ended && onMessage(copy), 0);
      };
      serve({ post: say, listen: (listener) => void (hear = listener) }, ports);
    },
    end: () => {
      ended = true;
    },
  };
}

const sample = (): Document => ({ ...emptyDocument('Software change'), model: sampleModel() });
const settings = { replications: 4, horizon: { value: 60, unit: 'd' as const } };
const runOf = (document: Document = sample()): Extract<Job, { type: 'run' }> => ({ type: 'run', document, settings, gain: 'top', plausible: true });

async function withPool<T>(size: number, act: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool(nearThread, size);
  try {
    return await act(pool);
  } finally {
    pool.close();
  }
}

async function resultOn(size: number): Promise<RunResult> {
  const outcome = await withPool(size, (pool) => pool.submit(runOf()).outcome);
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

describe('jobs on threads', () => {
  it('give the same bytes on one and on three', async () => {
    const [one, three] = [await resultOn(1), await resultOn(3)];
    expect(JSON.stringify(three)).toBe(JSON.stringify(one));
    expect(one.crossflow).toBe('1.2.3');
    expect(one.replicationsRun).toBe(4);
    expect(one.bottlenecks[0]?.gain).not.toBeNull();
    expect(one.leadTime.plausible).not.toBeNull();
  });

  it('tell their progress, and results while replications still come in', async () => {
    const progress: Progress[] = [];
    const parts: JobPart[] = [];
    await withPool(2, (pool) => pool.submit({ ...runOf(), gain: 'none' }, { progress: (one) => progress.push(one), part: (one) => parts.push(one) }).outcome);
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
    expect(parts.map(({ result }) => result.replicationsRun)).toEqual([2, 3]);
  });

  it('end at once when cancelled', async () => {
    await withPool(2, async (pool) => {
      const handle = pool.submit({ ...runOf(), settings: { ...settings, replications: 1000 } });
      await new Promise((resolve) => setTimeout(resolve, 50));
      const asked = performance.now();
      handle.cancel();
      expect(await handle.outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
      expect(performance.now() - asked).toBeLessThan(100);
    });
  });

  it('two at a time do not mix up their models', async () => {
    const fast = sample();
    const step = fast.model.nodes['assess'];
    if (step?.kind !== 'step') throw new Error('The sample has a step.');
    const quick: Document = { ...fast, model: { ...fast.model, nodes: { ...fast.model.nodes, assess: { ...step, serviceTime: { type: 'fixed', value: 1, unit: 's' } } } } };
    await withPool(2, async (pool) => {
      const handles = [pool.submit({ ...runOf(), gain: 'none' }), pool.submit({ ...runOf(quick), gain: 'none' })];
      const [slow, other] = await Promise.all(handles.map(({ outcome }) => outcome));
      const service = (outcome: typeof slow): number => (outcome?.ok === true ? (outcome.value.steps.find(({ id }) => id === 'assess')?.service.mean ?? 0) : Number.NaN);
      expect(service(slow)).toBeGreaterThan(3600);
      expect(service(other)).toBeCloseTo(1, 6);
    });
  });

  it('answer a refusal with its sentence and element', async () => {
    const document = sample();
    const empty: Document = { ...document, model: { ...document.model, demandClasses: {} } };
    const outcome = await withPool(1, (pool) => pool.submit(runOf(empty)).outcome);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'simulation.noDemand' } });
  });

  it('refuse what is no job', async () => {
    const nonsense = { type: 'run', document: 'none' } as unknown as Job;
    expect(await withPool(1, (pool) => pool.submit(nonsense).outcome)).toMatchObject({ ok: false, failure: { code: 'no-job' } });
  });
});
