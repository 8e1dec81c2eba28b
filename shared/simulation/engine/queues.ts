import { DISCIPLINE, type Network } from '../network/network.ts';
import type { Tokens } from './tokens.ts';

/**
 * Waiting work per queue. FIFO queues are linked lists, the others binary heaps by key and join sequence; both allow
 * removal from the middle. Tokens hold the links: `next` and `previous`, or their heap place in `next`.
 */
export class Queues {
  readonly length: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly ranked: Uint8Array;
  private readonly heaps: Int32Array[];
  private readonly tokens: Tokens;

  constructor(network: Network, tokens: Tokens) {
    const { count, discipline } = network.queues;
    this.tokens = tokens;
    this.length = new Int32Array(count);
    this.head = new Int32Array(count).fill(-1);
    this.tail = new Int32Array(count).fill(-1);
    this.ranked = Uint8Array.from(discipline, (it) => (it === DISCIPLINE.fifo ? 0 : 1));
    this.heaps = Array.from({ length: count }, (_, queue) => new Int32Array(this.ranked[queue] === 1 ? 16 : 0));
  }

  /** The one that goes first; −1 where nobody waits. */
  first(queue: number): number {
    return this.head[queue]!;
  }

  /** Whether token a goes before token b. */
  before(a: number, b: number): boolean {
    const { key, sequence } = this.tokens;
    const first = key[a]!;
    const second = key[b]!;
    return first < second || (first === second && sequence[a]! < sequence[b]!);
  }

  push(queue: number, token: number): void {
    const length = this.length[queue]!;
    this.length[queue] = length + 1;
    if (this.ranked[queue] === 1) {
      let heap = this.heaps[queue]!;
      if (length === heap.length) {
        const longer = new Int32Array(length * 2);
        longer.set(heap);
        this.heaps[queue] = longer;
        heap = longer;
      }
      this.rise(queue, heap, length, token);
      return;
    }
    const { next, previous, sequence } = this.tokens;
    // Returned work stands in its old rank: it looks for its place from the end.
    let before = this.tail[queue]!;
    while (before >= 0 && sequence[before]! > sequence[token]!) before = previous[before]!;
    const after = before < 0 ? this.head[queue]! : next[before]!;
    previous[token] = before;
    next[token] = after;
    if (before < 0) this.head[queue] = token;
    else next[before] = token;
    if (after < 0) this.tail[queue] = token;
    else previous[after] = token;
  }

  /** Puts the newest token behind all others of a queue in order of arrival. */
  append(queue: number, token: number): void {
    const { next, previous } = this.tokens;
    const last = this.tail[queue]!;
    this.length[queue] = this.length[queue]! + 1;
    this.tokens.key[token] = 0;
    previous[token] = last;
    next[token] = -1;
    if (last < 0) this.head[queue] = token;
    else next[last] = token;
    this.tail[queue] = token;
  }

  remove(queue: number, token: number): void {
    const { next, previous } = this.tokens;
    const length = this.length[queue]! - 1;
    this.length[queue] = length;
    if (this.ranked[queue] === 1) {
      const heap = this.heaps[queue]!;
      const hole = next[token]!;
      const last = heap[length]!;
      if (last !== token) {
        if (hole > 0 && this.before(last, heap[(hole - 1) >> 1]!)) this.rise(queue, heap, hole, last);
        else this.sink(heap, hole, length, last);
      }
      this.head[queue] = length > 0 ? heap[0]! : -1;
      return;
    }
    const before = previous[token]!;
    const after = next[token]!;
    if (before < 0) this.head[queue] = after;
    else next[before] = after;
    if (after < 0) this.tail[queue] = before;
    else previous[after] = before;
  }

  /** A token's key fell: it may go up. */
  raise(queue: number, token: number): void {
    if (this.ranked[queue] === 1) this.rise(queue, this.heaps[queue]!, this.tokens.next[token]!, token);
  }

  /** All tokens of a queue, in no particular order for ranked ones. */
  members(queue: number): number[] {
    if (this.ranked[queue] === 1) return [...this.heaps[queue]!.subarray(0, this.length[queue]!)];
    const list: number[] = [];
    for (let token = this.head[queue]!; token >= 0; token = this.tokens.next[token]!) list.push(token);
    return list;
  }

  private rise(queue: number, heap: Int32Array, start: number, token: number): void {
    const { next } = this.tokens;
    let hole = start;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent]!;
      if (!this.before(token, above)) break;
      heap[hole] = above;
      next[above] = hole;
      hole = parent;
    }
    heap[hole] = token;
    next[token] = hole;
    this.head[queue] = heap[0]!;
  }

  private sink(heap: Int32Array, start: number, length: number, token: number): void {
    const { next } = this.tokens;
    let hole = start;
    let child = 2 * hole + 1;
    while (child < length) {
      if (child + 1 < length && this.before(heap[child + 1]!, heap[child]!)) child += 1;
      const below = heap[child]!;
      if (!this.before(below, token)) break;
      heap[hole] = below;
      next[below] = hole;
      hole = child;
      child = 2 * hole + 1;
    }
    heap[hole] = token;
    next[token] = hole;
  }
}
