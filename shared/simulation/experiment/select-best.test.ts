import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../language/outcome.ts';
import { message } from '../../language/message.ts';
import { normalQuantile } from '../kernel/normal-quantile.ts';
import { type Candidate, type RunMore, selectBest, type SelectionPlan } from './select-best.ts';

/** Hash of three numbers as a normal: the same replication is the same in every call. */
function normal(seed: number, system: number, replication: number): number {
  let h = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(system + 1, 0x85ebca6b) ^ Math.imul(replication + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return normalQuantile((((h ^ (h >>> 16)) >>> 0) + 0.5) / 2 ** 32);
}

interface World {
  readonly means: readonly number[];
  readonly seed?: number;
  /** Scatter of each by itself, beside what all share. */
  readonly own?: number;
}

const leadTime = ({ means, seed = 1, own = 1 }: World, system: number, replication: number): number =>
  (means[system] ?? 0) + 5 * normal(seed, -7, replication) + own * normal(seed, system, replication);

const plan: SelectionPlan = { indifference: 1, confidence: 0.95, most: 2000 };

async function select(world: World, given = 10, change: Partial<SelectionPlan> = {}) {
  const asked: { readonly id: string; readonly numbers: readonly number[] }[] = [];
  const candidates = world.means.map((_, system): Candidate => ({ id: `s${system}`, leadTimes: Array.from({ length: given }, (__, replication) => leadTime(world, system, replication)) }));
  const more: RunMore = (id, numbers) => {
    asked.push({ id, numbers });
    return Promise.resolve(succeed(numbers.map((replication) => leadTime(world, Number(id.slice(1)), replication))));
  };
  const outcome = await selectBest(candidates, { ...plan, ...change }, more);
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return { ...outcome.value, asked };
}

describe('which of several is best', () => {
  it('is told from the runs there are, where they tell', async () => {
    expect(await select({ means: [20, 15, 30] })).toEqual({
      measure: 'leadTime', confidence: 0.95, indifference: 1, best: 's1', decided: true, asGood: [], replications: 10, asked: [],
    });
  });

  it('runs more of those still in the running, one after the other, and of no others', async () => {
    const { asked, best, decided } = await select({ means: [12, 10, 30], own: 3 });
    expect([best, decided]).toEqual(['s1', true]);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(['s0', 's1']));
    expect(asked.filter(({ id }) => id === 's0').flatMap(({ numbers }) => numbers)).toEqual(
      Array.from({ length: asked.filter(({ id }) => id === 's0').length * 5 }, (_, at) => 10 + at),
    );
  });

  it('gives the same answer however many runs there were before', async () => {
    const { asked: _, ...few } = await select({ means: [10, 10.8, 11], own: 2 }, 10);
    const { asked: __, ...many } = await select({ means: [10, 10.8, 11], own: 2 }, 400);
    expect([few.best, few.replications, few.decided]).toEqual([many.best, many.replications, many.decided]);
  });

  it('names those that cannot be told apart from the best', async () => {
    const { asGood, decided } = await select({ means: [10, 10, 30], own: 1 }, 30);
    expect([asGood.length, decided]).toEqual([1, true]);
    expect(asGood).not.toContain('s2');
  });

  it('stops at the limit undecided', async () => {
    const { decided, replications, asGood } = await select({ means: [10, 10], own: 3 }, 10, { indifference: 0.01, most: 40 });
    expect([decided, replications, asGood.length]).toEqual([false, 40, 1]);
  });

  it('keeps the best in at least 95 of 100 worlds where it is better by the indifference', async () => {
    let right = 0;
    for (let seed = 0; seed < 300; seed += 1) right += (await select({ means: [11, 11, 10, 11], seed, own: 2 })).best === 's2' ? 1 : 0;
    // 285 expected at the least; three standard errors below.
    expect(right).toBeGreaterThan(273);
  });

  it('leaves out replications in which one counted nothing', async () => {
    const candidates = [5, 1].map((mean, system): Candidate => ({ id: `s${system}`, leadTimes: Array.from({ length: 12 }, (_, at) => (at === system ? Number.NaN : mean + at / 100)) }));
    const outcome = await selectBest(candidates, { ...plan, most: 12 }, () => Promise.resolve(succeed([])));
    expect(outcome).toEqual(succeed(expect.objectContaining({ best: 's1', decided: true, replications: 10, asGood: [] })));
  });

  it('hands on what refuses to run', async () => {
    const refused = fail('refused', message('jobs.cancelled'));
    expect(await selectBest([{ id: 'a', leadTimes: [1] }, { id: 'b', leadTimes: [1] }], plan, () => Promise.resolve(refused))).toBe(refused);
  });
});
