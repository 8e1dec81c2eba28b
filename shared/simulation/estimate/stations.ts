import { EXPONENTIAL } from '../kernel/sampler.ts';
import { mean, type Sampler, squaredCv } from '../kernel/distributions.ts';
import { DISCIPLINE, type Network, PREEMPTION, WHEN_FULL } from '../network/network.ts';
import { type Breaks, breaksOf, queuedStreams } from './interruptions.ts';
import { loadCurve, type LoadCurve } from './theory/backlog.ts';
import { erlangC, finiteRoom, impatient, waitOfMMc } from './theory/erlang.ts';
import { waitInQueue, waitOfGM1 } from './theory/general.ts';
import { laplaceTransform } from './theory/laplace.ts';
import { type PriorityClass, timesWithPreemption } from './theory/priority.ts';
import { waitOfShortest } from './theory/shortest.ts';
import type { Stream } from './variation.ts';
import type { Piece } from './work.ts';

/** What a team makes of its work; times in open seconds. */
export interface StationEstimate {
  /** Work asked for, interrupts and other work included, over the time there is for it. */
  readonly offeredLoad: number;
  readonly utilisation: number;
  /** Mean wait of a class in the queue; of all pieces together. */
  waitOf(itemClass: number): number;
  readonly meanWait: number;
  /** Set-up after idleness, on average over all pieces. */
  readonly setup: number;
  /** Service takes this many times its working time, for what breaks into it or is done beside it. */
  readonly stretch: number;
  /** Share of arrivals refused. */
  readonly lost: number;
  /** Share that gives up waiting. */
  readonly givenUp: number;
  /** Share of pieces that waits; mean wait of a piece that comes back to its old place in the queue. */
  readonly waiting: number;
  readonly againWait: number;
  /** Work standing here in the steady state, unit-seconds. */
  readonly content: number;
  /** How waits depend on it where they do. */
  readonly curve?: LoadCurve;
  /** Names of the rules used that are approximations. */
  readonly approximations: readonly string[];
}

/** Pieces of one rank, as they come: several at once count as one. */
interface Customers extends PriorityClass {
  readonly rank: number;
  readonly scv: number;
}

interface StationInput {
  readonly pieces: readonly Piece[];
  readonly stream: Stream;
  readonly openShare: number;
  /** Work per second that comes back from questions to its old place in the queue. */
  readonly returning: number;
  /** Gaps between arrivals where the only work comes straight from outside. */
  readonly gap?: Sampler | undefined;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
const sum = <T>(list: readonly T[], value: (each: T) => number): number => list.reduce((total, each) => total + value(each), 0);
const nobodyWaits: StationEstimate = {
  offeredLoad: 0, utilisation: 0, waitOf: () => 0, meanWait: 0, setup: 0, stretch: 1, lost: 0, givenUp: 0, waiting: 0, againWait: 0, content: 0, approximations: [],
};

/** Estimates one team by the best rule known for what it is: exact where `approximations` stays empty. */
export function estimateStation(network: Network, team: number, { pieces, stream, openShare, returning, gap }: StationInput): StationEstimate {
  const { teams } = network;
  if (teams.unlimited[team] === 1 || pieces.length === 0) return nobodyWaits;
  const servers = teams.capacity[team]!;
  const breaks = breaksOf(network, team);
  const streams = queuedStreams(network, team);
  const rate = sum(pieces, (piece) => piece.rate) / openShare;
  const touch = sum(pieces, (piece) => piece.rate * piece.mean) / openShare / rate;
  const together = servers === 1 ? stream.together : 1;
  const rankOf = ranks(network, team);
  const customers: Customers[] = [
    ...pieces.map((piece) => ({ rank: rankOf(piece.itemClass), rate: piece.rate / openShare / together, scv: stream.scv, ...effective(piece, breaks, together, servers === 1 ? stream.togetherSquared : 1) })),
    ...streams.map((each) => ({ rank: each.first ? -Infinity : rankOf(-1), rate: each.rate, scv: each.scv, ...effective(each, breaks, 1, 1) })),
  ];
  const total = sum(customers, (each) => each.rate);
  const work = sum(customers, (each) => each.rate * each.mean);
  const serviceMean = work / total;
  const serviceScv = work === 0 ? 0 : sum(customers, (each) => each.rate * each.secondMoment) / total / serviceMean ** 2 - 1;
  const load = work / servers;
  const otherWork = sum(streams, (each) => each.rate * each.mean);
  const asked = rate * touch + otherWork;
  const offeredLoad = breaks.anytime ? (asked / servers + breaks.taken) / (1 - teams.protectedShare[team]!) : load;
  const approximations: string[] = [];
  const base = {
    offeredLoad, utilisation: Math.min(1, asked / servers + (breaks.anytime ? breaks.taken : (asked / servers) * (breaks.taken / breaks.available))),
    setup: 0, stretch: 1 / breaks.available, lost: 0, givenUp: 0, waiting: Math.min(1, load), againWait: 0, content: 0, approximations,
  };
  if (breaks.available < 1 && servers > 1) approximations.push('effective service time');
  const plain = same(stream.scv, 1) && same(stream.together, 1) && same(serviceScv, 1) && streams.length === 0;

  const limit = teams.wipLimit[team]!;
  if (Number.isFinite(limit) && teams.whenFull[team] === WHEN_FULL.refuse) {
    if (!plain) approximations.push('M/M/c/K');
    const room = finiteRoom(rate, serviceMean, servers, limit);
    const wait = room.inQueue / room.acceptedRate;
    return { ...base, waitOf: () => wait, meanWait: wait, lost: room.refused, utilisation: base.utilisation * (1 - room.refused) };
  }
  const patience = patienceOf(network, pieces);
  if (patience !== undefined) {
    if (!plain || !same(patience.scv, 1)) approximations.push('Erlang A');
    const { inQueue, lost } = impatient(rate, serviceMean, servers, patience.mean);
    return { ...base, waitOf: () => inQueue / rate, meanWait: inQueue / rate, givenUp: lost, utilisation: base.utilisation * (1 - lost) };
  }
  if (load >= 1) return { ...base, waitOf: () => Infinity, meanWait: Infinity };
  const shared = teams.multitasking[team]!;
  if (shared > 1) {
    // Shared equally among all present, whatever the distribution of their work (Kleinrock 1976, 4.4).
    if (!same(stream.scv, 1) || load ** (shared * servers) > 1e-9 || servers > 1) approximations.push('processor sharing');
    return { ...base, waitOf: () => 0, meanWait: 0, stretch: base.stretch * (1 + waitOfMMc(total, serviceMean, servers) / serviceMean) };
  }

  const transform = gap === undefined || customers.length > 1 || servers > 1 || !isExponential(network, pieces) || breaks.available < 1 ? undefined : laplaceTransform(gap.spec);
  const arrivalScv = servers === 1 ? sum(customers, (each) => (each.rate / total) * each.scv) : sum(streams, (each) => (each.rate / total) * each.scv) + (rate / total) * spreadOf(stream);
  const found = transform === undefined ? waitInQueue({ rate: total, mean: serviceMean, servers, arrivalScv, serviceScv }) : { mean: waitOfGM1(transform, serviceMean), exact: true, rule: 'G/M/1' as const };
  if (!found.exact) approximations.push(found.rule);
  const byRank = waitsByRank(network, team, customers, found.mean, load, servers, serviceScv, approximations);
  // Within what comes together, one after the other; and for what is at work on nothing yet a break on.
  const within = ((stream.togetherSquared - stream.together) / (2 * stream.together)) * (touch / breaks.available / servers);
  const rest = breaks.anytime && servers === 1 ? (breaks.taken * breaks.length * (1 + breaks.scv)) / 2 : 0;
  const start = startDelay(network, team, rate, load, touch, servers, approximations);
  const extra = within + rest + start.wait;
  const others = sum(streams, (each) => (each.rate * each.mean) / breaks.available) / servers;
  const back = returning / openShare / breaks.available / servers;
  const againWait = (found.mean * (1 - load)) / (Math.max(1e-9, 1 - others) * Math.max(1e-9, 1 - others - back));
  const before = first(byRank, rankOf, pieces, load - others, back, againWait);
  const waitOf = (itemClass: number): number => byRank.get(rankOf(itemClass))! * before + extra;
  const meanWait = sum(pieces, (piece) => piece.rate * waitOf(piece.itemClass)) / sum(pieces, (piece) => piece.rate);
  const speed = servers * breaks.available - otherWork;
  const scaled = flowScaled(customers, pieces.length, servers, arrivalScv);
  const usual = scaled(1).wait;
  const factor = usual > 0 ? (meanWait - extra) / usual : 1;
  const curve = speed > 0 && touch > 0 ? loadCurve(speed, base.stretch, touch, (share) => {
    const { wait, share: waiting } = scaled((share * speed) / (rate * touch));
    return { wait: factor * wait + extra, share: waiting };
  }) : undefined;
  return {
    ...base, waitOf, meanWait, setup: start.setup, waiting: erlangC(servers, work), againWait,
    content: rate * touch * (touch * base.stretch + meanWait), ...(curve === undefined ? {} : { curve }),
  };
}

/** The first-come wait and the share that waits if the pieces came this many times as often, other work staying as it is. */
function flowScaled(customers: readonly Customers[], pieces: number, servers: number, arrivalScv: number): (factor: number) => { readonly wait: number; readonly share: number } {
  const [own, other] = [customers.slice(0, pieces), customers.slice(pieces)].map((some) => ({
    rate: sum(some, (each) => each.rate), work: sum(some, (each) => each.rate * each.mean), square: sum(some, (each) => each.rate * each.secondMoment),
  })) as [Sums, Sums];
  return (factor) => {
    const rate = factor * own.rate + other.rate;
    if (rate === 0) return { wait: 0, share: 0 };
    const work = factor * own.work + other.work;
    const mean = work / rate;
    const serviceScv = (factor * own.square + other.square) / rate / mean ** 2 - 1;
    return { wait: waitInQueue({ rate, mean, servers, arrivalScv, serviceScv }).mean, share: erlangC(servers, work) };
  };
}

interface Sums {
  readonly rate: number;
  readonly work: number;
  readonly square: number;
}

/** What the first wait of a piece is more because others come back to their old place: work times wait stays the same in all (Kleinrock 1976, 3.4). */
function first(byRank: ReadonlyMap<number, number>, rankOf: (itemClass: number) => number, pieces: readonly Piece[], load: number, back: number, againWait: number): number {
  if (back <= 0 || back >= load) return 1;
  const wait = sum(pieces, (piece) => piece.rate * byRank.get(rankOf(piece.itemClass))!) / sum(pieces, (piece) => piece.rate);
  return wait > againWait ? (load - (back * againWait) / wait) / (load - back) : 1;
}

/** Index of dispersion of what comes several at once. */
const spreadOf = ({ scv, together, togetherSquared }: Stream): number => together * scv + togetherSquared / together - together;

/** Service as it takes with breaks (Hopp and Spearman 2011, 8.4), for `together` pieces in a row. */
function effective(piece: { readonly mean: number; readonly variance: number }, { available, taken, length, scv }: Breaks, together: number, squared: number): { readonly mean: number; readonly secondMoment: number } {
  const share = taken === 0 ? 0 : taken / (available + taken);
  const own = piece.mean / available;
  const variance = piece.variance / available ** 2 + own * length * (1 + scv) * share;
  return { mean: together * own, secondMoment: together * variance + squared * own * own };
}

/** Rank of a class in a team's queue; the lower goes first. */
function ranks({ teams, classes }: Network, team: number): (itemClass: number) => number {
  if (teams.discipline[team] !== DISCIPLINE.priority && teams.preemption[team] === PREEMPTION.none) return () => 0;
  return (itemClass) => (itemClass < 0 ? Infinity : classes.priority[itemClass]!);
}

function waitsByRank({ teams }: Network, team: number, customers: readonly Customers[], wait: number, load: number, servers: number, serviceScv: number, approximations: string[]): ReadonlyMap<number, number> {
  const levels = [...new Set(customers.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const discipline = teams.discipline[team];
  if (discipline === DISCIPLINE.dueDate || discipline === DISCIPLINE.slack || teams.ageing[team]! > 0) approximations.push('order of service');
  if (levels.length < 2) {
    const shortest = discipline === DISCIPLINE.shortest;
    if (shortest && (!same(serviceScv, 1) || servers > 1)) approximations.push('shortest first');
    return new Map([[levels[0] ?? 0, shortest ? waitOfShortest(wait, load) : wait]]);
  }
  const ranked = levels.map((level) => {
    const own = customers.filter(({ rank }) => rank === level);
    const rate = sum(own, (each) => each.rate);
    return { rate, mean: sum(own, (each) => each.rate * each.mean) / rate, secondMoment: sum(own, (each) => each.rate * each.secondMoment) / rate };
  });
  if (teams.preemption[team] !== PREEMPTION.none && servers === 1) {
    if (teams.preemption[team] !== PREEMPTION.resume) approximations.push('work done again');
    const times = timesWithPreemption(ranked);
    return new Map(levels.map((level, index) => [level, times[index]! - ranked[index]!.mean]));
  }
  // Cobham (1954) on the residual work that the first-come wait implies.
  if (servers > 1) approximations.push('Cobham for several units');
  const residual = wait * (1 - load);
  let above = 0;
  return new Map(
    levels.map((level, index) => {
      const upTo = above + (ranked[index]!.rate * ranked[index]!.mean) / servers;
      const own = residual / ((1 - above) * (1 - upTo));
      above = upTo;
      return [level, own];
    }),
  );
}

function isExponential({ steps, nodes, samplers }: Network, pieces: readonly Piece[]): boolean {
  const service = samplers[steps.service[nodes.step[pieces[0]!.node]!]!];
  return service?.code === EXPONENTIAL && same(squaredCv(service), 1);
}

/** Waiting for n items before starting (N-policy: (N − 1) / 2λ, Heyman 1968) and for set-up after idleness (Doshi 1986). */
function startDelay({ teams, samplers }: Network, team: number, rate: number, load: number, touch: number, servers: number, approximations: string[]): { readonly wait: number; readonly setup: number } {
  const together = (teams.startAt[team]! - 1) / (2 * rate);
  const sampler = samplers[teams.setupAfterIdle[team]!];
  if ((together > 0 || sampler !== undefined) && servers > 1) approximations.push('start after idleness');
  if (sampler === undefined || touch === 0) return { wait: together, setup: 0 };
  const length = mean(sampler);
  const delay = (2 * length + rate * length ** 2 * (1 + squaredCv(sampler))) / (2 * (1 + rate * length));
  // Who finds nobody at work has the set-up itself, the others wait for it.
  const setup = (length * (1 - load)) / (1 + rate * length);
  return { wait: together + delay - setup, setup };
}

function patienceOf({ classes, samplers }: Network, pieces: readonly Piece[]): { readonly mean: number; readonly scv: number } | undefined {
  const found = pieces.map(({ itemClass }) => samplers[classes.patience[itemClass]!]);
  if (found.some((sampler) => sampler === undefined)) return undefined;
  const all = found as Sampler[];
  return { mean: sum(all, mean) / all.length, scv: sum(all, squaredCv) / all.length };
}
