/** Settings of a run with every default filled in; times in seconds from the start of the run. Plain data. */
export interface RunSettings {
  readonly seed: number;
  readonly mode: 'terminating' | 'steady';
  /** Start date as written, and the instant it stands for, in seconds since 1970 UTC. */
  readonly start: string;
  readonly startInstant: number;
  /** End of arrivals and of the measured window; Infinity when the run ends with its items. */
  readonly horizon: number;
  readonly warmUp: number;
  readonly replications: number;
  /** Relative half-width at which replications stop, or absent. */
  readonly precision?: number;
  readonly confidence: number;
  /** Items per demand class, or absent: arrivals then last to the horizon. */
  readonly items?: number;
  /** Version of the time-zone table in use. */
  readonly timeZones: string;
  /** Length of one period of the work-in-progress series, in seconds. */
  readonly period: number;
  /** Keep causes, boundaries and tail; without it a run is lean. */
  readonly attribution: boolean;
  /** One random stream instead of keyed draws: for benchmarks only. */
  readonly sequential: boolean;
  /** Assert the identities of DESIGN 4 while running. */
  readonly checks: boolean;
  readonly limits: RunLimits;
}

/** Where a run that cannot end is stopped. */
export interface RunLimits {
  readonly events: number;
  /** Items in the system at once. */
  readonly items: number;
  /** Simulated seconds. */
  readonly time: number;
  /** For each item in the system: events, and nodes that tokens come to, without any time passing. */
  readonly instant: number;
}

/** Where a replication is stopped that does not end: events, items in the system at once, simulated seconds (100 years), what happens at one moment for each item. */
export const defaultLimits: RunLimits = { events: 2e9, items: 1_000_000, time: 100 * 366 * 86_400, instant: 100_000 };
