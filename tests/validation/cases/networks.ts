// Networks, closed populations, interrupts and joins of theory.
import { BUDGET } from '../../../shared/simulation/results/causes.ts';
import { arrivingEvery, closed, exponential, fixed, line, ModelBuilder } from '../model-builder.ts';
import {
  atStation, begunPerHour, type Case, cause, classLeadTime, idle, inSystem, leadTime, perReplication, queueLength, stepSums, throughput, timeAtStep,
  utilisation, wait,
} from './case.ts';

const poisson = (rate: number) => arrivingEvery(exponential(1 / rate));
const one = exponential(1);
/** Share of time in which the only unit is not broken down. */
const availability = perReplication('A', 0.8, ({ teams: [team] }) => 1 - (team?.budget[BUDGET.interrupts] ?? 0) / (team?.onShift ?? 0));

const jackson = () =>
  new ModelBuilder()
    .start('start-1').start('start-2').end('end')
    .team('team-1', 1).team('team-2', 1)
    .step('step-1', 'team-1', exponential(1 / 8)).step('step-2', 'team-2', exponential(1 / 10))
    .gateway('after-1').gateway('after-2')
    .path('start-1', 'step-1', 'after-1').path('start-2', 'step-2', 'after-2')
    .branch('after-1', 'step-2', 0.5).branch('after-1', 'end', 0.5)
    .branch('after-2', 'step-1', 0.25).branch('after-2', 'end', 0.75)
    .demand('demand-1', 'start-1', poisson(4)).demand('demand-2', 'start-2', poisson(5))
    .build();

const forkJoin = (rate: number) =>
  new ModelBuilder()
    .start('start').fork('fork').join('join').end('end')
    .team('team-1', 1).team('team-2', 1)
    .step('step-1', 'team-1', one).step('step-2', 'team-2', one)
    .path('start', 'fork', 'step-1', 'join').path('fork', 'step-2', 'join').path('join', 'end')
    .demand('demand', 'start', poisson(rate))
    .build();

const parallelSteps = (times: readonly number[], random: boolean) => {
  const builder = new ModelBuilder().start('start').fork('fork').join('join').end('end');
  for (const [index, time] of times.entries()) {
    builder.team(`team-${index}`, 1, { unlimited: true });
    builder.step(`step-${index}`, `team-${index}`, random ? exponential(time) : fixed(time)).path('fork', `step-${index}`, 'join');
  }
  return builder.path('start', 'fork').path('join', 'end').demand('demand', 'start', poisson(0.5)).build();
};

export const networks: readonly Case[] = [
  {
    name: 'Tandem 3x M/M/1', inputs: 'lam=.5 mu=(1,.8,2)', hours: 320_000, replications: 20, quick: true,
    model: () => line(poisson(0.5), [{ service: one }, { service: exponential(1.25) }, { service: exponential(0.5) }]),
    // A visit takes what theory calls W of the station: waiting and service.
    expected: [leadTime(6), timeAtStep(2, 'step-1', 'W1'), timeAtStep(3.333333, 'step-2', 'W2'), timeAtStep(0.666667, 'step-3', 'W3')],
  },
  {
    name: 'Tandem 10x M/M/2 (benchmark)', inputs: 'lam=1.8 mu=1', hours: 300_000, replications: 24,
    model: () => line(poisson(1.8), Array.from({ length: 10 }, () => ({ service: one, servers: 2 }))),
    // The stations are alike: their waits are taken together.
    expected: [leadTime(52.631579), perReplication('Wq_each', 4.263158, ({ steps }) => steps.reduce((sum, { waiting, visits }) => sum + waiting / visits, 0) / steps.length / 3600)],
  },
  {
    name: 'Jackson 2-node', inputs: 'g=(4,5) mu=(8,10) p12=.5 p21=.25', hours: 52_000, replications: 24,
    model: jackson,
    expected: [
      leadTime(0.777778), inSystem(7), atStation(3, 'step-1', 'team-1', 'L1'), atStation(4, 'step-2', 'team-2', 'L2'),
      begunPerHour(6, 'team-1', 'lam1'), begunPerHour(8, 'team-2', 'lam2'),
    ],
  },
  {
    name: 'M/M/1//5 machine repair', inputs: 'N=5 lam=.1 mu=1', hours: 130_000, replications: 20,
    model: () => line(closed(5, 10), [{ service: one }]),
    expected: [
      leadTime(1.466632), wait(0.466632), throughput(0.436048, 'thr'), utilisation(0.436048, 'team-1', 'util'), queueLength(0.203474), inSystem(0.639522), idle(0.563952),
    ],
  },
  {
    name: 'Closed network MVA (Lazowska p117; cran/queueing NewInput.CJN)', inputs: 'D=(.605,2.1,1.35) Z=15 N=3', hours: 150_000, replications: 20,
    model: () => line(closed(3, 15), [{ service: exponential(0.605) }, { service: exponential(2.1) }, { service: exponential(1.35) }]),
    expected: [
      throughput(0.151516, 'X'), leadTime(4.799825, 'R'),
      atStation(0.097566, 'step-1', 'team-1', 'Q1'), atStation(0.394657, 'step-2', 'team-2', 'Q2'), atStation(0.23503, 'step-3', 'team-3', 'Q3'),
    ],
  },
  {
    name: 'Fork-join 2x M/M/1 (Flatto-Hahn exact)', inputs: 'lam=0.5 mu=1', hours: 150_000, replications: 20, quick: true,
    model: () => forkJoin(0.5),
    expected: [leadTime(2.875, 'R2')],
  },
  {
    name: 'Fork-join 2x M/M/1 (Flatto-Hahn exact)', inputs: 'lam=0.8 mu=1', hours: 480_000, replications: 24,
    model: () => forkJoin(0.8),
    expected: [leadTime(7, 'R2')],
  },
  {
    name: 'AND-join, 3 exp(mean 2) no contention', inputs: 'inf servers', hours: 60_000, replications: 20,
    model: () => parallelSteps([2, 2, 2], true),
    expected: [leadTime(3.666667, 'E_max')],
  },
  {
    name: 'AND-join deterministic', inputs: '10,20,5', hours: 2_000, replications: 5,
    model: () => parallelSteps([10, 20, 5], false),
    expected: [leadTime(20, 'CT')],
  },
  {
    name: 'M/M/1 time-dependent breakdowns, preempt-resume (White-Christie)', inputs: 'lam=.5 mu=1 MTBF=10 MTTR=2.5', hours: 300_000, replications: 20,
    model: () =>
      line(poisson(0.5), [{
        service: one,
        team: { interrupts: [{ id: 'breakdown', name: 'Breakdown', clock: 'afterEnd', acts: 'preempt', every: exponential(10), length: exponential(2.5), perUnit: true }] },
      }]),
    expected: [leadTime(4.666667), inSystem(2.333333), inSystem(2.333333, 'L_ctmc'), availability],
  },
  {
    name: 'M/M/1 operation-dependent breakdowns (M/G/1 completion time)', inputs: 'same', hours: 1_000_000, replications: 20,
    model: () =>
      line(poisson(0.5), [{
        service: one,
        team: { interrupts: [{ id: 'breakdown', name: 'Breakdown', clock: 'whileBusy', acts: 'preempt', every: exponential(10), length: exponential(2.5), perUnit: true }] },
      }]),
    expected: [
      leadTime(4.166667), wait(2.916667), utilisation(0.625),
      perReplication('EC', 1.25, (replication, run) => {
        const { waiting, visits } = stepSums(replication, run, 'step-1');
        return (replication.leadTime / replication.items.counted - waiting / visits) / 3600;
      }),
    ],
  },
  {
    name: 'M/M/1 multiple vacations exp mean 2', inputs: 'lam=.5 mu=1', hours: 200_000, replications: 20,
    // A vacation is taken whenever nothing waits: work of the lowest rank that never ends.
    model: () =>
      new ModelBuilder()
        .start('start').start('idle').end('end').end('back')
        .team('team-1', 1, { discipline: 'priority' })
        .step('step-1', 'team-1', one).step('vacation', 'team-1', exponential(2))
        .path('start', 'step-1', 'end').path('idle', 'vacation', 'back')
        .demand('demand', 'start', poisson(0.5), { priority: 1 })
        .demand('vacations', 'idle', closed(1), { priority: 2 })
        .build(),
    expected: [wait(3), classLeadTime(4, 'demand', 'W')],
  },
  {
    name: 'M/M/1 with exp setup mean 2 after idle', inputs: 'lam=.5 mu=1', hours: 200_000, replications: 20,
    model: () => line(poisson(0.5), [{ service: one, team: { setup: { afterIdle: exponential(2) } } }]),
    // Theory counts the set-up as waiting.
    expected: [cause(3, ['queue', 'setup'], 'Wq')],
  },
  {
    name: 'N-policy N=5', inputs: 'lam=.5 mu=1', hours: 150_000, replications: 20,
    model: () => line(poisson(0.5), [{ service: one, team: { startAt: 5 } }]),
    expected: [leadTime(6)],
  },
];
