import { describe, expect, it } from 'vitest';
import { comparisonSchema } from '../results/comparison.ts';
import { compareRuns, type ComparedRun } from './compare.ts';
import { sampleLabels, sampleReplication, secondsOf } from './sample-results.ts';

const noise = [3, -2, 5, -4, 1, 0];
const base = { id: 'today', labels: sampleLabels, results: noise.map((extra, number) => sampleReplication(number, 100, 50 + extra)) };
const run = (id: string, queue: number, spread = 0): ComparedRun => ({
  id,
  labels: sampleLabels,
  results: noise.map((extra, number) => sampleReplication(number, 100, queue + extra + spread * Math.sin(number))),
  touched: (_, element) => element === 'desk',
});

describe('a comparison', () => {
  it('is exactly nothing for two equal scenarios', () => {
    const [same] = compareRuns(base, [run('copy', 50)], 0.95).scenarios;
    for (const { mean, low, high, verdict } of same!.differences) expect([mean, low, high, verdict]).toEqual([0, 0, 0, 'unclear']);
    expect(same!.differences.length).toBeGreaterThan(6);
  });

  it('follows the interval of the paired difference', () => {
    const { scenarios, family } = compareRuns(base, [run('better', 40, 1), run('worse', 60, 1), run('noise', 50, 3)], 0.95);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify({ base: 'today', family, scenarios })))).toEqual({ base: 'today', family, scenarios });
    const verdicts = scenarios.map(({ differences }) => differences.find(({ measure }) => measure === 'leadTime')!);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['better', 'worse', 'unclear']);
    expect(verdicts[0]!.mean).toBeCloseTo(-10, 0);
  });

  it('judges the declared family of all scenarios together', () => {
    // Per scenario: lead time; waiting of the desk, at assess; friction of two boundaries. Who never waits has no difference to judge.
    const one = compareRuns(base, [run('better', 40, 1)], 0.95);
    const two = compareRuns(base, [run('better', 40, 1), run('worse', 60, 1)], 0.95);
    expect(one.family).toBe(5);
    expect(two.family).toBe(10);
    const width = (comparison: typeof one): number => {
      const { low, high } = comparison.scenarios[0]!.differences[0]!;
      return high! - low!;
    };
    expect(width(two)).toBeGreaterThan(width(one));
  });

  it('marks what nobody touched', () => {
    const [better] = compareRuns(base, [run('better', 40)], 0.95).scenarios;
    const of = (measure: string, element: string | null) => better!.differences.find((one) => one.measure === measure && one.element === element)!;
    expect(of('waiting', 'desk').secondOrder).toBe(false);
    expect(of('waiting', 'assess').secondOrder).toBe(true);
    expect(of('waiting', 'assess')).toMatchObject({ mean: -5, verdict: 'better' });
    expect(of('friction', 'outside>desk')).toMatchObject({ mean: -10, low: -10, high: -10, verdict: 'better' });
    expect(of('utilisation', 'desk').mean).toBe(0);
  });

  it('takes a boundary that only one scenario has as zero in the other', () => {
    const direct: ComparedRun = {
      ...run('direct', 50),
      results: base.results.map((one) => ({
        ...one,
        boundaries: [one.boundaries[0]!, { from: 0, to: 1, crossings: 10, pingPong: 0, seconds: secondsOf({ transfer: 200 }), bothClosed: 0, delayCost: 50, capacityCost: 0 }],
      })),
    };
    const [scenario] = compareRuns(base, [direct], 0.95).scenarios;
    const friction = (element: string) => scenario!.differences.find((one) => one.measure === 'friction' && one.element === element);
    expect(friction('desk>vendor')).toMatchObject({ mean: 20, verdict: 'worse' });
    expect(friction('desk>desk')).toMatchObject({ mean: -5, verdict: 'better' });
    expect(scenario!.differences.find((one) => one.measure === 'cost' && one.element === 'desk>vendor')).toMatchObject({ mean: 5 });
  });
});
