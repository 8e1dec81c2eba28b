/** What can happen to a token; `detail` and `amount` are given in brackets. */
export type ProbeEvent =
  /** An item starts [its class; its due time]. */
  | 'arrive'
  /** A token comes to a step. */
  | 'enable'
  /** It has what it needs and asks for people, or waits for the step's batch. */
  | 'ready'
  /** Units are seized [kind of work; seconds of set-up]. */
  | 'start'
  /**
   * Work is broken off [cause; seconds left], or goes on [0; seconds left]. Work that nothing but closing can break off,
   * and that is suspended then, is not told: its end is known at its beginning.
   */
  | 'pause'
  | 'resume'
  /** A stage is done [0 set-up, 1 service; seconds of work]. */
  | 'end'
  /** The token crosses a boundary [its number]. */
  | 'handoff'
  /** The receiver must ask [flow; round]. */
  | 'question'
  /** The receiver sends the item back [flow]; the step repeats itself. */
  | 'reject'
  | 'repeat'
  /** An interrupt comes up [stream; its length]. */
  | 'interrupt'
  /** A batch fires [step; size]. */
  | 'fire'
  /** Kept out by a limit [team]. */
  | 'hold'
  /** An attached event ends the work. */
  | 'cancel'
  /** The item leaves: done, refused, given up [0; its lead time]. */
  | 'finish'
  | 'refuse'
  | 'abandon';

/** One thing that happened. Numbers are those of the network's tables, −1 for none; times are seconds from the start. */
export interface ProbeMoment {
  readonly event: ProbeEvent;
  readonly time: number;
  readonly itemClass: number;
  /** The item's word (kernel/keys.ts): with its class it names the item in every scenario. */
  readonly item: number;
  /** The branch: the same number from `enable` to `end`, used again afterwards. */
  readonly token: number;
  readonly node: number;
  readonly team: number;
  /** 0 the item's own work, 1 an answer, 2 a query, 3 an interrupt, 4 other work. */
  readonly work: number;
  readonly unit: number;
  readonly detail: number;
  readonly amount: number;
}

/** A listener to a run: logs, replay, golden traces. It changes nothing, and a run without one pays nothing for it. */
export interface Probe {
  tell(moment: ProbeMoment): void;
}
