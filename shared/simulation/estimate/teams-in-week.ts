import { followBacklog } from './theory/backlog.ts';
import { cutInThirds, evenWaits, type Waits } from './spread.ts';
import type { StationEstimate } from './stations.ts';
import type { TeamWeeks } from './team-week.ts';
import { emptyProfile, type WorkingWeek } from './week.ts';
import type { Piece } from './work.ts';

/** Relative change of a wait from which on the week is gone through once more. */
const settled = 2e-3;
const same = 1e-9;

interface Busy {
  readonly week: WorkingWeek;
  readonly station: StationEstimate;
  /** Work of all pieces per second; what has been seen of it, by time of week. */
  readonly total: number;
  readonly coming: Float64Array;
  seen: boolean;
  waits: Waits | undefined;
  readonly again: Waits | undefined;
}

/** What comes to every team by time of week, and what it waits there. */
export class TeamsInWeek {
  private readonly busy = new Map<number, Busy>();
  private readonly bins: number;
  private readonly weeks: TeamWeeks;

  constructor(bins: number, pieces: readonly Piece[], stations: ReadonlyMap<number, StationEstimate>, weeks: TeamWeeks) {
    this.bins = bins;
    this.weeks = weeks;
    const totals = new Map<number, number>();
    for (const { team, rate, mean } of pieces) totals.set(team, (totals.get(team) ?? 0) + rate * mean);
    for (const [team, station] of stations) {
      const waits = this.evenly(station.meanWait, station.waiting);
      const again = this.evenly(station.againWait, station.waiting);
      this.busy.set(team, { again, week: this.week(team), station, total: totals.get(team) ?? 0, coming: emptyProfile(this.bins), seen: false, waits });
    }
  }

  private evenly(wait: number, share: number): Waits | undefined {
    return wait === 0 || !Number.isFinite(wait) ? undefined : evenWaits(this.bins, wait, share);
  }

  week(team: number): WorkingWeek {
    return this.weeks(team).week;
  }

  /** Undefined: nobody waits. */
  waits(team: number): Waits | undefined {
    return this.busy.get(team)?.waits;
  }

  /** What those wait who come back to their old place in the queue. */
  againWaits(team: number): Waits | undefined {
    return this.busy.get(team)?.again;
  }

  /** Notes that items of a profile each bring so much work. */
  bring(team: number, profile: Float64Array, work: number): void {
    const known = this.busy.get(team);
    if (known?.station.curve === undefined || work === 0) return;
    known.seen = true;
    const { coming } = known;
    for (let bin = 0; bin < this.bins; bin += 1) coming[bin] = coming[bin]! + profile[bin]! * work;
  }

  /** Works the waits out anew from what has come; whether any has changed so much that it matters to others. */
  update(): boolean {
    let changed = false;
    for (const known of this.busy.values()) {
      if (!known.seen || known.station.curve === undefined) continue;
      changed = this.updateTeam(known) || changed;
      known.coming.fill(0);
      known.seen = false;
    }
    return changed;
  }

  private updateTeam(known: Busy): boolean {
    const { station, week, coming, total } = known;
    let seen = 0;
    for (let bin = 0; bin < this.bins; bin += 1) seen += coming[bin]!;
    if (seen === 0) return false;
    // What has not been seen is taken to come at the same times.
    const factor = (total * this.bins) / seen;
    let even = true;
    const rate = total / week.openShare;
    for (let bin = 0; bin < this.bins; bin += 1) {
      coming[bin] = coming[bin]! * factor;
      even &&= Math.abs(coming[bin]! * week.bin - rate * (week.before[bin + 1]! - week.before[bin]!)) < same * rate * week.bin;
    }
    if (even) return false;
    const before = known.waits?.mean;
    const waits = evenWaits(this.bins, 0, 0);
    const changed: Waits = { ...waits, usual: station.waiting > 0 ? station.meanWait / station.waiting : 0, even: false };
    const range = new Float64Array(this.bins);
    followBacklog(station.curve!, coming, week.before, week.bin, station.content, { mean: waits.mean, share: waits.share, range });
    cutInThirds(changed, range);
    let change = 0;
    for (let bin = 0; bin < this.bins; bin += 1) change += coming[bin]! * Math.abs(waits.mean[bin]! - (before?.[bin] ?? 0));
    known.waits = changed;
    return change > settled * total * this.bins * (station.meanWait + 1);
  }
}
