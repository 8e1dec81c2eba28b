import { emptyModel, type Model } from '../../document/model/model.ts';
import { type BudgetPart, budgetParts } from '../../simulation/results/causes.ts';
import type { Estimate } from '../../simulation/results/estimate.ts';
import type { BoundaryResult, RunResult, TeamResult } from '../../simulation/results/run-result.ts';
import { message } from '../../language/message.ts';
import type { Evidence } from './evidence.ts';
import type { FrictionStudy, TornadoStudy } from './studied.ts';
import { type Attribution, type Cause, causes } from './measures.ts';

/** A small change process with made-up results whose parts sum up, for tests of readings, views and writers. */

const position = { x: 0, y: 0 };
const day = 86_400;

export const sampleModel = (): Model => ({
  ...emptyModel(),
  processes: { change: { id: 'change', name: 'Change', lanes: [{ party: 'it', size: 160 }, { party: 'board', size: 160 }], itemNoun: 'request', outcome: 'value' } },
  parties: {
    it: { id: 'it', name: 'IT', kind: 'department', owner: 'Head of IT' },
    board: { id: 'board', name: 'Board', kind: 'department' },
  },
  teams: {
    security: { id: 'security', name: 'Security', party: 'it', capacity: { value: 2 } },
    cab: { id: 'cab', name: 'Change board', party: 'board', capacity: { value: 1 } },
  },
  outcomes: { value: { id: 'value', name: 'Value' } },
  demandClasses: { normal: { id: 'normal', name: 'Changes', start: 'start', arrivals: { type: 'rate', value: 20, per: 'w', provenance: 'measured' } } },
  nodes: {
    start: { kind: 'start', id: 'start', process: 'change', position },
    assess: {
      kind: 'step', id: 'assess', name: 'Assess', process: 'change', party: 'it', position, requirements: [{ anyOf: [{ team: 'security' }] }],
      serviceTime: { type: 'exponential', mean: 2, unit: 'h', provenance: 'estimated' },
    },
    check: { kind: 'gateway', id: 'check', decides: 'oneOf', process: 'change', party: 'it', position },
    approve: {
      kind: 'step', id: 'approve', name: 'Approve', process: 'change', party: 'board', position, owner: 'Chair',
      approval: { decider: 'cab', when: { type: 'meeting', cadence: { type: 'weekly', days: ['tue'], at: '10:00' } } },
    },
    end: { kind: 'end', id: 'end', process: 'change', position },
  },
  flows: {
    f1: { id: 'f1', process: 'change', from: 'start', to: 'assess' },
    f2: { id: 'f2', process: 'change', from: 'assess', to: 'check' },
    f3: { id: 'f3', process: 'change', from: 'check', to: 'approve', probability: { value: 0.8, provenance: 'default' } },
    f4: { id: 'f4', process: 'change', from: 'check', to: 'end', probability: { value: 0.2, provenance: 'default' } },
    f5: { id: 'f5', process: 'change', from: 'approve', to: 'end' },
  },
});

export const sure = (mean: number, half = 0): Estimate => ({ mean, low: mean - half, high: mean + half, sd: half, n: 30 });

export const attributionOf = (given: Partial<Record<Cause, number>>): Attribution =>
  Object.fromEntries(causes.map((cause) => [cause, sure(given[cause] ?? 0)])) as Attribution;

const budgetOf = (given: Partial<Record<BudgetPart, number>>): TeamResult['budget'] => {
  const used = Object.values(given).reduce((sum, part) => sum + part, 0);
  return Object.fromEntries(budgetParts.map((part) => [part, sure(part === 'slack' ? 1 - used : (given[part] ?? 0))])) as TeamResult['budget'];
};

const boundary = (from: string, to: string, given: Partial<Record<Cause, number>>, bothClosed = 0): BoundaryResult => {
  const friction = Object.values(given).reduce((sum, part) => sum + part, 0) - (given.timer ?? 0) - bothClosed;
  const made = (['batch', 'transfer', 'setup', 'clarification', 'rework'] as const).reduce((sum, cause) => sum + (given[cause] ?? 0), 0);
  return {
    from, to, fromParty: from === 'outside' ? 'outside' : 'it', toParty: to === 'cab' ? 'board' : 'it', crossings: sure(1), pingPong: sure(0),
    friction: sure(friction, friction / 10), madeByHandoff: sure(made), madeByLoad: sure(friction - made), bothClosed: sure(bothClosed), index: sure(friction / (9.4 * day)),
    cost: sure(0), attribution: attributionOf(given),
  };
};

export const sampleResult = (): RunResult => ({
  crossflow: '0.0.0',
  scenario: 'today',
  settings: { seed: 1, mode: 'steady', replications: 30, horizon: 180 * day, warmUp: 14 * day, confidence: 0.95, start: '2024-01-01T00:00', items: null, timeZones: '2024a' },
  events: 1000,
  wallSeconds: null,
  replicationsRun: 30,
  verdict: { state: 'stable', team: null, backlogPerDay: null },
  items: { started: 30 * 514, finished: 30 * 500, counted: 30 * 470, censored: 0, refused: 0, abandoned: 0 },
  leadTime: {
    ...sure(9.4 * day, 0.3 * day), p10: sure(3 * day), p50: sure(8 * day), p85: sure(11 * day), p90: sure(12 * day), p95: sure(14 * day),
    plausible: { low: 7 * day, high: 13 * day },
  },
  throughputPerDay: sure(2.8),
  workInProgress: sure(26),
  flowEfficiency: sure(0.24),
  costPerItem: sure(120),
  attribution: attributionOf({ service: 2.2 * day, setup: 0.1 * day, transfer: 0.5 * day, calendar: 1.4 * day, queue: 2 * day, decision: 3.2 * day }),
  within: { clarification: attributionOf({}), rework: attributionOf({}) },
  tail: null,
  classes: [{ id: 'normal', items: 470, leadTime: sure(9.4 * day), late: sure(0.1), attribution: attributionOf({ service: 9.4 * day }) }],
  steps: [
    { id: 'assess', name: 'Assess', party: 'it', team: 'security', visits: sure(1), waiting: sure(2 * day), service: sure(7200), queueLength: sure(5), attribution: attributionOf({ service: 2.2 * day }) },
  ],
  teams: [
    { id: 'security', name: 'Security', party: 'it', capacity: 2, utilisation: sure(0.71, 0.01), queueLength: sure(5), waiting: sure(2 * day), budget: budgetOf({ flowWork: 0.61, interrupts: 0.1 }) },
    { id: 'cab', name: 'Change board', party: 'board', capacity: null, utilisation: sure(0), queueLength: sure(0), waiting: sure(0), budget: budgetOf({}) },
  ],
  boundaries: [
    boundary('outside', 'security', { queue: 2 * day, calendar: 1.2 * day }, 0.2 * day),
    boundary('security', 'cab', { decision: 3.2 * day, transfer: 0.5 * day, setup: 0.1 * day, calendar: 0.2 * day }, 0.1 * day),
  ],
  bottlenecks: [
    { team: 'security', offeredLoad: sure(0.71), waitShare: sure(0.9), activePeriod: sure(0.4), gain: { capacity: sure(1.5 * day, 0.3 * day), service: sure(0.8 * day, 0.2 * day), rank: 1, tied: false } },
  ],
  slack: [],
  estimate: null,
  warnings: [],
});

export const sampleEvidence = (change: (result: RunResult) => RunResult = (result) => result): Evidence => ({
  settings: { title: 'Software change', owner: 'Head of IT', currency: 'EUR' },
  scenario: { id: 'today', name: 'Today', model: sampleModel(), result: change(sampleResult()) },
});

/** Studies of the sample: the decision costs less than the clock says, the closed hours more. */
export const sampleStudies = (): { readonly friction: FrictionStudy; readonly tornado: TornadoStudy } => ({
  friction: {
    study: 'friction',
    asItIs: sure(9.4 * day, 0.3 * day),
    whole: sure(6 * day, 0.2 * day),
    effects: [
      { source: 'calendar', alone: sure(4 * day, 0.2 * day), share: sure(3.5 * day, 0.2 * day) },
      { source: 'latency', alone: sure(2 * day, 0.1 * day), share: sure(1.5 * day, 0.1 * day) },
      { source: 'transfer', alone: sure(day, 0.1 * day), share: sure(day, 0.1 * day) },
    ],
    method: { kind: 'exact' },
    unstable: [],
  },
  tornado: {
    study: 'tornado',
    base: sure(9.4 * day, 0.3 * day),
    inputs: [
      { element: 'assess', name: message('analysis.verbatim', { text: 'time for Assess' }), spread: 0.25, low: sure(7 * day, 0.2 * day), high: sure(13 * day, 0.4 * day) },
      { element: 'f4', name: message('analysis.verbatim', { text: 'share of f4' }), spread: 0.5, low: sure(9.45 * day), high: sure(9.4 * day) },
    ],
  },
});
