import { Draws } from '../kernel/draws.ts';
import { EventList, orderOf, placeOf } from '../kernel/event-list.ts';
import { combine } from '../kernel/keys.ts';
import type { Network } from '../network/network.ts';
import { CAUSES } from '../results/causes.ts';
import type { RunSettings } from '../results/used-settings.ts';
import { Histogram } from '../statistics/histogram.ts';
import { Activity } from './activity.ts';
import { Arrivals } from './arrivals-state.ts';
import { KIND_BITS } from './event-order.ts';
import { FlowBatches } from './flow-phases.ts';
import { Items } from './items.ts';
import { JoinOrderTree } from './join-order-tree.ts';
import { Ledger } from './ledger.ts';
import { Meetings } from './meetings.ts';
import type { Probe, ProbeEvent } from './probe.ts';
import { Queues } from './queues.ts';
import { Scopes } from './scopes.ts';
import { SetClocks } from './set-clocks.ts';
import { Shifts } from './shifts.ts';
import { StepBatches } from './step-batches.ts';
import { Streams } from './streams.ts';
import { Sums } from './sums.ts';
import { PHASE, Tokens } from './tokens.ts';
import { Units } from './units.ts';

/** A team that begins at n waiting: not begun, begun until nothing waits, or for good because nobody can join any more. */
export const AWAKE = { no: 0, now: 1, forGood: 2 } as const;

/**
 * The whole state of one replication: pools of items and tokens, queues, units, clocks, sums and pending events. It has
 * no rules of its own: the modules beside it act on it.
 */
export class Simulation {
  readonly network: Network;
  readonly settings: RunSettings;
  readonly draws: Draws;
  readonly probe: Probe | undefined;
  readonly attribution: boolean;
  readonly events: EventList = new EventList(1024);
  readonly items: Items;
  readonly tokens: Tokens;
  readonly ledger: Ledger;
  readonly scopes: Scopes = new Scopes();
  readonly queues: Queues;
  readonly units: Units;
  readonly sets: SetClocks;
  readonly shifts: Shifts;
  readonly sums: Sums;
  readonly streams: Streams;
  readonly arrivals: Arrivals;
  readonly activity: Activity;
  /** End of each unit's present or next protected block; open seconds of each calendar when the window opened. */
  readonly protectedUntil: Float64Array;
  readonly windowClock: Float64Array;
  /** Returns of closed populations so far. */
  thinking = 0;
  readonly flowBatches: FlowBatches;
  readonly stepBatches: StepBatches;
  readonly meetings: Meetings;
  /** No further item will start; batches then look whether anybody can still join. */
  arrivalsOver = false;
  /** No item starts at or after this time. */
  arrivalsUntil = Infinity;
  /** Counted items in the system, and classes of which a closed population's item has just come back. */
  countedLive = 0;
  /** Nodes that tokens came to: bounds circles that take no time. */
  walked = 0;
  readonly returning: number[] = [];
  readonly leadTimes: Histogram;
  /** Trees over join order of the sets that need one. */
  readonly trees: readonly (JoinOrderTree | undefined)[];
  /** Clocks of tokens that need several units at once: per token and requirement closed, interrupted, blocked, behind. */
  readonly manyClocks: { values: Float64Array } = { values: new Float64Array(0) };
  now = 0;
  eventCount = 0;
  /** Join sequence given last: rising over the run. */
  sequence = 0;
  /** Order in which tokens came to joins. */
  joinOrder = 0;
  /** Hash of node and class: row of nodes per class. */
  readonly nodeHash: Int32Array;
  readonly flowHash: Int32Array;

  /** Tokens that go on within the present instant, first in, first out. */
  private ring: Int32Array = new Int32Array(64);
  private ringHead = 0;
  ringCount = 0;

  /** Items per team under a limit, and who waits to be let in (linked by `tokens.next`). */
  readonly wip: Int32Array;
  readonly gateHead: Int32Array;
  readonly gateTail: Int32Array;
  /** Whether a team that starts at n waiting has begun. */
  readonly awake: Uint8Array;
  /** Interrupts that wait for a unit of the team. */
  readonly interruptHead: Int32Array;
  readonly interruptTail: Int32Array;
  /** Units with their work broken off that are free to go on with it; looked at first. */
  readonly resumers: number[] = [];
  /** Teams from which branches came that were joined into a token: they cross with it at its next work (last and previous team). */
  readonly joined: Map<number, readonly (readonly [last: number, previous: number])[]> = new Map();
  /** Tokens whose work is broken off; kept only for a listener. */
  readonly brokenOff: Set<number> = new Set();
  /** Tokens that finished under a rule of holding, and may still hold their units when the instant is over. */
  readonly holders: { readonly token: number; readonly units: readonly number[] }[] = [];
  /** Teams whose gate may let somebody in. */
  readonly gateChecks: number[] = [];

  constructor(network: Network, settings: RunSettings, replication: number, probe: Probe | undefined) {
    this.network = network;
    this.settings = settings;
    this.probe = probe;
    this.attribution = settings.attribution;
    this.leadTimes = new Histogram(settings.attribution ? CAUSES : 0);
    this.draws = new Draws(settings.seed, replication, settings.sequential);
    this.items = new Items(network.features.attributes, network.nodes.visitSlots);
    this.tokens = new Tokens(network.features.rich);
    this.ledger = new Ledger(this.tokens);
    this.queues = new Queues(network, this.tokens);
    this.units = new Units(network);
    this.sets = new SetClocks(network);
    this.shifts = new Shifts(network);
    this.sums = new Sums(network, settings.period);
    this.streams = new Streams(network.streams.count);
    this.activity = new Activity(network);
    this.protectedUntil = new Float64Array(network.units.count);
    this.windowClock = new Float64Array(network.calendars.length);
    this.arrivals = new Arrivals(network.classes.count);
    this.flowBatches = new FlowBatches(network.flows.count);
    this.stepBatches = new StepBatches(network.steps.count);
    this.meetings = new Meetings(network.steps.count);
    this.trees = Array.from(network.sets.overtaking, (it) => (it === 1 && settings.attribution ? new JoinOrderTree() : undefined));
    const teams = network.teams.count;
    this.wip = new Int32Array(teams);
    this.gateHead = new Int32Array(teams).fill(-1);
    this.gateTail = new Int32Array(teams).fill(-1);
    this.awake = new Uint8Array(teams);
    this.interruptHead = new Int32Array(teams).fill(-1);
    this.interruptTail = new Int32Array(teams).fill(-1);
    this.nodeHash = perClass(network.nodes.hash, network.classes.hash);
    this.flowHash = perClass(network.flows.hash, network.classes.hash);
  }

  /** Tells the probe; call only where there is one. */
  tell(event: ProbeEvent, token: number, detail: number, unit: number, amount: number): void {
    const { tokens, items } = this;
    const item = tokens.item[token]!;
    this.probe?.tell({
      event, time: this.now, itemClass: item < 0 ? -1 : items.class[item]!, item: item < 0 ? -1 : items.word[item]!, token,
      node: tokens.node[token]!, team: tokens.team[token]!, work: tokens.work[token]!, unit, detail, amount,
    });
  }

  /** The unit of a token after a given one; −1 after the last. */
  following(token: number, unit: number): number {
    if (this.network.features.maxRequirements === 1) return -1;
    const more = this.tokens.more[token];
    if (more === undefined) return -1;
    return more[unit === this.tokens.unit[token] ? 0 : more.indexOf(unit) + 1] ?? -1;
  }

  /** Gives a token its units, the lead one first. */
  assign(token: number, units: readonly number[]): void {
    this.tokens.unit[token] = units[0] ?? -1;
    if (this.network.features.maxRequirements > 1) this.tokens.more[token] = units.length > 1 ? units.slice(1) : undefined;
  }

  assignOne(token: number, unit: number): void {
    this.tokens.unit[token] = unit;
    if (this.network.features.maxRequirements > 1) this.tokens.more[token] = undefined;
  }

  /** All units of a token. */
  unitsOf(token: number): number[] {
    const list: number[] = [];
    for (let unit = this.tokens.unit[token]!; unit >= 0; unit = this.following(token, unit)) list.push(unit);
    return list;
  }

  /** Lets a token go on within this instant. */
  proceed(token: number, phase: number): void {
    this.tokens.phase[token] = phase;
    if (this.ringCount === this.ring.length) this.growRing();
    this.ring[(this.ringHead + this.ringCount) & (this.ring.length - 1)] = token;
    this.ringCount += 1;
  }

  /** The next token that goes on. Only while `ringCount` > 0. */
  nextToProceed(): number {
    const token = this.ring[this.ringHead]!;
    this.ringHead = (this.ringHead + 1) & (this.ring.length - 1);
    this.ringCount -= 1;
    return token;
  }

  private growRing(): void {
    const longer = new Int32Array(this.ring.length * 2);
    for (let index = 0; index < this.ringCount; index += 1) longer[index] = this.ring[(this.ringHead + index) & (this.ring.length - 1)]!;
    this.ring = longer;
    this.ringHead = 0;
  }

  /** Sets a token's own pending event; ties go by class, item, node and instance. */
  schedule(token: number, kind: number, time: number): void {
    this.tokens.event[token] = this.push(token, kind, time);
  }

  /** A pending event of a token beside its own; returns the handle. */
  push(token: number, kind: number, time: number): number {
    const { tokens, items } = this;
    const item = tokens.item[token]!;
    const payload = (token << KIND_BITS) | kind;
    if (item < 0) return this.events.push(time, orderOf(kind, 0, 0), placeOf(tokens.stream[token]!, token), payload);
    return this.events.push(time, orderOf(kind, items.class[item]!, items.word[item]!), placeOf(tokens.node[token]!, tokens.instance[token]!), payload);
  }

  /** An event about something else than a token. */
  pushOther(kind: number, about: number, time: number): number {
    return this.events.push(time, orderOf(kind, 0, 0), placeOf(about, 0), (about << KIND_BITS) | kind);
  }

  /** Takes a token's own pending event back, where it has one. */
  unschedule(token: number): void {
    const event = this.tokens.event[token]!;
    if (event >= 0) {
      this.events.remove(event);
      this.tokens.event[token] = -1;
    }
  }

  /** Names the draws of a token at its node. */
  beginDraws(token: number, purpose: number): void {
    if (this.settings.sequential) return;
    const { tokens, items } = this;
    const item = tokens.item[token]!;
    const hash = this.nodeHash[items.class[item]! * this.network.nodes.count + tokens.node[token]!]!;
    this.drawFor(token, item, hash, purpose);
  }

  /** Names the draws of a token on a flow. */
  beginFlowDraws(token: number, flow: number, purpose: number): void {
    if (this.settings.sequential) return;
    const item = this.tokens.item[token]!;
    this.drawFor(token, item, this.flowHash[this.items.class[item]! * this.network.flows.count + flow]!, purpose);
  }

  private drawFor(token: number, item: number, hash: number, purpose: number): void {
    const { tokens } = this;
    const lineage = tokens.lineage[token]!;
    const visit = (tokens.visit[token]! << 16) | ((tokens.instance[token]! + 256 * tokens.round[token]!) & 0xffff);
    this.draws.begin(this.items.word[item]!, lineage === 0 ? hash : combine(hash, lineage), visit, purpose);
  }

  /** A new token of an item, linked into the item's list. */
  newToken(item: number): number {
    const { tokens, items } = this;
    const token = tokens.allocate(item);
    if (item >= 0) {
      const first = items.tokens[item]!;
      tokens.nextInItem[token] = first;
      tokens.previousInItem[token] = -1;
      if (first >= 0) tokens.previousInItem[first] = token;
      items.tokens[item] = token;
      items.tokenCount[item] = items.tokenCount[item]! + 1;
    }
    return token;
  }

  /** Gives a token back; its ledger must have been taken or cleared. */
  dropToken(token: number): void {
    if (this.tokens.phase[token] === PHASE.free) throw new Error('A token was given back twice.');
    this.unlink(token);
    if (this.joined.size > 0) this.joined.delete(token);
    this.tokens.release(token);
  }

  /** Takes a token out of its item's list; it has no item from now on. */
  unlink(token: number): void {
    const { tokens, items } = this;
    const item = tokens.item[token]!;
    if (item < 0) return;
    const next = tokens.nextInItem[token]!;
    const previous = tokens.previousInItem[token]!;
    if (previous < 0) items.tokens[item] = next;
    else tokens.nextInItem[previous] = next;
    if (next >= 0) tokens.previousInItem[next] = previous;
    items.tokenCount[item] = items.tokenCount[item]! - 1;
    tokens.item[token] = -1;
  }
}

function perClass(hashes: Int32Array, classes: Int32Array): Int32Array {
  const table = new Int32Array(hashes.length * classes.length);
  for (let itemClass = 0; itemClass < classes.length; itemClass += 1) {
    for (let index = 0; index < hashes.length; index += 1) table[itemClass * hashes.length + index] = combine(hashes[index]!, classes[itemClass]!);
  }
  return table;
}
