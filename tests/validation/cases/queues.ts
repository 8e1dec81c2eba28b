// Single queues of theory. Rates are per hour; sources stand in ../../../shared/cases where it is present.
import { arrivingEvery, erlang, exponential, fixed, line, lognormal, ModelBuilder, uniform } from '../model-builder.ts';
import { presentAt, waitsAt } from '../watches.ts';
import {
  begunPerHour, type Case, classLeadTime, classWait, type Expectation, idle, inSystem, leadTime, leadTimeQuantile, perReplication, queueLength,
  shareOf, stepSums, throughput, utilisation, visits, wait, watched,
} from './case.ts';

const poisson = (rate: number) => arrivingEvery(exponential(1 / rate));
const one = exponential(1);

const twoClasses = (first: number, second: number, preemption: 'none' | 'resume') =>
  new ModelBuilder()
    .start('start').end('end')
    .team('team-1', 1, { discipline: 'priority', preemption })
    .step('step-1', 'team-1', one)
    .path('start', 'step-1', 'end')
    .demand('high', 'start', poisson(first), { priority: 1 })
    .demand('low', 'start', poisson(second), { priority: 2 })
    .build();

const single = (rate: number, numbers: { W: number; p50: number; p95: number; p99: number; wait95: number }): Pick<Case, 'name' | 'model' | 'expected' | 'watch'> => ({
  name: 'M/M/1',
  model: () => line(poisson(rate), [{ service: one }]),
  watch: waitsAt('step-1'),
  expected: [
    leadTime(numbers.W), wait(numbers.W - 1), inSystem(rate * numbers.W), queueLength(rate * (numbers.W - 1)), utilisation(rate), idle(1 - rate),
    leadTimeQuantile(numbers.p50, 0.5), leadTimeQuantile(numbers.p95, 0.95), leadTimeQuantile(numbers.p99, 0.99), watched('Wq_p95', numbers.wait95),
  ],
});

const several = (servers: number, rate: number, expected: readonly Expectation[]): Pick<Case, 'name' | 'inputs' | 'model' | 'expected' | 'watch'> => ({
  name: `M/M/${servers}`,
  inputs: `lam=${rate} mu=1`,
  model: () => line(poisson(rate), [{ service: one, servers }]),
  watch: waitsAt('step-1', [1]),
  expected,
});

/** Two queues of their own beside one for both, in one model. */
const apartAndTogether = () =>
  new ModelBuilder()
    .start('start-1').start('start-2').start('start-3').end('end')
    .team('team-1', 1).team('team-2', 1).team('both', 2)
    .step('step-1', 'team-1', one).step('step-2', 'team-2', one).step('pooled', 'both', one)
    .path('start-1', 'step-1', 'end').path('start-2', 'step-2', 'end').path('start-3', 'pooled', 'end')
    .demand('demand-1', 'start-1', poisson(0.9)).demand('demand-2', 'start-2', poisson(0.9)).demand('demand-3', 'start-3', poisson(1.8))
    .build();

export const queues: readonly Case[] = [
  {
    ...single(0.5, { W: 2, p50: 1.386294, p95: 5.991465, p99: 9.21034, wait95: 4.60517 }), inputs: 'lam=0.5 mu=1', hours: 720_000, replications: 20, quick: true,
  },
  {
    ...single(0.8, { W: 5, p50: 3.465736, p95: 14.978661, p99: 23.025851, wait95: 13.862944 }), inputs: 'lam=0.8 mu=1', hours: 4_200_000, replications: 20,
  },
  {
    ...single(0.9, { W: 10, p50: 6.931472, p95: 29.957323, p99: 46.051702, wait95: 28.903718 }), inputs: 'lam=0.9 mu=1', hours: 4_000_000, replications: 40,
  },
  {
    ...several(2, 1.8, [leadTime(5.263158), wait(4.263158), inSystem(9.473684), queueLength(7.673684), utilisation(0.9), watched('C', 0.852632, 'P_wait'), watched('P_wait_gt_1', 0.698076)]),
    hours: 700_000, replications: 40,
  },
  {
    ...several(5, 4, [leadTime(1.554113), wait(0.554113), inSystem(6.21645), queueLength(2.21645), utilisation(0.8), watched('C', 0.554113, 'P_wait'), watched('P_wait_gt_1', 0.203847)]),
    hours: 380_000, replications: 24,
  },
  {
    ...several(10, 8, [leadTime(1.20459), wait(0.20459), inSystem(9.636721), queueLength(1.636721), utilisation(0.8), watched('C', 0.40918, 'P_wait'), watched('P_wait_gt_1', 0.055377)]),
    hours: 720_000, replications: 24,
  },
  {
    name: 'Pooling', inputs: 'two M/M/1 lam=.9 each vs one M/M/2 lam=1.8, mu=1', hours: 1_700_000, replications: 40,
    model: apartAndTogether,
    expected: [
      perReplication('Wq_sep', 9, (replication, run) => {
        const [a, b] = [stepSums(replication, run, 'step-1'), stepSums(replication, run, 'step-2')];
        return (a.waiting + b.waiting) / (a.visits + b.visits) / 3600;
      }),
      wait(4.263158, 'pooled', 'Wq_pool'),
      perReplication('ratio', 2.111111, (replication, run) => {
        const [a, b, pooled] = [stepSums(replication, run, 'step-1'), stepSums(replication, run, 'step-2'), stepSums(replication, run, 'pooled')];
        return (a.waiting + b.waiting) / (a.visits + b.visits) / (pooled.waiting / pooled.visits);
      }),
    ],
  },
  {
    name: 'M/M/1/5', inputs: 'lam=.9 mu=1 K=5 (incl. in service)', hours: 210_000, replications: 20, quick: true,
    model: () => line(poisson(0.9), [{ service: one, team: { wipLimit: { limit: 5, whenFull: 'refuse' } } }]),
    expected: [
      leadTime(2.790286), wait(1.790286), utilisation(0.78658, 'team-1', 'util'), queueLength(1.408203), inSystem(2.194782),
      shareOf(0.126023, 'refused', 'P_block'), throughput(0.78658, 'lam_eff'),
    ],
  },
  {
    name: 'M/M/5/5 Erlang-B', inputs: 'lam=4 mu=1', hours: 40_000, replications: 20,
    model: () => line(poisson(4), [{ service: one, servers: 5, team: { wipLimit: { limit: 5, whenFull: 'refuse' } } }]),
    expected: [
      leadTime(1), utilisation(0.640747, 'team-1', 'util'), throughput(3.203733, 'lam_eff'), inSystem(3.203733), wait(0), queueLength(0),
      shareOf(0.199067, 'refused', 'P_block'),
    ],
  },
  {
    name: 'M/D/1', inputs: 'lam=.8 D=1', hours: 640_000, replications: 20,
    model: () => line(poisson(0.8), [{ service: fixed(1) }]),
    expected: [leadTime(3), wait(2), inSystem(2.4), queueLength(1.6), utilisation(0.8)],
  },
  {
    name: 'M/D/1', inputs: 'lam=.9 D=1', hours: 1_200_000, replications: 30,
    model: () => line(poisson(0.9), [{ service: fixed(1) }]),
    expected: [leadTime(5.5), wait(4.5), inSystem(4.95), queueLength(4.05), utilisation(0.9)],
  },
  {
    name: 'M/LN/1', inputs: 'lam=.7 mean 1 cv 2', hours: 1_500_000, replications: 60,
    model: () => line(poisson(0.7), [{ service: lognormal(1, 2) }]),
    expected: [leadTime(6.833333), wait(5.833333), inSystem(4.783333), queueLength(4.083333), utilisation(0.7)],
  },
  {
    name: 'M/U/1', inputs: 'lam=.8 U(0.5,1.5)', hours: 500_000, replications: 20,
    model: () => line(poisson(0.8), [{ service: uniform(0.5, 1.5) }]),
    expected: [leadTime(3.166667), wait(2.166667), inSystem(2.533333), queueLength(1.733333), utilisation(0.8)],
  },
  {
    name: 'D/M/1', inputs: 'interarrival 1/.8 mu=1', hours: 380_000, replications: 20,
    model: () => line(arrivingEvery(fixed(1.25)), [{ service: one }]),
    watch: waitsAt('step-1'),
    expected: [leadTime(2.692731), wait(1.692731), watched('P_wait', 0.62863), watched('sigma', 0.62863, 'P_wait')],
  },
  {
    name: 'E2/M/1', inputs: 'lam=.8 mu=1', hours: 700_000, replications: 20,
    model: () => line(arrivingEvery(erlang(2, 1.25)), [{ service: one }]),
    watch: waitsAt('step-1'),
    expected: [leadTime(3.84398), wait(2.84398), watched('P_wait', 0.739853), watched('sigma', 0.739853, 'P_wait')],
  },
  {
    name: 'NP priority M/M/1', inputs: 'l=(.2,.6) mu=1', hours: 780_000, replications: 24,
    model: () => twoClasses(0.2, 0.6, 'none'),
    expected: [classLeadTime(2, 'high', 'W1'), classLeadTime(6, 'low', 'W2'), classWait(1, 'high', 'Wq1'), classWait(5, 'low', 'Wq2')],
  },
  {
    name: 'PR priority M/M/1', inputs: 'l=(.2,.6) mu=1', hours: 520_000, replications: 24,
    model: () => twoClasses(0.2, 0.6, 'resume'),
    expected: [classLeadTime(1.25, 'high', 'W1'), classLeadTime(6.25, 'low', 'W2')],
  },
  {
    name: 'NP priority (Prosimos probe)', inputs: 'l=(.25,.25) mu=1 rho=.5', hours: 520_000, replications: 20, quick: true,
    model: () => twoClasses(0.25, 0.25, 'none'),
    expected: [classWait(0.666667, 'high', 'Wq1'), classWait(1.333333, 'low', 'Wq2')],
  },
  {
    name: 'SPT M/M/1 (non-preemptive)', inputs: 'lam=.8 mu=1', hours: 400_000, replications: 24,
    model: () => line(poisson(0.8), [{ service: one, team: { discipline: 'shortest' } }]),
    expected: [wait(1.882219)],
  },
  {
    name: 'M/G/1-PS', inputs: 'lam=.8 E[S]=1 any dist', hours: 300_000, replications: 24,
    model: () => line(poisson(0.8), [{ service: uniform(0.5, 1.5), team: { multitasking: { limit: 1000 } } }]),
    expected: [leadTime(5)],
  },
  {
    name: 'M/G/1-PS Ciw test', inputs: 'lam=3 mu=5', hours: 40_000, replications: 20,
    model: () => line(poisson(3), [{ service: exponential(0.2), team: { multitasking: { limit: 1000 } } }]),
    expected: [leadTime(0.5)],
  },
  {
    name: 'M/M/1 Bernoulli feedback (rework)', inputs: 'lam=.5 mu=1 p=.25', hours: 380_000, replications: 20, quick: true,
    model: () => line(poisson(0.5), [{ service: one, step: { rework: { value: 0.25 } } }]),
    expected: [leadTime(4, 'W_total'), inSystem(2), visits(1.333333), utilisation(0.666667), begunPerHour(0.666667, 'team-1', 'lam_eff')],
  },
  {
    name: 'M^[X]/M/1 fixed batch 3', inputs: 'batch rate .2 X=3 mu=1', hours: 480_000, replications: 20,
    model: () => line({ type: 'interArrival', time: exponential(5), batchSize: { type: 'fixed', value: 3 } }, [{ service: one }]),
    expected: [leadTime(5), wait(4), inSystem(3), utilisation(0.6)],
  },
  {
    name: 'Erlang-A M/M/10+M', inputs: 'lam=10 mu=1 c=10 theta=.5', hours: 40_000, replications: 24,
    model: () => line(poisson(10), [{ service: one, servers: 10 }], { patience: exponential(2) }),
    watch: waitsAt('step-1'),
    expected: [
      queueLength(2.078264), shareOf(0.103913, 'abandoned', 'P_ab'), watched('P_wait', 0.619655),
      // Those who give up have waited too.
      perReplication('Wq', 0.207826, (replication, run) => stepSums(replication, run, 'step-1').queueArea / (replication.window.end - replication.window.start) / 10),
    ],
  },
  {
    name: 'M/M/1 transient from empty', inputs: 'lam=.9 mu=1', hours: 1000, replications: 95_000, mode: 'terminating', watchedOnly: true,
    model: () => line(poisson(0.9), [{ service: one }]),
    watch: presentAt(10, 100, 1000),
    expected: [watched('EL_t10', 2.530695), watched('EL_t100', 6.443921), watched('EL_t1000', 8.955598)],
  },
  {
    name: 'M/M/1 transient from empty', inputs: 'lam=.5 mu=1', hours: 50, replications: 250_000, mode: 'terminating', watchedOnly: true,
    model: () => line(poisson(0.5), [{ service: one }]),
    watch: presentAt(1, 10, 50),
    expected: [watched('EL_t1', 0.334745), watched('EL_t10', 0.895942), watched('EL_t50', 0.999242)],
  },
];
