import { ARRIVALS, type Network } from '../network/network.ts';
import { estimateClosed } from './closed-population.ts';
import { arrivalsOf, type Arrivals, type WeekOf, weeksOf } from './demand.ts';
import { type Graph, graphOf, itemsOf } from './graph.ts';
import { breaksOf, queuedStreams } from './interruptions.ts';
import { LeadTime, type QueueAt } from './lead-time.ts';
import { estimateStation, type StationEstimate } from './stations.ts';
import { type TeamWeeks, teamWeeks } from './team-week.ts';
import { arrivalVariation, type Stream, type TeamVariation } from './variation.ts';
import { solveVisits } from './visits.ts';
import { Walk } from './walk.ts';
import { BINS, evenProfile, giveBack } from './week.ts';
import { collectWork, type Piece, type Route, type Work } from './work.ts';

/** What theory says of a network in its steady state: seconds, elapsed. Null where it cannot be given. */
export interface NetworkEstimate {
  readonly leadTime: number | null;
  /** Working time on the way of an item, repetitions included; on the longest branch where several run together. */
  readonly touchTime: number | null;
  readonly throughputPerDay: number | null;
  readonly workInProgress: number | null;
  readonly classes: readonly { readonly id: string; readonly leadTime: number | null }[];
  readonly teams: readonly { readonly id: string; readonly offeredLoad: number; readonly utilisation: number; readonly waiting: number | null }[];
  readonly steps: readonly { readonly id: string; readonly visits: number; readonly waiting: number | null; readonly queueLength: number | null }[];
  /** Names of the rules used that are not exact; empty where the whole estimate is. */
  readonly approximations: readonly string[];
  /** What it found no rule for; then there is no lead time. */
  readonly gaps: readonly string[];
}

const secondsPerDay = 86_400;
/** Steps up to which the week is read by quarter hours. */
const mostByQuarter = 60;
const hours = 168;

/**
 * Analytic estimate of a network (DESIGN 9): traffic equations, profiles by time of week through everybody's calendar,
 * and at each team the best waiting rule known, in working time. Undefined where demand is a list of dates, where
 * closed and open populations are mixed, where routing depends on attributes, and where somebody never works.
 */
export function estimateNetwork(network: Network): NetworkEstimate | undefined {
  // What is told of an estimate holds no profile.
  for (const bins of [BINS, hours]) giveBack(bins, 0);
  const graph = graphOf(network);
  // Large drawings are read by the hour: a frame has time for no more.
  const weekOf = weeksOf(network, network.steps.count > mostByQuarter ? hours : BINS);
  if (graph.gaps.has('condition') || graph.gaps.has('event race') || graph.gaps.has('attached event')) return undefined;
  const { classes, teams } = network;
  const weeks = teamWeeks(network, weekOf);
  for (let team = 0; team < teams.count; team += 1) if (weeks(team).week.openShare === 0) return undefined;
  const closed = classes.count === 1 && classes.arrivals[0] === ARRIVALS.closed;
  const routes: Route[] = [];
  for (let itemClass = 0; itemClass < classes.count; itemClass += 1) {
    const arrivals = closed ? onePerSecond(weekOf) : arrivalsOf(network, itemClass, weekOf);
    if (arrivals === undefined || !(arrivals.rate > 0)) return undefined;
    routes.push({ itemClass, arrivals, visits: solveVisits(network, graph, itemClass) });
  }
  const work = collectWork(network, graph, routes);
  return closed ? describeClosed(network, graph, routes[0]!, work, weekOf, weeks) : describeOpen(network, graph, routes, work, weekOf, weeks);
}

/** Rates of a closed population are worked out per item. */
const onePerSecond = (weekOf: WeekOf): Arrivals => ({ profile: evenProfile(1, weekOf(-1).bins), rate: 1, scv: 1, together: 1, togetherSquared: 1 });

const sum = <T>(list: readonly T[], value: (each: T) => number): number => list.reduce((total, each) => total + value(each), 0);
const orNull = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);

function describeOpen(network: Network, graph: Graph, routes: readonly Route[], work: Work, weekOf: WeekOf, weeks: TeamWeeks): NetworkEstimate {
  const { classes, nodes, steps, teams } = network;
  const approximations = new Set<string>();
  const byTeam = new Map<number, Piece[]>();
  for (const piece of work.pieces) byTeam.set(piece.team, [...(byTeam.get(piece.team) ?? []), piece]);
  const openShareOf = (team: number): number => weeks(team).week.openShare;
  const streams = arrivalVariation(network, graph, routes, work.pieces, (team) => variationOf(network, team, byTeam.get(team)!, openShareOf(team)));
  const stations = new Map([...byTeam].map(([team, pieces]) => {
    const station = estimateStation(network, team, { pieces, stream: streams.get(team) ?? poisson, openShare: openShareOf(team), returning: work.returning.get(team) ?? 0, gap: gapBefore(network, graph, routes, pieces) });
    return [team, station];
  }));
  for (const station of stations.values()) for (const name of station.approximations) approximations.add(name);
  if (stations.size > 1 && [...stations.values()].some(({ lost, givenUp }) => lost + givenUp > 1e-9)) approximations.add('losses do not thin later work');
  const walk = new Walk(network, graph, { routes, work, stations, weekOf, weeks, approximations });
  if ([...byTeam.keys()].some((team) => openShareOf(team) < 1)) approximations.add('waits through calendars');
  if ([...byTeam.keys()].some((team) => weeks(team).shifts.length > 0)) approximations.add('several calendars in a team');

  const queueAt = singleQueues(network, byTeam, streams, stations, openShareOf, routes.length);
  const total = sum(routes, ({ arrivals }) => arrivals.rate);
  const lost = Math.max(0, ...[...stations.values()].map((station) => station.lost + station.givenUp));
  const stable = [...stations.values()].every(({ meanWait }) => Number.isFinite(meanWait));
  const givesUp = [...stations.values()].some(({ givenUp }) => givenUp > 0);
  const complete = stable && !givesUp && graph.gaps.size === 0;
  const ahead = complete ? routes.map((route) => new LeadTime(network, graph, route, walk, queueAt, approximations).ofItem()) : undefined;
  const leadTime = ahead === undefined ? undefined : sum(routes, ({ arrivals, itemClass }) => (arrivals.rate / total) * ahead[itemClass]!.mean);
  const rate = stable ? total * (1 - lost) : undefined;
  return {
    leadTime: orNull(leadTime),
    touchTime: orNull(ahead === undefined ? undefined : sum(routes, ({ arrivals, itemClass }) => (arrivals.rate / total) * ahead[itemClass]!.touch)),
    throughputPerDay: orNull(rate === undefined ? undefined : rate * secondsPerDay),
    workInProgress: orNull(leadTime === undefined || rate === undefined ? undefined : leadTime * rate),
    classes: routes.map(({ itemClass }) => ({ id: classes.id[itemClass]!, leadTime: orNull(ahead?.[itemClass]!.mean) })),
    teams: [...stations].map(([team, { offeredLoad, utilisation }]) => ({ id: teams.id[team]!, offeredLoad, utilisation, waiting: orNull(teamWait(network, walk, byTeam.get(team)!)) })),
    steps: Array.from({ length: steps.count }, (_, step) => {
      const node = steps.node[step]!;
      const refused = stations.get(steps.team[step]!)?.lost ?? 0;
      const visits = sum(routes, ({ arrivals, visits: each }) => (arrivals.rate / total) * each.nodes[node]!) * (1 - refused);
      const waiting = walk.stepWait(step);
      return { id: nodes.id[node]!, visits, waiting: orNull(waiting), queueLength: orNull(visits * total * waiting) };
    }),
    approximations: [...approximations].toSorted(),
    gaps: [...graph.gaps].toSorted(),
  };
}

const poisson: Stream = { rate: 0, scv: 1, together: 1, togetherSquared: 1 };

function variationOf(network: Network, team: number, pieces: readonly Piece[], openShare: number): TeamVariation {
  if (network.teams.unlimited[team] === 1) return { load: 0, servers: Infinity, serviceScv: 1 };
  const servers = network.teams.capacity[team]!;
  const rate = sum(pieces, (piece) => piece.rate);
  const work = sum(pieces, (piece) => piece.rate * piece.mean);
  const square = sum(pieces, ({ rate: own, mean, variance }) => own * (variance + mean * mean));
  const other = sum(queuedStreams(network, team), (each) => each.rate * each.mean);
  const load = (work / openShare / breaksOf(network, team).available + other) / servers;
  return { load, servers, serviceScv: work === 0 ? 1 : (square * rate) / work ** 2 - 1 };
}

/** Gaps between arrivals at a team that gets its work straight from one start and nowhere else. */
function gapBefore({ nodes, flows, classes }: Network, graph: Graph, routes: readonly Route[], pieces: readonly Piece[]): Arrivals['gap'] {
  const [piece] = pieces;
  if (piece === undefined || pieces.length > 1 || piece.node < 0) return undefined;
  const { arrivals, visits } = routes.find(({ itemClass }) => itemClass === piece.itemClass)!;
  const start = classes.start[piece.itemClass]!;
  const [flow, ...more] = itemsOf(nodes.out, start);
  const straight = flow !== undefined && more.length === 0 && flows.plain[flow] === 1 && flows.target[flow] === piece.node && graph.incoming[piece.node]!.length === 1;
  return straight && arrivals.together === 1 && Math.abs(visits.nodes[piece.node]! - 1) < 1e-12 ? arrivals.gap : undefined;
}

/** Steps that are an M/M/1 queue of their own. */
function singleQueues(network: Network, byTeam: ReadonlyMap<number, readonly Piece[]>, streams: ReadonlyMap<number, Stream>, stations: ReadonlyMap<number, StationEstimate>, openShareOf: (team: number) => number, classes: number): QueueAt {
  const found = new Map<number, ReturnType<QueueAt>>();
  for (const [team, pieces] of byTeam) {
    const [piece] = pieces;
    const station = stations.get(team)!;
    const stream = streams.get(team) ?? poisson;
    const alone = piece !== undefined && pieces.length === 1 && classes === 1 && piece.node >= 0 && openShareOf(team) === 1;
    if (!alone || station.approximations.length > 0 || network.teams.capacity[team] !== 1 || queuedStreams(network, team).length > 0 || station.stretch !== 1 || station.lost > 0) continue;
    if (Math.abs(stream.scv - 1) > 1e-9 || Math.abs(piece.variance - piece.mean ** 2) > 1e-9 * piece.mean ** 2) continue;
    found.set(piece.node, { load: station.offeredLoad, time: station.meanWait + piece.mean });
  }
  return (node) => found.get(node);
}

function teamWait({ nodes }: Network, walk: Walk, pieces: readonly Piece[]): number {
  const own = pieces.filter(({ node }) => node >= 0);
  const rate = sum(own, (piece) => piece.rate);
  return rate === 0 ? 0 : sum(own, (piece) => piece.rate * walk.stepWait(nodes.step[piece.node]!)) / rate;
}

function describeClosed(network: Network, graph: Graph, route: Route, work: Work, weekOf: WeekOf, weeks: TeamWeeks): NetworkEstimate | undefined {
  const { classes, nodes, steps, teams } = network;
  if (graph.gaps.size > 0) return undefined;
  const approximations = new Set<string>();
  const walk = new Walk(network, graph, { routes: [route], work, stations: new Map(), weekOf, weeks, approximations });
  const found = estimateClosed(network, graph, route, work, walk, weekOf, approximations);
  if (found === undefined) return undefined;
  const { leadTime, touch, throughput, waitOf } = found;
  const limited = [...new Set(work.pieces.map(({ team }) => team))].filter((team) => teams.unlimited[team] !== 1);
  return {
    leadTime,
    touchTime: touch,
    throughputPerDay: throughput * secondsPerDay,
    workInProgress: throughput * leadTime,
    classes: [{ id: classes.id[route.itemClass]!, leadTime }],
    teams: limited.map((team) => {
      const own = work.pieces.filter((piece) => piece.team === team);
      const utilisation = (throughput * sum(own, ({ rate, mean }) => rate * mean)) / teams.capacity[team]!;
      return { id: teams.id[team]!, offeredLoad: utilisation, utilisation, waiting: orNull(sum(own, ({ node, rate }) => rate * (waitOf.get(node) ?? 0)) / sum(own, ({ rate }) => rate)) };
    }),
    steps: Array.from({ length: steps.count }, (_, step) => {
      const node = steps.node[step]!;
      const visits = route.visits.nodes[node]!;
      const waiting = waitOf.get(node) ?? 0;
      return { id: nodes.id[node]!, visits, waiting, queueLength: visits * throughput * waiting };
    }),
    approximations: [...approximations].toSorted(),
    gaps: [],
  };
}
