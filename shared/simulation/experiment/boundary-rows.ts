import { CAUSES } from '../results/causes.ts';
import type { BoundarySums, ReplicationResult } from '../results/replication-result.ts';

/** One boundary over replications: its sums in each, zeros where nobody crossed it. */
export interface BoundaryRow {
  readonly from: number;
  readonly to: number;
  readonly sums: readonly BoundarySums[];
}

/** All boundaries that any replication saw, by sender and receiver, the outside first. */
export function boundaryRows(results: readonly ReplicationResult[]): readonly BoundaryRow[] {
  const rows = new Map<string, { from: number; to: number; sums: (BoundarySums | undefined)[] }>();
  results.forEach((result, index) => {
    for (const sums of result.boundaries) {
      const key = `${sums.from}>${sums.to}`;
      const row = rows.get(key) ?? { from: sums.from, to: sums.to, sums: [] };
      row.sums[index] = sums;
      rows.set(key, row);
    }
  });
  return [...rows.values()]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, sums }) => ({ from, to, sums: results.map((_, index) => sums[index] ?? empty(from, to)) }));
}

const zeros: readonly number[] = new Array<number>(CAUSES).fill(0);

function empty(from: number, to: number): BoundarySums {
  return { from, to, crossings: 0, pingPong: 0, seconds: zeros, bothClosed: 0, delayCost: 0, capacityCost: 0 };
}
