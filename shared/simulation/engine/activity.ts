import type { Network } from '../network/network.ts';

/**
 * Active periods (Roser, Nakano, Tanaka 2001): a team is active while none of its units on shift is idle; closing pauses
 * it, and it goes on where nobody is idle when the team opens again. The momentary bottleneck is the team on shift that
 * has been active for longest, closed time not counted.
 */
export class Activity {
  readonly seconds: Float64Array;
  readonly stretches: Int32Array;
  readonly bottleneckSeconds: Float64Array;
  private readonly active: Uint8Array;
  /** When the active period would have begun without its pauses; of a paused one how long it has lasted. */
  private readonly since: Float64Array;
  private readonly paused: Uint8Array;
  /** Up to when the present period is in `seconds`. */
  private readonly counted: Float64Array;
  private readonly previous: Int32Array;
  private readonly next: Int32Array;
  private head = -1;
  private tail = -1;
  private headSince = 0;
  private counting = false;

  constructor(network: Network) {
    const { count } = network.teams;
    this.seconds = new Float64Array(count);
    this.stretches = new Int32Array(count);
    this.bottleneckSeconds = new Float64Array(count);
    this.active = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.paused = new Uint8Array(count);
    this.counted = new Float64Array(count);
    this.previous = new Int32Array(count).fill(-1);
    this.next = new Int32Array(count).fill(-1);
  }

  /** Whether a team, which is on shift, is active from now on. */
  set(team: number, active: boolean, now: number): void {
    if (this.paused[team] === 1) return this.goOn(team, active, now);
    if (active === (this.active[team] === 1)) return;
    this.active[team] = active ? 1 : 0;
    if (active) {
      this.since[team] = now;
      this.counted[team] = now;
      this.enlist(team, now);
      return;
    }
    this.bank(team, now);
    if (this.counting) this.stretches[team] = this.stretches[team]! + 1;
    this.delist(team, now);
  }

  /** A team closes: its active period, if it has one, stands still. */
  pause(team: number, now: number): void {
    if (this.active[team] === 0 || this.paused[team] === 1) return;
    this.paused[team] = 1;
    this.bank(team, now);
    this.delist(team, now);
    this.since[team] = now - this.since[team]!;
  }

  /** A team that had closed in its active period is open again. */
  private goOn(team: number, active: boolean, now: number): void {
    this.paused[team] = 0;
    if (!active) {
      this.active[team] = 0;
      if (this.counting) this.stretches[team] = this.stretches[team]! + 1;
      return;
    }
    this.since[team] = now - this.since[team]!;
    this.counted[team] = now;
    this.enlist(team, now);
  }

  /** Puts a team among the active ones, behind those that have been active for longer. */
  private enlist(team: number, now: number): void {
    let before = this.tail;
    while (before >= 0 && this.since[before]! > this.since[team]!) before = this.previous[before]!;
    const after = before < 0 ? this.head : this.next[before]!;
    if (before < 0) this.bankHead(now);
    this.previous[team] = before;
    this.next[team] = after;
    if (before < 0) this.head = team;
    else this.next[before] = team;
    if (after < 0) this.tail = team;
    else this.previous[after] = team;
  }

  private delist(team: number, now: number): void {
    if (this.head === team) this.bankHead(now);
    const before = this.previous[team]!;
    const after = this.next[team]!;
    if (before < 0) this.head = after;
    else this.next[before] = after;
    if (after < 0) this.tail = before;
    else this.previous[after] = before;
  }

  private bank(team: number, now: number): void {
    if (this.counting) this.seconds[team] = this.seconds[team]! + (now - this.counted[team]!);
    this.counted[team] = now;
  }

  private bankHead(now: number): void {
    if (this.counting && this.head >= 0) this.bottleneckSeconds[this.head] = this.bottleneckSeconds[this.head]! + (now - this.headSince);
    this.headSince = now;
  }

  /** The measured window opens: what lies before it is not counted. */
  open(now: number): void {
    this.counting = true;
    this.headSince = now;
    this.counted.fill(now);
  }

  /** The measured window closes: what runs is counted up to now. */
  close(now: number): void {
    if (!this.counting) return;
    this.bankHead(now);
    for (let team = 0; team < this.active.length; team += 1) {
      if (this.active[team] === 0) continue;
      if (this.paused[team] === 0) this.bank(team, now);
      this.stretches[team] = this.stretches[team]! + 1;
    }
    this.counting = false;
  }
}
