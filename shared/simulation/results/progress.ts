/** How far a run has come; plain data that crosses threads. */
export interface Progress {
  /** Replications finished, of how many at most. */
  readonly finished: number;
  readonly planned: number;
  /** Share done of everything planned, 0 to 1. */
  readonly share: number;
  readonly events: number;
  /** The lead time so far in seconds with its half-width, once two replications are done. */
  readonly leadTime?: { readonly mean: number; readonly halfWidth: number };
}
