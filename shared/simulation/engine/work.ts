import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { PREEMPTION, SHIFT_END } from '../network/network.ts';
import { BUDGET, CAUSE } from '../results/causes.ts';
import { changePiece, flushPiece, refreshIdle, refreshMode } from './availability.ts';
import { tellBrokenOff, tellResumed } from './broken-off.ts';
import { EVENT } from './event-order.ts';
import { LOOP } from './ledger.ts';
import { drawService } from './service-time.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, STAGE, WORK } from './tokens.ts';

/** Units work on a token from now on: a stage of that many seconds of working time, after a penalty for going on. The units are seized already. */
export function beginStage(sim: Simulation, token: number, stage: number, seconds: number, penalty = 0): void {
  const { tokens, network } = sim;
  tokens.stage[token] = stage;
  tokens.total[token] = seconds;
  tokens.remaining[token] = seconds + penalty;
  tokens.stageStart[token] = sim.now;
  tokens.interrupted[token] = 0;
  tokens.overtaken[token] = 0;
  tokens.contended[token] = 0;
  tokens.blockedFor[token] = 0;
  tokens.penalty[token] = penalty;
  const lead = tokens.unit[token]!;
  if (lead < 0) return beginDirect(sim, token, network.teams.calendar[tokens.team[token]!]!);
  const part = partOfBudget(sim, token, stage);
  for (let unit = lead; unit >= 0; unit = sim.following(token, unit)) {
    changePiece(sim, unit, part, teamOfPiece(sim, token, unit));
  }
  if (network.units.eventful[lead] === 0 && sim.following(token, lead) < 0) {
    serveInTrees(sim, token, 1);
    return beginDirect(sim, token, network.units.calendar[lead]!);
  }
  tokens.phase[token] = PHASE.paused;
  tokens.pausedSince[token] = sim.now;
  tokens.pauseCause[token] = CAUSE.queue;
  settle(sim, token);
}

/** The part of the budget that a stage of a token's work belongs to. */
export function partOfBudget(sim: Simulation, token: number, stage: number): number {
  switch (sim.tokens.work[token]) {
    case WORK.interrupt:
      return BUDGET.interrupts;
    case WORK.otherWork:
      return BUDGET.otherWork;
    default: {
      const loop = sim.tokens.loop[token]!;
      if (loop === LOOP.clarification) return BUDGET.clarification;
      if (loop === LOOP.rework) return BUDGET.rework;
      return stage === STAGE.setup ? BUDGET.setup : BUDGET.flowWork;
    }
  }
}

/** Work that only its calendar can break off: its end is known at its beginning. */
function beginDirect(sim: Simulation, token: number, calendar: number): void {
  const { tokens, network } = sim;
  tokens.phase[token] = PHASE.work;
  const shifts = network.calendars[calendar]!;
  const seconds = tokens.remaining[token]!;
  if (shifts.always) return sim.schedule(token, EVENT.stageEnd, sim.now + seconds);
  const rule = network.teams.atShiftEnd[tokens.team[token]!]!;
  if (rule === SHIFT_END.suspend || tokens.work[token]! >= WORK.interrupt) {
    return sim.schedule(token, EVENT.stageEnd, shifts.addWorkingTime(sim.now, seconds));
  }
  if (rule === SHIFT_END.finish) return sim.schedule(token, EVENT.stageEnd, sim.now + seconds);
  const closing = shifts.nextClosing(sim.now);
  if (sim.now + seconds <= closing) sim.schedule(token, EVENT.stageEnd, sim.now + seconds);
  else sim.schedule(token, EVENT.workLost, closing);
}

/** The shift ended before the work: it begins again when the calendar opens. */
export function loseWork(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const unit = tokens.unit[token]!;
  if (sim.probe !== undefined) tellBrokenOff(sim, token, CAUSE.calendar);
  const calendar = unit < 0 ? network.teams.calendar[tokens.team[token]!]! : network.units.calendar[unit]!;
  sim.schedule(token, EVENT.workAgain, network.calendars[calendar]!.nextOpening(sim.now));
}

/** Work that closing broke off begins once more at the opening: in full, its time drawn anew where the team asks for that. */
export function beginAgain(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const unit = tokens.unit[token]!;
  redrawWhereAsked(sim, token, network.teams.atShiftEnd[tokens.team[token]!] === SHIFT_END.resample);
  if (sim.probe !== undefined) tellResumed(sim, token);
  beginDirect(sim, token, unit < 0 ? network.teams.calendar[tokens.team[token]!]! : network.units.calendar[unit]!);
}

/** Lost work is repeated in full: the same time, or a fresh draw of it. */
function redrawWhereAsked(sim: Simulation, token: number, resample: boolean): void {
  const { tokens } = sim;
  if (resample && tokens.stage[token] === STAGE.service && tokens.work[token] === WORK.flow) {
    tokens.round[token] = tokens.round[token]! + 1;
    tokens.total[token] = drawService(sim, token);
  }
  tokens.remaining[token] = tokens.total[token]!;
}

/** Service begins: the time is drawn now. */
export function beginService(sim: Simulation, token: number): void {
  beginStage(sim, token, STAGE.service, drawService(sim, token));
}

/** The cause for which a token cannot be worked on now; −1: it can. */
function hindrance(sim: Simulation, token: number): number {
  const { tokens, units, network } = sim;
  for (let unit = tokens.unit[token]!; unit >= 0; unit = sim.following(token, unit)) {
    const team = network.units.team[unit]!;
    if (units.on[unit] === 0) {
      const finishes = network.teams.atShiftEnd[team] === SHIFT_END.finish && tokens.work[token]! < WORK.interrupt;
      if (!finishes || units.current[unit] !== token) return CAUSE.calendar;
    }
    if (units.protectedNow[unit] === 1) return CAUSE.interrupt;
    const interrupt = units.interrupt[unit]!;
    if (interrupt >= 0 && interrupt !== token) return CAUSE.interrupt;
    if (interrupt === token) continue;
    const current = units.current[unit]!;
    if (current === token || network.teams.multitasking[team]! > 1) continue;
    if (current < 0) return units.heldBy[unit]! >= 0 ? CAUSE.blocking : CAUSE.queue;
    return tokens.sequence[current]! > tokens.sequence[token]! ? CAUSE.priority : CAUSE.queue;
  }
  return -1;
}

/** How fast a token is worked on: a unit that does several things at once shares its time and loses some by switching. */
function setSpeed(sim: Simulation, token: number): number {
  const { tokens, units, network } = sim;
  let rate = 1;
  let loss = 0;
  for (let unit = tokens.unit[token]!; unit >= 0; unit = sim.following(token, unit)) {
    const jobs = units.jobs[unit]!;
    if (jobs <= 1 || units.interrupt[unit] === token) continue;
    const cost = Math.min(1, network.teams.switchCost[network.units.team[unit]!]! * (jobs - 1));
    if ((1 - cost) / jobs >= rate) continue;
    rate = (1 - cost) / jobs;
    loss = cost / jobs;
  }
  tokens.rate[token] = rate;
  tokens.loss[token] = loss;
  return rate;
}

/**
 * Puts a token's work right after something about its units changed: breaks it off, goes on with it, or changes the
 * cause of its wait.
 */
export function settle(sim: Simulation, token: number): void {
  const { tokens } = sim;
  const cause = hindrance(sim, token);
  if (tokens.phase[token] === PHASE.work) {
    // Settled within this instant already, at full speed as before: its end stays where it is.
    if (cause < 0 && tokens.runStart[token] === sim.now && tokens.event[token]! >= 0 && tokens.rate[token] === 1 && setSpeed(sim, token) === 1) return;
    bankWork(sim, token);
    if (cause >= 0) {
      tokens.phase[token] = PHASE.paused;
      tokens.pausedSince[token] = sim.now;
      tokens.pauseCause[token] = cause;
      serveInTrees(sim, token, -1);
      breakOff(sim, token, cause);
      return;
    }
  } else {
    bankPause(sim, token);
    tokens.pauseCause[token] = cause < 0 ? CAUSE.queue : cause;
    if (cause >= 0) return;
    tokens.phase[token] = PHASE.work;
    serveInTrees(sim, token, 1);
    if (sim.probe !== undefined) tellResumed(sim, token);
  }
  tokens.runStart[token] = sim.now;
  const rate = setSpeed(sim, token);
  if (rate > 0) sim.schedule(token, EVENT.stageEnd, sim.now + tokens.remaining[token]! / rate);
}

/** Takes what was done since the last change off the rest; time shared with other work counts as contended. */
export function bankWork(sim: Simulation, token: number): void {
  const { tokens } = sim;
  sim.unschedule(token);
  const passed = sim.now - tokens.runStart[token]!;
  tokens.runStart[token] = sim.now;
  const rate = tokens.rate[token]!;
  tokens.remaining[token] = Math.max(0, tokens.remaining[token]! - passed * rate);
  if (rate === 1) return;
  const lost = passed * tokens.loss[token]!;
  tokens.penalty[token] = tokens.penalty[token]! + lost;
  tokens.contended[token] = tokens.contended[token]! + (passed - passed * rate - lost);
}

function bankPause(sim: Simulation, token: number): void {
  const { tokens } = sim;
  addTo(sim, token, tokens.pauseCause[token]!, sim.now - tokens.pausedSince[token]!);
  tokens.pausedSince[token] = sim.now;
}

function addTo(sim: Simulation, token: number, cause: number, seconds: number): void {
  const { tokens } = sim;
  if (cause === CAUSE.interrupt) tokens.interrupted[token] = tokens.interrupted[token]! + seconds;
  else if (cause === CAUSE.priority) tokens.overtaken[token] = tokens.overtaken[token]! + seconds;
  else if (cause === CAUSE.queue) tokens.contended[token] = tokens.contended[token]! + seconds;
  else if (cause === CAUSE.blocking) tokens.blockedFor[token] = tokens.blockedFor[token]! + seconds;
}

/** What breaking off costs: work may be lost, going on may take a penalty. Closing follows `atShiftEnd`, the rest `preemption`. */
function breakOff(sim: Simulation, token: number, cause: number): void {
  const { tokens, network } = sim;
  if (sim.probe !== undefined) tellBrokenOff(sim, token, cause);
  if (tokens.work[token]! >= WORK.interrupt) return;
  const team = tokens.team[token]!;
  const done = tokens.total[token]! - tokens.remaining[token]!;
  if (cause === CAUSE.calendar) {
    const rule = network.teams.atShiftEnd[team]!;
    if (rule >= SHIFT_END.restart) redrawWhereAsked(sim, token, rule === SHIFT_END.resample);
    return;
  }
  const rule = network.teams.preemption[team]!;
  if (rule >= PREEMPTION.restart) {
    addTo(sim, token, cause, done);
    redrawWhereAsked(sim, token, rule === PREEMPTION.resample);
  }
  const penalty = network.teams.resumePenalty[team]!;
  if (penalty >= 0) {
    tokens.round[token] = tokens.round[token]! + 1;
    sim.beginDraws(token, PURPOSE.setup);
    const seconds = sample(network.samplers[penalty]!, sim.draws);
    tokens.penalty[token] = tokens.penalty[token]! + seconds;
    tokens.remaining[token] = tokens.remaining[token]! + seconds;
  }
}

/** In the trees over join order a token holds its units from now on (+1), or no longer (−1). */
export function serveInTrees(sim: Simulation, token: number, direction: 1 | -1): void {
  const { tokens, network, sets } = sim;
  if (tokens.work[token]! >= WORK.interrupt) return;
  for (let unit = tokens.unit[token]!; unit >= 0; unit = sim.following(token, unit)) {
    const { first, items } = network.atoms.sets;
    const atom = network.units.atom[unit]!;
    for (let index = first[atom]!; index < first[atom + 1]!; index += 1) {
      const tree = sim.trees[items[index]!];
      if (tree === undefined) continue;
      sets.touch(items[index]!, sim.now);
      tree.serve(tokens.sequence[token]!, direction, sets.unitClock[items[index]!]!);
    }
  }
}

/** Everything that stands on a unit is put right: after it opened or closed, was interrupted, given back or taken. */
export function settleUnit(sim: Simulation, unit: number): void {
  const { units, network } = sim;
  if (network.units.eventful[unit] === 0 && !holdsSeveral(sim, unit)) return;
  const interrupt = units.interrupt[unit]!;
  if (interrupt >= 0) settle(sim, interrupt);
  settleBeneath(sim, unit);
}

/** Work at hand and work put aside, beneath what interrupts the unit. */
export function settleBeneath(sim: Simulation, unit: number): void {
  const { units, tokens } = sim;
  const several = units.several[unit];
  if (several !== undefined) settleAll(sim, several);
  else if (units.current[unit]! >= 0) settleAtWork(sim, units.current[unit]!);
  for (let token = units.paused[unit]!; token >= 0; token = tokens.next[token]!) settle(sim, token);
}

/** By index, as settling changes nothing about who is there. */
function settleAll(sim: Simulation, several: readonly number[]): void {
  for (let index = 0; index < several.length; index += 1) settleAtWork(sim, several[index]!);
}

function settleAtWork(sim: Simulation, token: number): void {
  const phase = sim.tokens.phase[token]!;
  if (phase === PHASE.work || phase === PHASE.paused) settle(sim, token);
}

function holdsSeveral(sim: Simulation, unit: number): boolean {
  const token = sim.units.current[unit]!;
  if (token < 0) return false;
  const lead = sim.tokens.unit[token]!;
  return lead !== unit || sim.following(token, unit) >= 0;
}

/** A unit is taken by a token as its work at hand. */
export function seize(sim: Simulation, unit: number, token: number): void {
  const { units } = sim;
  const before = units.jobs[unit]!;
  if (before > 0) flushPiece(sim, unit);
  units.jobs[unit] = before + 1;
  const several = units.several[unit];
  units.current[unit] = token;
  if (several !== undefined) {
    settleAll(sim, several);
    several.push(token);
  }
  refreshIdle(sim, unit);
}

/** The units of one token go over to another without being free in between. */
export function passUnits(sim: Simulation, from: number, to: number): void {
  const { tokens, units } = sim;
  sim.assign(to, sim.unitsOf(from));
  tokens.unit[from] = -1;
  for (let unit = tokens.unit[to]!; unit >= 0; unit = sim.following(to, unit)) {
    if (units.current[unit] === from) units.current[unit] = to;
    const several = units.several[unit];
    if (several !== undefined) several[several.indexOf(from)] = to;
  }
}

/** The team for which a unit works on a token: the one that supplied the lead unit, else its own. */
export function teamOfPiece(sim: Simulation, token: number, unit: number): number {
  return sim.tokens.unit[token] === unit ? sim.tokens.team[token]! : sim.network.units.team[unit]!;
}

/** All units of a token are given back. */
export function giveBack(sim: Simulation, token: number): void {
  const { tokens } = sim;
  const lead = tokens.unit[token]!;
  if (lead < 0) return;
  if (sim.following(token, lead) < 0) {
    tokens.unit[token] = -1;
    return freeUnit(sim, lead, token);
  }
  const held = sim.unitsOf(token);
  tokens.unit[token] = -1;
  for (const unit of held) freeUnit(sim, unit, token);
}

/** One unit is rid of one token. */
export function freeUnit(sim: Simulation, unit: number, token: number): void {
  const { tokens, units, network } = sim;
  flushPiece(sim, unit);
  if (units.interrupt[unit] === token) {
    units.interrupt[unit] = -1;
    const current = units.current[unit]!;
    units.part[unit] = current >= 0 ? partOfBudget(sim, current, tokens.stage[current]!) : -1;
    if (current >= 0) units.pieceTeam[unit] = teamOfPiece(sim, current, unit);
    refreshMode(sim, unit);
    settleUnit(sim, unit);
  } else {
    const before = units.jobs[unit]!;
    units.jobs[unit] = before - 1;
    units.lastEnd[unit] = sim.now;
    units.lastKind[unit] = kindOfWork(sim, token, network.units.team[unit]!);
    const several = units.several[unit];
    if (several !== undefined) {
      const place = several.indexOf(token);
      if (place >= 0) several.splice(place, 1);
      units.current[unit] = several[several.length - 1] ?? -1;
      settleAll(sim, several);
    } else if (units.current[unit] === token) {
      units.current[unit] = -1;
    }
    if (units.heldBy[unit] === token) units.heldBy[unit] = -1;
    if (units.current[unit]! < 0) units.part[unit] = -1;
    refreshMode(sim, unit);
    settleUnit(sim, unit);
  }
  refreshIdle(sim, unit);
}

/** What set-up on change goes by: the step, or the class of items. */
export function kindOfWork(sim: Simulation, token: number, team: number): number {
  const item = sim.tokens.item[token]!;
  if (item < 0) return -1;
  return sim.network.teams.setupByClass[team] === 1 ? sim.items.class[item]! : sim.tokens.node[token]!;
}
