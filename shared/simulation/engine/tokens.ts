import { widenAll } from './widen.ts';

/** What a token is doing. */
export const PHASE = {
  free: 0,
  /** About to arrive at its node, or to leave it: in the ring of the current instant. */
  arriving: 1,
  leaving: 2,
  /** Cancelled while in the ring: freed when its turn comes. */
  cancelled: 3,
  /** On a flow: in its batch, waiting for its cadence, under way. */
  flowBatch: 4,
  cadence: 5,
  transfer: 6,
  receiverBatch: 7,
  /** At a step, before the queue. */
  decision: 8,
  meeting: 9,
  information: 10,
  stepBatch: 12,
  /** Queueing, being worked on, broken off. */
  queue: 13,
  work: 14,
  paused: 15,
  /** A question travels back, is answered, the answer travels forth. */
  question: 16,
  answer: 17,
  reply: 18,
  /** The receiver's item waits for its question's answer job, or for a query. */
  rejected: 19,
  timer: 20,
  join: 21,
  delay: 22,
  response: 23,
  /** Carries a batch; its members wait in this phase. */
  member: 24,
  /** Holds a place for a scope. */
  held: 25,
  /** Kept out by a limit on work in progress. */
  gate: 26,
  /** Leaves the system within this instant. */
  ending: 27,
  /** In the ring: what it needs may be there; it has its place in the team. */
  informed: 28,
  admitted: 29,
} as const;

/** Kind of work a token asks units for. */
export const WORK = { flow: 0, answer: 1, query: 2, interrupt: 3, otherWork: 4 } as const;

/** Stage of work on a unit. */
export const STAGE = { setup: 0, service: 1 } as const;

/** How a token came to its queue: anew, back from a question, or with work that was broken off. */
export const STARTED = { fresh: 0, returned: 1, brokenOff: 2 } as const;

const START_CAPACITY = 64;

/**
 * Tokens: where an item is, one for each branch that is alive, and the work it asks for; interrupts and batches are
 * tokens without an item. Struct of arrays with a free list.
 */
export class Tokens {
  private firstFree = -1;
  private used = 0;
  phase: Uint8Array;
  item: Int32Array;
  node: Int32Array;
  flow: Int32Array;
  scope: Int32Array;
  nextInItem: Int32Array;
  previousInItem: Int32Array;
  lineage: Int32Array;
  instance: Int32Array;
  /** Number of this visit of its node. */
  visit: Int32Array;
  event: Int32Array;
  since: Float64Array;

  /** Ledger: first and last segment, first one whose owner is not known yet, and what the scope's prefix resolved to. */
  head: Int32Array;
  tail: Int32Array;
  pending: Int32Array;
  prefixOwner: Int32Array;
  loop: Uint8Array;
  loopOwner: Int32Array;
  loopNode: Int32Array;

  /** Team and step that worked on it last, the team before, the boundary by which it came, the handoff it carries. */
  lastTeam: Int32Array;
  previousTeam: Int32Array;
  /** Step to which a rejection leads back, −1 where that would leave a scope; and the step that worked last. */
  lastNode: Int32Array;
  lastWork: Int32Array;
  boundary: Int32Array;
  handoff: Int32Array;

  /** Work: what, where it queues, in which rank, with which unit. */
  work: Uint8Array;
  stage: Uint8Array;
  started: Uint8Array;
  round: Int32Array;
  queue: Int32Array;
  next: Int32Array;
  previous: Int32Array;
  sequence: Float64Array;
  /** Rank in the receiver's queue, kept while a question is out. */
  keptSequence: Float64Array;
  key: Float64Array;
  unit: Int32Array;
  /** Units beside the lead one, of tokens that need several at once. */
  readonly more: (readonly number[] | undefined)[] = [];
  team: Int32Array;
  alternative: Int32Array;
  remaining: Float64Array;
  total: Float64Array;
  penalty: Float64Array;
  /** Seconds of work done, and lost by switching, in one second. */
  rate: Float64Array;
  loss: Float64Array;
  stageStart: Float64Array;
  runStart: Float64Array;
  /** Broken off: since when, by which cause, and the time that each such cause took in this stage. */
  pausedSince: Float64Array;
  pauseCause: Uint8Array;
  interrupted: Float64Array;
  overtaken: Float64Array;
  contended: Float64Array;
  blockedFor: Float64Array;
  /** Clocks of its eligible set when it joined the queue. */
  closedClock: Float64Array;
  interruptClock: Float64Array;
  blockClock: Float64Array;
  priorityClock: Float64Array;
  bothClock: Float64Array;
  pair: Int32Array;

  /** Place under a work-in-progress limit, other pending events, list it stands in, items it stands for. */
  wipTeam: Int32Array;
  patience: Int32Array;
  ageing: Int32Array;
  attached: Int32Array;
  members: Int32Array;
  carrier: Int32Array;
  stream: Int32Array;

  /** Without forks, handoffs, loops and waits most fields keep their first values. */
  private readonly rich: boolean;

  constructor(rich: boolean, capacity = START_CAPACITY) {
    this.rich = rich;
    const integers = (): Int32Array => new Int32Array(capacity);
    const numbers = (): Float64Array => new Float64Array(capacity);
    const bytes = (): Uint8Array => new Uint8Array(capacity);
    this.phase = bytes();
    this.item = integers();
    this.node = integers();
    this.flow = integers();
    this.scope = integers();
    this.nextInItem = integers();
    this.previousInItem = integers();
    this.lineage = integers();
    this.instance = integers();
    this.visit = integers();
    this.event = integers();
    this.since = numbers();
    this.head = integers();
    this.tail = integers();
    this.pending = integers();
    this.prefixOwner = integers();
    this.loop = bytes();
    this.loopOwner = integers();
    this.loopNode = integers();
    this.lastTeam = integers();
    this.previousTeam = integers();
    this.lastNode = integers();
    this.lastWork = integers();
    this.boundary = integers();
    this.handoff = integers();
    this.work = bytes();
    this.stage = bytes();
    this.started = bytes();
    this.round = integers();
    this.queue = integers();
    this.next = integers();
    this.previous = integers();
    this.sequence = numbers();
    this.keptSequence = numbers();
    this.key = numbers();
    this.unit = integers();
    this.team = integers();
    this.alternative = integers();
    this.remaining = numbers();
    this.total = numbers();
    this.penalty = numbers();
    this.rate = numbers();
    this.loss = numbers();
    this.stageStart = numbers();
    this.runStart = numbers();
    this.pausedSince = numbers();
    this.pauseCause = bytes();
    this.interrupted = numbers();
    this.overtaken = numbers();
    this.contended = numbers();
    this.blockedFor = numbers();
    this.closedClock = numbers();
    this.interruptClock = numbers();
    this.blockClock = numbers();
    this.priorityClock = numbers();
    this.bothClock = numbers();
    this.pair = integers();
    this.wipTeam = integers();
    this.patience = integers();
    this.ageing = integers();
    this.attached = integers();
    this.members = integers();
    this.carrier = integers();
    this.stream = integers();
  }

  /** A token of an item (or −1), nowhere yet, with an empty ledger. */
  allocate(item: number): number {
    let token = this.firstFree;
    const fresh = token < 0;
    if (!fresh) {
      this.firstFree = this.next[token]!;
    } else {
      token = this.used;
      if (token === this.phase.length) widenAll(this);
      this.used = token + 1;
    }
    this.item[token] = item;
    this.event[token] = -1;
    this.unit[token] = -1;
    this.lastTeam[token] = -1;
    this.previousTeam[token] = -2;
    this.lastNode[token] = -1;
    this.lastWork[token] = -1;
    this.prefixOwner[token] = -1;
    if (this.rich || fresh) this.clear(token);
    return token;
  }

  /** What only rich networks change. */
  private clear(token: number): void {
    this.scope[token] = -1;
    this.lineage[token] = 0;
    this.instance[token] = 0;
    this.visit[token] = 0;
    this.head[token] = -1;
    this.tail[token] = -1;
    this.pending[token] = -1;
    this.loop[token] = 0;
    this.handoff[token] = -1;
    this.work[token] = 0;
    this.started[token] = 0;
    this.round[token] = 0;
    this.wipTeam[token] = -1;
    this.patience[token] = -1;
    this.ageing[token] = -1;
    this.attached[token] = -1;
    this.members[token] = -1;
    this.carrier[token] = -1;
    this.stream[token] = 0;
    if (this.more.length > token) this.more[token] = undefined;
  }

  release(token: number): void {
    this.phase[token] = 0;
    this.next[token] = this.firstFree;
    this.firstFree = token;
  }

  get bound(): number {
    return this.used;
  }
}
