import type { ImportReport } from './report.ts';

/** One piece of work in a log of another system. Times are milliseconds since 1970-01-01 UTC. */
export interface ReadEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly start: number;
  readonly end: number;
  /** When it could have begun, where the log says. */
  readonly enable?: number;
  readonly resource?: string;
  /** Team, role or department of the resource. */
  readonly group?: string;
}

export interface ReadLog {
  /** In the order of the file. */
  readonly events: readonly ReadEvent[];
  readonly cases: number;
  readonly report: ImportReport;
}

/** An entry of a log before starts and ends are paired. */
export interface RawEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly time: number;
  /** As written, in lower case; absent where the log has no life cycle. */
  readonly transition?: string;
  readonly instance?: string;
  readonly resource?: string;
  readonly group?: string;
}

export interface PairedEvents {
  readonly events: ReadEvent[];
  /** Starts that nothing completes. */
  readonly open: number;
  /** Entries that neither start nor complete work. */
  readonly other: number;
}

const starts = new Set(['start']);
const ends = new Set(['complete', 'end', 'completed', 'finish']);
const schedules = new Set(['schedule', 'assign']);

/**
 * Pairs the start and the end of each piece of work: by its instance id where there is one, else first in, first out
 * within case and activity. An end without a start took no time; a start without an end is left out and counted.
 */
export function pairEvents(raw: readonly RawEvent[]): PairedEvents {
  const waiting = new Map<string, { index: number; time: number; enable?: number }[]>();
  const scheduled = new Map<string, number[]>();
  const placed: { order: number; event: ReadEvent }[] = [];
  let other = 0;
  raw.forEach((entry, index) => {
    const key = `${entry.caseId}\u0000${entry.activity}\u0000${entry.instance ?? ''}`;
    const transition = entry.transition ?? 'complete';
    if (schedules.has(transition)) scheduled.set(key, [...(scheduled.get(key) ?? []), entry.time]);
    else if (starts.has(transition)) {
      const enable = scheduled.get(key)?.shift();
      waiting.set(key, [...(waiting.get(key) ?? []), { index, time: entry.time, ...(enable !== undefined && { enable }) }]);
    } else if (ends.has(transition)) {
      const begun = waiting.get(key)?.shift();
      const enable = begun === undefined ? scheduled.get(key)?.shift() : begun.enable;
      placed.push({
        order: begun?.index ?? index,
        event: {
          caseId: entry.caseId, activity: entry.activity, start: begun === undefined ? entry.time : Math.min(begun.time, entry.time), end: entry.time,
          ...(enable !== undefined && { enable }),
          ...(entry.resource !== undefined && { resource: entry.resource }),
          ...(entry.group !== undefined && { group: entry.group }),
        },
      });
    } else other += 1;
  });
  const open = [...waiting.values()].reduce((sum, list) => sum + list.length, 0);
  return { events: placed.toSorted((a, b) => a.order - b.order).map((one) => one.event), open, other };
}
