import type { HistogramData } from '../statistics/histogram.ts';

/** Sums of one boundary; −1 is the outside. */
export interface BoundarySums {
  readonly from: number;
  readonly to: number;
  readonly crossings: number;
  readonly pingPong: number;
  /** Seconds by cause. */
  readonly seconds: readonly number[];
  readonly bothClosed: number;
  /** Currency: cost of delay of its friction, and capacity spent on set-up, clarification and rework. */
  readonly delayCost: number;
  readonly capacityCost: number;
}

/**
 * What one replication found: sums and whole-number histograms, constant in size and plain, so that it crosses threads
 * and shards. Sums are over counted items (started in [warmUp, horizon) and finished) unless said otherwise; rows are in
 * the order of the network's tables.
 */
export interface ReplicationResult {
  readonly replication: number;
  readonly events: number;
  readonly ended: 'done' | 'events' | 'items' | 'time' | 'instant' | 'stuck';
  /** Window of the time averages, and the time at which the run stopped, in seconds. */
  readonly window: { readonly start: number; readonly end: number };
  readonly endTime: number;
  /** `counted` finished; `censored` are counted starts that did not. The others are over the whole run. */
  readonly items: {
    readonly started: number; readonly finished: number; readonly counted: number; readonly censored: number;
    readonly refused: number; readonly abandoned: number;
  };
  readonly leadTime: number;
  readonly leadTimes: HistogramData;
  readonly cost: number;
  readonly causes: readonly number[];
  readonly withinClarification: readonly number[];
  readonly withinRework: readonly number[];
  /** ∫ N dt over the window and Σ overlap of lives with it: equal, by Little. */
  readonly workArea: number;
  readonly overlap: number;
  /** ∫ N dt of each period from time 0. */
  readonly periods: readonly number[];
  readonly classes: readonly { readonly items: number; readonly leadTime: number; readonly late: number; readonly seconds: readonly number[] }[];
  readonly steps: readonly {
    readonly visits: number; readonly waiting: number; readonly service: number; readonly queueArea: number; readonly seconds: readonly number[];
    readonly slack: number; readonly slackCount: number;
  }[];
  readonly teams: readonly {
    readonly starts: number; readonly waiting: number; readonly queueArea: number;
    /** Work that joined its queues and work that began, over the whole run. */
    readonly joined: number; readonly begun: number;
    /** Unit-seconds by part of the budget, and on shift, in the window. */
    readonly budget: readonly number[]; readonly onShift: number;
    /** Share of the shift time that lay before the last arrival; 1 where items arrive to the end. */
    readonly arrivingShare: number;
    /** Seconds in which no unit on shift was idle, the stretches of that, and the share of time as momentary bottleneck. */
    readonly activeSeconds: number; readonly activeStretches: number; readonly bottleneckSeconds: number;
  }[];
  readonly boundaries: readonly BoundarySums[];
}
