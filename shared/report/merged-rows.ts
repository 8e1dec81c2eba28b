import { type Attribution, type BoundaryResult, causes, type Estimate, meanOf, type RunResult, type TeamResult } from '../analysis/readings/measures.ts';

type Rows<T> = readonly [T, ...T[]];
type Bottleneck = RunResult['bottlenecks'][number];

/** Rows of one key as one, at the place of the first. */
export function merged<T>(rows: readonly T[], keyOf: (row: T) => string, merge: (rows: Rows<T>, key: string) => T): T[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups].map(([key, group]) => merge(group, key));
}

/** Teams as one: units and queues are summed, shares and waits weighted by units. */
export function mergedTeam(rows: Rows<TeamResult>, id: string, name: string): TeamResult {
  const [first] = rows;
  const weights = rows.map(({ capacity }) => capacity ?? 1);
  const weighted = (pick: (row: TeamResult) => Estimate): Estimate => weightedMean(rows.map(pick), weights);
  const parts = Object.keys(first.budget) as (keyof TeamResult['budget'])[];
  return {
    ...first,
    id,
    name,
    capacity: rows.some(({ capacity }) => capacity === null) ? null : weights.reduce((total, weight) => total + weight, 0),
    utilisation: weighted((row) => row.utilisation),
    queueLength: sum(rows.map((row) => row.queueLength)),
    waiting: weighted((row) => row.waiting),
    budget: Object.fromEntries(parts.map((part) => [part, weighted((row) => row.budget[part])])) as TeamResult['budget'],
  };
}

/** Boundaries as one: everything that is per item adds up. */
export function mergedBoundary(rows: Rows<BoundaryResult>, of: (id: string) => string): BoundaryResult {
  const [first] = rows;
  const ends = { ...first, from: of(first.from), to: of(first.to) };
  if (rows.length === 1) return ends;
  const added = (pick: (row: BoundaryResult) => Estimate): Estimate => sum(rows.map(pick));
  return {
    ...ends,
    crossings: added((row) => row.crossings),
    pingPong: added((row) => row.pingPong),
    friction: added((row) => row.friction),
    madeByHandoff: added((row) => row.madeByHandoff),
    madeByLoad: added((row) => row.madeByLoad),
    bothClosed: added((row) => row.bothClosed),
    index: added((row) => row.index),
    cost: added((row) => row.cost),
    attribution: Object.fromEntries(causes.map((cause) => [cause, added((row) => row.attribution[cause])])) as Attribution,
  };
}

/** Bottlenecks as one: what one more person gains is known for each team alone, so not for all. */
export function mergedBottleneck(rows: Rows<Bottleneck>, team: string, capacities: ReadonlyMap<string, number>): Bottleneck {
  const weights = rows.map((row) => capacities.get(row.team) ?? 1);
  return {
    team,
    offeredLoad: weightedMean(rows.map((row) => row.offeredLoad), weights),
    waitShare: sum(rows.map((row) => row.waitShare)),
    activePeriod: weightedMean(rows.map((row) => row.activePeriod), weights),
    gain: null,
  };
}

/** Intervals of parts make none of the whole. */
const only = (mean: number, n: number): Estimate => ({ mean, low: null, high: null, sd: null, n });

const sum = (estimates: readonly Estimate[]): Estimate => only(estimates.reduce((total, one) => total + meanOf(one), 0), estimates[0]?.n ?? 0);

function weightedMean(estimates: readonly Estimate[], weights: readonly number[]): Estimate {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  return only(estimates.reduce((total, one, at) => total + meanOf(one) * (weights[at] ?? 0), 0) / whole, estimates[0]?.n ?? 0);
}
