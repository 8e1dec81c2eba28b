import type { Network } from '../network/network.ts';
import type { WeekOf } from './demand.ts';
import { type Graph, itemsOf } from './graph.ts';
import { breaksOf, queuedStreams } from './interruptions.ts';
import { LeadTime } from './lead-time.ts';
import { type ClosedNetwork, type ClosedStation, meanValueAnalysis } from './theory/closed.ts';
import type { Times } from './walk.ts';
import { momentsOf, type Piece, type Route, type Work } from './work.ts';

/** A closed population in its steady state, seconds. */
interface ClosedEstimate {
  readonly leadTime: number;
  readonly touch: number;
  /** Items per second. */
  readonly throughput: number;
  readonly waitOf: ReadonlyMap<number, number>;
}

/** Steps of the recursion, several servers counting by population, beyond which no estimate is made. */
const mostWork = 2_000_000;

/**
 * One closed population by mean value analysis: exact for exponential work first come, first served. Undefined where
 * calendars, interrupts, priorities or branches would have to be seen.
 */
export function estimateClosed(network: Network, graph: Graph, route: Route, work: Work, times: Times, weekOf: WeekOf, approximations: Set<string>): ClosedEstimate | undefined {
  const { classes, teams, samplers } = network;
  const population = classes.population[route.itemClass]!;
  const think = momentsOf(samplers[classes.think[route.itemClass]!]).mean;
  const limited = new Map<number, Piece[]>();
  for (const piece of work.pieces) if (teams.unlimited[piece.team] !== 1) limited.set(piece.team, [...(limited.get(piece.team) ?? []), piece]);
  if (population < 1 || network.flows.batchSize.some((size) => size > 1) || graph.meets.some((node) => node >= 0) || ![...limited.keys()].every((team) => isPlain(network, team, weekOf))) return undefined;
  const stations = [...limited].map(([team, pieces]) => ({ team, demand: pieces.reduce((sum, { rate, mean }) => sum + rate * mean, 0), servers: teams.capacity[team]! }));
  const several = stations.filter(({ servers }) => servers > 1).length;
  if (population * (stations.length + several * population) > mostWork) return undefined;
  const lengthOf = (factor: (node: number) => number | undefined): { readonly mean: number; readonly variance: number; readonly touch: number } =>
    new LeadTime(network, graph, route, { ...spared(times), nodeTime: (node, itemClass) => {
      const own = factor(node);
      return own === undefined ? times.nodeTime(node, itemClass) : { mean: own, variance: 0 };
    } }, () => undefined, approximations).ofItem();
  const teamOf = new Map(work.pieces.filter(({ node, team }) => node >= 0 && teams.unlimited[team] !== 1).map((piece) => [piece.node, piece]));
  const beside = lengthOf((node) => (teamOf.has(node) ? 0 : undefined));
  const even = beside.variance === 0 && momentsOf(samplers[classes.think[route.itemClass]!]).variance === 0 && isLine(graph, route) && [...limited.values()].flat().every(({ variance }) => variance === 0);
  const exponential = [...limited.values()].flat().every(({ mean, variance }) => Math.abs(variance - mean * mean) <= 1e-9 * mean * mean);
  if (!even && !exponential) approximations.add('product form');
  const solved = even ? bestCase(stations, think + beside.mean, population) : meanValueAnalysis(stations, think + beside.mean, population);
  const slowdown = new Map(stations.map(({ team, demand }, index) => [team, demand === 0 ? 1 : solved.inStation[index]! / (solved.throughput * demand)]));
  const waitOf = new Map([...teamOf].map(([node, { team, mean }]) => [node, mean * (slowdown.get(team)! - 1)]));
  const whole = lengthOf((node) => {
    const piece = teamOf.get(node);
    return piece === undefined ? undefined : piece.mean * slowdown.get(piece.team)!;
  });
  return { leadTime: whole.mean, touch: whole.touch, throughput: solved.throughput, waitOf };
}

/** Every item takes the same way, once. */
const isLine = (graph: Graph, route: Route): boolean => !graph.loops && route.visits.nodes.every((visits) => visits === 0 || visits === 1);

/** A line without any variation, in its best case (Hopp and Spearman 2011, 7.3.1): items wait at the slowest station only. */
function bestCase(stations: readonly ClosedStation[], think: number, population: number): ClosedNetwork {
  const alone = stations.reduce((sum, { demand }) => sum + demand, 0);
  const throughput = Math.min(population / (think + alone), ...stations.map(({ demand, servers }) => servers / demand));
  const response = population / throughput - think;
  const slowest = stations.reduce((found, { demand, servers }, index) => (demand / servers > (stations[found]!.demand / stations[found]!.servers) ? index : found), 0);
  return { throughput, response, inStation: stations.map(({ demand }, index) => throughput * (demand + (index === slowest ? response - alone : 0))) };
}

const spared = (times: Times): Omit<Times, 'nodeTime'> => ({
  flowTime: (flow) => times.flowTime(flow), touchTime: (node) => times.touchTime(node), wayBack: (flow) => times.wayBack(flow),
  unhindered: (node) => times.unhindered(node), stepWait: (step) => times.stepWait(step),
});

function isPlain(network: Network, team: number, weekOf: WeekOf): boolean {
  const { teams, units } = network;
  const open = itemsOf(teams.units, team).every((unit) => weekOf(units.calendar[unit]!).alwaysOpen);
  const breaks = breaksOf(network, team);
  return open && breaks.available === 1 && queuedStreams(network, team).length === 0 && !Number.isFinite(teams.wipLimit[team]!) && teams.setupAfterIdle[team]! < 0 && teams.startAt[team] === 1 && teams.multitasking[team] === 1;
}

