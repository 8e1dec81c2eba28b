import { describe, expect, it } from 'vitest';
import { budgetParts, causes } from '../results/causes.ts';
import { runResultSchema, type Attribution } from '../results/run-result.ts';
import { studentInterval } from '../statistics/interval.ts';
import { pairedEstimate } from './estimates.ts';
import { plausibleRange } from './plausible-range.ts';
import { sampleLabels, sampleReplication, sampleSettings, secondsOf } from './sample-results.ts';
import { seriesOf } from './series.ts';
import { summariseRun } from './summarise.ts';

const results = [0, 1, 2, 3].map((number) => sampleReplication(number, 100 + number, 50 + 4 * number));
const options = { version: '1.2.3', scenario: 'today' };
const result = summariseRun(results, sampleSettings, sampleLabels, options);

const sum = (attribution: Attribution): number => causes.reduce((total, cause) => total + (attribution[cause].mean ?? NaN), 0);

describe('the result of a run', () => {
  it('is what the schema says', () => {
    expect(runResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(JSON.parse(JSON.stringify(result)));
    expect(result).toMatchObject({ crossflow: '1.2.3', scenario: 'today', wallSeconds: null, replicationsRun: 4, events: 400 });
    expect(result.settings).toEqual({
      seed: 1, mode: 'steady', replications: 4, horizon: 1000, warmUp: 100, confidence: 0.95, start: '2024-01-01T00:00', items: null, timeZones: '2025c',
    });
    expect(result.items).toEqual({ started: 48, finished: 44, counted: 40, censored: 0, refused: 4, abandoned: 0 });
  });

  it('has means over replications with their interval', () => {
    const leads = [155, 160, 165, 170];
    expect(result.leadTime).toMatchObject(studentInterval(leads, 0.95));
    expect(result.throughputPerDay.mean).toBe((11 * 86_400) / 1100);
    expect(result.workInProgress.mean).toBe(2);
    expect(result.costPerItem.mean).toBe(7);
    expect(result.flowEfficiency.mean).toBeCloseTo((100 / 155 + 101 / 160 + 102 / 165 + 103 / 170) / 4, 12);
    expect(result.leadTime.p50.mean).toBeCloseTo(162.5, 12);
    expect(result.leadTime.plausible).toBeNull();
  });

  it('adds up by cause, by step and boundary, by class and in the tail', () => {
    expect(sum(result.attribution)).toBeCloseTo(162.5, 9);
    for (const cause of causes) {
      const parts = [...result.steps, ...result.boundaries].reduce((total, part) => total + (part.attribution[cause].mean ?? NaN), 0);
      expect(parts).toBeCloseTo(result.attribution[cause].mean!, 9);
    }
    expect(sum(result.classes[0]!.attribution)).toBeCloseTo(result.classes[0]!.leadTime.mean!, 9);
    expect(sum(result.tail!.attribution)).toBeCloseTo(result.tail!.mean.mean!, 9);
    expect(result.tail!.share).toBe(1);
    expect(sum(result.within.rework)).toBe(5);
    expect(sum(result.within.clarification)).toBe(0);
  });

  it('tells steps per visit and boundaries per item', () => {
    const [assess, approve] = result.steps;
    expect(assess).toMatchObject({ id: 'assess', name: 'Assess', party: 'it', team: 'desk' });
    expect(assess!.visits.mean).toBe(2);
    expect(assess!.waiting.mean).toBeCloseTo(28, 12);
    expect(assess!.service.mean).toBeCloseTo(50.75, 12);
    expect(assess!.queueLength.mean).toBe(0.5);
    expect(approve).toMatchObject({ id: 'approve', party: null, team: null });
    expect(approve!.waiting).toEqual({ mean: null, low: null, high: null, sd: null, n: 0 });
    const [entry, loop] = result.boundaries;
    expect(entry).toMatchObject({ from: 'outside', to: 'desk', fromParty: 'outside', toParty: 'it' });
    expect([entry!.crossings.mean, entry!.friction.mean, entry!.madeByHandoff.mean, entry!.madeByLoad.mean, entry!.cost.mean]).toEqual([2, 56, 0, 56, 4]);
    expect(entry!.index.mean).toBeCloseTo((50 / 155 + 54 / 160 + 58 / 165 + 62 / 170) / 4, 12);
    expect([loop!.from, loop!.to, loop!.pingPong.mean, loop!.friction.mean, loop!.madeByHandoff.mean, loop!.madeByLoad.mean]).toEqual(['desk', 'desk', 0.1, 5, 5, 0]);
    expect(result.slack).toEqual([{ step: 'assess', mean: { mean: 15, low: 15, high: 15, sd: 0, n: 4 } }]);
    expect(result.classes[0]).toMatchObject({ id: 'normal', items: 10 });
    expect(result.classes[0]!.late.mean).toBe(0.4);
  });

  it('tells what teams do with their time', () => {
    const [desk, vendor] = result.teams;
    expect(desk).toMatchObject({ id: 'desk', name: 'Desk', party: 'it', capacity: 2 });
    expect(desk!.utilisation.mean).toBeCloseTo(0.6, 12);
    expect(desk!.queueLength.mean).toBe(0.5);
    expect(desk!.waiting.mean).toBeCloseTo(28, 12);
    for (const team of result.teams) expect(budgetParts.reduce((total, part) => total + team.budget[part].mean!, 0)).toBeCloseTo(1, 12);
    expect(vendor!.capacity).toBeNull();
    expect(vendor!.budget.slack.mean).toBe(1);
    expect(result.bottlenecks).toHaveLength(1);
    const [row] = result.bottlenecks;
    // 500 of work and 100 of interrupts on 800 unprotected seconds
    expect([row!.team, row!.offeredLoad.mean, row!.waitShare.mean, row!.activePeriod.mean, row!.gain]).toEqual(['desk', 0.75, 1, 0.5, null]);
  });

  it('takes friction without timers and without time in which both sides were closed', () => {
    const closed = sampleReplication(0, 1, 1, {
      boundaries: [
        { from: -1, to: 0, crossings: 1, pingPong: 0, seconds: secondsOf({ calendar: 70, timer: 30, transfer: 20, setup: 10 }), bothClosed: 40, delayCost: 0, capacityCost: 0 },
      ],
    });
    const [entry] = summariseRun([closed], sampleSettings, sampleLabels, options).boundaries;
    expect([entry!.friction.mean, entry!.madeByHandoff.mean, entry!.madeByLoad.mean, entry!.bothClosed.mean]).toEqual([6, 3, 3, 4]);
  });

  it('counts a boundary that a replication did not see as zero there', () => {
    const mixed = [results[0]!, sampleReplication(1, 100, 50, { boundaries: [] })];
    expect(summariseRun(mixed, sampleSettings, sampleLabels, options).boundaries[0]!.crossings.mean).toBe(1);
  });

  it('leaves out replications that counted nothing', () => {
    const empty = sampleReplication(1, 0, 0, { items: { started: 1, finished: 0, counted: 0, censored: 0, refused: 0, abandoned: 0 }, leadTime: 0 });
    const summary = summariseRun([results[0]!, { ...empty, causes: secondsOf({}) }], sampleSettings, sampleLabels, options);
    expect(summary.leadTime).toMatchObject({ mean: 155, n: 1, low: null, sd: null });
    expect(summary.warnings.map(({ id }) => id)).toContain('simulation.warning.someUncounted');
    // Items that crossed and were visited without being counted are no more per counted item than none.
    const passing = summariseRun([results[0]!, { ...results[1]!, items: empty.items }], sampleSettings, sampleLabels, options);
    expect([passing.boundaries[0]!.crossings.n, passing.steps[0]!.visits.n]).toEqual([1, 1]);
  });

  it('tells of a kind of work only where some of it was counted, and says which was not', () => {
    const labels = { ...sampleLabels, classes: { ...sampleLabels.classes, count: 2, id: ['normal', 'rare'], name: ['Normal', 'Rare one'] } };
    const withRare = (items: number) => results.map((one, at) => ({ ...one, classes: [...one.classes, { ...one.classes[0]!, items: at === 0 ? items : 0, leadTime: at === 0 ? 7 : 0 }] }));
    const none = summariseRun(withRare(0), sampleSettings, labels, options);
    expect(none.classes.map(({ id }) => id)).toEqual(['normal']);
    expect(none.warnings.map(({ text }) => text)).toContain('No item of demand "Rare one" was counted, so nothing is said of it: lengthen the period or give it more volume.');
    const once = summariseRun(withRare(1), sampleSettings, labels, options);
    expect(once.classes[1]).toMatchObject({ id: 'rare', items: 0.25, leadTime: { n: 1 } });
    expect(once.warnings.map(({ id }) => id)).not.toContain('simulation.warning.classUncounted');
  });

  it('gives the central range of drawn inputs', () => {
    const plausible = Array.from({ length: 21 }, (_, index) => sampleReplication(index, 100, 10 * index));
    const range = summariseRun(results, sampleSettings, sampleLabels, { ...options, plausible }).leadTime.plausible;
    expect(range!.low).toBeCloseTo(115, 9);
    expect(range!.high).toBeCloseTo(295, 9);
    expect(plausibleRange([5])).toBeNull();
    expect(plausibleRange([NaN, 3, 1])!.low).toBeCloseTo(1.1, 12);
  });
});

describe('the verdict', () => {
  const rising = (rate: number): number[] => Array.from({ length: 110 }, (_, index) => 10 * (1 + rate * index + (index % 3)));

  it('is stable without a trend and below full load', () => {
    expect(result.verdict).toEqual({ state: 'stable', team: null, backlogPerDay: null });
    expect(seriesOf(results, sampleSettings, sampleLabels.teams)).toEqual({
      leadTime: [155, 160, 165, 170], throughputPerDay: [864, 864, 864, 864], unstable: false,
    });
  });

  it('is unstable where work in progress rises', () => {
    const growing = results.map((one, index) => ({ ...one, periods: rising(0.3 + index / 100) }));
    const { verdict, warnings } = summariseRun(growing, sampleSettings, sampleLabels, options);
    expect(verdict).toMatchObject({ state: 'unstable', team: 'desk' });
    // About 0.315 items a period of ten seconds
    expect(verdict.backlogPerDay! / 8640).toBeCloseTo(0.315, 2);
    expect(warnings[0]).toMatchObject({ id: 'simulation.warning.unstableTeam' });
    expect(warnings[0]!.text).toContain('Desk');
    expect(seriesOf(growing, sampleSettings, sampleLabels.teams).unstable).toBe(true);
  });

  it('is unstable where it was stopped because too many items were there', () => {
    const nobody = { onShift: 0, budget: results[0]!.teams[0]!.budget.map(() => 0) };
    const stopped = results.map((one) => ({
      ...one, ended: 'items' as const, endTime: 864, items: { ...one.items, started: 50, finished: 20 }, periods: [], teams: one.teams.map((team) => ({ ...team, ...nobody })),
    }));
    // 30 left over in a hundredth of a day; whose work it is cannot be told where none was done.
    expect(summariseRun(stopped, sampleSettings, sampleLabels, options).verdict).toEqual({ state: 'unstable', team: null, backlogPerDay: 3000 });
    expect(summariseRun([results[0]!, { ...results[1]!, ended: 'items' }], sampleSettings, sampleLabels, options).verdict).toMatchObject({ state: 'unstable', team: 'desk' });
  });

  it('is unstable where more joins than can begin', () => {
    const flooded = results.map((one) => ({ ...one, teams: [{ ...one.teams[0]!, joined: 150, begun: 100 }, one.teams[1]!] }));
    // (500 · 1.5 + 100) / 800
    const summary = summariseRun(flooded, sampleSettings, sampleLabels, options);
    expect(summary.bottlenecks[0]!.offeredLoad.mean).toBe(1.0625);
    expect(summary.verdict).toMatchObject({ state: 'unstable', team: 'desk' });
  });

  it('says terminating of a run that drains, and warns where work piled up meanwhile', () => {
    const drained = { ...sampleSettings, mode: 'terminating' as const };
    expect(summariseRun(results, drained, sampleLabels, options).verdict).toEqual({ state: 'terminating', team: null, backlogPerDay: null });
    const peaked = results.map((one) => ({
      ...one,
      periods: Array.from({ length: 110 }, (_, index) => 10 * Math.min(index, 70) * (index < 70 ? 1 : (100 - index) / 30)),
    }));
    const ids = summariseRun(peaked, drained, sampleLabels, options).warnings.map(({ id }) => id);
    expect(ids).toContain('simulation.warning.growing');
    expect(summariseRun(results, drained, sampleLabels, options).warnings.map(({ id }) => id)).not.toContain('simulation.warning.growing');
  });
});

describe('warnings', () => {
  const idsOf = (change: Parameters<typeof sampleReplication>[3]): string[] =>
    summariseRun([sampleReplication(0, 1, 1, change), sampleReplication(1, 1, 1)], sampleSettings, sampleLabels, options).warnings.map(({ id }) => id);

  it('are none where nothing is the matter', () => expect(result.warnings).toEqual([]));

  it('say that no settling-in time was found', () => {
    const { warnings } = summariseRun(results, sampleSettings, sampleLabels, { ...options, unsettled: true });
    expect(warnings.map(({ id }) => id)).toEqual(['simulation.warning.unsettled']);
  });

  it('say how the run ended', () => {
    expect(idsOf({ ended: 'events' })).toEqual(['simulation.warning.limitEvents']);
    expect(idsOf({ ended: 'items' })).toEqual(['simulation.warning.limitItems', 'simulation.warning.unstableTeam']);
    expect(idsOf({ ended: 'time' })).toEqual(['simulation.warning.limitTime']);
    expect(idsOf({ ended: 'instant' })).toEqual(['simulation.warning.limitInstant']);
    const said = (ended: 'items' | 'events' | 'time') => summariseRun([{ ...results[0]!, ended }], sampleSettings, sampleLabels, options).warnings[0]?.text;
    expect([said('items'), said('events'), said('time')]).toEqual([
      'The run was stopped because more than 1,000,000 items were in the system at once; the numbers are what was found until then. Check volume and capacity.',
      'The run was stopped at its limit of 2,000,000,000 events; the numbers are what was found until then.',
      'The run was stopped at its limit of 100 simulated years; the numbers are what was found until then.',
    ]);
    const items = { started: 12, finished: 9, counted: 9, censored: 2, refused: 1, abandoned: 0 };
    expect(idsOf({ ended: 'stuck', items })).toEqual(['simulation.warning.stuck']);
    expect(idsOf({ items })).toEqual(['simulation.warning.censored']);
  });

  it('say what cannot be told', () => {
    expect(summariseRun([results[0]!], sampleSettings, sampleLabels, options).warnings.map(({ id }) => id)).toEqual(['simulation.warning.noInterval']);
    const nothing = sampleReplication(0, 0, 0, { leadTime: 0, items: { started: 0, finished: 0, counted: 0, censored: 0, refused: 0, abandoned: 0 } });
    const { warnings, leadTime } = summariseRun([nothing, nothing], sampleSettings, sampleLabels, options);
    expect(warnings.map(({ id }) => id)).toEqual(['simulation.warning.noneCounted']);
    const stopped = summariseRun([{ ...nothing, ended: 'items' }, { ...nothing, ended: 'events' }], { ...sampleSettings, mode: 'terminating' }, sampleLabels, options).warnings.map(({ id }) => id);
    expect(stopped).toEqual(['simulation.warning.limitItems', 'simulation.warning.limitEvents', 'simulation.warning.noneInTime']);
    expect(leadTime.mean).toBeNull();
  });

  it('say how sensitive a high load is', () => {
    const busy = sampleReplication(0, 1, 1);
    const loaded = { ...busy, teams: [{ ...busy.teams[0]!, joined: 116, begun: 100 }, busy.teams[1]!] };
    const { warnings } = summariseRun([loaded, loaded], sampleSettings, sampleLabels, options);
    // (500 · 1.16 + 100) / 800 = 0.85
    expect(warnings).toEqual([expect.objectContaining({ id: 'simulation.warning.sensitive', values: { team: 'Desk', percent: 85, more: 7 } })]);
    expect(warnings[0]!.text).toBe('The load on Desk is 85 %: 1 % more work makes the waiting there about 7 % longer, so small errors in the inputs matter.');
  });
});

describe('paired estimates', () => {
  it('use the replications in which both have a value', () => {
    expect(pairedEstimate([1, NaN, 3, 4], [0, 5, 2, NaN], 0.95)).toEqual({ mean: 1, low: 1, high: 1, sd: 0, n: 2 });
    expect(pairedEstimate([NaN], [1], 0.95)).toEqual({ mean: null, low: null, high: null, sd: null, n: 0 });
    expect(pairedEstimate([3], [1], 0.95)).toEqual({ mean: 2, low: null, high: null, sd: null, n: 1 });
  });
});
