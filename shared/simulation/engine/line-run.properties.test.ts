// The short loop against the general engine over generated lines: whatever the teams, the ways, the times and the slices.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Model } from '../../document/model/model.ts';
import { arrivingEvery, erlang, exponential, fixed, ModelBuilder } from '../../../tests/validation/model-builder.ts';
import { resolveRunSettings } from '../network/run-settings.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { Probe } from './probe.ts';
import { startRun } from './run.ts';
import { networkOf } from './testing.ts';

const teams = ['A', 'B', 'C'];

interface Way {
  readonly gap: number;
  readonly steps: readonly { readonly team: number; readonly hours: number }[];
}

interface Lines {
  readonly capacities: readonly number[];
  readonly ways: readonly Way[];
  readonly times: 'exponential' | 'fixed' | 'mixed';
  readonly steady: boolean;
  readonly lean: boolean;
  readonly slice: number;
}

// Whole tenths: fixed times often fall on the same instant.
const hours = fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10);
const lines: fc.Arbitrary<Lines> = fc.record({
  capacities: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: teams.length, maxLength: teams.length }),
  ways: fc.array(
    fc.record({ gap: hours, steps: fc.array(fc.record({ team: fc.integer({ min: 0, max: teams.length - 1 }), hours }), { maxLength: 5 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  times: fc.constantFrom('exponential', 'exponential', 'fixed', 'mixed'),
  steady: fc.boolean(),
  lean: fc.boolean(),
  slice: fc.constantFrom(1, 7, 300, 100_000),
});

function modelOf({ capacities, ways, times }: Lines): Model {
  const builder = new ModelBuilder().end('end');
  const timed = (mean: number, index: number): Distribution =>
    times === 'exponential' || (times === 'mixed' && index % 2 === 0) ? exponential(mean) : times === 'fixed' ? fixed(mean) : erlang(2, mean);
  teams.forEach((team, index) => builder.team(team, capacities[index]!, { costPerHour: { value: index * 10 } }));
  ways.forEach(({ gap, steps }, way) => {
    const ids = steps.map((step, index) => {
      builder.step(`${way}-${index}`, teams[step.team], timed(step.hours, index));
      return `${way}-${index}`;
    });
    builder.start(`start-${way}`).path(`start-${way}`, ...ids, 'end');
    builder.demand(`kind-${way}`, `start-${way}`, arrivingEvery(timed(gap, way)), { due: { value: 5, unit: 'h' }, costOfDelayPerDay: { value: way } });
  });
  return builder.build();
}

function resultOf(lines: Lines, probe: Probe | undefined): ReplicationResult {
  const network = networkOf(modelOf(lines));
  const given = lines.steady ? { horizon: { value: 15, unit: 'd' as const }, warmUp: { value: 3, unit: 'd' as const } } : { items: 300 };
  const lean = lines.lean ? { attribution: false, sequential: true } : {};
  const run = startRun(network, resolveRunSettings(network, given, { checks: true, ...lean }), 0, probe);
  while (run.advance(lines.slice) === 'more');
  return run.result();
}

/** Without attribution waits and lead times are promised, and nothing about teams and boundaries. */
const promised = ({ classes, items, events, ended, endTime, leadTimes, leadTime, cost, steps }: ReplicationResult): object =>
  ({ classes, items, events, ended, endTime, leadTimes, leadTime, cost, steps: steps.map(({ visits, waiting, service }) => ({ visits, waiting, service })) });

it('gives what the general engine gives, for any lines in slices of any size', () => {
  fc.assert(
    fc.property(lines, (generated) => {
      const short = resultOf(generated, undefined);
      const general = resultOf({ ...generated, slice: 100_000 }, { tell: () => undefined });
      expect(short.items.started).toBeGreaterThan(0);
      if (generated.lean) expect(promised(short)).toEqual(promised(general));
      else expect(short).toEqual(general);
    }),
    { numRuns: 150, seed: 1 },
  );
});
