import type { Network } from '../network/network.ts';
import { budgetParts, type BudgetPart } from '../results/causes.ts';
import type { Estimate } from '../results/estimate.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { BoundaryResult, RunResult, StepResult, TeamResult } from '../results/run-result.ts';
import { boundaryRows } from './boundary-rows.ts';
import { attributionOf, estimateOf } from './estimates.ts';
import {
  averageOf, boundaryCostOf, budgetShare, frictionOf, leadTimeOf, madeByHandoffOf, offeredLoadOf, utilisationOf, waitShareOf, windowOf,
} from './measures.ts';

/** Names of the network's rows. */
export type Labels = Pick<Network, 'nodes' | 'steps' | 'teams' | 'classes'>;

/** Where items come from and go to. */
export const OUTSIDE = 'outside';

type Results = readonly ReplicationResult[];

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Steps per visit (seconds) and per counted item (visits, causes), each with its interval over replications. */
export function stepResults(results: Results, { nodes, steps, teams }: Labels, confidence: number): StepResult[] {
  return range(steps.count).map((step) => {
    const of = (value: (row: ReplicationResult['steps'][number], result: ReplicationResult) => number): Estimate =>
      estimateOf(results.map((result) => value(result.steps[step]!, result)), confidence);
    const team = steps.team[step]!;
    const node = steps.node[step]!;
    return {
      id: nodes.id[node]!,
      name: nodes.name[node]!,
      party: steps.party[step]!,
      team: team < 0 ? null : teams.id[team]!,
      visits: of((row, { items }) => row.visits / items.counted),
      waiting: of((row) => row.waiting / row.visits),
      service: of((row) => row.service / row.visits),
      queueLength: of((row, result) => averageOf(result, row.queueArea)),
      attribution: attributionOf(results, (result, cause) => result.steps[step]!.seconds[cause]! / result.items.counted, confidence),
    };
  });
}

/** Teams: shares of unit time on shift, items in queue, seconds of wait per start. */
export function teamResults(results: Results, { teams }: Labels, confidence: number): TeamResult[] {
  return range(teams.count).map((team) => {
    const unlimited = teams.unlimited[team] === 1;
    const of = (value: (row: ReplicationResult['teams'][number], result: ReplicationResult) => number): Estimate =>
      estimateOf(results.map((result) => value(result.teams[team]!, result)), confidence);
    const budget = budgetParts.map((part, index): [BudgetPart, Estimate] => [
      part,
      of((row) => (unlimited ? Number(part === 'slack') : budgetShare(row, index))),
    ]);
    return {
      id: teams.id[team]!,
      name: teams.name[team]!,
      party: teams.party[team]!,
      capacity: unlimited ? null : teams.capacity[team]!,
      utilisation: of((row) => (unlimited ? 0 : utilisationOf(row))),
      queueLength: of((row, result) => averageOf(result, row.queueArea)),
      waiting: of((row) => row.waiting / row.starts),
      budget: Object.fromEntries(budget) as TeamResult['budget'],
    };
  });
}

/** Four views of where the bottleneck is (DESIGN 5); the causal one, `gain`, is a study of its own. The highest load first. */
export function bottleneckResults(results: Results, { teams }: Labels, confidence: number): RunResult['bottlenecks'] {
  return range(teams.count)
    .filter((team) => teams.unlimited[team] !== 1)
    .map((team) => ({
      team: teams.id[team]!,
      offeredLoad: estimateOf(results.map((result) => offeredLoadOf(result.teams[team]!)), confidence),
      waitShare: estimateOf(results.map((result) => waitShareOf(result, team)), confidence),
      activePeriod: estimateOf(results.map((result) => activeShare(result, team)), confidence),
      gain: null,
    }))
    .sort((a, b) => (b.offeredLoad.mean ?? 0) - (a.offeredLoad.mean ?? 0));
}

/** Share of the window in which the team was the momentary bottleneck (Roser, Nakano, Tanaka 2001). */
function activeShare(result: ReplicationResult, team: number): number {
  return windowOf(result) > 0 ? result.teams[team]!.bottleneckSeconds / windowOf(result) : 0;
}

/** Boundaries between teams per counted item: crossings, seconds by cause, currency. A replication without one counts as zero. */
export function boundaryResults(results: Results, { teams }: Labels, confidence: number): BoundaryResult[] {
  const id = (team: number): string => (team < 0 ? OUTSIDE : teams.id[team]!);
  const party = (team: number): string => (team < 0 ? OUTSIDE : teams.party[team]!);
  return boundaryRows(results).map(({ from, to, sums }) => {
    const perItem = (value: (row: (typeof sums)[number]) => number): Estimate =>
      estimateOf(sums.map((row, index) => value(row) / results[index]!.items.counted), confidence);
    return {
      from: id(from),
      to: id(to),
      fromParty: party(from),
      toParty: party(to),
      crossings: perItem((row) => row.crossings),
      pingPong: perItem((row) => row.pingPong),
      friction: perItem(frictionOf),
      madeByHandoff: perItem(madeByHandoffOf),
      madeByLoad: perItem((row) => frictionOf(row) - madeByHandoffOf(row)),
      bothClosed: perItem((row) => row.bothClosed),
      index: estimateOf(sums.map((row, at) => frictionOf(row) / results[at]!.items.counted / leadTimeOf(results[at]!)), confidence),
      cost: perItem(boundaryCostOf),
      attribution: attributionOf(results.map((result, at) => ({ row: sums[at]!, counted: result.items.counted })), ({ row, counted }, cause) => row.seconds[cause]! / counted, confidence),
    };
  });
}

/** Whether any replication counted an item of a demand class. */
export const isCounted = (results: Results, itemClass: number): boolean => results.some((result) => result.classes[itemClass]!.items > 0);

/** Demand classes per counted item of theirs, of which any replication counted one: of the others there is nothing to tell. */
export function classResults(results: Results, { classes }: Labels, confidence: number): RunResult['classes'] {
  return range(classes.count).filter((itemClass) => isCounted(results, itemClass)).map((itemClass) => {
    const of = (value: (row: ReplicationResult['classes'][number]) => number): Estimate =>
      estimateOf(results.map((result) => value(result.classes[itemClass]!)), confidence);
    return {
      id: classes.id[itemClass]!,
      items: results.reduce((sum, result) => sum + result.classes[itemClass]!.items, 0) / Math.max(1, results.length),
      leadTime: of((row) => row.leadTime / row.items),
      late: of((row) => row.late / row.items),
      attribution: attributionOf(results, (result, cause) => result.classes[itemClass]!.seconds[cause]! / result.classes[itemClass]!.items, confidence),
    };
  });
}

/** Slack of branches that never held an item up, per arrival at their join, for steps that had any. */
export function slackResults(results: Results, { nodes, steps }: Labels, confidence: number): RunResult['slack'] {
  return range(steps.count)
    .filter((step) => results.some((result) => result.steps[step]!.slackCount > 0))
    .map((step) => ({
      step: nodes.id[steps.node[step]!]!,
      mean: estimateOf(results.map((result) => result.steps[step]!.slack / result.steps[step]!.slackCount), confidence),
    }));
}
