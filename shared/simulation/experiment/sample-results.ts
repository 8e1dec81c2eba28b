import { BUDGET, CAUSE, CAUSES, budgetParts, type BudgetPart, type Cause } from '../results/causes.ts';
import type { BoundarySums, ReplicationResult } from '../results/replication-result.ts';
import { defaultLimits, type RunSettings } from '../results/used-settings.ts';
import { Histogram } from '../statistics/histogram.ts';
import type { Labels } from './summarise-parts.ts';

/** Made-up replications whose sums fit together, for tests of what is made of them: two steps, two teams, one class. */

export const sampleSettings: RunSettings = {
  seed: 1, mode: 'steady', start: '2024-01-01T00:00', startInstant: 1_704_067_200, horizon: 1000, warmUp: 100, replications: 4, confidence: 0.95,
  timeZones: '2025c', period: 10, attribution: true, sequential: false, checks: false, limits: defaultLimits,
};

const only = <T>(table: Partial<T>): T => table as T;

export const sampleLabels: Labels = {
  nodes: only<Labels['nodes']>({ count: 3, id: ['start', 'assess', 'approve'], name: ['', 'Assess', 'Approve'] }),
  steps: only<Labels['steps']>({ count: 2, node: Int32Array.of(1, 2), party: ['it', null], team: Int32Array.of(0, -1) }),
  teams: only<Labels['teams']>({
    count: 2, id: ['desk', 'vendor'], name: ['Desk', 'Vendor'], party: ['it', 'acme'], capacity: Float64Array.of(2, Infinity), unlimited: Uint8Array.of(0, 1),
  }),
  classes: only<Labels['classes']>({ count: 1, id: ['normal'], name: ['Normal'] }),
};

export const secondsOf = (given: Partial<Record<Cause, number>>): number[] => {
  const seconds = new Array<number>(CAUSES).fill(0);
  for (const [cause, value] of Object.entries(given)) seconds[CAUSE[cause as Cause]] = value;
  return seconds;
};

const budgetOf = (given: Partial<Record<BudgetPart, number>>): number[] => {
  const seconds = new Array<number>(budgetParts.length).fill(0);
  for (const [part, value] of Object.entries(given)) seconds[BUDGET[part as BudgetPart]] = value;
  return seconds;
};

const boundary = (given: Partial<BoundarySums>): BoundarySums => ({
  from: -1, to: 0, crossings: 0, pingPong: 0, seconds: secondsOf({}), bothClosed: 0, delayCost: 0, capacityCost: 0, ...given,
});

/** A replication with ten counted items, each with `service` seconds of service and `queue` of queueing, and 5 of rework at a boundary. */
export function sampleReplication(replication: number, service: number, queue: number, change: Partial<ReplicationResult> = {}): ReplicationResult {
  const counted = 10;
  const leadTimes = new Histogram(CAUSES);
  for (let item = 0; item < counted; item += 1) {
    const parts = Float64Array.from(secondsOf({ service, queue, rework: 5 }));
    leadTimes.add(service + queue + 5, parts);
  }
  const sum = counted * (service + queue + 5);
  return {
    replication,
    events: 100,
    ended: 'done',
    window: { start: 100, end: 1000 },
    endTime: 1100,
    items: { started: 12, finished: 11, counted, censored: 0, refused: 1, abandoned: 0 },
    leadTime: sum,
    leadTimes: leadTimes.toData(),
    cost: counted * 7,
    causes: secondsOf({ service: counted * service, queue: counted * queue, rework: counted * 5 }),
    withinClarification: secondsOf({}),
    withinRework: secondsOf({ service: counted * 3, queue: counted * 2 }),
    workArea: 1800,
    overlap: 1800,
    periods: Array.from({ length: 110 }, () => 20),
    classes: [{ items: counted, leadTime: sum, late: 4, seconds: secondsOf({ service: counted * service, queue: counted * queue, rework: counted * 5 }) }],
    steps: [
      { visits: 20, waiting: counted * queue, service: counted * service, queueArea: 450, seconds: secondsOf({ service: counted * service }), slack: 30, slackCount: 2 },
      { visits: 0, waiting: 0, service: 0, queueArea: 0, seconds: secondsOf({}), slack: 0, slackCount: 0 },
    ],
    teams: [
      {
        starts: 20, waiting: counted * queue, queueArea: 450, joined: 100, begun: 100, onShift: 1000, arrivingShare: 1,
        budget: budgetOf({ flowWork: 500, interrupts: 100, protected: 200, blocked: 50, slack: 150 }), activeSeconds: 600, activeStretches: 10, bottleneckSeconds: 450,
      },
      { starts: 0, waiting: 0, queueArea: 0, joined: 0, begun: 0, onShift: 0, arrivingShare: 1, budget: budgetOf({}), activeSeconds: 0, activeStretches: 0, bottleneckSeconds: 0 },
    ],
    boundaries: [
      boundary({ crossings: 20, seconds: secondsOf({ queue: counted * queue }), delayCost: 30, capacityCost: 10 }),
      boundary({ from: 0, to: 0, crossings: 4, pingPong: 1, seconds: secondsOf({ rework: counted * 5 }) }),
    ],
    ...change,
  };
}
