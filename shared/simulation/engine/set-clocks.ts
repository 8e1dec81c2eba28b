import type { Network } from '../network/network.ts';

/**
 * Clocks of the distinct sets of eligible units (DESIGN 4, rule a). While n > 0 units of a set are on shift, each
 * instant counts 1/n per unit that is interrupted or held by a blocked item; while n = 0 it counts as closed.
 * Reading is O(1); a set is touched only when one of its units changes.
 */
export class SetClocks {
  /** Units on shift, and those of them that are interrupted or blocked. */
  readonly on: Int32Array;
  readonly interrupted: Int32Array;
  readonly blocked: Int32Array;
  readonly last: Float64Array;
  readonly closedClock: Float64Array;
  readonly interruptClock: Float64Array;
  readonly blockClock: Float64Array;
  /** ∫ 1/n dt: what one unit's second counts for. */
  readonly unitClock: Float64Array;

  /** Clocks of pairs: a set closed while a team (as a set) is closed too. */
  private pairs = 0;
  private pairOf: Int32Array;
  private pairFirst: Int32Array = new Int32Array(8);
  private pairSecond: Int32Array = new Int32Array(8);
  private pairClock: Float64Array = new Float64Array(8);
  private pairLast: Float64Array = new Float64Array(8);
  private readonly pairsOf: number[][];
  private readonly teamSet: Int32Array;
  private readonly teams: number;

  constructor(network: Network) {
    const count = network.sets.count;
    this.on = new Int32Array(count);
    this.interrupted = new Int32Array(count);
    this.blocked = new Int32Array(count);
    this.last = new Float64Array(count);
    this.closedClock = new Float64Array(count);
    this.interruptClock = new Float64Array(count);
    this.blockClock = new Float64Array(count);
    this.unitClock = new Float64Array(count);
    this.teams = network.teams.count;
    this.teamSet = network.teams.set;
    this.pairOf = new Int32Array(count * this.teams).fill(-1);
    this.pairsOf = Array.from({ length: count }, () => []);
  }

  /** Brings a set's clocks to now; call before any of its counts changes and before reading. */
  touch(set: number, now: number): void {
    const passed = now - this.last[set]!;
    if (passed === 0) return;
    this.last[set] = now;
    const n = this.on[set]!;
    if (n === 0) {
      this.closedClock[set] = this.closedClock[set]! + passed;
      return;
    }
    const share = passed / n;
    this.unitClock[set] = this.unitClock[set]! + share;
    const interrupted = this.interrupted[set]!;
    if (interrupted > 0) this.interruptClock[set] = this.interruptClock[set]! + share * interrupted;
    const blocked = this.blocked[set]!;
    if (blocked > 0) this.blockClock[set] = this.blockClock[set]! + share * blocked;
  }

  /** Changes how many units of a set are on shift, and with it the pairs it belongs to. */
  changeOn(set: number, change: number, now: number): void {
    this.touch(set, now);
    const before = this.on[set]!;
    const after = before + change;
    if ((before === 0) !== (after === 0)) for (const pair of this.pairsOf[set]!) this.touchPair(pair, now);
    this.on[set] = after;
  }

  /** The clock of a set and a team being closed together; made when first asked for. */
  pair(set: number, team: number, now: number): number {
    const place = set * this.teams + team;
    let pair = this.pairOf[place]!;
    if (pair >= 0) return pair;
    pair = this.pairs;
    this.pairs = pair + 1;
    if (pair === this.pairFirst.length) this.growPairs();
    this.pairOf[place] = pair;
    const other = this.teamSet[team]!;
    this.pairFirst[pair] = set;
    this.pairSecond[pair] = other;
    this.pairLast[pair] = now;
    this.pairsOf[set]!.push(pair);
    if (other !== set) this.pairsOf[other]!.push(pair);
    return pair;
  }

  readPair(pair: number, now: number): number {
    this.touchPair(pair, now);
    return this.pairClock[pair]!;
  }

  private touchPair(pair: number, now: number): void {
    const passed = now - this.pairLast[pair]!;
    this.pairLast[pair] = now;
    if (this.on[this.pairFirst[pair]!] === 0 && this.on[this.pairSecond[pair]!] === 0) {
      this.pairClock[pair] = this.pairClock[pair]! + passed;
    }
  }

  private growPairs(): void {
    const size = this.pairFirst.length * 2;
    const integers = (from: Int32Array): Int32Array => {
      const to = new Int32Array(size);
      to.set(from);
      return to;
    };
    const numbers = (from: Float64Array): Float64Array => {
      const to = new Float64Array(size);
      to.set(from);
      return to;
    };
    this.pairFirst = integers(this.pairFirst);
    this.pairSecond = integers(this.pairSecond);
    this.pairClock = numbers(this.pairClock);
    this.pairLast = numbers(this.pairLast);
  }
}
