import { z } from '../../language/zod.ts';

/** The fourteen labels of an item's time, in the order in which every table and bar shows them (DESIGN 4). */
export const causes = [
  'service', 'batch', 'transfer', 'calendar', 'blocking', 'interrupt', 'priority', 'queue', 'decision', 'information', 'timer', 'setup',
  'clarification', 'rework',
] as const;
export type Cause = (typeof causes)[number];

/** Number of a cause in tables of numbers: its place in `causes`. */
export const CAUSE = {
  service: 0, batch: 1, transfer: 2, calendar: 3, blocking: 4, interrupt: 5, priority: 6, queue: 7, decision: 8, information: 9, timer: 10,
  setup: 11, clarification: 12, rework: 13,
} as const satisfies Record<Cause, number>;

export const CAUSES = causes.length;

/** The part of a boundary's friction that the handoff itself makes; the receiver's load makes the rest. */
export const handoffCauses = ['batch', 'transfer', 'setup', 'clarification', 'rework'] as const satisfies readonly Cause[];

/** What a unit's time on shift is spent on; the shares of a team sum to 1 (DESIGN 7). */
export const budgetParts = [
  'flowWork', 'otherWork', 'interrupts', 'setup', 'clarification', 'rework', 'abandoned', 'protected', 'blocked', 'otherTeam', 'slack',
] as const;
export type BudgetPart = (typeof budgetParts)[number];

/** Number of a part of the budget: its place in `budgetParts`. */
export const BUDGET = {
  flowWork: 0, otherWork: 1, interrupts: 2, setup: 3, clarification: 4, rework: 5, abandoned: 6, protected: 7, blocked: 8, otherTeam: 9, slack: 10,
} as const satisfies Record<BudgetPart, number>;

/** A record with one value per cause. */
export const causeRecord = <S extends z.ZodType>(value: S): z.ZodObject<{ [C in Cause]: S }> =>
  z.object(Object.fromEntries(causes.map((cause) => [cause, value])) as { [C in Cause]: S });
