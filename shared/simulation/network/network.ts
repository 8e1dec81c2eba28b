import type { Calendar } from '../kernel/calendar.ts';
import type { Sampler } from '../kernel/distributions.ts';

/** Kinds of node, small integers for a jump table. */
export const NODE = { start: 0, step: 1, oneOf: 2, someOf: 3, firstEvent: 4, fork: 5, join: 6, event: 7, subprocess: 8, end: 9, terminate: 10 } as const;

/** Lists per element in one array: those of element i are `items[first[i]] … items[first[i + 1] − 1]`. */
export interface Lists {
  readonly first: Int32Array;
  readonly items: Int32Array;
}

/** What has an id, a name and a hash for its draws. */
export interface Named {
  readonly count: number;
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly hash: Int32Array;
}

/** All nodes that an item can be at; sub-processes are unfolded. */
export interface NodeTable extends Named {
  readonly kind: Uint8Array;
  readonly out: Lists;
  /** The node to which the only, plain flow out leads, or −1. */
  readonly onlyNext: Int32Array;
  /** Number of the step, or −1. */
  readonly step: Int32Array;
  /** Counter of visits in `items.visits`, or −1 where a node can be visited once only. */
  readonly visitSlot: Int32Array;
  readonly visitSlots: number;
  /** First nodes inside a sub-process. */
  readonly inner: Lists;
  /** Waits of event nodes: a sampler, a cadence, the calendar on which the wait counts (−1 elapsed), and whether it is a message. */
  readonly wait: Int32Array;
  readonly waitCadence: Int32Array;
  readonly waitCalendar: Int32Array;
  readonly isMessage: Uint8Array;
  /** Events attached to a step or sub-process, and whether an attached event interrupts. */
  readonly attached: Lists;
  readonly interrupting: Uint8Array;
  /** Rows of `attributes` that completing the node sets. */
  readonly sets: Lists;
  /** Multi-instance: 0 none, 1 parallel, 2 in sequence; sampler of the count. */
  readonly instanceMode: Uint8Array;
  readonly instances: Int32Array;
  /** Bit of `items.produced` that completing the node sets, or −1. */
  readonly produces: Int32Array;
}

/** Steps, numbered on their own; indexes are steps unless said otherwise. */
export interface StepTable {
  readonly count: number;
  readonly node: Int32Array;
  readonly party: readonly (string | null)[];
  /** Team that leads (or decides), or −1. */
  readonly team: Int32Array;
  /** Sampler of the service time, −1 for none. */
  readonly service: Int32Array;
  /** Rows of the requirement table, one per unit needed. */
  readonly requirements: Lists;
  /** Queue that the step's items join, or −1 without requirement. */
  readonly queue: Int32Array;
  readonly rework: Float64Array;
  /** 0 none, 1 any time, 2 in a meeting. */
  readonly approval: Uint8Array;
  readonly approvalAfter: Int32Array;
  readonly approvalCalendar: Int32Array;
  readonly meeting: Int32Array;
  readonly meetingMost: Int32Array;
  /** Information that the step waits for: produced by the item itself (bit), or asked for at a team. */
  readonly needs: Lists;
  readonly queryTime: Int32Array;
  readonly batch: Int32Array;
  /** Steps that the engine passes on the short way (see express.ts), their atom and sampler. */
  readonly express: Uint8Array;
  readonly expressAtom: Int32Array;
  readonly expressService: Int32Array;
}

/** Needs of steps. */
export interface NeedTable {
  readonly bit: Int32Array;
  readonly source: Int32Array;
  readonly team: Int32Array;
  readonly hash: Int32Array;
}

export interface RequirementTable {
  readonly set: Int32Array;
  /** Alternative per requirement × atom, or −1. */
  readonly alternative: Int32Array;
  /** Per alternative: team and own service time (−1: the step's). */
  readonly team: Int32Array;
  readonly service: Int32Array;
}

/** How a step's batches form and what they cost. */
export interface StepBatch {
  readonly mode: 'parallel' | 'sequential' | 'concurrent';
  readonly sizes: readonly number[];
  readonly weights: readonly number[];
  readonly factorSizes: readonly number[];
  readonly factors: readonly number[];
  readonly firing: readonly (readonly FiringTest[])[];
}
export interface FiringTest {
  readonly attribute: 'size' | 'oldestWait' | 'youngestWait' | 'hour' | 'weekday';
  readonly comparison: '=' | '<' | '<=' | '>' | '>=';
  readonly value: number;
}

export interface FlowTable extends Named {
  readonly target: Int32Array;
  readonly source: Int32Array;
  readonly probability: Float64Array;
  /** Row of `conditions`, −1 none. */
  readonly condition: Int32Array;
  readonly otherwise: Uint8Array;
  readonly rework: Uint8Array;
  /** True where passing the flow is nothing but arriving at its target. */
  readonly plain: Uint8Array;
  readonly transfer: Int32Array;
  /** Calendar on which the transfer counts, −1 elapsed. */
  readonly transferCalendar: Int32Array;
  readonly batchSize: Int32Array;
  readonly batchTimeout: Float64Array;
  readonly batchAtReceiver: Uint8Array;
  readonly cadence: Int32Array;
  readonly setup: Int32Array;
  readonly clarification: Float64Array;
  readonly answer: Int32Array;
  readonly rejection: Float64Array;
  /** Response time of the flow's own term (seconds; 0: it promises none, NaN: no term) and its support calendar (−1 elapsed), for receivers without limit. */
  readonly response: Float64Array;
  readonly responseCalendar: Int32Array;
}

export interface TeamTable extends Named {
  readonly party: readonly string[];
  /** Units, or Infinity. */
  readonly capacity: Float64Array;
  readonly unlimited: Uint8Array;
  readonly discipline: Uint8Array;
  readonly ageing: Float64Array;
  readonly preemption: Uint8Array;
  readonly resumePenalty: Int32Array;
  readonly atShiftEnd: Uint8Array;
  readonly multitasking: Int32Array;
  readonly switchCost: Float64Array;
  readonly wipLimit: Float64Array;
  readonly whenFull: Uint8Array;
  readonly setupAfterIdle: Int32Array;
  readonly setupOnChange: Int32Array;
  readonly setupByClass: Uint8Array;
  readonly startAt: Int32Array;
  readonly handover: Uint8Array;
  readonly protectedShare: Float64Array;
  /** Set of all its units, and the queue of work that needs one of them. */
  readonly set: Int32Array;
  readonly queue: Int32Array;
  readonly units: Lists;
  /** Calendar of the team as a whole, for working times at it. */
  readonly calendar: Int32Array;
  /** The same of its party's contract, for what comes from others over a flow without a term. */
  readonly response: Float64Array;
  readonly responseCalendar: Int32Array;
}

export const DISCIPLINE = { fifo: 0, priority: 1, dueDate: 2, slack: 3, shortest: 4 } as const;
export const PREEMPTION = { none: 0, resume: 1, restart: 2, resample: 3 } as const;
export const SHIFT_END = { suspend: 0, finish: 1, restart: 2, resample: 3 } as const;
export const WHEN_FULL = { hold: 0, park: 1, refuse: 2 } as const;

export interface UnitTable {
  readonly count: number;
  readonly id: readonly string[];
  readonly atom: Int32Array;
  readonly team: Int32Array;
  readonly calendar: Int32Array;
  readonly costPerSecond: Float64Array;
  /** Teams of the unit: more than one for a person who works in several. */
  readonly teams: Lists;
  /** Protected block as shares of each working interval: start and length (0: none). */
  readonly protectedFrom: Float64Array;
  readonly protectedShare: Float64Array;
  /** True where work on the unit can be broken off by something else than its calendar's closing. */
  readonly eventful: Uint8Array;
}

/** Units that are interchangeable for every requirement and keep the same calendar. Its units are consecutive. */
export interface AtomTable {
  readonly count: number;
  readonly firstUnit: Int32Array;
  readonly calendar: Int32Array;
  readonly unlimited: Uint8Array;
  readonly team: Int32Array;
  readonly sets: Lists;
  readonly queues: Lists;
}

/** Distinct sets of eligible units. */
export interface SetTable {
  readonly count: number;
  readonly atoms: Lists;
  readonly unlimited: Uint8Array;
  /** Every wait for it is `queue`: never closed, never interrupted, never blocked. */
  readonly plain: Uint8Array;
  /** Later-joined items can be served first: the tree over join order is kept. */
  readonly overtaking: Uint8Array;
}

/** Queues: items that need the same sets, so that only the first of them need be looked at. */
export interface QueueTable {
  readonly count: number;
  readonly sets: Lists;
  readonly team: Int32Array;
  readonly discipline: Uint8Array;
}

/** Streams of interrupts and other work, one row per independent source. */
export interface StreamTable {
  readonly count: number;
  readonly team: Int32Array;
  /** The unit that it strikes, −1: any of the team. */
  readonly unit: Int32Array;
  readonly clock: Uint8Array;
  readonly acts: Uint8Array;
  readonly every: Int32Array;
  readonly length: Int32Array;
  /** Calendar of the time between, −1 elapsed. */
  readonly calendar: Int32Array;
  readonly otherWork: Uint8Array;
  readonly hash: Int32Array;
  readonly index: Int32Array;
}
export const CLOCK = { independent: 0, afterEnd: 1, whileBusy: 2 } as const;
export const ACTS = { preempt: 0, queueFirst: 1, queue: 2 } as const;

export const ARRIVALS = { rate: 0, interArrival: 1, list: 2, closed: 3, none: 4 } as const;
export interface ClassTable extends Named {
  readonly start: Int32Array;
  readonly arrivals: Uint8Array;
  readonly interArrival: Int32Array;
  /** Peak rate per second, and that of layer 0. */
  readonly peakRate: Float64Array;
  readonly layerRate: Float64Array;
  /** Calendar that shapes arrivals (−1 none) and what closing does: 0 push, 1 pause. */
  readonly calendar: Int32Array;
  readonly pauses: Uint8Array;
  readonly firstAtStart: Uint8Array;
  /** Weights by hour of week relative to the peak, or absent, with the shifts of the zone in which they are read. */
  readonly profile: readonly (Float64Array | undefined)[];
  readonly list: readonly (Float64Array | undefined)[];
  readonly population: Int32Array;
  readonly think: Int32Array;
  readonly batch: Int32Array;
  readonly atMost: Float64Array;
  readonly priority: Float64Array;
  readonly priorityRules: readonly (readonly { readonly condition: number; readonly priority: number }[])[];
  readonly due: Float64Array;
  readonly attributes: Lists;
  readonly patience: Int32Array;
  readonly costOfDelayPerSecond: Float64Array;
  readonly outcome: readonly (string | undefined)[];
}

/** Attributes are numbers; words are their rank among all words of the model. */
export interface AttributeRow {
  readonly slot: number;
  readonly sampler: number;
  readonly values: readonly number[];
  readonly cumulative: readonly number[];
  readonly hash: number;
}

export interface TestRow {
  readonly slot: number;
  readonly comparison: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'oneOf';
  readonly value: number;
  readonly to: number;
  readonly values: readonly number[];
}
export type ConditionRow = readonly (readonly TestRow[])[];

/** Which features the network uses; what it does not use costs nothing. */
export interface Features {
  /** Tokens can be more than one branch, or carry more than their way: forks, handoffs, loops, waits. */
  readonly rich: boolean;
  readonly loops: boolean;
  readonly batches: boolean;
  readonly needs: boolean;
  readonly wipLimits: boolean;
  readonly patience: boolean;
  readonly closed: boolean;
  readonly ageing: boolean;
  readonly attributes: number;
  readonly maxRequirements: number;
}

/** The model as flat arrays in Seconds, checked; what engine and estimate read. Index −1 means "none" throughout. */
export interface Network {
  /** Instant of time 0, in seconds since 1970 UTC. */
  readonly origin: number;
  readonly samplers: readonly Sampler[];
  readonly calendars: readonly Calendar[];
  readonly cadences: readonly Cadence[];
  /** Atoms that keep each calendar. */
  readonly calendarAtoms: Lists;
  /** The document's own wall clock. */
  readonly clock: WallClock;
  readonly nodes: NodeTable;
  readonly steps: StepTable;
  readonly needs: NeedTable;
  readonly requirements: RequirementTable;
  readonly batches: readonly StepBatch[];
  readonly flows: FlowTable;
  readonly teams: TeamTable;
  readonly units: UnitTable;
  readonly atoms: AtomTable;
  readonly sets: SetTable;
  readonly queues: QueueTable;
  readonly streams: StreamTable;
  readonly classes: ClassTable;
  readonly attributes: readonly AttributeRow[];
  readonly conditions: readonly ConditionRow[];
  readonly features: Features;
  readonly reach: Reach;
}

/** When something happens by the clock. */
export interface Cadence {
  /** The first tick at or after a time of the run. */
  next(time: number): number;
}

/** Wall time in the document's zone. */
export interface WallClock {
  /** 0 to 23. */
  hourOfDay(time: number): number;
  /** Monday 0 … Sunday 6. */
  weekday(time: number): number;
  /** 0 to 167, Monday midnight first. */
  hourOfWeek(time: number): number;
  /** The next full hour after a time. */
  nextHour(time: number): number;
}

/** Which nodes can still reach which. */
export interface Reach {
  /** Whether a token at or on its way to `node` can come to the join without passing the fork; −1 is no fork. */
  joinFrom(fork: number, join: number, node: number): boolean;
  /** Whether a token at `node` can come to `target`. */
  from(node: number, target: number): boolean;
}
