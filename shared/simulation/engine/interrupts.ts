import { PURPOSE } from '../kernel/keys.ts';
import { sample } from '../kernel/distributions.ts';
import { ACTS, CLOCK } from '../network/network.ts';
import { changePiece, flushPiece, queueInterrupt, refreshIdle, refreshMode } from './availability.ts';
import { EVENT, KIND_BITS } from './event-order.ts';
import { joinQueue } from './queueing.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, STAGE, WORK } from './tokens.ts';
import { MODE } from './units.ts';
import { beginStage, giveBack, partOfBudget, settleBeneath } from './work.ts';
import { orderOf, placeOf } from '../kernel/event-list.ts';

/** Every stream gets its first occurrence. */
export function startStreams(sim: Simulation): void {
  const { streams } = sim.network;
  for (let stream = 0; stream < streams.count; stream += 1) {
    if (streams.clock[stream] === CLOCK.whileBusy) sim.streams.rest[stream] = drawGap(sim, stream);
    else planNext(sim, stream);
  }
}

function drawGap(sim: Simulation, stream: number): number {
  const { streams, samplers } = sim.network;
  const occurrence = sim.streams.occurrence[stream]!;
  sim.streams.occurrence[stream] = occurrence + 1;
  sim.draws.begin(occurrence, streams.hash[stream]!, streams.index[stream]!, streams.otherWork[stream] === 1 ? PURPOSE.otherWork : PURPOSE.interrupt);
  return sample(samplers[streams.every[stream]!]!, sim.draws);
}

function planNext(sim: Simulation, stream: number): void {
  const { streams, calendars } = sim.network;
  const gap = drawGap(sim, stream);
  const calendar = streams.calendar[stream]!;
  push(sim, stream, calendar < 0 ? sim.now + gap : calendars[calendar]!.addWorkingTime(sim.now, gap));
}

function push(sim: Simulation, stream: number, time: number): void {
  if (time === Infinity) return;
  sim.streams.event[stream] = sim.events.push(time, orderOf(EVENT.interrupt, 0, 0), placeOf(stream, 0), (stream << KIND_BITS) | EVENT.interrupt);
}

/** An interrupt comes up: it takes a free unit, else by its rule the lowest-ranked work's unit or a place in a queue. */
export function strike(sim: Simulation, stream: number): void {
  const { streams, samplers, teams } = sim.network;
  const { tokens } = sim;
  sim.streams.event[stream] = -1;
  const occurrence = sim.streams.occurrence[stream]! - 1;
  const clock = streams.clock[stream]!;
  if (clock === CLOCK.independent) planNext(sim, stream);
  sim.streams.runningSince[stream] = -1;
  sim.streams.rest[stream] = 0;
  const token = tokens.allocate(-1);
  const other = streams.otherWork[stream] === 1;
  tokens.work[token] = other ? WORK.otherWork : WORK.interrupt;
  tokens.stream[token] = stream;
  tokens.node[token] = -1;
  tokens.phase[token] = PHASE.queue;
  tokens.team[token] = streams.team[stream]!;
  sim.draws.begin(occurrence, streams.hash[stream]!, streams.index[stream]!, other ? PURPOSE.otherWorkLength : PURPOSE.interruptLength);
  tokens.remaining[token] = sample(samplers[streams.length[stream]!]!, sim.draws);
  const team = streams.team[stream]!;
  if (sim.probe !== undefined) sim.tell('interrupt', token, stream, -1, tokens.remaining[token]!);
  if (streams.acts[stream] === ACTS.queue) {
    joinQueue(sim, token, teams.queue[team]!, false);
    return;
  }
  const own = streams.unit[stream]!;
  const unit = own >= 0 ? (canStrike(sim, own) ? own : -1) : freeUnitOf(sim, team);
  if (unit >= 0 && sim.units.current[unit]! < 0) return beginInterrupt(sim, token, unit);
  if (streams.acts[stream] === ACTS.preempt) {
    const victim = own >= 0 ? unit : unitToInterrupt(sim, team);
    if (victim >= 0) return beginInterrupt(sim, token, victim);
  }
  queueInterrupt(sim, team, token);
}

/**
 * Takes the first interrupt out of the line that may have this unit, −1 where there is none: one of a team of the unit,
 * not meant for another unit, and where the unit has work at hand one that may break it off.
 */
export function waitingInterrupt(sim: Simulation, unit: number, atWork: boolean): number {
  const { streams, units } = sim.network;
  const { tokens } = sim;
  for (let place = units.teams.first[unit]!; place < units.teams.first[unit + 1]!; place += 1) {
    const team = units.teams.items[place]!;
    let before = -1;
    for (let token = sim.interruptHead[team]!; token >= 0; token = tokens.next[token]!) {
      const stream = tokens.stream[token]!;
      const own = streams.unit[stream]!;
      if ((own < 0 || own === unit) && !(atWork && streams.acts[stream] !== ACTS.preempt)) {
        unlinkInterrupt(sim, team, token, before);
        return token;
      }
      before = token;
    }
  }
  return -1;
}

function unlinkInterrupt(sim: Simulation, team: number, token: number, before: number): void {
  const { tokens } = sim;
  const after = tokens.next[token]!;
  if (before < 0) sim.interruptHead[team] = after;
  else tokens.next[before] = after;
  if (after < 0) sim.interruptTail[team] = before;
}

/** A unit with work at hand can be interrupted again: an interrupt that waits and may break work off goes first. */
export function interruptAgain(sim: Simulation, unit: number): void {
  if (!canStrike(sim, unit) || (sim.units.current[unit]! < 0 && sim.units.paused[unit]! < 0)) return;
  const token = waitingInterrupt(sim, unit, true);
  if (token >= 0) beginInterrupt(sim, token, unit);
}

const canStrike = (sim: Simulation, unit: number): boolean => sim.units.mode[unit] === MODE.normal;

function freeUnitOf(sim: Simulation, team: number): number {
  const { first, items } = sim.network.teams.units;
  let best = -1;
  for (let index = first[team]!; index < first[team + 1]!; index += 1) {
    const unit = items[index]!;
    if (sim.units.idle[unit] === 0 || sim.units.current[unit]! >= 0) continue;
    if (best < 0 || sim.units.idleSince[unit]! < sim.units.idleSince[best]!) best = unit;
  }
  return best;
}

/** The unit on shift with the lowest-ranked, latest-started work. */
function unitToInterrupt(sim: Simulation, team: number): number {
  const { first, items } = sim.network.teams.units;
  const { units, tokens } = sim;
  let best = -1;
  for (let index = first[team]!; index < first[team + 1]!; index += 1) {
    const unit = items[index]!;
    const token = units.current[unit]!;
    if (token < 0 || units.mode[unit] !== MODE.normal) continue;
    if (best < 0) {
      best = unit;
      continue;
    }
    const other = units.current[best]!;
    const worse =
      tokens.key[token] !== tokens.key[other] ? tokens.key[token]! > tokens.key[other]!
      : tokens.stageStart[token] !== tokens.stageStart[other] ? tokens.stageStart[token]! > tokens.stageStart[other]!
      : tokens.sequence[token]! > tokens.sequence[other]!;
    if (worse) best = unit;
  }
  return best;
}

/** An interrupt takes a unit; work at hand there is broken off and goes on afterwards. */
export function beginInterrupt(sim: Simulation, token: number, unit: number): void {
  const { units, tokens } = sim;
  if (isAtRest(sim, unit) && units.mode[unit] === MODE.normal && units.part[unit]! < 0) return takeAtRest(sim, token, unit);
  changePiece(sim, unit, -1, tokens.team[token]!);
  units.interrupt[unit] = token;
  sim.assignOne(token, unit);
  refreshMode(sim, unit);
  refreshIdle(sim, unit);
  beginStage(sim, token, STAGE.service, tokens.remaining[token]!);
  settleBeneath(sim, unit);
}

/** The next interrupt follows at once: work at hand stays broken off. */
function passUnit(sim: Simulation, from: number, to: number, unit: number): void {
  const { units, tokens } = sim;
  changePiece(sim, unit, -1, tokens.team[to]!);
  tokens.unit[from] = -1;
  units.interrupt[unit] = to;
  sim.assignOne(to, unit);
  beginStage(sim, to, STAGE.service, tokens.remaining[to]!);
}

/** Nothing is at work on the unit and nothing was put aside: an interrupt breaks nothing off there. */
function isAtRest({ units }: Simulation, unit: number): boolean {
  return units.current[unit]! < 0 && units.paused[unit]! < 0 && units.several[unit] === undefined;
}

/** The short way of most interrupts and pieces of other work: the unit rests, so the end is known at once. */
function takeAtRest(sim: Simulation, token: number, unit: number): void {
  const { units, tokens, network, now } = sim;
  units.part[unit] = partOfBudget(sim, token, STAGE.service);
  units.pieceTeam[unit] = tokens.team[token]!;
  units.pieceClock[unit] = sim.shifts.clock(network.units.calendar[unit]!, now);
  units.pieceStart[unit] = now;
  units.interrupt[unit] = token;
  sim.assignOne(token, unit);
  refreshMode(sim, unit);
  refreshIdle(sim, unit);
  tokens.stage[token] = STAGE.service;
  tokens.phase[token] = PHASE.work;
  tokens.total[token] = tokens.remaining[token]!;
  tokens.stageStart[token] = now;
  tokens.runStart[token] = now;
  tokens.rate[token] = 1;
  tokens.loss[token] = 0;
  sim.schedule(token, EVENT.stageEnd, now + tokens.remaining[token]!);
}

/** An interrupt leaves a unit that rests beneath it. */
function leaveAtRest(sim: Simulation, unit: number): void {
  flushPiece(sim, unit);
  sim.units.interrupt[unit] = -1;
  sim.units.part[unit] = -1;
  refreshMode(sim, unit);
  refreshIdle(sim, unit);
}

/** An interrupt is over. */
export function endInterrupt(sim: Simulation, token: number): void {
  const { tokens, network } = sim;
  const stream = tokens.stream[token]!;
  const unit = tokens.unit[token]!;
  if (isAtRest(sim, unit)) leaveAtRest(sim, unit);
  else endOverWork(sim, token, unit);
  tokens.phase[token] = PHASE.work;
  tokens.release(token);
  const clock = network.streams.clock[stream]!;
  if (clock === CLOCK.afterEnd) planNext(sim, stream);
  else if (clock === CLOCK.whileBusy) {
    sim.streams.rest[stream] = drawGap(sim, stream);
    watchBusy(sim, stream);
  }
}

/** Work beneath goes on, unless an interrupt that waits may have the unit first. */
function endOverWork(sim: Simulation, token: number, unit: number): void {
  const { units } = sim;
  const atWork = units.current[unit]! >= 0 || units.paused[unit]! >= 0;
  const next = atWork && units.on[unit] === 1 && units.protectedNow[unit] === 0 ? waitingInterrupt(sim, unit, true) : -1;
  if (next >= 0) passUnit(sim, token, next, unit);
  else giveBack(sim, token);
}

/** Streams that run only while a unit works: they run and stand still with it. */
export function watchBusy(sim: Simulation, stream: number): void {
  const { streams } = sim.network;
  const own = streams.unit[stream]!;
  const busy = own >= 0 ? isBusy(sim, own) : teamIsBusy(sim, streams.team[stream]!);
  const state = sim.streams;
  const running = state.runningSince[stream]! >= 0;
  if (busy && !running && state.rest[stream]! > 0) {
    state.runningSince[stream] = sim.now;
    push(sim, stream, sim.now + state.rest[stream]!);
  } else if (!busy && running) {
    state.rest[stream] = Math.max(Number.MIN_VALUE, state.rest[stream]! - (sim.now - state.runningSince[stream]!));
    state.runningSince[stream] = -1;
    if (state.event[stream]! >= 0) sim.events.remove(state.event[stream]!);
    state.event[stream] = -1;
  }
}

const isBusy = (sim: Simulation, unit: number): boolean => sim.units.current[unit]! >= 0 && sim.units.mode[unit] === MODE.normal;

function teamIsBusy(sim: Simulation, team: number): boolean {
  const { first, items } = sim.network.teams.units;
  for (let index = first[team]!; index < first[team + 1]!; index += 1) if (isBusy(sim, items[index]!)) return true;
  return false;
}

/** After every instant: streams that run only while somebody works. */
export function watchAllBusy(sim: Simulation): void {
  const { streams } = sim.network;
  for (let stream = 0; stream < streams.count; stream += 1) if (streams.clock[stream] === CLOCK.whileBusy) watchBusy(sim, stream);
}
