import type { Network } from '../network/network.ts';
import type { Graph } from './graph.ts';
import { itemsPerBatch } from './theory/handoff.ts';
import type { Piece, Route } from './work.ts';

/** How irregularly work comes: squared coefficient of variation of the gaps, and the number that comes at once. */
export interface Stream {
  readonly rate: number;
  readonly scv: number;
  readonly together: number;
  readonly togetherSquared: number;
}

/** What the variation of a team's departures depends on. */
export interface TeamVariation {
  readonly load: number;
  readonly servers: number;
  readonly serviceScv: number;
}

const sweeps = { straight: 2, loops: 3 };
const nothing: Stream = { rate: 0, scv: 1, together: 1, togetherSquared: 1 };

/**
 * Variation of the arrivals at every team by the queueing network analyser (Whitt 1983, eqs. 24–44): merged streams by
 * rate, split ones by p·c² + 1 − p, departures by 1 + (1 − ρ²)(c_a² − 1) + ρ²(c_s² − 1)/√m. Swept over the nodes, which
 * settles without loops and comes close with them; Poisson stays Poisson.
 */
export function arrivalVariation(network: Network, graph: Graph, routes: readonly Route[], pieces: readonly Piece[], teamOf: (team: number) => TeamVariation): ReadonlyMap<number, Stream> {
  const { nodes, flows } = network;
  const onFlow: Stream[] = Array.from({ length: flows.count }, () => nothing);
  const atNode: Stream[] = Array.from({ length: nodes.count }, () => nothing);
  const teamsAt = new Map<number, number>();
  const nodesOf = new Map<number, Set<number>>();
  for (const { team, node } of pieces) {
    if (node < 0) continue;
    if (!teamsAt.has(node)) teamsAt.set(node, team);
    nodesOf.set(team, (nodesOf.get(team) ?? new Set()).add(node));
  }
  const busy = new Map([...nodesOf.keys()].map((team) => [team, teamOf(team)]));
  const placesOf = new Map([...nodesOf].map(([team, places]) => [team, [...places]]));
  const merged = (team: number): Stream => superpose(placesOf.get(team)!.map((node) => atNode[node]!), busy.get(team)!.load);
  const { first, items } = nodes.out;
  const rates = nodeRates(network, routes);
  for (let sweep = 0; sweep < (graph.loops ? sweeps.loops : sweeps.straight); sweep += 1) {
    const known = new Map<number, Stream>();
    const once = (team: number): Stream => {
      const found = known.get(team) ?? merged(team);
      known.set(team, found);
      return found;
    };
    for (const node of graph.order) {
      const rate = rates[node]!;
      if (rate === 0) continue;
      const streams = graph.incoming[node]!.map((flow) => onFlow[flow]!);
      for (const { itemClass, arrivals } of routes) if (network.classes.start[itemClass] === node) streams.push(arrivals);
      const coming = graph.holders[node]! >= 0 || streams.length === 0 ? { ...nothing, rate } : superpose(streams, 1);
      atNode[node] = { ...coming, rate };
      const team = teamsAt.get(node);
      const leaving = team === undefined ? atNode[node]! : departures(once(team), rate, busy.get(team)!);
      const shares = graph.shares[node]!;
      for (let branch = 0; branch < shares.length; branch += 1) {
        const flow = items[first[node]! + branch]!;
        onFlow[flow] = throughHandoff(network, flow, split(leaving, rate, shares[branch]!));
      }
    }
  }
  return new Map([...nodesOf.keys()].map((team) => [team, merged(team)]));
}

function nodeRates({ nodes }: Network, routes: readonly Route[]): Float64Array {
  const rates = new Float64Array(nodes.count);
  for (const { arrivals, visits } of routes) for (let node = 0; node < nodes.count; node += 1) rates[node] = rates[node]! + arrivals.rate * visits.nodes[node]!;
  return rates;
}

/** Several streams as one; below full load they look more and more like Poisson (Whitt 1983, eq. 29). */
function superpose(streams: readonly Stream[], load: number): Stream {
  let rate = 0;
  let present = 0;
  let only = nothing;
  for (const stream of streams) {
    if (!(stream.rate > 0)) continue;
    rate += stream.rate;
    present += 1;
    only = stream;
  }
  if (present <= 1) return only;
  let scv = 0;
  let together = 0;
  let togetherSquared = 0;
  let squares = 0;
  for (const stream of streams) {
    if (!(stream.rate > 0)) continue;
    const share = stream.rate / rate;
    scv += share * stream.scv;
    together += share * stream.together;
    togetherSquared += share * stream.togetherSquared;
    squares += share * share;
  }
  const sources = 1 / squares;
  const weight = 1 / (1 + 4 * (1 - Math.min(1, load)) ** 2 * (sources - 1));
  return { rate, scv: weight * scv + 1 - weight, together, togetherSquared };
}

/** What leaves one step of a team: a share of all that the team finishes. */
function departures({ rate: all, scv, together, togetherSquared }: Stream, rate: number, { load, servers, serviceScv }: TeamVariation): Stream {
  if (servers === Infinity) return { rate, scv, together, togetherSquared };
  const busy = Math.min(1, load) ** 2;
  const spread = together * scv + togetherSquared / together - together;
  const leaving = 1 + (1 - busy) * (spread - 1) + (busy / Math.sqrt(servers)) * (Math.max(0.2, serviceScv) - 1);
  const share = all > 0 ? Math.min(1, rate / all) : 1;
  return { rate, scv: share * leaving + 1 - share, together: 1, togetherSquared: 1 };
}

function split(stream: Stream, rate: number, share: number): Stream {
  const { scv, together, togetherSquared } = stream;
  if (share >= 1) return stream.rate === rate ? stream : { rate, scv, together, togetherSquared };
  return { rate: rate * share, scv: share * scv + 1 - share, together: 1 + (together - 1) * share, togetherSquared: 1 + (togetherSquared - 1) * share };
}

/** Batches on a flow let several go at once, and less often. */
function throughHandoff({ flows }: Network, flow: number, stream: Stream): Stream {
  const size = flows.batchSize[flow]!;
  if (size <= 1 || stream.rate === 0) return stream;
  const timeout = flows.batchTimeout[flow]!;
  const together = timeout >= 0 ? itemsPerBatch(stream.rate, size, timeout) : size;
  return { rate: stream.rate, scv: stream.scv / together, together, togetherSquared: together * together };
}
