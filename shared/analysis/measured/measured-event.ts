/** One piece of work in a measured log. Times are seconds since 1970-01-01 UTC (or of any one clock). */
export interface MeasuredEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly resource: string;
  /** When it could have begun, where the log says. */
  readonly enabled?: number;
  readonly start: number;
  readonly end: number;
}

/** An interval of time, end excluded, in the clock of the log. */
export type Interval = readonly [from: number, to: number];

/** Groups a log by a key, keeping its order. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
