import type { Network } from '../network/network.ts';

export const MODE = { off: 0, normal: 1, interrupted: 2, blocked: 3 } as const;

/** What units are doing, and which of them are free, longest free first. */
export class Units {
  readonly on: Uint8Array;
  readonly protectedNow: Uint8Array;
  /** Interrupt token on the unit, −1 none. */
  readonly interrupt: Int32Array;
  /** Token at work (the one begun last when multitasking), −1 none. */
  readonly current: Int32Array;
  /** All tokens at work, of units that do several things at once. */
  readonly several: readonly (number[] | undefined)[];
  readonly jobs: Int32Array;
  /** Work that waits for this very unit, linked by `tokens.next`. */
  readonly paused: Int32Array;
  /** Token that has finished and still holds the unit, −1 none. */
  readonly heldBy: Int32Array;
  readonly mode: Uint8Array;
  readonly idleSince: Float64Array;
  readonly lastEnd: Float64Array;
  readonly lastKind: Int32Array;
  /** Part of the budget that the running piece of time goes to, for which team, since when. */
  readonly part: Int32Array;
  readonly pieceTeam: Int32Array;
  readonly pieceStart: Float64Array;
  readonly pieceClock: Float64Array;

  readonly idleCount: Int32Array;
  readonly idle: Uint8Array;
  /** Lists of free units by atom, the longest free first. */
  readonly idleHead: Int32Array;
  readonly idleTail: Int32Array;
  readonly idleNext: Int32Array;
  readonly idlePrevious: Int32Array;

  /** Atoms that dispatch must look at. */
  readonly dirty: Int32Array;
  readonly isDirty: Uint8Array;
  dirtyCount = 0;

  private readonly atom: Int32Array;

  constructor(network: Network) {
    const { count, atom } = network.units;
    const atoms = network.atoms.count;
    this.atom = atom;
    this.on = new Uint8Array(count);
    this.protectedNow = new Uint8Array(count);
    this.interrupt = new Int32Array(count).fill(-1);
    this.current = new Int32Array(count).fill(-1);
    this.several = Array.from(network.units.team, (team) => (network.teams.multitasking[team]! > 1 ? [] : undefined));
    this.jobs = new Int32Array(count);
    this.paused = new Int32Array(count).fill(-1);
    this.heldBy = new Int32Array(count).fill(-1);
    this.mode = new Uint8Array(count);
    this.idleSince = new Float64Array(count);
    this.lastEnd = new Float64Array(count).fill(-1);
    this.lastKind = new Int32Array(count).fill(-1);
    this.part = new Int32Array(count).fill(-1);
    this.pieceTeam = new Int32Array(count);
    this.pieceStart = new Float64Array(count);
    this.pieceClock = new Float64Array(count);
    this.idleCount = new Int32Array(atoms);
    this.idle = new Uint8Array(count);
    this.idleHead = new Int32Array(atoms).fill(-1);
    this.idleTail = new Int32Array(atoms).fill(-1);
    this.idleNext = new Int32Array(count).fill(-1);
    this.idlePrevious = new Int32Array(count).fill(-1);
    this.dirty = new Int32Array(atoms);
    this.isDirty = new Uint8Array(atoms);
  }

  /** The longest-idle unit of an atom, −1 where none is free. */
  longestIdle(atom: number): number {
    return this.idleHead[atom]!;
  }

  nextIdle(unit: number): number {
    return this.idleNext[unit]!;
  }

  /** A unit becomes free now: behind those free for longer; of those free since the same instant by number. */
  addIdle(unit: number, now: number): void {
    const atom = this.atom[unit]!;
    const { idleSince, idleNext, idlePrevious } = this;
    this.idle[unit] = 1;
    this.idleCount[atom] = this.idleCount[atom]! + 1;
    idleSince[unit] = now;
    let before = this.idleTail[atom]!;
    while (before >= 0 && idleSince[before] === now && before > unit) before = idlePrevious[before]!;
    const after = before < 0 ? this.idleHead[atom]! : idleNext[before]!;
    idlePrevious[unit] = before;
    idleNext[unit] = after;
    if (before < 0) this.idleHead[atom] = unit;
    else idleNext[before] = unit;
    if (after < 0) this.idleTail[atom] = unit;
    else idlePrevious[after] = unit;
    this.markDirty(atom);
  }

  removeIdle(unit: number): void {
    const atom = this.atom[unit]!;
    this.idle[unit] = 0;
    this.idleCount[atom] = this.idleCount[atom]! - 1;
    const before = this.idlePrevious[unit]!;
    const after = this.idleNext[unit]!;
    if (before < 0) this.idleHead[atom] = after;
    else this.idleNext[before] = after;
    if (after < 0) this.idleTail[atom] = before;
    else this.idlePrevious[after] = before;
  }

  markDirty(atom: number): void {
    if (this.isDirty[atom] === 1) return;
    this.isDirty[atom] = 1;
    this.dirty[this.dirtyCount] = atom;
    this.dirtyCount += 1;
  }
}
