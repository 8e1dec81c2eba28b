import { describe, expect, it } from 'vitest';
import { succeed } from '../../language/outcome.ts';
import type { Measure, MeasureOptions } from './measure.ts';
import { richModel } from './testing.ts';
import { TriedCoalitions } from './tried-coalitions.ts';

/** Three replications that take 10, 20 and 30 seconds; `unstable` says which runs look as if work piled up, by their number of replications. */
function tried(unstable: (runs: number) => boolean = () => false): { readonly sets: TriedCoalitions; readonly calls: (MeasureOptions | undefined)[] } {
  const calls: (MeasureOptions | undefined)[] = [];
  const measure: Measure = (_, options) => {
    calls.push(options);
    const numbers = options?.numbers ?? [0, 1, 2];
    return Promise.resolve(succeed({ leadTime: numbers.map((at) => 10 * (at + 1)), throughputPerDay: numbers.map(() => 1), unstable: unstable(numbers.length) }));
  };
  return { sets: new TriedCoalitions(richModel(), ['batch', 'transfer', 'calendar'], 3, measure, 7), calls };
}
const timesOf = (sets: TriedCoalitions, coalition: number): readonly number[] => [0, 1, 2].map((replication) => sets.leadTime(coalition, replication));

describe('a set of sources taken away', () => {
  it('has no time before it is run', () => {
    expect(timesOf(tried().sets, 0)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('is run whole once, however often it is asked for', async () => {
    const { sets, calls } = tried();
    await sets.run(0b001);
    await sets.run(0b001);
    await sets.run(0b001, [1]);
    expect(calls).toEqual([{ tests: 7 }]);
    expect(timesOf(sets, 0b001)).toEqual([10, 20, 30]);
    expect([sets.piledUp(0b001), sets.unstable]).toEqual([false, []]);
  });

  it('has times only for the replications that were asked for', async () => {
    const { sets, calls } = tried();
    await sets.run(0b010, [0, 2]);
    expect(calls).toEqual([{ tests: 7, numbers: [0, 2] }]);
    expect(timesOf(sets, 0b010)).toEqual([10, Number.NaN, 30]);
    await sets.run(0b100, [2]);
    expect(timesOf(sets, 0b100)).toEqual([Number.NaN, Number.NaN, 30]);
    // Part of it does not count as the whole.
    await sets.run(0b010);
    expect(timesOf(sets, 0b010)).toEqual([10, 20, 30]);
  });

  it('is run whole where all replications are asked for one by one', async () => {
    const { sets, calls } = tried();
    await sets.run(0b010, [0, 1, 2]);
    await sets.run(0b010);
    expect(calls).toEqual([{ tests: 7 }]);
  });

  it('is unstable only where its whole run is', async () => {
    const cleared = tried((runs) => runs < 3);
    await cleared.sets.run(0b011, [1]);
    expect(cleared.calls).toEqual([{ tests: 7, numbers: [1] }, { tests: 7 }]);
    expect([cleared.sets.unstable, timesOf(cleared.sets, 0b011)]).toEqual([[], [10, 20, 30]]);
    const piling = tried(() => true);
    await piling.sets.run(0b110, [1]);
    await piling.sets.run(0b001);
    expect(piling.sets.unstable).toEqual([['transfer', 'calendar'], ['batch']]);
    expect([piling.sets.piledUp(0b110), piling.sets.piledUp(0b111)]).toEqual([true, false]);
  });
});
