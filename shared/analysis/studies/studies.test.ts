import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Model } from '../../document/model/model.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import { pairedInterval } from '../../simulation/statistics/interval.ts';
import { guessesOf } from '../readings/guesses.ts';
import { sampleModel, sampleResult, sure } from '../readings/sample-evidence.ts';
import { withOneMore, withServiceTimes } from './changes.ts';
import { gainStudy, teamsForGain } from './gain.ts';
import { scaleDistribution } from '../../document/model/scale-distribution.ts';
import { interval, measuring } from './testing.ts';
import { tornadoStudy, withInputScaled } from './tornado.ts';
import { touchTest } from './touched.ts';

const paired = (a: readonly number[], b: readonly number[]): Estimate => pairedInterval(a, b, 0.95);

const capacityOf = (model: Model, team: string): number => model.teams[team]?.capacity?.value ?? 0;

describe('scaling a distribution', () => {
  const distributions: readonly Distribution[] = [
    { type: 'fixed', value: 2 }, { type: 'uniform', min: 1, max: 3 }, { type: 'triangular', min: 1, mode: 2, max: 3 }, { type: 'pert', min: 1, mode: 2, max: 3 },
    { type: 'normal', mean: 2, sd: 1 }, { type: 'exponential', mean: 2 }, { type: 'gamma', mean: 2, sd: 1 }, { type: 'erlang', k: 2, mean: 2 }, { type: 'lognormal', mean: 2, sd: 1 },
    { type: 'weibull', shape: 2, scale: 2 }, { type: 'empirical', values: [1, 2] }, { type: 'histogram', edges: [1, 2], weights: [1] },
  ];
  const times = (value: unknown): unknown =>
    typeof value === 'number' ? value * 3 : Array.isArray(value) ? value.map(times) : value;

  it.each(distributions)('$type: every length is multiplied, nothing else', (distribution) => {
    const scaled = scaleDistribution({ ...distribution, shift: 1, lowest: 0.5, highest: 9 }, 3) as Record<string, unknown>;
    for (const [key, value] of Object.entries({ ...distribution, shift: 1, lowest: 0.5, highest: 9 })) {
      expect([key, scaled[key]]).toEqual([key, ['type', 'k', 'shape', 'weights'].includes(key) ? value : times(value)]);
    }
  });
});

describe('changes of one team', () => {
  it('gives a team one more unit and leaves the others', () => {
    const more = withOneMore(sampleModel(), 'security');
    expect([capacityOf(more, 'security'), capacityOf(more, 'cab')]).toEqual([3, 1]);
  });

  it('gives a team of people one on the commonest calendar, who may do what its first may', () => {
    const model = sampleModel();
    const people = { a: { id: 'a', name: 'A', calendar: 'x' }, b: { id: 'b', name: 'B', calendar: 'y' }, c: { id: 'c', name: 'C', calendar: 'y' } };
    const step = model.nodes['assess'];
    if (step?.kind !== 'step') throw new Error('The sample has a step.');
    const nodes = { ...model.nodes, assess: { ...step, requirements: [{ anyOf: [{ person: 'a' }] }] } };
    const more = withOneMore({ ...model, people, nodes, teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it', people: ['a', 'b', 'c'] } } }, 'security');
    const added = more.teams['security']?.people?.[3] ?? '';
    expect(more.people[added]?.calendar).toBe('y');
    const changed = more.nodes['assess'];
    expect(changed?.kind === 'step' ? changed.requirements?.[0]?.anyOf.map((one) => one.person) : []).toEqual(['a', added]);
  });

  it('leaves a team without limit as it is', () => {
    const model = sampleModel();
    const unlimited = { ...model, teams: { ...model.teams, cab: { id: 'cab', name: 'Vendor', party: 'board', unlimited: true } } };
    expect(withOneMore(unlimited, 'cab')).toBe(unlimited);
  });

  it("shortens only that team's steps", () => {
    const faster = withServiceTimes(sampleModel(), 'security', 0.9).nodes['assess'];
    expect(faster?.kind === 'step' && faster.serviceTime?.type === 'exponential' ? faster.serviceTime.mean : 0).toBeCloseTo(1.8, 12);
    expect(withServiceTimes(sampleModel(), 'cab', 0.9).nodes['assess']).toEqual(sampleModel().nodes['assess']);
  });
});

describe('gain', () => {
  it('asks about the five teams of highest load unless all are wanted, never about one without limit', () => {
    const model = sampleModel();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const teams = Object.fromEntries([...names, 'x'].map((id) => [id, { id, name: id, party: 'it', ...(id === 'x' ? { unlimited: true } : { capacity: { value: 1 } }) }]));
    const rows = [...names, 'x'].map((team, at) => ({ team, offeredLoad: sure(0.1 + at / 10), waitShare: sure(0), activePeriod: sure(0), gain: null }));
    const result = { ...sampleResult(), bottlenecks: rows };
    expect(teamsForGain({ ...model, teams }, result, 'top')).toEqual(['f', 'e', 'd', 'c', 'b']);
    expect(teamsForGain({ ...model, teams }, result, 'all')).toHaveLength(6);
  });

  it('ranks teams by what one more saves', async () => {
    const measure = measuring((model, noise) => 10 + noise - 2 * capacityOf(model, 'security') - 0.5 * capacityOf(model, 'cab'));
    const study = await gainStudy(sampleModel(), ['cab', 'security'], false, measure, paired);
    if (!study.ok) throw new Error(study.failure.code);
    expect(study.value.gains.map(({ team, rank, tied }) => [team, rank, tied])).toEqual([['security', 1, false], ['cab', 2, false]]);
    expect(study.value.gains[0]?.capacity.mean).toBeCloseTo(2, 9);
    expect(study.value.gains[0]?.capacity.low).toBeCloseTo(2, 9);
  });

  it('calls teams tied whose pairs cannot be told apart', async () => {
    const measure = measuring((model, noise) => 10 - capacityOf(model, 'security') * (1 + noise) - capacityOf(model, 'cab') * (1 - noise));
    const study = await gainStudy(sampleModel(), ['cab', 'security'], false, measure, paired);
    expect(study.ok && study.value.gains.map(({ tied }) => tied)).toEqual([true, true]);
  });

  it('goes by throughput where the run cannot keep up', async () => {
    const measure = measuring((model) => 10 - capacityOf(model, 'security'));
    const study = await gainStudy(sampleModel(), ['security'], true, measure, paired);
    expect(study.ok && study.value.measure).toBe('throughputPerDay');
    expect(study.ok && study.value.gains[0]?.capacity.mean).toBeCloseTo(10 / 7 - 10 / 8, 9);
  });
});

describe('what the answer depends on', () => {
  it('moves one input at a time to both ends of its range', async () => {
    const measure = measuring((model, noise) => {
      const step = model.nodes['assess'];
      return (step?.kind === 'step' && step.serviceTime?.type === 'exponential' ? 3 * step.serviceTime.mean : 0) + (model.flows['f3']?.probability?.value ?? 0) + noise;
    });
    const study = await tornadoStudy(sampleModel(), sampleResult(), measure, interval);
    if (!study.ok) throw new Error(study.failure.code);
    const [first] = study.value.inputs;
    expect([first?.element, first?.spread]).toEqual(['assess', 0.25]);
    expect((first?.high?.mean ?? 0) - (first?.low?.mean ?? 0)).toBeCloseTo(3, 9);
  });

  it('gives no time where an end piles work up, and puts that input first', async () => {
    const long = (model: Model): boolean => {
      const step = model.nodes['assess'];
      return step?.kind === 'step' && step.serviceTime?.type === 'exponential' && step.serviceTime.mean > 2;
    };
    const study = await tornadoStudy(sampleModel(), sampleResult(), measuring((model, noise) => 9 * (model.flows['f3']?.probability?.value ?? 0) + noise, long), interval);
    if (!study.ok) throw new Error(study.failure.code);
    expect([study.value.inputs[0]?.element, study.value.inputs[0]?.high]).toEqual(['assess', null]);
    expect(study.value.inputs[0]?.low).not.toBeNull();
  });

  it('keeps the branches of a decision at 1', () => {
    const model = sampleModel();
    const guess = guessesOf(model).find(({ element }) => element === 'f4');
    if (guess === undefined) throw new Error('The sample has it.');
    const moved = withInputScaled(model, guess, 1.5);
    expect([moved.flows['f4']?.probability?.value, moved.flows['f3']?.probability?.value]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)]);
  });
});

describe('effects elsewhere', () => {
  const changed = (model: Model): Model => withServiceTimes(model, 'security', 0.5);

  it('are what no change touched', () => {
    const touches = touchTest(sampleModel(), changed(sampleModel()));
    expect([touches('waiting', 'assess'), touches('utilisation', 'security'), touches('friction', 'outside>security')]).toEqual([true, true, true]);
    expect([touches('waiting', 'approve'), touches('utilisation', 'cab'), touches('friction', 'security>cab')]).toEqual([false, false, false]);
  });

  it('do not come from moving or renaming something', () => {
    const model = sampleModel();
    const step = model.nodes['assess'];
    if (step === undefined) throw new Error('The sample has it.');
    const touches = touchTest(model, { ...model, nodes: { ...model.nodes, assess: { ...step, name: 'Look', position: { x: 9, y: 9 } } } });
    expect(touches('waiting', 'assess')).toBe(false);
  });

  it('count a team as touched by its calendar', () => {
    const model = sampleModel();
    const security = model.teams['security'];
    if (security === undefined) throw new Error('The sample has it.');
    const own = (to: string): Model => ({
      ...model,
      teams: { ...model.teams, security: { ...security, calendar: 'late' } },
      calendars: { late: { id: 'late', name: 'Late', weekly: [{ day: 'mon', from: '12:00', to }] } },
    });
    const touches = touchTest(own('20:00'), own('22:00'));
    expect([touches('waiting', 'assess'), touches('waiting', 'approve')]).toEqual([true, false]);
  });
});
