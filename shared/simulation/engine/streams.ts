/** Occurrences of each stream so far, its pending event, and the busy time left to its next one. */
export class Streams {
  readonly occurrence: Int32Array;
  readonly event: Int32Array;
  readonly rest: Float64Array;
  readonly runningSince: Float64Array;
  readonly busyUnits: Int32Array;

  constructor(count: number) {
    this.occurrence = new Int32Array(count);
    this.event = new Int32Array(count).fill(-1);
    this.rest = new Float64Array(count);
    this.runningSince = new Float64Array(count).fill(-1);
    this.busyUnits = new Int32Array(count);
  }
}

