/**
 * Pending events of a run through lines: at most one for each unit, arrival source and window, so a place in the heap is
 * all that an event needs. Equal times go by a rule of the caller. The earliest event stands at the root; the next one
 * takes its place, or it is dropped.
 */
export class LineHeap {
  size = 0;
  /** When the event of each slot is due; set before it is put in. */
  readonly due: Float64Array;
  readonly times: Float64Array;
  readonly slots: Int32Array;
  private readonly goesFirst: (a: number, b: number) => boolean;

  /** `goesFirst` orders two slots whose events fall on the same time. */
  constructor(slots: number, goesFirst: (a: number, b: number) => boolean) {
    this.due = new Float64Array(slots);
    // Three more, so that the children of the root can always be read.
    this.times = new Float64Array(slots + 3).fill(Infinity);
    this.slots = new Int32Array(slots + 3);
    this.goesFirst = goesFirst;
  }

  /** Adds an event beside the others. */
  push(slot: number): void {
    const { times, slots } = this;
    const time = this.due[slot]!;
    let hole = this.size;
    this.size = hole + 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
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
    let child = 1;
    while (child < size) {
      let least = times[child]!;
      const right = child + 1;
      if (right < size) {
        const other = times[right]!;
        if (other < least || (other === least && this.goesFirst(slots[right]!, slots[child]!))) {
          child = right;
          least = other;
        }
      }
      if (time < least || (time === least && this.goesFirst(slot, slots[child]!))) break;
      times[hole] = least;
      slots[hole] = slots[child]!;
      hole = child;
      child = 2 * hole + 1;
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
}
