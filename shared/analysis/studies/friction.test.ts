import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import { fail, type Outcome } from '../../language/outcome.ts';
import { message } from '../../language/message.ts';
import type { FrictionStudy, Source } from '../readings/studied.ts';
import { frictionRuns, frictionStudy } from './friction.ts';
import type { Measure, MeasureOptions } from './measure.ts';
import { sourcesOf } from './removal.ts';
import { interval, measuring, replications, richModel } from './testing.ts';

const plan = { replications, seed: 1 };

/** 2 from transfer, 1 from clarification, and 3 more while both are there. */
const leadTime = (model: Model, noise: number): number => {
  const handoff = model.flows['f3']?.handoff;
  const transfer = handoff?.transfer === undefined ? 0 : 1;
  const questions = handoff?.clarification === undefined ? 0 : 1;
  return 10 + noise + (2 + noise) * transfer + questions + 3 * transfer * questions;
};

/** Ten sources: beyond what is run exactly. */
function tenSources(): Model {
  const model = richModel();
  const security = model.teams['security'];
  const flow = model.flows['f3'];
  if (security === undefined || flow === undefined) throw new Error('The sample has them.');
  return {
    ...model,
    teams: { ...model.teams, security: { ...security, wipLimit: { limit: 9 } } },
    flows: { ...model.flows, f3: { ...flow, handoff: { ...flow.handoff, setup: { type: 'fixed', value: 0.1 } } } },
  };
}

async function studied(model: Model, measure: Measure): Promise<FrictionStudy> {
  const study = await frictionStudy(model, plan, measure, interval);
  if (!study.ok) throw new Error(study.failure.code);
  return study.value;
}

const of = (study: FrictionStudy, source: Source) => study.effects.find((effect) => effect.source === source);
const sumOfShares = (study: FrictionStudy): number => study.effects.reduce((sum, { share }) => sum + (share?.mean ?? Number.NaN), 0);

/** What was run: a line for each call. */
function recorded(measure: Measure): { readonly measure: Measure; readonly calls: (MeasureOptions & { readonly model: Model })[] } {
  const calls: (MeasureOptions & { readonly model: Model })[] = [];
  return {
    calls,
    measure: (model, options = {}) => {
      calls.push({ ...options, model });
      return measure(model, options);
    },
  };
}

describe('what each source of friction really costs', () => {
  it('counts twice what two make together when they are taken away alone, and shares it in the values', async () => {
    const study = await studied(richModel(), measuring(leadTime));
    expect([of(study, 'transfer')?.alone?.mean, of(study, 'clarification')?.alone?.mean]).toEqual([expect.closeTo(5, 9), expect.closeTo(4, 9)]);
    expect([of(study, 'transfer')?.share?.mean, of(study, 'clarification')?.share?.mean, of(study, 'batch')?.share?.mean]).toEqual([
      expect.closeTo(3.5, 9), expect.closeTo(2.5, 9), expect.closeTo(0, 9),
    ]);
    expect(sumOfShares(study)).toBeCloseTo(study.whole?.mean ?? Number.NaN, 9);
    expect(study.effects.slice(0, 2).map(({ source }) => source)).toEqual(['transfer', 'clarification']);
    expect([study.study, study.method, study.unstable]).toEqual(['friction', { kind: 'exact' }, []]);
    // 10 for the work, and 2 + 1 + 3 for what makes friction; the noise sums to nothing.
    expect([study.asItIs?.mean, study.whole?.mean]).toEqual([expect.closeTo(16, 9), expect.closeTo(6, 9)]);
  });

  it('gives every value an interval over replications', async () => {
    const share = of(await studied(richModel(), measuring(leadTime)), 'transfer')?.share;
    expect(share?.n).toBe(replications);
    expect((share?.high ?? 0) - (share?.low ?? 0)).toBeGreaterThan(0.1);
    // Questions back cost the same in every replication: no doubt is left.
    const certain = of(await studied(richModel(), measuring(leadTime)), 'clarification')?.alone;
    expect((certain?.high ?? 0) - (certain?.low ?? 0)).toBeCloseTo(0, 9);
  });

  it('runs every set once up to eight sources, all replications of it', async () => {
    const { measure, calls } = recorded(measuring(leadTime));
    await studied(richModel(), measure);
    expect(calls).toHaveLength(256);
    expect(calls.every(({ numbers, tests }) => numbers === undefined && tests === 256)).toBe(true);
    expect(frictionRuns(richModel(), replications)).toBe(256 * replications);
  });

  it('samples orders beyond eight, each replication its own, and still sums to the whole', async () => {
    expect(sourcesOf(tenSources())).toHaveLength(10);
    const { measure, calls } = recorded(measuring(leadTime));
    const study = await studied(tenSources(), measure);
    expect(study.method).toEqual({ kind: 'sampled', orders: 4 });
    expect(sumOfShares(study)).toBeCloseTo(study.whole?.mean ?? Number.NaN, 9);
    expect(of(study, 'transfer')?.alone?.mean).toBeCloseTo(5, 9);
    expect(of(study, 'transfer')?.share?.mean).toBeGreaterThan(3);
    expect(of(study, 'transfer')?.share?.mean).toBeLessThan(4);
    expect(of(study, 'batch')?.share?.mean).toBeCloseTo(0, 9);
    const runs = calls.reduce((sum, { numbers }) => sum + (numbers?.length ?? replications), 0);
    expect(runs).toBeLessThanOrEqual(frictionRuns(tenSources(), replications));
    // Each alone, none and all, and eight more on the way of each of four orders.
    expect(frictionRuns(tenSources(), replications)).toBe((10 + 2 + 4 * 8) * replications);
    expect(new Set(calls.map(({ numbers }) => numbers?.join()).filter((numbers) => numbers !== undefined)).size).toBeGreaterThan(10);
  });

  it('allows for chance by all the sets that it runs, the sampled ones too', async () => {
    const { measure, calls } = recorded(measuring(leadTime));
    await studied(tenSources(), measure);
    const sets = new Set(calls.map(({ model }) => JSON.stringify(model))).size;
    expect(sets).toBeGreaterThan(10 + 2 + 4 * replications);
    expect(new Set(calls.map(({ tests }) => tests))).toEqual(new Set([sets]));
  });

  it('names the set without which work piles up, and gives it no value', async () => {
    const study = await studied(richModel(), measuring(leadTime, (model) => model.flows['f3']?.handoff?.batch === undefined && model.flows['f3']?.handoff?.transfer !== undefined));
    expect(study.unstable).toEqual([['batch']]);
    expect(of(study, 'batch')?.alone).toBeNull();
    expect(of(study, 'transfer')?.alone?.mean).toBeCloseTo(5, 9);
    expect(study.effects.every(({ share }) => share === null)).toBe(true);
    // Then what taking each away alone saves sorts them, and what has no value comes last.
    expect([study.effects[0]?.source, study.effects[1]?.source, study.effects.at(-1)?.source]).toEqual(['transfer', 'clarification', 'batch']);
    expect(study.whole?.mean).toBeCloseTo(6, 9);
  });

  it('names larger sets too', async () => {
    const both = (model: Model): boolean => model.flows['f3']?.handoff?.batch === undefined && model.flows['f3']?.handoff?.transfer === undefined && model.flows['f3']?.handoff?.clarification !== undefined;
    const study = await studied(richModel(), measuring(leadTime, both));
    expect(study.unstable).toEqual([['batch', 'transfer']]);
    expect(of(study, 'batch')?.alone).not.toBeNull();
  });

  it('runs a set whole before it is called unstable where few replications looked so', async () => {
    const { measure, calls } = recorded(measuring(leadTime, (_, runs) => runs < replications));
    const study = await studied(tenSources(), measure);
    expect(study.unstable).toEqual([]);
    expect(sumOfShares(study)).toBeCloseTo(study.whole?.mean ?? Number.NaN, 9);
    expect(calls.filter(({ numbers }) => numbers === undefined).length).toBeGreaterThan(12);
  });

  it('has nothing to tell where the process as it is cannot keep up', async () => {
    const study = await studied(richModel(), measuring(leadTime, (model) => model.flows['f3']?.handoff?.clarification !== undefined));
    expect(study.unstable[0]).toEqual([]);
    expect([study.asItIs, study.whole, study.effects.every(({ alone, share }) => alone === null && share === null)]).toEqual([null, null, true]);
  });

  it('hands on what refuses to run', async () => {
    const refused: Outcome<never> = fail('refused', message('jobs.cancelled'));
    // The process as it is, the 10 sets that are always run, or a later one: nothing runs after it.
    for (const last of [1, 5, 100]) {
      let runs = 0;
      const measure: Measure = (model, options) => {
        runs += 1;
        return runs < last ? measuring(leadTime)(model, options) : Promise.resolve(refused);
      };
      expect([await frictionStudy(richModel(), plan, measure, interval), runs]).toEqual([refused, last]);
    }
  });
});
