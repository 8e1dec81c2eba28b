// Single queues of theory. Rates are per hour; sources stand in ../../../shared/cases where it is present.
import { arrivingEvery, erlang, exponential, fixed, line, lognormal, ModelBuilder, uniform } from '../model-builder.ts';
import { type Case, classLeadTime, inSystem, leadTime, queueLength, throughput, utilisation, visits, wait } from './case.ts';

const poisson = (rate: number) => arrivingEvery(exponential(1 / rate));
const one = exponential(1);

const twoClasses = (first: number, second: number, preemption: 'none' | 'resume', mean = 1) =>
  new ModelBuilder()
    .start('start').end('end')
    .team('team-1', 1, { discipline: 'priority', preemption })
    .step('step-1', 'team-1', exponential(mean))
    .path('start', 'step-1', 'end')
    .demand('high', 'start', poisson(first), { priority: 1 })
    .demand('low', 'start', poisson(second), { priority: 2 })
    .build();

/** W of a class is its wait plus one mean service. */
export const queues: readonly Case[] = [
  {
    name: 'M/M/1', inputs: 'lam=0.5 mu=1', hours: 100_000, replications: 20, quick: true,
    model: () => line(poisson(0.5), [{ service: one }]),
    expected: [leadTime(2), wait(1), inSystem(1), queueLength(0.5), utilisation(0.5)],
  },
  {
    name: 'M/M/1', inputs: 'lam=0.8 mu=1', hours: 200_000, replications: 20,
    model: () => line(poisson(0.8), [{ service: one }]),
    expected: [leadTime(5), wait(4), inSystem(4), queueLength(3.2), utilisation(0.8)],
  },
  {
    name: 'M/M/1', inputs: 'lam=0.9 mu=1', hours: 1_000_000, replications: 32,
    model: () => line(poisson(0.9), [{ service: one }]),
    expected: [leadTime(10), wait(9), inSystem(9), queueLength(8.1), utilisation(0.9)],
  },
  {
    name: 'M/M/2', inputs: 'lam=1.8 mu=1', hours: 500_000, replications: 30,
    model: () => line(poisson(1.8), [{ service: one, servers: 2 }]),
    expected: [leadTime(5.263158), wait(4.263158), inSystem(9.473684), queueLength(7.673684), utilisation(0.9)],
  },
  {
    name: 'M/M/5', inputs: 'lam=4 mu=1', hours: 100_000, replications: 24, quick: true,
    model: () => line(poisson(4), [{ service: one, servers: 5 }]),
    expected: [leadTime(1.554113), wait(0.554113), inSystem(6.21645), queueLength(2.21645), utilisation(0.8)],
  },
  {
    name: 'M/M/10', inputs: 'lam=8 mu=1', hours: 80_000, replications: 24,
    model: () => line(poisson(8), [{ service: one, servers: 10 }]),
    expected: [leadTime(1.20459), wait(0.20459), inSystem(9.636721), queueLength(1.636721), utilisation(0.8)],
  },
  {
    name: 'Pooling', inputs: 'two M/M/1 lam=.9 each vs one M/M/2 lam=1.8, mu=1', hours: 500_000, replications: 30,
    model: () => line(poisson(1.8), [{ service: one, servers: 2 }]),
    expected: [wait(4.263158)],
  },
  {
    name: 'M/M/1/5', inputs: 'lam=.9 mu=1 K=5 (incl. in service)', hours: 60_000, replications: 20, quick: true,
    model: () => line(poisson(0.9), [{ service: one, team: { wipLimit: { limit: 5, whenFull: 'refuse' } } }]),
    expected: [leadTime(2.790286), wait(1.790286), utilisation(0.78658), queueLength(1.408203)],
  },
  {
    name: 'M/M/5/5 Erlang-B', inputs: 'lam=4 mu=1', hours: 40_000, replications: 20,
    model: () => line(poisson(4), [{ service: one, servers: 5, team: { wipLimit: { limit: 5, whenFull: 'refuse' } } }]),
    expected: [leadTime(1), utilisation(0.640747), throughput(3.203733)],
  },
  {
    name: 'M/D/1', inputs: 'lam=.8 D=1', hours: 150_000, replications: 20,
    model: () => line(poisson(0.8), [{ service: fixed(1) }]),
    expected: [leadTime(3), wait(2), inSystem(2.4), queueLength(1.6)],
  },
  {
    name: 'M/D/1', inputs: 'lam=.9 D=1', hours: 600_000, replications: 24,
    model: () => line(poisson(0.9), [{ service: fixed(1) }]),
    expected: [leadTime(5.5), wait(4.5), inSystem(4.95), queueLength(4.05)],
  },
  {
    name: 'M/LN/1', inputs: 'lam=.7 mean 1 cv 2', hours: 1_000_000, replications: 40,
    model: () => line(poisson(0.7), [{ service: lognormal(1, 2) }]),
    expected: [leadTime(6.833333), wait(5.833333), inSystem(4.783333), queueLength(4.083333)],
  },
  {
    name: 'M/U/1', inputs: 'lam=.8 U(0.5,1.5)', hours: 150_000, replications: 20,
    model: () => line(poisson(0.8), [{ service: uniform(0.5, 1.5) }]),
    expected: [leadTime(3.166667), wait(2.166667), inSystem(2.533333), queueLength(1.733333)],
  },
  {
    name: 'D/M/1', inputs: 'interarrival 1/.8 mu=1', hours: 150_000, replications: 20,
    model: () => line(arrivingEvery(fixed(1.25)), [{ service: one }]),
    expected: [leadTime(2.692731), wait(1.692731)],
  },
  {
    name: 'E2/M/1', inputs: 'lam=.8 mu=1', hours: 200_000, replications: 20,
    model: () => line(arrivingEvery(erlang(2, 1.25)), [{ service: one }]),
    expected: [leadTime(3.84398), wait(2.84398)],
  },
  {
    name: 'NP priority M/M/1', inputs: 'l=(.2,.6) mu=1', hours: 300_000, replications: 20,
    model: () => twoClasses(0.2, 0.6, 'none'),
    expected: [classLeadTime(2, 'high'), classLeadTime(6, 'low')],
  },
  {
    name: 'PR priority M/M/1', inputs: 'l=(.2,.6) mu=1', hours: 300_000, replications: 20,
    model: () => twoClasses(0.2, 0.6, 'resume'),
    expected: [classLeadTime(1.25, 'high'), classLeadTime(6.25, 'low')],
  },
  {
    name: 'NP priority (Prosimos probe)', inputs: 'l=(.25,.25) mu=1 rho=.5', hours: 100_000, replications: 20, quick: true,
    model: () => twoClasses(0.25, 0.25, 'none'),
    expected: [classLeadTime(1.666667, 'high'), classLeadTime(2.333333, 'low')],
  },
  {
    name: 'SPT M/M/1 (non-preemptive)', inputs: 'lam=.8 mu=1', hours: 300_000, replications: 24,
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
    name: 'M/M/1 Bernoulli feedback (rework)', inputs: 'lam=.5 mu=1 p=.25', hours: 150_000, replications: 20, quick: true,
    model: () => line(poisson(0.5), [{ service: one, step: { rework: { value: 0.25 } } }]),
    expected: [leadTime(4), inSystem(2), visits(1.333333), utilisation(0.666667)],
  },
  {
    name: 'M^[X]/M/1 fixed batch 3', inputs: 'batch rate .2 X=3 mu=1', hours: 200_000, replications: 20,
    model: () => line({ type: 'interArrival', time: exponential(5), batchSize: { type: 'fixed', value: 3 } }, [{ service: one }]),
    expected: [leadTime(5), wait(4), inSystem(3), utilisation(0.6)],
  },
  {
    name: 'Erlang-A M/M/10+M', inputs: 'lam=10 mu=1 c=10 theta=.5', hours: 40_000, replications: 24,
    model: () => line(poisson(10), [{ service: one, servers: 10 }], { patience: exponential(2) }),
    expected: [queueLength(2.078264)],
  },
];
