import { BUDGET } from '../results/causes.ts';
import type { Simulation } from './simulation.ts';
import { MODE } from './units.ts';

/** Adds the running piece of a unit's time to the budget and starts the next one. */
export function flushPiece(sim: Simulation, unit: number): void {
  const { units, shifts, sums, network } = sim;
  const calendar = network.units.calendar[unit]!;
  const clock = shifts.clock(calendar, sim.now);
  const part = units.part[unit]!;
  if (part >= 0 && sums.windowOpen) {
    let seconds = clock - units.pieceClock[unit]!;
    const team = units.pieceTeam[unit]!;
    if (units.current[unit]! >= 0 && isOvertime(sim, unit, team)) {
      // Work that is finished after closing is on shift too.
      const elapsed = sim.now - units.pieceStart[unit]!;
      sums.onShift[network.units.team[unit]!] = sums.onShift[network.units.team[unit]!]! + (elapsed - seconds);
      seconds = elapsed;
    }
    const jobs = units.jobs[unit]!;
    if (jobs > 1 && part === BUDGET.flowWork) {
      const lost = seconds * network.teams.switchCost[team]! * (jobs - 1);
      sums.spend(team, BUDGET.setup, lost);
      sums.spend(team, part, seconds - lost);
    } else {
      sums.spend(team, part, seconds);
    }
    if (network.units.teams.first[unit + 1]! - network.units.teams.first[unit]! > 1) spendElsewhere(sim, unit, team, seconds);
  }
  units.pieceClock[unit] = clock;
  units.pieceStart[unit] = sim.now;
}

function isOvertime(sim: Simulation, unit: number, team: number): boolean {
  return sim.network.teams.atShiftEnd[team] === 1 && sim.units.heldBy[unit]! < 0 && sim.units.interrupt[unit]! < 0;
}

function spendElsewhere(sim: Simulation, unit: number, team: number, seconds: number): void {
  const { first, items } = sim.network.units.teams;
  for (let index = first[unit]!; index < first[unit + 1]!; index += 1) {
    if (items[index] !== team) sim.sums.spend(items[index]!, BUDGET.otherTeam, seconds);
  }
}

/** From now on the unit's time goes to another part of a team's budget; −1: to slack. */
export function changePiece(sim: Simulation, unit: number, part: number, team: number): void {
  flushPiece(sim, unit);
  sim.units.part[unit] = part;
  sim.units.pieceTeam[unit] = team;
}

/** Puts a unit's mode right after something about it changed, and the clocks of all sets it belongs to. */
export function refreshMode(sim: Simulation, unit: number): void {
  const { units, sets, network } = sim;
  const before = units.mode[unit]!;
  const after =
    units.on[unit] === 0 ? MODE.off
    : units.protectedNow[unit] === 1 || units.interrupt[unit]! >= 0 ? MODE.interrupted
    : units.heldBy[unit]! >= 0 ? MODE.blocked
    : MODE.normal;
  if (before === after) return;
  units.mode[unit] = after;
  const { first, items } = network.atoms.sets;
  const atom = network.units.atom[unit]!;
  for (let index = first[atom]!; index < first[atom + 1]!; index += 1) {
    const set = items[index]!;
    sets.touch(set, sim.now);
    if (before === MODE.off) sets.changeOn(set, 1, sim.now);
    else if (after === MODE.off) sets.changeOn(set, -1, sim.now);
    if (before === MODE.interrupted) sets.interrupted[set] = sets.interrupted[set]! - 1;
    else if (before === MODE.blocked) sets.blocked[set] = sets.blocked[set]! - 1;
    if (after === MODE.interrupted) sets.interrupted[set] = sets.interrupted[set]! + 1;
    else if (after === MODE.blocked) sets.blocked[set] = sets.blocked[set]! + 1;
  }
}

/** Whether a unit may take new work: on shift, not protected, not interrupted, not held, and with room for it. */
export function canTakeWork(sim: Simulation, unit: number): boolean {
  const { units, network } = sim;
  if (units.mode[unit] !== MODE.normal) return false;
  const limit = network.teams.multitasking[network.units.team[unit]!]!;
  return limit > 1 ? units.jobs[unit]! < limit : units.current[unit]! < 0;
}

/** Puts a unit into or out of the list of free units; a free unit with broken-off work is looked at first. */
export function refreshIdle(sim: Simulation, unit: number): void {
  const { units } = sim;
  const free = canTakeWork(sim, unit);
  if (free && units.paused[unit]! >= 0 && units.current[unit]! < 0) {
    if (units.idle[unit] === 1) units.removeIdle(unit);
    sim.resumers.push(unit);
    return;
  }
  if (free === (units.idle[unit] === 1)) return;
  if (free) return units.addIdle(unit, sim.now);
  units.removeIdle(unit);
  if (sim.attribution) noteActivity(sim, sim.network.units.atom[unit]!, false);
}

/**
 * Teams that an atom's units belong to: each is active while none of its units on shift is idle; closing pauses that.
 * Until the instant is settled a unit may be free for no time at all, which ends nobody's activity.
 */
export function noteActivity(sim: Simulation, atom: number, settled: boolean): void {
  const { network, units, sets } = sim;
  const teams = network.units.teams;
  const unit = network.atoms.firstUnit[atom]!;
  for (let place = teams.first[unit]!; place < teams.first[unit + 1]!; place += 1) {
    const team = teams.items[place]!;
    const set = network.teams.set[team]!;
    if (sets.on[set] === 0) {
      sim.activity.pause(team, sim.now);
      continue;
    }
    let idle = 0;
    for (let index = network.sets.atoms.first[set]!; index < network.sets.atoms.first[set + 1]!; index += 1) idle += units.idleCount[network.sets.atoms.items[index]!]!;
    if (settled || idle === 0) sim.activity.set(team, idle === 0, sim.now);
  }
}

/** Puts an interrupt at the end of those that wait for a unit of the team. */
export function queueInterrupt(sim: Simulation, team: number, token: number): void {
  const { tokens } = sim;
  tokens.next[token] = -1;
  const tail = sim.interruptTail[team]!;
  if (tail < 0) sim.interruptHead[team] = token;
  else tokens.next[tail] = token;
  sim.interruptTail[team] = token;
}

