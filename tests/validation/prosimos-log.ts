// What a log says about each step: its working time and what follows it. The same measures for their logs and our runs.
import type { Calendar } from '../../shared/document/model/calendar.ts';
import { weekdays } from '../../shared/document/model/fields.ts';
import type { Model } from '../../shared/document/model/model.ts';

/** One piece of work; times in seconds of any one clock, `working` the seconds in which somebody worked. */
export interface Work {
  readonly caseId: string;
  readonly activity: string;
  readonly start: number;
  readonly end: number;
  readonly working: number;
}

const day = 86_400;

/** Seconds between two instants (since 1970 UTC) in which a weekly calendar in UTC is open. */
export function openSeconds(calendar: Calendar, from: number, to: number): number {
  let total = 0;
  for (let midnight = Math.floor(from / day) * day; midnight < to; midnight += day) {
    const weekday = weekdays[(Math.floor(midnight / day) + 3) % 7];
    for (const interval of calendar.weekly) {
      if (interval.day !== weekday) continue;
      total += Math.max(0, Math.min(to, midnight + clock(interval.to)) - Math.max(from, midnight + clock(interval.from)));
    }
  }
  return total;
}

const clock = (text: string): number => {
  const [hours, minutes, seconds] = text.split(':').map(Number);
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
};

/** For each step, by name: the steps (or the end, "") that can follow it without another step between. */
export function stepSuccessors(model: Model): Map<string, Set<string>> {
  const following = new Map<string, Set<string>>();
  const nameOf = (id: string): string => model.nodes[id]?.name ?? id;
  const flows = Object.values(model.flows).filter((flow) => flow.kind !== 'information');
  const walk = (from: string, found: Set<string>, seen: Set<string>): void => {
    for (const flow of flows) {
      if (flow.from !== from || seen.has(flow.to)) continue;
      const target = model.nodes[flow.to];
      if (target?.kind === 'step') found.add(nameOf(flow.to));
      else {
        seen.add(flow.to);
        walk(flow.to, found, seen);
      }
    }
  };
  for (const node of Object.values(model.nodes)) {
    if (node.kind !== 'step' && node.kind !== 'start') continue;
    const found = new Set<string>();
    walk(node.id, found, new Set());
    following.set(node.kind === 'start' ? '' : nameOf(node.id), found);
  }
  return following;
}

/** How often `to` follows `from`, out of how often `from` is done. */
export interface Share {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly of: number;
}

/**
 * Routing shares: each piece of work is led to by the latest piece of its case that ended before it began and whose step
 * can precede it; the start leads where there is none. Pieces of one instant count in the order of the log.
 */
export function routingShares(log: readonly Work[], successors: ReadonlyMap<string, ReadonlySet<string>>): Share[] {
  const cases = new Map<string, Work[]>();
  for (const work of log) {
    const list = cases.get(work.caseId);
    if (list === undefined) cases.set(work.caseId, [work]);
    else list.push(work);
  }
  const pairs = new Map<string, number>();
  const totals = new Map<string, number>([['', cases.size]]);
  for (const works of cases.values()) {
    works.forEach((work, place) => {
      totals.set(work.activity, (totals.get(work.activity) ?? 0) + 1);
      let before: Work | undefined;
      works.forEach((other, at) => {
        if (other.end > work.start + 1e-3 || (other.end >= work.start - 1e-3 && at >= place) || successors.get(other.activity)?.has(work.activity) !== true) return;
        if (before === undefined || other.end >= before.end) before = other;
      });
      const key = JSON.stringify([(before as Work | undefined)?.activity ?? '', work.activity]);
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    });
  }
  return [...successors].flatMap(([from, targets]) =>
    [...targets].map((to) => ({ from, to, count: pairs.get(JSON.stringify([from, to])) ?? 0, of: totals.get(from) ?? 0 })));
}

/** Working times by step. */
export function workingTimes(log: readonly Work[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { activity, working } of log) {
    const list = times.get(activity);
    if (list === undefined) times.set(activity, [working]);
    else list.push(working);
  }
  return times;
}

export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

export function summarise(values: readonly number[]): Summary {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = n < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, variance };
}

/** Mean time of a case from its first start to its last end, in seconds. */
export function meanCaseTime(log: readonly Work[]): number {
  const spans = new Map<string, [number, number]>();
  for (const { caseId, start, end } of log) {
    const span = spans.get(caseId);
    if (span === undefined) spans.set(caseId, [start, end]);
    else spans.set(caseId, [Math.min(span[0], start), Math.max(span[1], end)]);
  }
  return [...spans.values()].reduce((sum, [from, to]) => sum + to - from, 0) / spans.size;
}
