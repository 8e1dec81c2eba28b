import type { MessageId } from '../../language/message.ts';
import { type Attribution, type Cause, meanOf } from './measures.ts';

/** The six groups of the time bar, and the planned wait that stands apart (LOOK, Words). */
export const timeGroups = ['worked', 'handing', 'closed', 'busy', 'answer', 'again', 'planned'] as const;
export type TimeGroup = (typeof timeGroups)[number];

/** The causes that each group of time holds. */
export const causesOf: Readonly<Record<TimeGroup, readonly Cause[]>> = {
  worked: ['service'],
  handing: ['batch', 'transfer', 'setup'],
  closed: ['calendar'],
  busy: ['blocking', 'interrupt', 'priority', 'queue'],
  answer: ['decision', 'information', 'clarification'],
  again: ['rework'],
  planned: ['timer'],
};

/** What a group of time is called. */
export const groupNames: Readonly<Record<TimeGroup, MessageId>> = {
  worked: 'analysis.group.worked',
  handing: 'analysis.group.handing',
  closed: 'analysis.group.closed',
  busy: 'analysis.group.busy',
  answer: 'analysis.group.answer',
  again: 'analysis.group.again',
  planned: 'analysis.group.planned',
};

/** What a cause is called. */
export const causeNames: Readonly<Record<Cause, MessageId>> = {
  service: 'analysis.cause.service',
  batch: 'analysis.cause.batch',
  transfer: 'analysis.cause.transfer',
  calendar: 'analysis.cause.calendar',
  blocking: 'analysis.cause.blocking',
  interrupt: 'analysis.cause.interrupt',
  priority: 'analysis.cause.priority',
  queue: 'analysis.cause.queue',
  decision: 'analysis.cause.decision',
  information: 'analysis.cause.information',
  timer: 'analysis.cause.timer',
  setup: 'analysis.cause.setup',
  clarification: 'analysis.cause.clarification',
  rework: 'analysis.cause.rework',
};

export interface GroupTime {
  readonly group: TimeGroup;
  /** Seconds per item. */
  readonly seconds: number;
  /** The causes beneath it with their seconds, in the order of the table. */
  readonly causes: readonly { readonly cause: Cause; readonly seconds: number }[];
}

/** An attribution as the bar shows it; the groups' seconds sum to the lead time. */
export function groupTimes(attribution: Attribution): readonly GroupTime[] {
  return timeGroups.map((group) => {
    const causes = causesOf[group].map((cause) => ({ cause, seconds: meanOf(attribution[cause]) }));
    return { group, causes, seconds: causes.reduce((sum, part) => sum + part.seconds, 0) };
  });
}
