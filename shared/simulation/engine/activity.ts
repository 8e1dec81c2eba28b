import type { Network } from '../network/network.ts';

/**
 * Active periods (Roser, Nakano, Tanaka 2001): a team is active while none of its units on shift is idle; closing pauses
 * it. The momentary bottleneck is the team that has been active for longest.
 */
export class Activity {
  readonly seconds: Float64Array;
  readonly stretches: Int32Array;
  readonly bottleneckSeconds: Float64Array;
  private readonly active: Uint8Array;
  private readonly since: Float64Array;
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
    this.previous = new Int32Array(count).fill(-1);
    this.next = new Int32Array(count).fill(-1);
  }

  /** Whether a team is active from now on. */
  set(team: number, active: boolean, now: number): void {
    if (active === (this.active[team] === 1)) return;
    this.active[team] = active ? 1 : 0;
    if (active) {
      this.since[team] = now;
      this.previous[team] = this.tail;
      this.next[team] = -1;
      if (this.tail < 0) {
        this.head = team;
        this.headSince = now;
      } else {
        this.next[this.tail] = team;
      }
      this.tail = team;
      return;
    }
    if (this.counting) {
      this.seconds[team] = this.seconds[team]! + (now - this.since[team]!);
      this.stretches[team] = this.stretches[team]! + 1;
    }
    if (this.head === team) this.bankHead(now);
    const before = this.previous[team]!;
    const after = this.next[team]!;
    if (before < 0) this.head = after;
    else this.next[before] = after;
    if (after < 0) this.tail = before;
    else this.previous[after] = before;
  }

  private bankHead(now: number): void {
    if (this.counting && this.head >= 0) this.bottleneckSeconds[this.head] = this.bottleneckSeconds[this.head]! + (now - this.headSince);
    this.headSince = now;
  }

  open(now: number): void {
    this.counting = true;
    this.headSince = now;
    for (let team = 0; team < this.active.length; team += 1) if (this.active[team] === 1) this.since[team] = now;
  }

  close(now: number): void {
    if (!this.counting) return;
    this.bankHead(now);
    for (let team = 0; team < this.active.length; team += 1) {
      if (this.active[team] === 0) continue;
      this.seconds[team] = this.seconds[team]! + (now - this.since[team]!);
      this.stretches[team] = this.stretches[team]! + 1;
      this.since[team] = now;
    }
    this.counting = false;
  }
}
