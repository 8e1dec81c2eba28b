import { BUDGET } from '../results/causes.ts';
import { changePiece, flushPiece, refreshIdle, refreshMode } from './availability.ts';
import { EVENT } from './event-order.ts';
import { interruptAgain } from './interrupts.ts';
import type { Simulation } from './simulation.ts';
import { partOfBudget, settleUnit, teamOfPiece } from './work.ts';

/** Puts every unit on shift that is open at time 0 and plans the first changes. */
export function startShifts(sim: Simulation): void {
  const { network } = sim;
  for (let calendar = 0; calendar < network.calendars.length; calendar += 1) {
    if (sim.shifts.open[calendar] === 1) applyOpening(sim, calendar, true);
    planShift(sim, calendar);
  }
  for (let unit = 0; unit < network.units.count; unit += 1) if (network.units.protectedShare[unit]! > 0) planProtection(sim, unit, 0);
}

function planShift(sim: Simulation, calendar: number): void {
  const time = sim.network.calendars[calendar]!.nextChange(sim.now);
  if (time < Infinity) sim.pushOther(EVENT.shift, calendar, time);
}

/** A calendar changes: it opens or closes, or only its availability does. */
export function changeShift(sim: Simulation, calendar: number): void {
  const open = sim.network.calendars[calendar]!.isOpen(sim.now);
  if (open !== (sim.shifts.open[calendar] === 1)) {
    sim.shifts.set(calendar, open, sim.now);
    applyOpening(sim, calendar, open);
  }
  planShift(sim, calendar);
}

function applyOpening(sim: Simulation, calendar: number, open: boolean): void {
  const { network, units, sets } = sim;
  const { first, items } = network.calendarAtoms;
  for (let index = first[calendar]!; index < first[calendar + 1]!; index += 1) {
    const atom = items[index]!;
    if (network.atoms.unlimited[atom] === 1) {
      for (let s = network.atoms.sets.first[atom]!; s < network.atoms.sets.first[atom + 1]!; s += 1) {
        sets.changeOn(network.atoms.sets.items[s]!, open ? 1 : -1, sim.now);
      }
      units.markDirty(atom);
      continue;
    }
    units.markDirty(atom);
    for (let unit = network.atoms.firstUnit[atom]!; unit < network.atoms.firstUnit[atom + 1]!; unit += 1) {
      units.on[unit] = open ? 1 : 0;
      refreshMode(sim, unit);
      if (open) interruptAgain(sim, unit);
      settleUnit(sim, unit);
      refreshIdle(sim, unit);
    }
  }
}

/** The next protected block of a unit at or after a time: the same place in each working interval. */
function planProtection(sim: Simulation, unit: number, from: number): void {
  const { units: table, calendars } = sim.network;
  const calendar = calendars[table.calendar[unit]!]!;
  let time = from;
  for (let tries = 0; tries < 3; tries += 1) {
    const opening = calendar.nextOpening(time);
    if (opening === Infinity) return;
    const start = calendar.intervalStart(opening);
    const end = calendar.intervalEnd(opening);
    const length = end - start;
    const blockStart = start + table.protectedFrom[unit]! * length;
    const blockEnd = Math.min(end, blockStart + table.protectedShare[unit]! * length);
    if (from < blockEnd && blockEnd > blockStart) {
      sim.protectedUntil[unit] = blockEnd;
      sim.pushOther(EVENT.protection, unit, Math.max(from, blockStart));
      return;
    }
    time = end;
  }
}

/** A protected block of a unit begins or ends. */
export function changeProtection(sim: Simulation, unit: number): void {
  const { units, tokens, network } = sim;
  const begins = units.protectedNow[unit] === 0;
  const current = units.current[unit]!;
  if (begins) {
    changePiece(sim, unit, BUDGET.protected, network.units.team[unit]!);
  } else if (units.interrupt[unit]! >= 0) {
    const interrupt = units.interrupt[unit]!;
    changePiece(sim, unit, partOfBudget(sim, interrupt, 1), tokens.team[interrupt]!);
  } else {
    changePiece(sim, unit, current >= 0 ? partOfBudget(sim, current, tokens.stage[current]!) : -1, current >= 0 ? teamOfPiece(sim, current, unit) : network.units.team[unit]!);
  }
  units.protectedNow[unit] = begins ? 1 : 0;
  refreshMode(sim, unit);
  if (!begins) interruptAgain(sim, unit);
  settleUnit(sim, unit);
  refreshIdle(sim, unit);
  if (begins) sim.pushOther(EVENT.protection, unit, sim.protectedUntil[unit]!);
  else planProtection(sim, unit, sim.now);
}

/** The measured window opens: everything before is forgotten, what runs goes on. */
export function openWindow(sim: Simulation): void {
  const { network, shifts } = sim;
  for (let unit = 0; unit < network.units.count; unit += 1) flushPiece(sim, unit);
  sim.sums.openWindow(sim.now);
  sim.activity.open(sim.now);
  for (let calendar = 0; calendar < network.calendars.length; calendar += 1) sim.windowClock[calendar] = shifts.clock(calendar, sim.now);
}

/** The measured window closes: what runs is added up to now. */
export function closeWindow(sim: Simulation): void {
  const { network, shifts, sums } = sim;
  if (!sums.windowOpen) return;
  for (let unit = 0; unit < network.units.count; unit += 1) flushPiece(sim, unit);
  const { first, items } = network.teams.units;
  for (let team = 0; team < network.teams.count; team += 1) {
    let open = 0;
    let arriving = 0;
    for (let index = first[team]!; index < first[team + 1]!; index += 1) {
      const calendar = network.units.calendar[items[index]!]!;
      const clock = shifts.clock(calendar, sim.now);
      open += clock - sim.windowClock[calendar]!;
      arriving += Math.max(0, (sums.arrivalClock[calendar] ?? clock) - sim.windowClock[calendar]!);
    }
    sums.onShift[team] = sums.onShift[team]! + open;
    if (arriving > 0) sums.arrivingShare[team] = arriving / open;
  }
  sim.activity.close(sim.now);
  sums.closeWindow(sim.now);
}
