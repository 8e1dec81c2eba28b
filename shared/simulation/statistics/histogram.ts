/**
 * Histogram of non-negative values with bins that grow with the value: each power of two is cut into 256 equal bins, so
 * any value of a bin is within 0.4 % of any other. Counts are whole, so merging is exact and in any order the same.
 * Optionally each bin carries a vector of sums (time by cause), which makes the mean of a tail decompose.
 */

const SUB_BITS = 8;
const SUB = 1 << SUB_BITS;
/** Values below 2^-20 (a microsecond, in seconds) count as 0; those from 2^44 on share the last octave's end. */
const LOWEST_EXPONENT = -20;
const OCTAVES = 64;
const OFFSET = (1023 + LOWEST_EXPONENT) * SUB;
const BINS = OCTAVES * SUB;
const SMALLEST = 2 ** LOWEST_EXPONENT;

const scratch = new Float64Array(1);
const scratchWords = new Uint32Array(scratch.buffer);
scratch[0] = 1;
const HIGH_WORD = scratchWords[1] === 0 ? 0 : 1;

/** Number of the bin of a value: 0 for what counts as zero, else 1 + its place. */
function binOf(value: number): number {
  if (!(value >= SMALLEST)) return 0;
  scratch[0] = value;
  const index = (scratchWords[HIGH_WORD]! >>> (20 - SUB_BITS)) - OFFSET;
  return 1 + (index < BINS ? index : BINS - 1);
}

/** Lower edge of bin 1, 2, …; the upper edge is the next one's lower. */
function edgeOf(bin: number): number {
  const index = bin - 1;
  let edge = (1 + (index % SUB) / SUB) * SMALLEST;
  for (let octave = Math.floor(index / SUB); octave > 0; octave -= 1) edge *= 2;
  return edge;
}

/** Plain contents for messages and shards: only occupied bins, rising. */
export interface HistogramData {
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly bins: readonly number[];
  readonly counts: readonly number[];
  /** `width` sums per occupied bin, in turn. */
  readonly sums: readonly number[];
}

/**
 * Values of zero or more in bins of fixed relative width, counted in whole numbers: merging in any order gives the same.
 * Each bin may keep sums beside its count, such as seconds by cause.
 */
export class Histogram {
  /** Sums per bin. */
  readonly width: number;
  count = 0;
  min = Infinity;
  max = -Infinity;
  /** A row for each bin, its count and then its sums: of values that count as 0, and of each octave, made when first used. */
  private readonly zero: Float64Array;
  private readonly octaves: (Float64Array | undefined)[] = new Array<undefined>(OCTAVES).fill(undefined);

  constructor(width = 0) {
    this.width = width;
    this.zero = new Float64Array(1 + width);
  }

  /** Counts a value; `parts` are `width` numbers from `offset` on that are added to its bin's sums. */
  add(value: number, parts?: Float64Array, offset = 0): void {
    this.put(binOf(value), 1, parts, offset);
    this.see(value);
  }

  /** Counts a value as `add` does where its parts are nothing but those numbered in `which`. */
  addSome(value: number, parts: Float64Array, which: Int32Array): void {
    const bin = binOf(value);
    const rows = this.rowsOf(bin);
    const start = this.startOf(bin);
    rows[start]! += 1;
    for (let index = 0; index < which.length; index += 1) {
      const part = which[index]!;
      rows[start + 1 + part]! += parts[part]!;
    }
    this.see(value);
  }

  merge(other: HistogramData): void {
    if (other.width !== this.width) throw new Error(`Histograms of ${this.width} and ${other.width} sums cannot be merged.`);
    // One type of list keeps the inner loop of counting fast.
    const sums = Float64Array.from(other.sums);
    for (let index = 0; index < other.bins.length; index += 1) {
      const count = other.counts[index]!;
      this.put(other.bins[index]!, count, sums, index * this.width);
      this.count += count;
    }
    // An empty histogram's extremes are infinite, which JSON does not carry.
    if (other.bins.length === 0) return;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /**
   * Value below which the share `p` of the observations lies (0 ≤ p ≤ 1), within 0.4 %; NaN where there are none.
   * Within a bin ranks are spread evenly, and the exact extremes bound the answer.
   */
  quantile(p: number): number {
    if (this.count === 0) return NaN;
    const rank = p * this.count;
    if (rank >= this.count) return this.max;
    let before = 0;
    let result = this.max;
    this.forEachBin((bin, count) => {
      if (before + count < rank) {
        before += count;
        return true;
      }
      const low = edgeOf(bin);
      result = bin === 0 ? 0 : low + (edgeOf(bin + 1) - low) * ((rank - before) / count);
      return false;
    });
    return Math.min(this.max, Math.max(this.min, result));
  }

  /**
   * The slowest observations, as whole bins from the one that holds quantile `p` up: how many, and the sums of their
   * vectors, which add up to the total of the values if each value's parts do.
   */
  tailFrom(p: number): { count: number; sums: Float64Array } {
    const rank = p * this.count;
    const sums = new Float64Array(this.width);
    let before = 0;
    let count = 0;
    this.forEachBin((_, size, parts, offset) => {
      before += size;
      if (before <= rank && before < this.count) return true;
      count += size;
      for (let k = 0; k < this.width; k += 1) sums[k]! += parts[offset + k]!;
      return true;
    });
    return { count, sums };
  }

  /** Share of observations above a limit, its bin split in proportion. */
  shareAbove(limit: number): number {
    if (limit >= this.max) return 0;
    if (limit < this.min) return 1;
    let above = 0;
    this.forEachBin((bin, count) => {
      if (bin === 0) return true;
      const low = edgeOf(bin);
      const high = edgeOf(bin + 1);
      above += count * Math.min(1, Math.max(0, (high - limit) / (high - low)));
      return true;
    });
    return above / this.count;
  }

  toData(): HistogramData {
    let occupied = 0;
    this.forEachBin(() => {
      occupied += 1;
      return true;
    });
    const { width, min, max } = this;
    const bins = new Array<number>(occupied);
    const counts = new Array<number>(occupied);
    const sums = new Array<number>(occupied * width);
    let at = 0;
    this.forEachBin((bin, count, parts, offset) => {
      bins[at] = bin;
      counts[at] = count;
      for (let k = 0; k < width; k += 1) sums[at * width + k] = parts[offset + k]!;
      at += 1;
      return true;
    });
    return { width, min, max, bins, counts, sums };
  }

  private see(value: number): void {
    this.count += 1;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  private put(bin: number, count: number, parts: Float64Array | undefined, offset: number): void {
    const { width } = this;
    const rows = this.rowsOf(bin);
    const start = this.startOf(bin);
    rows[start]! += count;
    // Most of an item's parts are nothing.
    for (let k = 0; k < width; k += 1) {
      const part = parts![offset + k]!;
      if (part !== 0) rows[start + 1 + k]! += part;
    }
  }

  /** The rows among which that of a bin is. */
  private rowsOf(bin: number): Float64Array {
    return bin === 0 ? this.zero : (this.octaves[(bin - 1) >> SUB_BITS] ??= new Float64Array(SUB * (1 + this.width)));
  }

  /** Where in them it begins. */
  private startOf(bin: number): number {
    return bin === 0 ? 0 : ((bin - 1) & (SUB - 1)) * (1 + this.width);
  }

  /** Visits occupied bins in rising order until the visitor returns false; a bin's sums stand in the rows from `offset` on. */
  private forEachBin(visit: (bin: number, count: number, sums: Float64Array, offset: number) => boolean): void {
    if (this.zero[0]! > 0 && !visit(0, this.zero[0]!, this.zero, 1)) return;
    for (let octave = 0; octave < OCTAVES; octave += 1) {
      const rows = this.octaves[octave];
      if (!rows) continue;
      for (let place = 0; place < SUB; place += 1) {
        const start = place * (1 + this.width);
        const count = rows[start]!;
        if (count > 0 && !visit(1 + octave * SUB + place, count, rows, start + 1)) return;
      }
    }
  }
}

/** A histogram from its plain contents. */
export function histogramFrom(data: HistogramData): Histogram {
  const histogram = new Histogram(data.width);
  histogram.merge(data);
  return histogram;
}
