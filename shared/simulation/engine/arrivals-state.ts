/** Layers of a Poisson stream: layer 0 at the base rate, layer j doubles what the ones below it give. */
export const MAX_LAYERS = 15;

/** One source of arrivals: a class and a layer of it. Payload of its event: class × 16 + layer. */
export class Arrivals {
  /** Candidate numbers used so far, by source. */
  readonly candidates: Int32Array;
  readonly started: Float64Array;
  /** Arrivals of a class that have not ended, over all its layers. */
  openSources = 0;

  constructor(classes: number) {
    this.candidates = new Int32Array(classes * (MAX_LAYERS + 1));
    this.started = new Float64Array(classes);
  }
}
