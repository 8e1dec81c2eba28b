import { widenAll } from './widen.ts';

/** Seconds kept per boundary: one per cause, then the part of `calendar` in which both sides were closed. */
export const BOUNDARY_ROW = 15;

/** Boundaries that items crossed, numbered as they appear; −1 is the outside on either side. */
export class Boundaries {
  count = 0;
  from: Int32Array = new Int32Array(16);
  to: Int32Array = new Int32Array(16);
  crossings: Float64Array = new Float64Array(16);
  pingPong: Float64Array = new Float64Array(16);
  seconds: Float64Array = new Float64Array(16 * BOUNDARY_ROW);
  /** Currency: cost of delay of the friction, and capacity spent on set-up, clarification and rework. */
  delayCost: Float64Array = new Float64Array(16);
  capacityCost: Float64Array = new Float64Array(16);
  /** In an object of its own, so that it keeps its size when the rows grow. */
  private readonly index: { readonly numberOf: Int32Array; readonly width: number };

  constructor(teams: number) {
    const width = teams + 1;
    this.index = { numberOf: new Int32Array(width * width).fill(-1), width };
  }

  /** Number of the boundary between two teams. */
  between(from: number, to: number): number {
    const { numberOf, width } = this.index;
    const place = (from + 1) * width + to + 1;
    const known = numberOf[place]!;
    if (known >= 0) return known;
    const boundary = this.count;
    if (boundary === this.from.length) widenAll(this);
    this.count = boundary + 1;
    numberOf[place] = boundary;
    this.from[boundary] = from;
    this.to[boundary] = to;
    return boundary;
  }
}
