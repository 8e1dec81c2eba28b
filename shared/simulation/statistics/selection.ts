import { exponential, naturalLog } from './elementary.ts';

export interface SelectionOptions {
  /** Number of systems, at least 2. */
  readonly systems: number;
  /** A difference of the measure that nobody minds, above 0. */
  readonly indifference: number;
  /** Probability of keeping the best where it is better by at least the indifference. */
  readonly confidence: number;
  /** Replications before the first screening, at least 2. */
  readonly first?: number;
  readonly better?: 'lower' | 'higher';
}

/**
 * Fully sequential selection of the best system, valid under common random numbers since only variances of differences
 * enter. One replication of all survivors at a time. Source: Kim and Nelson 2001, procedure KN with c = 1.
 */
export class Selection {
  /** Systems still in the running, rising. */
  survivors: readonly number[];
  /** Replications recorded. */
  replications = 0;
  private readonly indifference: number;
  private readonly first: number;
  private readonly sign: number;
  private readonly hSquared: number;
  /** Per system its observations up to `first`, then only sums. */
  private readonly early: number[][];
  private readonly sums: Float64Array;
  /** Variances of the differences of each pair, from the first stage. */
  private readonly variances: Float64Array;
  private readonly systems: number;

  constructor({ systems, indifference, confidence, first = 10, better = 'lower' }: SelectionOptions) {
    if (systems < 2 || !(indifference > 0) || !(confidence > 0 && confidence < 1) || first < 2) {
      throw new Error('Selection needs two systems, an indifference above 0, a confidence between 0 and 1 and two first replications.');
    }
    this.systems = systems;
    this.survivors = Array.from({ length: systems }, (_, system) => system);
    this.indifference = indifference;
    this.first = first;
    this.sign = better === 'higher' ? 1 : -1;
    const power = (-2 / (first - 1)) * naturalLog((2 * (1 - confidence)) / (systems - 1));
    this.hSquared = (exponential(power) - 1) * (first - 1);
    this.early = this.survivors.map(() => []);
    this.sums = new Float64Array(systems);
    this.variances = new Float64Array(systems * systems);
  }

  /** Whether one system is left. */
  get decided(): boolean {
    return this.survivors.length === 1;
  }

  /** Records one replication: the measure of each survivor, by system. */
  record(values: ArrayLike<number>): void {
    this.replications += 1;
    for (const system of this.survivors) {
      const value = values[system]! * this.sign;
      this.sums[system]! += value;
      if (this.replications <= this.first) this.early[system]!.push(value);
    }
    if (this.replications < this.first) return;
    if (this.replications === this.first) this.measureVariances();
    const r = this.replications;
    this.survivors = this.survivors.filter((i) =>
      this.survivors.every((l) => this.sums[i]! / r >= this.sums[l]! / r - this.tolerance(i, l, r)),
    );
  }

  /** The best of the survivors by its mean so far. */
  get best(): number {
    return this.survivors.reduce((best, system) => (this.sums[system]! > this.sums[best]! ? system : best));
  }

  private tolerance(i: number, l: number, r: number): number {
    const variance = this.variances[i * this.systems + l]!;
    return Math.max(0, (this.hSquared * variance) / (2 * r * this.indifference) - this.indifference / 2);
  }

  private measureVariances(): void {
    for (const i of this.survivors) {
      for (const l of this.survivors) {
        const differences = this.early[i]!.map((value, index) => value - this.early[l]![index]!);
        const mean = differences.reduce((sum, value) => sum + value, 0) / this.first;
        const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        this.variances[i * this.systems + l] = squares / (this.first - 1);
      }
    }
  }
}
