import { CAUSE } from '../results/causes.ts';
import type { Tokens } from './tokens.ts';
import { widenAll } from './widen.ts';

/** In place of a cause: the part of `calendar` in which both sides of a boundary were closed. */
export const BOTH_CLOSED = 14;
/** No loop around it. */
export const NOT_WITHIN = 15;
/** Owner of a segment whose boundary is not known before the next work node. */
export const PENDING = 0;

export const LOOP = { none: 0, clarification: 1, rework: 2 } as const;

/**
 * What a token's time went to: a list of segments (owner, cause, what it was within a loop, seconds), pooled. Owners
 * are steps and boundaries; a segment before the next work node is pending until its boundary is known.
 */
export class Ledger {
  private firstFree = -1;
  private used = 0;
  /** owner << 8 | cause << 4 | cause within the loop. */
  key: Int32Array = new Int32Array(256);
  seconds: Float64Array = new Float64Array(256);
  next: Int32Array = new Int32Array(256);

  private readonly tokens: Tokens;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  private allocate(): number {
    let segment = this.firstFree;
    if (segment >= 0) {
      this.firstFree = this.next[segment]!;
      return segment;
    }
    segment = this.used;
    if (segment === this.key.length) widenAll(this);
    this.used = segment + 1;
    return segment;
  }

  /** Adds seconds of a cause to a token's list; inside a loop they carry the loop's label and boundary (rule b). */
  charge(token: number, owner: number, cause: number, seconds: number): void {
    if (seconds === 0) return;
    const { tokens } = this;
    const loop = tokens.loop[token]!;
    if (loop === LOOP.none) {
      this.append(token, (owner << 8) | (cause << 4) | NOT_WITHIN, seconds);
    } else if (cause !== BOTH_CLOSED) {
      const label = loop === LOOP.clarification ? CAUSE.clarification : CAUSE.rework;
      this.append(token, (tokens.loopOwner[token]! << 8) | (label << 4) | cause, seconds);
    }
  }

  private append(token: number, key: number, seconds: number): void {
    const { tokens } = this;
    const tail = tokens.tail[token]!;
    if (tail >= 0 && this.key[tail] === key) {
      this.seconds[tail] = this.seconds[tail]! + seconds;
      return;
    }
    const segment = this.allocate();
    this.key[segment] = key;
    this.seconds[segment] = seconds;
    this.next[segment] = -1;
    if (tail < 0) tokens.head[token] = segment;
    else this.next[tail] = segment;
    tokens.tail[token] = segment;
    if (key >> 8 === PENDING && tokens.pending[token]! < 0) tokens.pending[token] = segment;
  }

  /** Gives every pending segment of a token its owner, and remembers it for the branch's prefix. */
  resolve(token: number, owner: number): void {
    const { tokens } = this;
    if (tokens.loop[token] !== LOOP.none && tokens.loopOwner[token] === PENDING) tokens.loopOwner[token] = owner;
    if (tokens.prefixOwner[token]! < 0) tokens.prefixOwner[token] = owner;
    const first = tokens.pending[token]!;
    if (first >= 0) {
      this.own(first, owner);
      tokens.pending[token] = -1;
    }
  }

  /** Fills the owner in of all pending segments of a list. */
  own(first: number, owner: number): void {
    for (let segment = first; segment >= 0; segment = this.next[segment]!) {
      const key = this.key[segment]!;
      if (key >> 8 === PENDING) this.key[segment] = (owner << 8) | key;
    }
  }

  /** A copy of a list; returns its first segment, `tailOfCopy` holds the last. */
  copy(first: number): number {
    let head = -1;
    let tail = -1;
    for (let segment = first; segment >= 0; segment = this.next[segment]!) {
      const twin = this.allocate();
      this.key[twin] = this.key[segment]!;
      this.seconds[twin] = this.seconds[segment]!;
      this.next[twin] = -1;
      if (tail < 0) head = twin;
      else this.next[tail] = twin;
      tail = twin;
    }
    this.tailOfCopy = tail;
    return head;
  }
  tailOfCopy = -1;

  /** The first segment of a list whose owner is not known; −1 where all are. */
  firstPending(first: number): number {
    let segment = first;
    while (segment >= 0 && this.key[segment]! >> 8 !== PENDING) segment = this.next[segment]!;
    return segment;
  }

  /** Gives the segments of a list back. */
  free(head: number, tail: number): void {
    if (head < 0) return;
    this.next[tail] = this.firstFree;
    this.firstFree = head;
  }

  /** Empties a token's list. */
  clear(token: number): void {
    const { tokens } = this;
    this.free(tokens.head[token]!, tokens.tail[token]!);
    tokens.head[token] = -1;
    tokens.tail[token] = -1;
    tokens.pending[token] = -1;
  }
}
