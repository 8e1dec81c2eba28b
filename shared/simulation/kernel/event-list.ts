/**
 * Pending events in a total order: time, then kind, class and item (packed into `order`), then element and instance
 * (`place`). The order of insertion plays no part. A binary heap on typed arrays; handles allow removal.
 */

/** Packs kind 0…63, class 0…16383 and the item's word into one exact double; equal times go by it. */
export function orderOf(kind: number, itemClass: number, item: number): number {
  return (kind * 16384 + itemClass) * 4294967296 + item;
}

/** Packs element 0…2^26 and instance or branch 0…2^26 into one exact double; equal orders go by it. */
export function placeOf(element: number, instance: number): number {
  return element * 67108864 + instance;
}

/**
 * Pending events, the earliest first; of equal times (in any unit) the smallest order, then the smallest place. A heap in
 * flat arrays (Williams 1964) from which an event can be taken back by its handle. Times must not be NaN.
 */
export class EventList {
  /** Number of pending events. */
  size = 0;
  /** Whether the root was popped and not yet refilled: most events schedule one, which then takes its place at once. */
  private vacant = false;
  private times: Float64Array;
  /** Slot of the event at each heap position. */
  private slots: Int32Array;
  private orders: Float64Array;
  private places: Float64Array;
  private payloads: Int32Array;
  /** Heap position of each slot, or the next free slot's complement for slots not in use. */
  private positions: Int32Array;
  private firstFree = 0;

  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.slots = new Int32Array(capacity);
    this.orders = new Float64Array(capacity);
    this.places = new Float64Array(capacity);
    this.payloads = new Int32Array(capacity);
    this.positions = new Int32Array(capacity);
    this.linkFree(0);
  }

  /** Time of the next event; Infinity when none is pending. */
  nextTime(): number {
    if (this.vacant) this.close();
    return this.size === 0 ? Infinity : this.times[0]!;
  }

  /**
   * Adds an event and returns its handle, valid until the event is popped or removed. `payload` is a 32-bit integer.
   */
  push(time: number, order: number, place: number, payload: number): number {
    let slot = this.firstFree;
    if (slot === this.payloads.length) {
      this.grow();
      slot = this.firstFree;
    }
    this.firstFree = ~this.positions[slot]!;
    this.orders[slot] = order;
    this.places[slot] = place;
    this.payloads[slot] = payload;
    const size = this.size;
    this.size = size + 1;
    if (this.vacant) {
      this.vacant = false;
      this.settle(0, time, slot);
    } else this.rise(size, time, slot);
    return slot;
  }

  /** Removes the next event and returns its payload. Only while `size` > 0. */
  pop(): number {
    if (this.vacant) this.close();
    const slot = this.slots[0]!;
    this.size -= 1;
    this.vacant = true;
    this.positions[slot] = ~this.firstFree;
    this.firstFree = slot;
    return this.payloads[slot]!;
  }

  /** Removes a pending event by its handle. */
  remove(handle: number): void {
    if (this.vacant) this.close();
    const position = this.positions[handle]!;
    const size = this.size - 1;
    this.size = size;
    if (position < size) {
      const slot = this.slots[size]!;
      const time = this.times[size]!;
      if (position > 0 && this.before(time, slot, (position - 1) >> 1)) this.rise(position, time, slot);
      else this.settle(position, time, slot);
    }
    this.positions[handle] = ~this.firstFree;
    this.firstFree = handle;
  }

  /** Payload of a pending event. */
  payload(handle: number): number {
    return this.payloads[handle]!;
  }

  /** Time of a pending event. */
  time(handle: number): number {
    return this.times[this.positions[handle]!]!;
  }

  clear(): void {
    this.size = 0;
    this.vacant = false;
    this.firstFree = 0;
    this.linkFree(0);
  }

  /** Fills the vacant root with the last event. */
  private close(): void {
    const size = this.size;
    this.vacant = false;
    if (size > 0) this.sink(size, this.times[size]!, this.slots[size]!);
  }

  /** Whether (time, slot) comes before the event at a heap position. */
  private before(time: number, slot: number, position: number): boolean {
    const other = this.times[position]!;
    return time < other || (time === other && this.tieBefore(slot, this.slots[position]!));
  }

  private tieBefore(a: number, b: number): boolean {
    const first = this.orders[a]!;
    const second = this.orders[b]!;
    return first < second || (first === second && this.places[a]! < this.places[b]!);
  }

  private rise(start: number, time: number, slot: number): void {
    const { times, slots, positions } = this;
    let hole = start;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const other = times[parent]!;
      if (time > other) break;
      const above = slots[parent]!;
      if (time === other && !this.tieBefore(slot, above)) break;
      times[hole] = other;
      slots[hole] = above;
      positions[above] = hole;
      hole = parent;
    }
    times[hole] = time;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  /** Refills the vacant root: the hole goes down to a leaf by smaller children, then the last event rises in it. */
  private sink(size: number, time: number, slot: number): void {
    const { times, slots, positions } = this;
    let hole = 0;
    let child = 1;
    while (child < size) {
      const right = child + 1;
      if (right < size) {
        const a = times[child]!;
        const b = times[right]!;
        if (b < a || (b === a && this.tieBefore(slots[right]!, slots[child]!))) child = right;
      }
      const below = slots[child]!;
      times[hole] = times[child]!;
      slots[hole] = below;
      positions[below] = hole;
      hole = child;
      child = 2 * hole + 1;
    }
    this.rise(hole, time, slot);
  }

  /** Puts an event at a position whose subtree may hold earlier ones. */
  private settle(start: number, time: number, slot: number): void {
    const { times, slots, positions, size } = this;
    let hole = start;
    let child = 2 * hole + 1;
    while (child < size) {
      const right = child + 1;
      if (right < size) {
        const a = times[child]!;
        const b = times[right]!;
        if (b < a || (b === a && this.tieBefore(slots[right]!, slots[child]!))) child = right;
      }
      if (this.before(time, slot, child)) break;
      const below = slots[child]!;
      times[hole] = times[child]!;
      slots[hole] = below;
      positions[below] = hole;
      hole = child;
      child = 2 * hole + 1;
    }
    times[hole] = time;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  private linkFree(from: number): void {
    for (let slot = from; slot < this.positions.length; slot += 1) this.positions[slot] = ~(slot + 1);
  }

  private grow(): void {
    const old = this.payloads.length;
    const capacity = old * 2;
    this.times = widen(this.times, new Float64Array(capacity));
    this.slots = widen(this.slots, new Int32Array(capacity));
    this.orders = widen(this.orders, new Float64Array(capacity));
    this.places = widen(this.places, new Float64Array(capacity));
    this.payloads = widen(this.payloads, new Int32Array(capacity));
    this.positions = widen(this.positions, new Int32Array(capacity));
    this.linkFree(old);
  }
}

function widen<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
