import type { Draws } from '../kernel/draws.ts';
import { itemWord } from '../kernel/keys.ts';
import { log } from '../kernel/mathematics.ts';

/** How many are drawn at once. */
export const AHEAD = 128;
const MASK = AHEAD - 1;

/** One kind of exponential time that every candidate of a source draws once. */
export interface Row {
  readonly hash: number;
  readonly purpose: number;
  /** Seconds; 0 for a row that is not drawn ahead. */
  readonly mean: number;
}

/**
 * Exponential times of the next candidates of a source, drawn many at once: draws are keyed, so nothing depends on when
 * they are made. Candidates are asked for in rising order, row by row.
 */
export class DrawnAhead {
  private readonly draws: Draws;
  private readonly rows: readonly Row[];
  /** `AHEAD` values per row, by candidate. */
  readonly values: Float64Array;
  /** First candidate of each row that is not drawn yet. */
  readonly until: Float64Array;

  constructor(draws: Draws, rows: readonly Row[]) {
    this.draws = draws;
    this.rows = rows;
    this.values = new Float64Array(rows.length * AHEAD);
    this.until = new Float64Array(rows.length);
  }

  /** Seconds of a candidate. */
  at(row: number, candidate: number): number {
    if (candidate >= this.until[row]!) this.draw(row, candidate);
    return this.values[row * AHEAD + (candidate & MASK)]!;
  }

  private draw(row: number, candidate: number): void {
    const { values } = this;
    const { hash, purpose, mean } = this.rows[row]!;
    const from = candidate - (candidate & MASK);
    const offset = row * AHEAD;
    this.draws.firstOfMany(values, offset, AHEAD, itemWord(0, from & 0xfffffff), hash, 0, purpose);
    for (let index = offset; index < offset + AHEAD; index += 1) values[index] = -mean * log(values[index]!);
    this.until[row] = from + AHEAD;
  }
}
