// The live estimate against theory: every case of the engine's validation, and models whose values are worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../shared/document/model/distribution.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { say } from '../../shared/language/say.ts';
import { estimateNetwork, type NetworkEstimate } from '../../shared/simulation/estimate/estimate.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import type { Estimate, RunResult } from '../../shared/simulation/results/run-result.ts';
import { cases } from './cases/all.ts';
import type { CaseRun } from './cases/case.ts';
import { arrivingEvery, closed, exponential, fixed, line, ModelBuilder } from './model-builder.ts';

const hour = 3600;

function estimateOf(model: Model): NetworkEstimate | undefined {
  const network = compileNetwork(model);
  if (!network.ok) throw new Error(say(network.failure.message));
  return estimateNetwork(network.value);
}

function given(model: Model): NetworkEstimate {
  const estimate = estimateOf(model);
  if (estimate === undefined) throw new Error('There is no estimate.');
  return estimate;
}

const of = (mean: number | null | undefined): Estimate => ({ mean: mean ?? null, low: null, high: null, sd: null, n: 1 });

/** The estimate in the places in which a run has its numbers, so that the cases can ask it. */
function asRun(estimate: NetworkEstimate | undefined): CaseRun {
  const result = {
    leadTime: of(estimate?.leadTime),
    workInProgress: of(estimate?.workInProgress),
    throughputPerDay: of(estimate?.throughputPerDay),
    classes: estimate?.classes.map(({ id, leadTime }) => ({ id, leadTime: of(leadTime) })),
    steps: estimate?.steps.map(({ id, visits, waiting, queueLength }) => ({ id, visits: of(visits), waiting: of(waiting), queueLength: of(queueLength) })),
    teams: estimate?.teams.map(({ id, utilisation }) => ({ id, utilisation: of(utilisation), budget: { slack: of(1 - utilisation) } })),
  } as unknown as RunResult;
  return { result, replications: [], watched: [] };
}

/** Numbers that follow from what the estimate gives, in the unit of the case; service is one hour where a wait is asked of a class. */
const derived: Readonly<Record<string, (estimate: NetworkEstimate) => number | null>> = {
  Wq1: ({ classes }) => inHours(classes[0]?.leadTime, -1),
  Wq2: ({ classes }) => inHours(classes[1]?.leadTime, -1),
  Wq: ({ steps }) => inHours(steps[0]?.waiting),
  Wq_each: ({ steps }) => inHours(steps[0]?.waiting),
  L1: (estimate) => atStation(estimate, 0),
  L2: (estimate) => atStation(estimate, 1),
  Q1: (estimate) => atStation(estimate, 0),
  Q2: (estimate) => atStation(estimate, 1),
  Q3: (estimate) => atStation(estimate, 2),
  TH_best: ({ throughputPerDay }) => (throughputPerDay === null ? null : throughputPerDay / 24),
  CT_days: ({ leadTime }) => inHours(leadTime, 0, 8),
  TCT_h: ({ touchTime }) => inHours(touchTime),
  CTE: ({ touchTime, leadTime }) => (touchTime === null || leadTime === null ? null : touchTime / leadTime),
  mean_wait: ({ leadTime }) => inHours(leadTime),
  mean_wait_h: ({ leadTime }) => inHours(leadTime),
  // The first way of 4 h is no part of the loop.
  extra_h: ({ leadTime }) => inHours(leadTime, -4),
};

const inHours = (seconds: number | null | undefined, plus = 0, per = 1): number | null => (seconds === null || seconds === undefined ? null : (seconds / hour + plus) / per);

/** Waiting and in service at a team of one. */
const atStation = ({ steps, teams }: NetworkEstimate, number: number): number | null => {
  const queue = steps[number]?.queueLength;
  return queue === null || queue === undefined ? null : queue + (teams[number]?.utilisation ?? 0);
};

/** What the estimate does not give: numbers of a case, or of all cases where no case is named; `none`: there is no estimate at all. */
const notGiven: readonly { readonly name?: string; readonly keys: readonly string[] | 'all'; readonly none?: true; readonly why: string }[] = [
  { keys: ['W_p50', 'W_p95', 'W_p99', 'Wq_p95', 'C', 'P_wait', 'P_wait_gt_1', 'sigma', 'P_block', 'P_ab', 'var', 'E_batch', 'wait_first', 'wait_last'], why: 'means alone are estimated' },
  { keys: ['lam_eff', 'lam1', 'lam2', 'W1', 'W2', 'W3', 'Wq_sep', 'ratio', 'A', 'EC', 'extra_rounds'], why: 'runs tell it by what they count' },
  { keys: ['max_wait'], none: true, why: 'a list of dates has no steady state' },
  { name: 'M/M/1 transient from empty', keys: 'all', why: 'a steady state has no beginning' },
  { name: 'M/M/1 multiple vacations exp mean 2', keys: 'all', none: true, why: 'a closed population beside open demand' },
  { name: 'M/M/1 with exp setup mean 2 after idle', keys: ['Wq'], why: 'there the set-up counts as waiting; the lead time is given' },
  { name: '2-station exp line, blocking after service, saturated, buffer 0', keys: 'all', none: true, why: 'units held by blocked items' },
  { name: '2-station exp line, blocking after service, saturated, buffer 1', keys: 'all', none: true, why: 'units held by blocked items' },
  ...[4, 8, 12, 20].map((w) => ({ name: `Penny Fab Two w=${w}`, keys: ['TH_worst', 'CT_worst'], none: true as const, why: 'a closed population in batches' })),
];

/** Half a unit of the last of the six published decimals. */
const halfUnit = 0.5000001e-6;

describe.each(cases.map((each, index) => ({ title: `${each.name}, ${each.inputs} (${index})`, each })))('$title', ({ each: { name, model, expected } }) => {
  const estimate = estimateOf(model());
  /** W1 and W2 of two classes are given, those of stations are not. */
  const ofClass = (key: string): boolean => /^W[12]$/.test(key) && (estimate?.classes.length ?? 0) > 1;
  const reasons = (key: string) => notGiven.filter((row) => (row.name === undefined ? !ofClass(key) : row.name === name) && (row.keys === 'all' || row.keys.includes(key)));
  const isGiven = (key: string): boolean => reasons(key).length === 0;

  it.each(expected)('$key', ({ key, value, of: read }) => {
    if (!isGiven(key)) return;
    if (estimate === undefined) throw new Error('There is no estimate.');
    const mean = (name.startsWith('M/M/1 with') || derived[key] === undefined ? undefined : derived[key](estimate)) ?? read(asRun(estimate)).mean;
    expect(Math.abs((mean ?? Number.NaN) - value)).toBeLessThanOrEqual(halfUnit);
  });

  it('gives nothing where it has no rule, and names no approximation where it is exact', () => {
    if (expected.some(({ key }) => reasons(key).some(({ none }) => none))) expect(estimate).toBeUndefined();
    else expect(estimate?.approximations.filter((rule) => rule !== 'waits through calendars')).toEqual([]);
  });
});

describe('flow rules', () => {
  /** Everybody has time at once: only the way counts. */
  const roomy = (steps: readonly (readonly [id: string, hours: number, again?: number])[]): ModelBuilder => {
    const builder = new ModelBuilder().start('start').end('end').team('all', 1, { unlimited: true });
    for (const [id, hours, again] of steps) builder.step(id, 'all', fixed(hours), again === undefined ? {} : { rework: { value: again } });
    return builder.demand('demand', 'start', arrivingEvery(exponential(1)));
  };
  const hours = (builder: ModelBuilder): number => (given(builder.build()).leadTime ?? Number.NaN) / hour;

  it('weigh exclusive ways by their probability', () => {
    const choice = roomy([['first', 10], ['often', 20], ['seldom', 10]]).gateway('choice').path('start', 'first', 'choice')
      .branch('choice', 'often', 0.9).branch('choice', 'seldom', 0.1).path('often', 'end').path('seldom', 'end');
    expect(hours(choice)).toBeCloseTo(29, 9);
  });

  it.each([[0.2, 35], [0.99, 2010]])('repeat with probability %f', (again, expected) => {
    expect(hours(roomy([['first', 10], ['repeated', 20, again]]).path('start', 'first', 'repeated', 'end'))).toBeCloseTo(expected, 6);
    const loop = roomy([['first', 10], ['repeated', 20]]).gateway('again').path('start', 'first', 'repeated', 'again')
      .branch('again', 'repeated', again, { rework: true }).branch('again', 'end', 1 - again);
    expect(hours(loop)).toBeCloseTo(expected, 6);
  });

  it('give the credit application its 8.65 days of 8 hours, 8.9 of them worked', () => {
    // Each part takes days of which some hours are work; the rest is on the way to it.
    const parts: Readonly<Record<string, readonly [days: number, worked: number]>> = {
      completeness: [1, 2], credit: [1, 0.5], income: [3, 3], assess: [3, 2], offer: [1, 2], reject: [2, 0.5],
    };
    const builder = roomy(Object.entries(parts).map(([id, [, worked]]) => [id, worked] as const)).gateway('complete').fork('fork').join('join').gateway('decided');
    const to = (from: string, id: string, fields: { probability?: { value: number }; rework?: boolean } = {}): void => {
      const [days, worked] = parts[id] ?? [0, 0];
      builder.flow(from, id, { ...fields, handoff: { transfer: { time: fixed(8 * days - worked) } } });
    };
    to('start', 'completeness');
    builder.path('completeness', 'complete').branch('complete', 'fork', 0.8);
    to('complete', 'completeness', { probability: { value: 0.2 }, rework: true });
    to('fork', 'credit');
    to('fork', 'income');
    builder.path('credit', 'join').path('income', 'join');
    to('join', 'assess');
    builder.path('assess', 'decided');
    to('decided', 'offer', { probability: { value: 0.6 } });
    to('decided', 'reject', { probability: { value: 0.4 } });
    builder.path('offer', 'end').path('reject', 'end');
    const { leadTime, touchTime } = given(builder.build());
    expect((leadTime ?? 0) / hour / 8).toBeCloseTo(8.65, 9);
    expect((touchTime ?? 0) / hour).toBeCloseTo(8.9, 9);
    expect((touchTime ?? 0) / (leadTime ?? 1)).toBeCloseTo(0.128613, 6);
  });
});

describe('several classes', () => {
  const hours = (seconds: number | null | undefined): number => (seconds ?? Number.NaN) / hour;

  it('with service of their own wait by Cobham at one unit', () => {
    const builder = new ModelBuilder().start('start-1').start('start-2').end('end').team('team', 1, { discipline: 'priority' })
      .step('short', 'team', fixed(1)).step('long', 'team', exponential(1.5)).path('start-1', 'short', 'end').path('start-2', 'long', 'end')
      .demand('urgent', 'start-1', arrivingEvery(exponential(5)), { priority: 1 }).demand('other', 'start-2', arrivingEvery(exponential(1 / 0.3)), { priority: 2 });
    const { classes, approximations } = given(builder.build());
    // (0.2 · 1 + 0.3 · 4.5) / 2 = 0.775 is at work on arrival.
    expect(hours(classes[0]?.leadTime)).toBeCloseTo(1 + 0.775 / 0.8, 9);
    expect(hours(classes[1]?.leadTime)).toBeCloseTo(1.5 + 0.775 / (0.8 * 0.35), 9);
    expect(approximations).toEqual([]);
  });

  it('with ways and feedback of their own follow Jackson', () => {
    const builder = new ModelBuilder().start('start-1').start('start-2').gateway('merge').gateway('again').end('end').team('a', 1).team('b', 1)
      .step('first', 'a', exponential(1)).step('second', 'b', exponential(0.5))
      .path('start-1', 'merge', 'first', 'second', 'again').path('start-2', 'second')
      .branch('again', 'merge', 0.25, { rework: true }).branch('again', 'end', 0.75)
      .demand('whole', 'start-1', arrivingEvery(exponential(5))).demand('late', 'start-2', arrivingEvery(exponential(10)));
    const { classes, steps, approximations } = given(builder.build());
    // Traffic: 0.4 an hour at the second, 0.2 + 0.1 at the first.
    const whole = (1 / 0.7 + 0.5 / 0.8) / 0.75;
    expect(hours(classes[0]?.leadTime)).toBeCloseTo(whole, 9);
    expect(hours(classes[1]?.leadTime)).toBeCloseTo(0.5 / 0.8 + 0.25 * whole, 9);
    expect(steps.map(({ visits }) => visits)).toEqual([expect.closeTo(1, 9), expect.closeTo(4 / 3, 9)]);
    expect(approximations).toEqual([]);
  });

  it('a closed one that thinks and comes round twice follows the machine repair model', () => {
    const builder = new ModelBuilder().start('start').gateway('merge').gateway('again').end('end').team('team', 1).step('step', 'team', exponential(1))
      .path('start', 'merge', 'step', 'again').branch('again', 'merge', 0.5, { rework: true }).branch('again', 'end', 0.5).demand('demand', 'start', closed(5, 10));
    const { leadTime, throughputPerDay } = given(builder.build());
    // 5 items, 2 h of work a cycle, 10 h of thinking: Σ 5!/(5 − n)! · 0.2ⁿ = 3.5104.
    const throughput = (1 - 1 / 3.5104) / 2;
    expect((throughputPerDay ?? 0) / 24).toBeCloseTo(throughput, 9);
    expect(hours(leadTime)).toBeCloseTo(5 / throughput - 10, 9);
  });
});

describe('sensitivity', () => {
  it('of M/M/1 at 90 % load is −100 for the rate of service and 100 for that of arrivals', () => {
    const W = (lambda: number, mu: number): number => (given(line(arrivingEvery(exponential(1 / lambda)), [{ service: exponential(1 / mu) }])).leadTime ?? Number.NaN) / hour;
    const h = 1e-5;
    expect((W(0.9, 1 + h) - W(0.9, 1 - h)) / (2 * h)).toBeCloseTo(-100, 3);
    expect((W(0.9 + h, 1) - W(0.9 - h, 1)) / (2 * h)).toBeCloseTo(100, 3);
  });
});

describe('approximations', () => {
  const waitOf = (arrival: Distribution, service: Distribution, servers: number): NetworkEstimate => given(line(arrivingEvery(arrival), [{ service, servers }]));

  it('are named: Krämer–Langenbach-Belz with one unit, Allen–Cunneen with several', () => {
    const one = waitOf({ type: 'erlang', k: 2, mean: 1.25, unit: 'h' }, { type: 'gamma', mean: 1, sd: 0.9, unit: 'h' }, 1);
    expect(one.approximations).toEqual(['Krämer–Langenbach-Belz']);
    const many = waitOf({ type: 'gamma', mean: 0.25, sd: 0.25 * Math.sqrt(0.5), unit: 'h' }, { type: 'gamma', mean: 1, sd: Math.SQRT2, unit: 'h' }, 5);
    expect((many.steps[0]?.waiting ?? 0) / hour).toBeCloseTo(0.692641, 6);
    expect(many.approximations).toEqual(['Allen–Cunneen']);
  });

  it('of more than two parallel queues follow Nelson and Tantawi', () => {
    const builder = new ModelBuilder().start('start').fork('fork').join('join').end('end').path('start', 'fork');
    for (let branch = 1; branch <= 4; branch += 1) builder.team(`team-${branch}`, 1).step(`step-${branch}`, `team-${branch}`, exponential(1)).path('fork', `step-${branch}`, 'join');
    const { leadTime, approximations } = given(builder.path('join', 'end').demand('demand', 'start', arrivingEvery(exponential(2))).build());
    expect((leadTime ?? 0) / hour).toBeCloseTo(3.789773, 6);
    expect(approximations).toEqual(['Nelson–Tantawi']);
  });

  it('give no lead time where a team cannot keep up, and say which', () => {
    const over = given(line(arrivingEvery(exponential(1)), [{ service: exponential(0.5) }, { service: exponential(1.2) }]));
    expect(over).toMatchObject({ leadTime: null, throughputPerDay: null });
    expect(over.teams.map(({ offeredLoad }) => offeredLoad > 1)).toEqual([false, true]);
  });
});
