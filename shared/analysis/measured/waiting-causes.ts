import { groupBy, type Interval, type MeasuredEvent } from './measured-event.ts';
import { openWithin, type ResourceCalendars, unite } from './resource-calendar.ts';
import { findTransitions, type Transition } from './transitions.ts';

/**
 * Causes of waiting that a log can show. They speak of the same time as the causes of a simulated run (DESIGN 4g):
 * batch → batching, priority → prioritisation, queue → contention, calendar → unavailability, the rest → extraneous.
 */
export const waitingCauses = ['batching', 'prioritisation', 'contention', 'unavailability', 'extraneous'] as const;
export type WaitingCause = (typeof waitingCauses)[number];

/** Waiting between two pieces of work, over all cases that went that way. Times are seconds in total. */
export interface MeasuredHandoff {
  readonly sourceActivity: string;
  readonly sourceResource: string;
  readonly targetActivity: string;
  readonly targetResource: string;
  readonly frequency: number;
  readonly cases: readonly string[];
  readonly waiting: number;
  readonly causes: Readonly<Record<WaitingCause, number>>;
}

/**
 * Splits the waiting before every event by its cause. Where the log says when an event had all it needed, what lies
 * before is *extraneous*: transfers, decisions, answers. The window from then to its start is *unavailability* where the
 * resource is off shift; of the rest it is *prioritisation* while the resource works on something that was enabled
 * later, *contention* while it works on something enabled before or at once, and *extraneous* where nothing explains it.
 * Events of one resource, activity and start that were enabled at different times form a batch: until the last of them
 * was enabled the earlier ones wait for *batching*.
 * Definitions follow Lashkevich, Milani, Chapela-Campa, Suvorau and Dumas, "Why am I waiting?", CAiSE 2023.
 */
export function measureHandoffs(log: readonly MeasuredEvent[], calendars: ResourceCalendars): MeasuredHandoff[] {
  const transitions = findTransitions(log);
  const byResource = groupBy(transitions, ({ target }) => target.resource);
  const complete = batchCompletions(transitions);
  const handoffs = groupBy(
    transitions.flatMap(({ source, ...rest }) => (source === undefined ? [] : [{ ...rest, source }])),
    ({ source, target }) => JSON.stringify([source.activity, source.resource, target.activity, target.resource]),
  );
  return [...handoffs.values()].map((group) => {
    const causes: Record<WaitingCause, number> = { batching: 0, prioritisation: 0, contention: 0, unavailability: 0, extraneous: 0 };
    for (const transition of group) {
      const parts = splitWaiting(transition, byResource.get(transition.target.resource) ?? [], calendars, complete.get(transition.target) ?? transition.ready);
      for (const cause of waitingCauses) causes[cause] += parts[cause];
    }
    return { ...ends(group), frequency: group.length, cases: [...new Set(group.map(({ target }) => target.caseId))], waiting: group.reduce((sum, { target, enabled }) => sum + target.start - enabled, 0), causes };
  });
}

/** A transition in which something came before. */
type Handover = Transition & { readonly source: MeasuredEvent };

function ends(group: readonly Handover[]): Pick<MeasuredHandoff, 'sourceActivity' | 'sourceResource' | 'targetActivity' | 'targetResource'> {
  const { source, target } = group[0] as Handover;
  return { sourceActivity: source.activity, sourceResource: source.resource, targetActivity: target.activity, targetResource: target.resource };
}

function splitWaiting(transition: Transition, others: readonly Transition[], calendars: ResourceCalendars, complete: number): Record<WaitingCause, number> {
  const { target, enabled, ready } = transition;
  const batching = Math.max(0, Math.min(complete, target.start) - ready);
  const window: Interval = [ready + batching, target.start];
  const weekly = calendars.get(target.resource);
  const onShift = weekly === undefined ? unite([window]) : openWithin(weekly, window);
  const unavailability = length([window]) - length(onShift);
  // What it waits for begins where the window ends, and so never counts itself.
  const busyWith = (later: boolean): Interval[] =>
    unite(others.filter((other) => other.ready > ready === later).map((other) => [other.target.start, other.target.end]));
  const prioritised = intersect(onShift, busyWith(true));
  const contended = intersect(onShift, busyWith(false));
  const prioritisation = length(prioritised) - length(intersect(prioritised, contended));
  const contention = length(contended);
  return { batching, prioritisation, contention, unavailability, extraneous: ready - enabled + length(onShift) - prioritisation - contention };
}

/** When the last of those that begin as one batch was enabled; alone, an event is its own batch. */
function batchCompletions(transitions: readonly Transition[]): Map<MeasuredEvent, number> {
  const complete = new Map<MeasuredEvent, number>();
  for (const members of groupBy(transitions, ({ target }) => JSON.stringify([target.resource, target.activity, target.start, target.end])).values()) {
    const last = Math.max(...members.map(({ ready }) => ready));
    for (const { target } of members) complete.set(target, last);
  }
  return complete;
}

const length = (intervals: readonly Interval[]): number => intervals.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0);

function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Interval[] => (Math.max(from, start) < Math.min(to, end) ? [[Math.max(from, start), Math.min(to, end)]] : [])),
  );
}
