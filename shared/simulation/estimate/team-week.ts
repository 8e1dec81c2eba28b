import type { Network } from '../network/network.ts';
import type { WeekOf } from './demand.ts';
import { itemsOf } from './graph.ts';
import { type Leg, passSpread } from './spread.ts';
import { emptyProfile, WorkingWeek } from './week.ts';
import type { Moments } from './work.ts';

/** Units that keep the same week. */
interface Shift {
  readonly week: WorkingWeek;
  readonly units: number;
}

/** When a team is there. */
export interface TeamWeek {
  /** Open seconds of a unit on average: all of them while the whole team is there, half of them while half of it is. */
  readonly week: WorkingWeek;
  /** Who is there when, where not all keep the same hours. */
  readonly shifts: readonly Shift[];
}

export type TeamWeeks = (team: number) => TeamWeek;

/** The weeks of teams, each worked out once. Units that are never there are nobody's. */
export function teamWeeks({ teams, units }: Network, weekOf: WeekOf): TeamWeeks {
  const known: (TeamWeek | undefined)[] = [];
  const find = (team: number): TeamWeek => {
    const counts = new Map<number, number>();
    const own = itemsOf(teams.units, team);
    for (const unit of own) counts.set(units.calendar[unit]!, (counts.get(units.calendar[unit]!) ?? 0) + 1);
    if (counts.size < 2) return { week: weekOf([...counts.keys()][0] ?? teams.calendar[team]!), shifts: [] };
    const shifts = [...counts].map(([calendar, count]) => ({ week: weekOf(calendar), units: count }));
    const bins = shifts[0]!.week.bins;
    const open = new Float64Array(bins);
    for (const { week, units: count } of shifts) for (let bin = 0; bin < bins; bin += 1) open[bin] = open[bin]! + (count / own.length) * (week.before[bin + 1]! - week.before[bin]!);
    return { week: new WorkingWeek(open), shifts };
  };
  return (team) => (known[team] ??= find(team));
}

/** Sends a profile of those who begin now through the work itself: whoever is there does it, each in their own hours. */
export function passShifts(profile: Float64Array, shifts: readonly Shift[], work: Moments): Leg {
  const bins = profile.length;
  const there = new Float64Array(bins);
  for (const { week, units } of shifts) for (let bin = 0; bin < bins; bin += 1) there[bin] = there[bin]! + units * (week.before[bin + 1]! - week.before[bin]!);
  const out = emptyProfile(bins);
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (const { week, units } of shifts) {
    const own = emptyProfile(bins);
    let amount = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      if (there[bin] === 0) continue;
      own[bin] = (profile[bin]! * units * (week.before[bin + 1]! - week.before[bin]!)) / there[bin]!;
      amount += own[bin]!;
    }
    if (amount === 0) continue;
    const leg = passSpread(own, week, undefined, work);
    for (let bin = 0; bin < bins; bin += 1) out[bin] = out[bin]! + leg.out[bin]!;
    total += amount;
    sum += amount * leg.elapsed;
    squares += amount * (leg.variance + leg.elapsed ** 2);
  }
  if (total === 0) return { out: profile, elapsed: 0, variance: 0 };
  return { out, elapsed: sum / total, variance: Math.max(0, squares / total - (sum / total) ** 2) };
}
