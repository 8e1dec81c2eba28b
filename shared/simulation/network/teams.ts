import { defaults } from '../../document/model/defaults.ts';
import type { Interrupt, Team } from '../../document/model/organisation.ts';
import { hashIds, hashText } from '../kernel/keys.ts';
import { mean } from '../kernel/distributions.ts';
import { bytes, integers, numbers, type Context } from './context.ts';
import { ACTS, CLOCK, DISCIPLINE, PREEMPTION, SHIFT_END, WHEN_FULL, type StreamTable, type TeamTable } from './network.ts';
import type { Pools } from './pools.ts';
import type { Promised } from './promise.ts';
import { refuse } from './refusal.ts';
import type { Staff } from './staff.ts';

/** The table of teams. */
export function compileTeams(context: Context, staff: Staff, pools: Pools, promised: readonly Promised[]): TeamTable {
  const { teams } = staff;
  const hashes = hashIds(teams.map((team) => team.id));
  return {
    count: teams.length,
    id: teams.map((team) => team.id),
    name: teams.map((team) => team.name),
    hash: integers(teams, (team) => hashes.get(team.id)!),
    party: teams.map((team) => team.party),
    capacity: numbers(teams, (team, number) => (team.unlimited === true ? Infinity : staff.unitsOfTeam[number]!.length)),
    unlimited: bytes(teams, (team) => (team.unlimited === true ? 1 : 0)),
    discipline: bytes(teams, disciplineOf),
    ageing: numbers(teams, (team) => (team.ageing === undefined ? 0 : context.seconds(team.ageing, 'elapsed'))),
    preemption: bytes(teams, (team) => PREEMPTION[team.preemption ?? defaults.team.preemption]),
    resumePenalty: integers(teams, (team) => context.time(team.resumePenalty, 'working', team.id)),
    atShiftEnd: bytes(teams, (team) => SHIFT_END[team.atShiftEnd ?? defaults.team.atShiftEnd]),
    multitasking: integers(teams, (team) => team.multitasking?.limit ?? 1),
    switchCost: numbers(teams, (team) => team.multitasking?.switchCost?.value ?? 0),
    wipLimit: numbers(teams, (team) => team.wipLimit?.limit ?? Infinity),
    whenFull: bytes(teams, (team) => WHEN_FULL[team.wipLimit?.whenFull ?? defaults.team.whenFull]),
    setupAfterIdle: integers(teams, (team) => context.time(team.setup?.afterIdle, 'working', team.id)),
    setupOnChange: integers(teams, (team) => context.time(team.setup?.onChange, 'working', team.id)),
    setupByClass: bytes(teams, (team) => ((team.setup?.changeBy ?? defaults.team.setupChangeBy) === 'class' ? 1 : 0)),
    startAt: integers(teams, (team) => team.startAt ?? defaults.team.startAt),
    handover: bytes(teams, (team) => ((team.handover ?? defaults.team.handover) ? 1 : 0)),
    protectedShare: numbers(teams, (team) => team.protectedShare?.value ?? defaults.team.protectedShare),
    set: pools.teamSet,
    queue: pools.teamQueue,
    units: pools.teamUnits,
    calendar: Int32Array.from(staff.teamCalendar),
    response: numbers(promised, ({ response }) => response),
    responseCalendar: integers(promised, ({ calendar }) => calendar),
  };
}

/** Code of a team's discipline, the published default where it has none. */
export const disciplineOf = (team: Team): number => DISCIPLINE[team.discipline ?? defaults.team.discipline];

/** Work on the team's units can be broken off by something else than their calendar, or is shared. */
export const isEventful = (team: Team): boolean =>
  (team.interrupts?.length ?? 0) > 0 || (team.otherWork?.share.value ?? 0) > 0 || (team.protectedShare?.value ?? 0) > 0 ||
  (team.preemption ?? 'none') !== 'none' || (team.multitasking?.limit ?? 1) > 1;

/** Units of the team lose time to interrupts, other work or protection while on shift. */
export const isInterrupted = (team: Team): boolean =>
  (team.interrupts?.length ?? 0) > 0 || (team.otherWork?.share.value ?? 0) > 0 || (team.protectedShare?.value ?? 0) > 0;

/** Somebody who joined later can be served before somebody who waits. */
export const canOvertake = (team: Team): boolean => disciplineOf(team) !== DISCIPLINE.fifo || team.ageing !== undefined || (team.preemption ?? 'none') !== 'none';

interface Row {
  readonly team: number;
  readonly unit: number;
  readonly clock: number;
  readonly acts: number;
  readonly every: number;
  readonly length: number;
  readonly calendar: number;
  readonly otherWork: number;
  readonly hash: number;
  readonly index: number;
}

/** Streams of interrupts and of other work: one row per independent source. */
export function compileStreams(context: Context, staff: Staff, pools: Pools): StreamTable {
  const rows: Row[] = [];
  staff.teams.forEach((team, number) => {
    if (team.unlimited === true) return;
    const units = pools.teamUnits.items.subarray(pools.teamUnits.first[number]!, pools.teamUnits.first[number + 1]!);
    for (const interrupt of team.interrupts ?? []) rows.push(...interruptRows(context, staff, pools, number, interrupt));
    rows.push(...otherWorkRows(context, staff, number, team, units));
  });
  return {
    count: rows.length,
    team: integers(rows, (row) => row.team),
    unit: integers(rows, (row) => row.unit),
    clock: bytes(rows, (row) => row.clock),
    acts: bytes(rows, (row) => row.acts),
    every: integers(rows, (row) => row.every),
    length: integers(rows, (row) => row.length),
    calendar: integers(rows, (row) => row.calendar),
    otherWork: bytes(rows, (row) => row.otherWork),
    hash: integers(rows, (row) => row.hash),
    index: integers(rows, (row) => row.index),
  };
}

/** One stream for the team, which takes whoever is free; or one per unit, in its working time and for that unit alone. */
function interruptRows(context: Context, staff: Staff, pools: Pools, team: number, interrupt: Interrupt): Row[] {
  const units = pools.teamUnits.items.subarray(pools.teamUnits.first[team]!, pools.teamUnits.first[team + 1]!);
  const elapsed = (interrupt.counts ?? defaults.interrupt.counts) === 'elapsed';
  const clock = CLOCK[interrupt.clock ?? defaults.interrupt.clock];
  const perUnit = interrupt.perUnit ?? defaults.interrupt.perUnit;
  const every = context.time(interrupt.every, elapsed ? 'elapsed' : 'working', staff.teams[team]!.id);
  const length = context.time(interrupt.length, 'working', staff.teams[team]!.id);
  if (!(mean(context.samplers[every]!) > 0)) refuse('simulation.interruptWithoutGap', { team: staff.teams[team]!.name, interrupt: interrupt.name }, staff.teams[team]!.id);
  const row = {
    team, clock, acts: ACTS[interrupt.acts ?? defaults.interrupt.acts], every, length, calendar: elapsed ? -1 : staff.teamCalendar[team]!,
    otherWork: 0, hash: hashText(`${staff.teams[team]!.id}/${interrupt.id}`),
  };
  if (!perUnit) return [{ ...row, unit: -1, index: 0 }];
  return Array.from(units, (unit, index) => ({ ...row, unit, calendar: elapsed ? -1 : pools.units.calendar[unit]!, index }));
}

/** Other work comes like interrupts that wait for the next free moment: pieces at rate share / length per unit. */
function otherWorkRows(context: Context, staff: Staff, number: number, team: Team, units: Int32Array): Row[] {
  const share = team.otherWork?.share.value ?? 0;
  if (share === 0) return [];
  const pieces = team.otherWork?.pieceLength ?? { type: 'exponential' as const, mean: defaults.team.otherWorkPieceHours, unit: 'h' as const };
  const length = context.time(pieces, 'working', team.id);
  const every = context.time({ type: 'exponential', mean: mean(context.samplers[length]!) / share, unit: 's' }, 'working', team.id);
  const hash = hashText(`${team.id}/other-work`);
  return Array.from(units, (_, index) => ({
    team: number, unit: -1, clock: CLOCK.independent, acts: ACTS.queueFirst, every, length, calendar: staff.teamCalendar[number]!, otherWork: 1, hash, index,
  }));
}
