/** One visit of a step by one item, in seconds from the beginning of the replay; what lies outside it is cut off at its borders. */
export interface ReplayStay {
  /** Number of the item, the same in all its stays. */
  readonly item: number;
  /** Id of the step, or of the end where an item leaves. */
  readonly node: string;
  /** When the item came from where it was before; equal to `enable` where it takes no time. */
  readonly left: number;
  /** When it came to the step, when work on it began, and when that was done. */
  readonly enable: number;
  readonly begin: number;
  readonly end: number;
  /** Place of its way in `paths`; −1 where none is drawn. */
  readonly path: number;
}

/** What happened on some days of one run, for showing it on the page. */
export interface Replay {
  /** Beginning in seconds since 1970 UTC. */
  readonly start: number;
  readonly timeZone: string;
  /** Whole days, each of 86,400 s. */
  readonly days: number;
  /** In the order in which the items set off. */
  readonly stays: readonly ReplayStay[];
  /** Ways between steps, as ids of flows. */
  readonly paths: readonly (readonly string[])[];
  /** More happened than is kept: the replay ends here, in seconds. */
  readonly cutAt: number | undefined;
}
