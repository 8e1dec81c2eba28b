import type { Network } from '../network/network.ts';
import { CLOCK } from '../network/network.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { arriveFrom, restartReturned, startArrivals } from './arrivals.ts';
import { endDecision } from './arrive-step.ts';
import { dispatch } from './dispatch.ts';
import { EVENT, KIND_BITS, KIND_MASK } from './event-order.ts';
import { endExpress, isExpress } from './express.ts';
import { fireAttached } from './fire-attached.ts';
import { releaseBatch } from './flow-phases.ts';
import { startStreams, strike, watchAllBusy } from './interrupts.ts';
import { LineRun } from './line-run.ts';
import { findLines } from './lines.ts';
import { hold } from './meetings.ts';
import { changeProtection, changeShift, closeWindow, openWindow, startShifts } from './openings.ts';
import { passTime, endTick, giveUp } from './passing.ts';
import type { Probe } from './probe.ts';
import { age } from './queueing.ts';
import { replicationResult } from './replication-result.ts';
import { Simulation } from './simulation.ts';
import { endStage } from './stages.ts';
import { lookAtBatch } from './step-batches.ts';
import { releaseStranded } from './stranded.ts';
import { drain, mostAtOnce } from './walk.ts';
import { openGates, settleHolders } from './wip.ts';
import { beginAgain, loseWork } from './work.ts';

/** One replication under way. It has no clock, no randomness of its own and no ambient state. */
export interface Run {
  /** Applies up to that many events: 'more' to come, 'done', or 'limit' where it was stopped (the result says by what). */
  advance(maxEvents: number): 'more' | 'done' | 'limit';
  /** Sums so far; complete once `advance` said 'done'. */
  result(): ReplicationResult;
}

/**
 * Starts replication number `replication` (0, 1, …) of a network. The same arguments give the same result on any
 * machine, in slices of any size. `probe` is told what happens and changes nothing.
 */
export function startRun(network: Network, settings: RunSettings, replication: number, probe?: Probe): Run {
  const sim = new Simulation(network, settings, replication, probe);
  return new Replication(sim, replication);
}

type Ended = ReplicationResult['ended'];

class Replication implements Run {
  private readonly sim: Simulation;
  private readonly number: number;
  private readonly watches: boolean;
  private readonly strands: boolean;
  private readonly stopAt: number;
  /** The short loop, where the network allows it. A probe is told by the general one. */
  private readonly line: LineRun | undefined;
  private ended: Ended | undefined;
  /** What had happened when time last went on. */
  private before = 0;

  constructor(sim: Simulation, replication: number) {
    this.sim = sim;
    this.number = replication;
    const { network, settings } = sim;
    this.watches = network.streams.clock.includes(CLOCK.whileBusy);
    this.strands = network.features.batches;
    // A steady run goes on for its counted items, up to twice the horizon (DESIGN 4 h).
    const steady = settings.mode === 'steady';
    sim.arrivalsUntil = steady ? settings.horizon * 2 : settings.horizon;
    this.stopAt = steady ? settings.horizon * 2 : settings.limits.time;
    startShifts(sim);
    if (settings.warmUp > 0) sim.pushOther(EVENT.window, 0, settings.warmUp);
    else openWindow(sim);
    if (steady) sim.pushOther(EVENT.window, 1, settings.horizon);
    startStreams(sim);
    startArrivals(sim);
    if (network.classes.count === 0) sim.arrivalsOver = true;
    this.afterEvent();
    this.settleInstant();
    const lines = sim.probe === undefined ? findLines(network, sim.nodeHash) : undefined;
    this.line = lines === undefined ? undefined : new LineRun(sim, lines);
  }

  advance(maxEvents: number): 'more' | 'done' | 'limit' {
    if (this.line === undefined) this.applyEvents(maxEvents);
    else if (this.ended === undefined) this.ended = this.line.advance(maxEvents, this.stopAt, (time) => this.endsBefore(time)) ?? this.ended;
    if (this.ended === undefined) return 'more';
    return this.ended === 'done' || this.ended === 'stuck' ? 'done' : 'limit';
  }

  private applyEvents(maxEvents: number): void {
    const { sim } = this;
    const { events } = sim;
    for (let count = 0; count < maxEvents && this.ended === undefined; count += 1) {
      const time = events.nextTime();
      if (time > sim.now) {
        if (sim.units.dirtyCount > 0 || sim.resumers.length > 0) {
          this.settleInstant();
          continue;
        }
        if (this.strands && sim.arrivalsOver && releaseStranded(sim)) {
          this.afterEvent();
          this.settleInstant();
          continue;
        }
        if (this.endsBefore(time)) break;
        sim.now = time;
        this.before = sim.eventCount + sim.walked;
      }
      sim.eventCount += 1;
      const payload = events.pop();
      this.apply(payload & KIND_MASK, payload >>> KIND_BITS);
      this.afterEvent();
    }
  }

  private apply(kind: number, about: number): void {
    const { sim } = this;
    switch (kind) {
      case EVENT.stageEnd:
        return isExpress(sim, about) ? endExpress(sim, about) : endStage(sim, about);
      case EVENT.arrival:
        return arriveFrom(sim, about);
      case EVENT.passed:
        return passTime(sim, about);
      case EVENT.shift:
        return changeShift(sim, about);
      case EVENT.protection:
        return changeProtection(sim, about);
      case EVENT.workLost:
        return loseWork(sim, about);
      case EVENT.workAgain:
        return beginAgain(sim, about);
      case EVENT.interrupt:
        return strike(sim, about);
      case EVENT.batchTimeout:
        sim.flowBatches.timeout[about] = -1;
        return releaseBatch(sim, about);
      case EVENT.tick:
        return endTick(sim, about);
      case EVENT.meeting:
        return hold(sim, about, (token) => endDecision(sim, token));
      case EVENT.attached:
        return fireAttached(sim, about);
      case EVENT.ageing:
        return age(sim, about);
      case EVENT.patience:
        return giveUp(sim, about);
      case EVENT.batchLook:
        sim.stepBatches.look[about] = -1;
        return lookAtBatch(sim, about);
      case EVENT.window:
        return about === 0 ? openWindow(sim) : closeWindow(sim);
    }
  }

  /** Lets everything go on that the event has set in motion. */
  private afterEvent(): void {
    const { sim } = this;
    drain(sim);
    while (sim.holders.length > 0 || sim.gateChecks.length > 0) {
      settleHolders(sim);
      openGates(sim);
      drain(sim);
    }
    if (sim.returning.length > 0) restartReturned(sim);
    if (sim.items.live > sim.settings.limits.items) this.ended = 'items';
    else if (sim.eventCount > sim.settings.limits.events) this.ended = 'events';
    else if (sim.eventCount + sim.walked - this.before > mostAtOnce(sim)) this.ended = 'instant';
  }

  /** All events of the instant are applied: free units go to waiting work. */
  private settleInstant(): void {
    const { sim } = this;
    dispatch(sim);
    this.afterEvent();
    if (this.watches) watchAllBusy(sim);
  }

  /** Whether the run is over before the next event's time. */
  private endsBefore(time: number): boolean {
    const { sim } = this;
    if (sim.settings.mode === 'steady' && sim.now >= sim.settings.horizon && sim.countedLive === 0) return this.end('done');
    if (sim.arrivalsOver && sim.items.live === 0 && sim.settings.mode === 'terminating' && !this.comesBack()) return this.end('done');
    if (time === Infinity) return this.end(sim.items.live === 0 ? 'done' : 'stuck');
    if (time > this.stopAt) {
      sim.now = Math.max(sim.now, Math.min(time, this.stopAt));
      return this.end(sim.settings.mode === 'steady' ? 'done' : 'time');
    }
    return false;
  }

  /** A closed population may have everybody thinking: then it is not over. */
  private comesBack(): boolean {
    return this.sim.network.features.closed && this.sim.events.nextTime() < Infinity && this.sim.now < this.sim.arrivalsUntil;
  }

  private end(how: Ended): true {
    this.line?.tell();
    closeWindow(this.sim);
    this.ended = how;
    return true;
  }

  result(): ReplicationResult {
    this.line?.tell();
    if (this.ended !== undefined) closeWindow(this.sim);
    return replicationResult(this.sim, this.number, this.ended ?? 'events');
  }
}
