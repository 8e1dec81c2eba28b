import type { Comparison, Difference } from '../results/comparison.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import { boundaryRows } from './boundary-rows.ts';
import { pairedEstimate } from './estimates.ts';
import { boundaryCostOf, frictionOf, leadTimeOf, utilisationOf } from './measures.ts';
import { OUTSIDE, type Labels } from './summarise-parts.ts';

/** A scenario's replications with the names of its rows. */
export interface ComparedRun {
  readonly id: string;
  readonly results: readonly ReplicationResult[];
  readonly labels: Labels;
  /** Whether the scenario's changes touch an element directly; everything else that moves is a second-order effect. */
  touched(measure: Difference['measure'], element: string | null): boolean;
}

type Measure = Difference['measure'];

/** One measure of one element, a value per replication (NaN: none). */
interface Column {
  readonly measure: Measure;
  readonly element: string | null;
  readonly values: readonly number[];
}

/** The measures that are declared to be judged together (DESIGN 6). */
const declared: ReadonlySet<Measure> = new Set<Measure>(['leadTime', 'waiting', 'friction']);

/**
 * Paired differences of every scenario against the base, replication by replication under common random numbers. The
 * intervals hold together over the declared family of all scenarios (Bonferroni); lower is better in every measure.
 */
export function compareRuns(base: Omit<ComparedRun, 'touched'>, others: readonly ComparedRun[], confidence: number): Comparison {
  const pairs = others.map((other) => ({ other, columns: matched(columnsOf(base), columnsOf(other)) }));
  const family = Math.max(1, pairs.reduce((sum, { columns }) => sum + columns.filter(([{ measure }]) => declared.has(measure)).length, 0));
  return {
    base: base.id,
    family,
    scenarios: pairs.map(({ other, columns }) => ({
      id: other.id,
      differences: columns.flatMap(([before, after]) => differenceOf(other, before, after, confidence, family)),
    })),
  };
}

function differenceOf(run: ComparedRun, before: Column, after: Column, confidence: number, family: number): Difference[] {
  const { mean, low, high } = pairedEstimate(after.values, before.values, confidence, family);
  if (mean === null) return [];
  const { measure, element } = after;
  const verdict = high !== null && high < 0 ? 'better' : low !== null && low > 0 ? 'worse' : 'unclear';
  return [{ measure, element, mean, low, high, verdict, secondOrder: !run.touched(measure, element) }];
}

function columnsOf({ results, labels }: Omit<ComparedRun, 'touched'>): Column[] {
  const { nodes, steps, teams } = labels;
  const columns: Column[] = [{ measure: 'leadTime', element: null, values: results.map(leadTimeOf) }];
  for (let team = 0; team < teams.count; team += 1) {
    const element = teams.id[team]!;
    const rows = results.map((result) => result.teams[team]!);
    columns.push({ measure: 'waiting', element, values: rows.map((row) => row.waiting / row.starts) });
    if (teams.unlimited[team] !== 1) columns.push({ measure: 'utilisation', element, values: rows.map(utilisationOf) });
  }
  for (let step = 0; step < steps.count; step += 1) {
    const rows = results.map((result) => result.steps[step]!);
    columns.push({ measure: 'waiting', element: nodes.id[steps.node[step]!]!, values: rows.map((row) => row.waiting / row.visits) });
  }
  for (const { from, to, sums } of boundaryRows(results)) {
    const element = `${idOf(labels, from)}>${idOf(labels, to)}`;
    const perItem = (value: (row: (typeof sums)[number]) => number): number[] => sums.map((row, index) => value(row) / results[index]!.items.counted);
    columns.push({ measure: 'friction', element, values: perItem(frictionOf) });
    columns.push({ measure: 'cost', element, values: perItem(boundaryCostOf) });
  }
  columns.push({ measure: 'cost', element: null, values: results.map((result) => result.cost / result.items.counted) });
  return columns;
}

const idOf = ({ teams }: Labels, team: number): string => (team < 0 ? OUTSIDE : teams.id[team]!);

/** Measures for which both runs have values. A boundary that only one of them crosses had no friction and no cost in the other. */
function matched(before: readonly Column[], after: readonly Column[]): [Column, Column][] {
  const keyOf = ({ measure, element }: Column): string => `${measure} ${element ?? ''}`;
  const left = new Map(before.map((column) => [keyOf(column), column]));
  const right = new Map(after.map((column) => [keyOf(column), column]));
  const isBoundary = ({ element }: Column): boolean => element?.includes('>') ?? false;
  const none = (column: Column): Column => ({ ...column, values: column.values.map(() => 0) });
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key): [Column, Column][] => {
    const one = left.get(key);
    const other = right.get(key);
    if (one && other) return one.values.some((value, index) => !Number.isNaN(value - other.values[index]!)) ? [[one, other]] : [];
    const alone = (one ?? other)!;
    if (!isBoundary(alone)) return [];
    return [[one ?? none(alone), other ?? none(alone)]];
  });
}
