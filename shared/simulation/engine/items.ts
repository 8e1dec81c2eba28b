import { widenAll } from './widen.ts';

/** Items in the system, struct of arrays with a free list: memory follows the items present, never those processed. */
export class Items {
  live = 0;
  /** First row that was given back, linked by `tokens`; −1 where there is none. */
  private firstFree = -1;
  private used = 0;
  class: Int32Array;
  /** The word of layer and candidate that names its draws. */
  word: Uint32Array;
  start: Float64Array;
  due: Float64Array;
  priority: Float64Array;
  /** First of its live tokens, and how many there are. */
  tokens: Int32Array;
  tokenCount: Int32Array;
  /** Starts inside the measured window. */
  counted: Uint8Array;
  /** Bits of the information it has produced. */
  produced: Int32Array;
  /** Given up or cancelled work on the way: it leaves as refused (1) or abandoned (2). */
  fate: Uint8Array;
  readonly stride: number;
  readonly visitStride: number;
  attributes: Float64Array;
  visits: Uint16Array;

  constructor(attributes: number, visitSlots: number, capacity = 64) {
    this.stride = attributes;
    this.visitStride = visitSlots;
    this.class = new Int32Array(capacity);
    this.word = new Uint32Array(capacity);
    this.start = new Float64Array(capacity);
    this.due = new Float64Array(capacity);
    this.priority = new Float64Array(capacity);
    this.tokens = new Int32Array(capacity);
    this.tokenCount = new Int32Array(capacity);
    this.counted = new Uint8Array(capacity);
    this.produced = new Int32Array(capacity);
    this.fate = new Uint8Array(capacity);
    this.attributes = new Float64Array(capacity * attributes);
    this.visits = new Uint16Array(capacity * visitSlots);
  }

  allocate(): number {
    this.live += 1;
    let item = this.firstFree;
    if (item >= 0) {
      this.firstFree = this.tokens[item]!;
    } else {
      item = this.used;
      if (item === this.class.length) widenAll(this);
      this.used = item + 1;
    }
    this.tokens[item] = -1;
    this.tokenCount[item] = 0;
    this.produced[item] = 0;
    this.fate[item] = 0;
    if (this.visitStride > 0) this.visits.fill(0, item * this.visitStride, (item + 1) * this.visitStride);
    return item;
  }

  release(item: number): void {
    this.live -= 1;
    this.tokens[item] = this.firstFree;
    this.tokenCount[item] = -1;
    this.firstFree = item;
  }

  /** One above the highest number in use: live items have a token count of 0 or more. */
  get bound(): number {
    return this.used;
  }
}
