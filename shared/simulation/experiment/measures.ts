import { BUDGET, CAUSE, handoffCauses } from '../results/causes.ts';
import type { BoundarySums, ReplicationResult } from '../results/replication-result.ts';

export const DAY = 86_400;

type Team = ReplicationResult['teams'][number];

/** Mean lead time of the counted items of a replication in seconds, NaN where none was counted. */
export const leadTimeOf = (result: ReplicationResult): number => result.leadTime / result.items.counted;

/** Items finished per 24 hours over the whole replication. */
export const throughputOf = (result: ReplicationResult): number => (result.endTime > 0 ? (result.items.finished * DAY) / result.endTime : 0);

/** Length of the window of the time averages, seconds. */
export const windowOf = ({ window }: ReplicationResult): number => window.end - window.start;

/** Time average of a number from its integral over the window. */
export const averageOf = (result: ReplicationResult, area: number): number => (windowOf(result) > 0 ? area / windowOf(result) : 0);

/** Share of a team's unit time on shift that goes to a part of its budget; a team that was never on shift is all slack. */
export function budgetShare(team: Team, part: number): number {
  if (!(team.onShift > 0)) return part === BUDGET.slack ? 1 : 0;
  return team.budget[part]! / team.onShift;
}

/** Parts of the budget in which a unit works. */
const busyParts: readonly number[] = [
  BUDGET.flowWork, BUDGET.otherWork, BUDGET.interrupts, BUDGET.setup, BUDGET.clarification, BUDGET.rework, BUDGET.abandoned, BUDGET.otherTeam,
];
/** Those that its own flow asks for. */
const flowParts: readonly number[] = [BUDGET.flowWork, BUDGET.setup, BUDGET.clarification, BUDGET.rework, BUDGET.abandoned];

/** Busy share of unit time on shift, 0 to 1 (DESIGN 7): everything but slack, protected time and being blocked. */
export const utilisationOf = (team: Team): number => Math.min(1, busyParts.reduce((sum, part) => sum + budgetShare(team, part), 0));

/**
 * Work that came over the capacity there was for it (DESIGN 5): the flow's work is scaled from what began to what joined (so a
 * growing queue shows), interrupts and other work count whole, and protected time and work for other teams are no
 * capacity. Only the time in which items still arrive counts: in a run that drains, the rest is there because the work
 * was late. 1 or more cannot be kept up.
 */
export function offeredLoadOf(team: Team): number {
  const available = team.onShift - team.budget[BUDGET.protected]! - team.budget[BUDGET.otherTeam]!;
  if (!(available > 0)) return 0;
  const flow = flowParts.reduce((sum, part) => sum + team.budget[part]!, 0);
  const growth = team.begun > 0 ? team.joined / team.begun : 1;
  const others = team.budget[BUDGET.interrupts]! + team.budget[BUDGET.otherWork]!;
  return (flow * growth) / (available * team.arrivingShare) + others / available;
}

/** Share, 0 to 1, of all waiting for teams that is for this one (DESIGN 5); 0 where nobody waits. */
export function waitShareOf(result: ReplicationResult, team: number): number {
  const total = result.teams.reduce((sum, each) => sum + each.waiting, 0);
  return total > 0 ? result.teams[team]!.waiting / total : 0;
}

/** Seconds of a boundary's labels but service, timer and the time in which both sides were closed (DESIGN 4e). */
export function frictionOf({ seconds, bothClosed }: BoundarySums): number {
  let sum = 0;
  for (let cause = 0; cause < seconds.length; cause += 1) {
    if (cause !== CAUSE.service && cause !== CAUSE.timer && cause !== CAUSE.calendar) sum += seconds[cause]!;
  }
  return sum + Math.max(0, seconds[CAUSE.calendar]! - bothClosed);
}

/** Seconds of a boundary's friction that the handoff itself makes (DESIGN 4e). */
export const madeByHandoffOf = ({ seconds }: BoundarySums): number => handoffCauses.reduce((sum, cause) => sum + seconds[CAUSE[cause]]!, 0);

/** Currency that a boundary costs (DESIGN 4e): delay by its friction, and capacity spent on it. */
export const boundaryCostOf = ({ delayCost, capacityCost }: BoundarySums): number => delayCost + capacityCost;
