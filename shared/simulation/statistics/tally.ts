/**
 * Count, mean and spread of observations, in constant space. Source: Welford 1962; merging by Chan, Golub, LeVeque 1979.
 */
export class Tally {
  count = 0;
  /** 0 before the first observation. */
  mean = 0;
  min = Infinity;
  max = -Infinity;
  /** Sum of squared deviations from the mean. */
  squares = 0;

  add(value: number): void {
    const count = this.count + 1;
    this.count = count;
    const deviation = value - this.mean;
    const mean = this.mean + deviation / count;
    this.mean = mean;
    this.squares += deviation * (value - mean);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  /** Takes over another tally's observations. Bytes depend on the order of merging: merge in replication order. */
  merge(other: TallyData): void {
    if (other.count === 0) return;
    const count = this.count + other.count;
    const deviation = other.mean - this.mean;
    this.squares += other.squares + (deviation * deviation * this.count * other.count) / count;
    this.mean = this.count === 0 ? other.mean : this.mean + (deviation * other.count) / count;
    this.count = count;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  get sum(): number {
    return this.mean * this.count;
  }

  /** Sample variance; 0 for fewer than two observations. */
  get variance(): number {
    return this.count < 2 ? 0 : this.squares / (this.count - 1);
  }

  get sd(): number {
    return Math.sqrt(this.variance);
  }
}

/** What merging needs: a tally, or its fields after a message between threads. */
export type TallyData = Pick<Tally, 'count' | 'mean' | 'min' | 'max' | 'squares'>;

/** Tally of a list. */
export function tallyOf(values: Iterable<number>): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

/** Time average of a step function, such as a queue's length, over a window. */
export class TimeAverage {
  private area = 0;
  private start: number;
  private last: number;
  private value: number;

  constructor(start: number, value = 0) {
    this.start = start;
    this.last = start;
    this.value = value;
  }

  /** The function takes a new value at a time that is not before the last one. */
  set(time: number, value: number): void {
    this.area += this.value * (time - this.last);
    this.last = time;
    this.value = value;
  }

  /** Forgets everything before a time, the present value kept: the end of the warm-up. */
  restart(time: number): void {
    this.area = 0;
    this.start = time;
    this.last = time;
  }

  get current(): number {
    return this.value;
  }

  /** Integral from the start to a time at or after the last change. */
  areaAt(time: number): number {
    return this.area + this.value * (time - this.last);
  }

  /** Average from the start to a time; the present value where no time has passed. */
  averageAt(time: number): number {
    return time > this.start ? this.areaAt(time) / (time - this.start) : this.value;
  }
}
