import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import { fail } from '../../language/outcome.ts';
import { pairedInterval } from '../../simulation/statistics/interval.ts';
import { sampleModel, sampleResult, sure } from '../readings/sample-evidence.ts';
import { gainStudy, teamsForGain } from './gain.ts';
import type { Measure } from './measure.ts';
import { measuring } from './testing.ts';

const paired = (a: readonly number[], b: readonly number[]) => pairedInterval(a, b, 0.95);
const capacityOf = (model: Model, team: string): number => model.teams[team]?.capacity?.value ?? 0;
const workOf = (model: Model): number => {
  const step = model.nodes['assess'];
  return step?.kind === 'step' && step.serviceTime?.type === 'exponential' ? step.serviceTime.mean : 0;
};

describe('the teams asked about', () => {
  it('are those with units that the model knows and that had work, the highest load first', () => {
    const row = (team: string, load: number | null) => ({ team, offeredLoad: { ...sure(0), mean: load }, waitShare: sure(0), activePeriod: sure(0), gain: null });
    const model = { ...sampleModel(), teams: { ...sampleModel().teams, open: { id: 'open', name: 'Open', party: 'it' } } };
    const result = { ...sampleResult(), bottlenecks: [row('security', 0.4), row('gone', 0.9), row('open', 0.9), row('cab', 0.7)] };
    expect(teamsForGain(model, result, 'all')).toEqual(['cab', 'security']);
    expect(teamsForGain(model, { ...result, bottlenecks: [row('security', 0), row('cab', null)] }, 'all')).toEqual([]);
    expect(teamsForGain(model, { ...result, bottlenecks: [row('security', 0.001)] }, 'top')).toEqual(['security']);
  });
});

describe('the gain of a team', () => {
  it('is the lead time saved by one more unit, and by a tenth less work', async () => {
    const study = await gainStudy(sampleModel(), ['security'], false, measuring((model, noise) => 100 + noise - 7 * capacityOf(model, 'security') + 10 * workOf(model)), paired);
    if (!study.ok) throw new Error(study.failure.code);
    expect(study.value).toMatchObject({ study: 'gain', measure: 'leadTime' });
    expect(study.value.gains).toEqual([{ team: 'security', rank: 1, tied: false, capacity: expect.objectContaining({ mean: expect.closeTo(7, 9) }), service: expect.objectContaining({ mean: expect.closeTo(2, 9) }) }]);
  });

  it('is items a day where the run cannot keep up, more being better', async () => {
    const study = await gainStudy(sampleModel(), ['cab', 'security'], true, measuring((model) => 1 / (capacityOf(model, 'security') + workOf(model))), paired);
    expect(study.ok && study.value.gains.map(({ team, capacity, service }) => [team, capacity.mean, service.mean])).toEqual([
      ['security', expect.closeTo(10, 9), expect.closeTo(-2, 9)], ['cab', expect.closeTo(0, 9), expect.closeTo(0, 9)],
    ]);
  });

  it('ties with the best only those whose pairs with it hold 0', async () => {
    const measure = measuring((model, noise) => 10 - capacityOf(model, 'security') * (1 + noise) - capacityOf(model, 'cab') * (1 - noise) - 0.1 * capacityOf(model, 'third'));
    const model = { ...sampleModel(), teams: { ...sampleModel().teams, third: { id: 'third', name: 'Third', party: 'it', capacity: { value: 1 } } } };
    const study = await gainStudy(model, ['third', 'cab', 'security'], false, measure, paired);
    expect(study.ok && study.value.gains.map(({ rank, tied }) => [rank, tied])).toEqual([[1, true], [2, true], [3, false]]);
    expect(study.ok && study.value.gains[2]?.team).toBe('third');
  });

  it('is tied where the pairs have no interval, or touch 0', async () => {
    const measure = measuring((model) => 10 - capacityOf(model, 'security') - 0.5 * capacityOf(model, 'cab'));
    const tied = async (low: number | null, high: number | null) => {
      const study = await gainStudy(sampleModel(), ['security', 'cab'], false, measure, (a, b) => ({ ...paired(a, b), low, high }));
      return study.ok && study.value.gains.map((gain) => gain.tied);
    };
    expect([await tied(null, 1), await tied(1, null), await tied(0, 1), await tied(-1, 0), await tied(1, 2), await tied(-2, -1)]).toEqual([
      [true, true], [true, true], [true, true], [true, true], [false, false], [false, false],
    ]);
  });

  it('hands on a run that is refused, whichever it is', async () => {
    const refusing = (nth: number): Measure => {
      let runs = 0;
      const measure = measuring(() => 1);
      return (model) => {
        runs += 1;
        return runs === nth ? Promise.resolve(fail(`refused-${nth}`, message('analysis.noLoss'))) : measure(model);
      };
    };
    for (const nth of [1, 2, 3, 4, 5]) {
      const study = await gainStudy(sampleModel(), ['security', 'cab'], false, refusing(nth), paired);
      expect(study.ok ? '' : study.failure.code).toBe(`refused-${nth}`);
    }
    expect((await gainStudy(sampleModel(), ['security', 'cab'], false, refusing(6), paired)).ok).toBe(true);
    expect(await gainStudy(sampleModel(), [], false, refusing(2), paired)).toEqual({ ok: true, value: { study: 'gain', measure: 'leadTime', gains: [] } });
  });
});
