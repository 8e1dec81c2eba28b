/** Children of a place. Four: few levels, and the earliest of four is found without a branch. */
const CHILDREN = 4;

/**
 * Pending events of a run through lines: at most one for each unit, arrival source and window, so a place in the heap is
 * all that an event needs. Equal times go by a rule of the caller. The earliest event stands at the root; the next one
 * takes its place, or it is dropped.
 */
export class LineHeap {
  size = 0;
  /** When the event of each slot is due; set before it is put in. */
  readonly due: Float64Array;
  /** By place in the heap, Infinity behind the last. */
  readonly times: Float64Array;
  readonly slots: Int32Array;
  private readonly goesFirst: (a: number, b: number) => boolean;

  /** `goesFirst` orders two slots whose events fall on the same time. */
  constructor(slots: number, goesFirst: (a: number, b: number) => boolean) {
    this.due = new Float64Array(slots);
    // So many more that the children of any place can be read.
    this.times = new Float64Array(slots + CHILDREN + 1).fill(Infinity);
    this.slots = new Int32Array(slots + CHILDREN + 1);
    this.goesFirst = goesFirst;
  }

  /** When the earliest event beside the one at the root is due. */
  nextTime(): number {
    const { times } = this;
    return Math.min(times[1]!, times[2]!, times[3]!, times[4]!);
  }

  /** Adds an event beside the others. */
  push(slot: number): void {
    const { times, slots } = this;
    const time = this.due[slot]!;
    let hole = this.size;
    this.size = hole + 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      const above = times[parent]!;
      if (time > above || (time === above && !this.goesFirst(slot, slots[parent]!))) break;
      times[hole] = above;
      slots[hole] = slots[parent]!;
      hole = parent;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  /** Puts an event in the place of the earliest one. */
  replace(slot: number): void {
    const { times, slots, size } = this;
    const time = this.due[slot]!;
    let hole = 0;
    for (let first = 1; first < size; first = CHILDREN * hole + 1) {
      let child = first;
      for (let other = first + 1; other < first + CHILDREN && other < size; other += 1) if (this.precedes(other, child)) child = other;
      const least = times[child]!;
      if (time < least || (time === least && this.goesFirst(slot, slots[child]!))) break;
      times[hole] = least;
      slots[hole] = slots[child]!;
      hole = child;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  private precedes(a: number, b: number): boolean {
    const { times, slots } = this;
    return times[a]! < times[b]! || (times[a] === times[b] && this.goesFirst(slots[a]!, slots[b]!));
  }

  /** As `push`, and equal times are left in any order. */
  pushLoosely(slot: number, time: number): void {
    const { times, slots } = this;
    let hole = this.size;
    this.size = hole + 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      const above = times[parent]!;
      if (time >= above) break;
      times[hole] = above;
      slots[hole] = slots[parent]!;
      hole = parent;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  /** As `replace`, and equal times are left in any order. */
  replaceLoosely(slot: number, time: number): void {
    const { times, slots, size } = this;
    let hole = 0;
    for (let first = 1; first < size; first = CHILDREN * hole + 1) {
      // Which child is earliest is anybody's guess, also the processor's: sums and a product cost less than a wrong branch.
      const left = first + Number(times[first + 1]! < times[first]!);
      const right = first + 2 + Number(times[first + 3]! < times[first + 2]!);
      const child = first + 1 === size ? first : left + (right - left) * Number(times[right]! < times[left]!);
      const least = times[child]!;
      if (least >= time) break;
      times[hole] = least;
      slots[hole] = slots[child]!;
      hole = child;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  /** Puts events of equal times into their order, where that was left open. */
  reorder(): void {
    const times = this.times.slice(0, this.size);
    const pending = this.slots.slice(0, this.size);
    this.size = 0;
    pending.forEach((slot, index) => {
      this.due[slot] = times[index]!;
      this.push(slot);
    });
  }

  /** Drops the earliest event. */
  drop(): void {
    const size = this.size - 1;
    this.size = size;
    const last = this.times[size]!;
    this.times[size] = Infinity;
    if (size === 0) return;
    const slot = this.slots[size]!;
    this.due[slot] = last;
    this.replace(slot);
  }

  /** As `drop`, and equal times are left in any order. */
  dropLoosely(): void {
    const size = this.size - 1;
    this.size = size;
    const last = this.times[size]!;
    this.times[size] = Infinity;
    if (size > 0) this.replaceLoosely(this.slots[size]!, last);
  }
}
