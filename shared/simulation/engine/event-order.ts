/**
 * The published order of simultaneous events (DESIGN 3.8): everything that falls on one instant is applied in the order
 * of these numbers, then by class, item, element and instance; only then is waiting work given to free units. The order
 * in which events were created plays no part. Golden traces guard this table: a change of it is a change of results.
 */
export const EVENT = {
  /** The measured window opens or closes. */
  window: 0,
  /** A calendar opens or closes. */
  shift: 1,
  /** A protected block begins or ends. */
  protection: 2,
  /** Set-up, service, an answer or an interrupt is done. */
  stageEnd: 3,
  /** Work is lost at the end of a shift. */
  workLost: 4,
  /** Lost work begins again. */
  workAgain: 5,
  /** An interrupt or a piece of other work comes up. */
  interrupt: 6,
  /** A time that an item passes without a unit is over: transfer, latency, timer, response. */
  passed: 7,
  /** A batch has waited long enough. */
  batchTimeout: 8,
  /** A cadence lets an item pass. */
  tick: 9,
  /** A meeting takes place. */
  meeting: 10,
  /** An event attached to a step. */
  attached: 11,
  /** An item has waited long enough to rise in rank. */
  ageing: 12,
  /** An item gives up. */
  patience: 13,
  /** Items arrive. */
  arrival: 14,
  /** A step's batch looks again whether it may fire. */
  batchLook: 15,
} as const;

/** An event's payload holds what it is about (below 2^26) and its kind. */
export const KIND_BITS = 5;
export const KIND_MASK = (1 << KIND_BITS) - 1;
