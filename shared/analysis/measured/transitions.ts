import { groupBy, type MeasuredEvent } from './measured-event.ts';

/** An event with what enabled it: the latest earlier event of its case that had ended and is not concurrent with it. */
export interface Transition {
  readonly source: MeasuredEvent | undefined;
  readonly target: MeasuredEvent;
  /** When the target could have begun: the source's end; where nothing came before, what the log says or its own start. */
  readonly enabled: number;
  /** When it had all it needed, where the log says: from then on it waited for its resource. Else the same. */
  readonly ready: number;
}

/**
 * Links each event of a log to the one that enabled it. Two activities that complete directly after one another in both orders,
 * over all cases, are concurrent and never enable one another.
 */
export function findTransitions(log: readonly MeasuredEvent[]): Transition[] {
  const cases = [...groupBy(log, (event) => event.caseId).values()].map((events) => events.toSorted(byEnd));
  const concurrent = concurrentActivities(cases);
  return cases.flatMap((events) => events.map((target, index) => enable(events, target, index, concurrent)));
}

/**
 * Pairs of activities seen to complete directly after one another both ways, as `a → b` and `b → a`: the parallel ones of
 * the alpha algorithm (van der Aalst, Weijters and Maruster 2004).
 */
export function concurrentActivities(cases: readonly (readonly MeasuredEvent[])[]): ReadonlySet<string> {
  const follows = new Set<string>();
  for (const events of cases) {
    for (const [index, event] of events.entries()) {
      const next = events[index + 1];
      if (next !== undefined && next.activity !== event.activity) follows.add(pair(event.activity, next.activity));
    }
  }
  return new Set([...follows].filter((key) => follows.has(reversed(key))));
}

function enable(events: readonly MeasuredEvent[], target: MeasuredEvent, index: number, concurrent: ReadonlySet<string>): Transition {
  let source: MeasuredEvent | undefined;
  for (const [place, event] of events.entries()) {
    if (place >= index) break;
    if (event.end > target.start || concurrent.has(pair(event.activity, target.activity))) continue;
    if (source === undefined || event.end > source.end) source = event;
  }
  const enabled = source?.end ?? Math.min(target.start, target.enabled ?? target.start);
  return { source, target, enabled, ready: Math.min(target.start, Math.max(enabled, target.enabled ?? enabled)) };
}

const byEnd = (a: MeasuredEvent, b: MeasuredEvent): number => a.end - b.end || a.start - b.start;
const separator = '\u0000';
const pair = (from: string, to: string): string => `${from}${separator}${to}`;
const reversed = (key: string): string => key.split(separator).toReversed().join(separator);
