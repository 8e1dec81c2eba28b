/**
 * For one set of units: how much of a waiting item's time went to items that joined after it (DESIGN 4, rule a). A
 * Fenwick tree over join order holds what each service took of the set's unit clock; an item asks for the sum behind
 * its own place. Every waiting item has two places, its own and one for whoever comes between it and the next; places
 * are renumbered when they run out, so memory follows the items present. Source of the tree: Fenwick 1994.
 */
export class JoinOrderTree {
  /** Sequences of the items that were announced, rising. */
  private sequences: Float64Array;
  private used = 0;
  private values: Float64Array;
  private counts: Int32Array;

  constructor(capacity = 64) {
    this.sequences = new Float64Array(capacity);
    this.values = new Float64Array(2 * capacity + 3);
    this.counts = new Int32Array(2 * capacity + 3);
  }

  get full(): boolean {
    return this.used === this.sequences.length;
  }

  /** Announces an item that joins; sequences rise from call to call. Only while the tree is not full. */
  join(sequence: number): void {
    this.sequences[this.used] = sequence;
    this.used += 1;
  }

  /** An item of this sequence begins (+1) or ends (−1) to hold a unit, at this reading of the unit clock. */
  serve(sequence: number, direction: 1 | -1, clock: number): void {
    this.add(this.place(sequence), direction === 1 ? -clock : clock, direction);
  }

  /** What items behind this sequence took so far; a wait's share is the difference of two readings. */
  behind(sequence: number, clock: number): number {
    const { values, counts } = this;
    let value = 0;
    let count = 0;
    for (let index = values.length - 1; index > 0; index -= index & -index) {
      value += values[index]!;
      count += counts[index]!;
    }
    for (let index = this.place(sequence); index > 0; index -= index & -index) {
      value -= values[index]!;
      count -= counts[index]!;
    }
    return value + count * clock;
  }

  /** Keeps the places of the `count` sequences that still wait (rising); room is left for as many again. */
  renumber(waiting: Float64Array, count: number): void {
    const amounts: number[] = [];
    const numbers: number[] = [];
    const old = this.values.length;
    for (let index = 1; index < old; index += 1) {
      amounts.push(this.at(this.values, index));
      numbers.push(this.at(this.counts, index));
    }
    const before = this.sequences.slice(0, this.used);
    const capacity = Math.max(64, 2 * count);
    this.sequences = new Float64Array(capacity);
    this.sequences.set(waiting.subarray(0, count));
    this.used = count;
    this.values = new Float64Array(2 * capacity + 3);
    this.counts = new Int32Array(2 * capacity + 3);
    for (let place = 1; place <= amounts.length; place += 1) {
      const amount = amounts[place - 1]!;
      const number = numbers[place - 1]!;
      if (amount === 0 && number === 0) continue;
      // Even places are items' own, odd ones stand behind an item, the first before all.
      const sequence = place === 1 ? -1 : before[(place >> 1) - 1]!;
      this.add(place % 2 === 0 ? this.place(sequence) : this.placeBehind(sequence), amount, number);
    }
  }

  private add(place: number, amount: number, number: number): void {
    const { values, counts } = this;
    for (let index = place; index < values.length; index += index & -index) {
      values[index] = values[index]! + amount;
      counts[index] = counts[index]! + number;
    }
  }

  /** An announced item's own place, else the place behind the last announced one before it. */
  private place(sequence: number): number {
    const below = this.announcedUpTo(sequence);
    if (below === 0) return 1;
    return this.sequences[below - 1] === sequence ? 2 * below : 2 * below + 1;
  }

  private placeBehind(sequence: number): number {
    return 2 * this.announcedUpTo(sequence) + 1;
  }

  private announcedUpTo(sequence: number): number {
    let low = 0;
    let high = this.used;
    if (high > 0 && this.sequences[high - 1]! <= sequence) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sequences[middle]! <= sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private at(tree: Float64Array | Int32Array, place: number): number {
    let value = tree[place]!;
    const stop = place - (place & -place);
    for (let index = place - 1; index > stop; index -= index & -index) value -= tree[index]!;
    return value;
  }
}
