import { mean, type Sampler, squaredCv } from '../kernel/distributions.ts';
import type { Network } from '../network/network.ts';
import type { Arrivals } from './demand.ts';
import { type Graph, itemsOf } from './graph.ts';
import { repeats } from './theory/handoff.ts';
import type { Visits } from './visits.ts';

/** One demand class on its way through the graph. */
export interface Route {
  readonly itemClass: number;
  readonly arrivals: Arrivals;
  readonly visits: Visits;
}

/** A time by its first two moments, seconds. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Work that comes to a team: pieces per second by the clock, and the unit time of one. */
export interface Piece extends Moments {
  readonly team: number;
  readonly itemClass: number;
  /** The step that it is done at, −1 for answers to questions. */
  readonly node: number;
  readonly rate: number;
}

export interface Work {
  readonly pieces: readonly Piece[];
  /** Set-up in front of each step, by node. */
  readonly setup: readonly Moments[];
  /** Work per second that comes back from questions to its old place at a team. */
  readonly returning: ReadonlyMap<number, number>;
}

/** No time at all. */
export const none: Moments = { mean: 0, variance: 0 };

/** Mean (seconds) and variance (seconds²) of a time; none without a sampler. */
export const momentsOf = (sampler: Sampler | undefined): Moments =>
  sampler === undefined ? none : { mean: mean(sampler), variance: squaredCv(sampler) * mean(sampler) ** 2 };

/** Moments of the sum of two independent times. */
export const add = (one: Moments, other: Moments): Moments => ({ mean: one.mean + other.mean, variance: one.variance + other.variance });

/** A time that is taken with a probability only. */
const sometimes = (share: number, { mean: full, variance }: Moments): Moments => ({
  mean: share * full, variance: share * (variance + full * full) - (share * full) ** 2,
});

/** Collects the work of every team over all classes: services, set-ups, answers to questions, queries. */
export function collectWork(network: Network, graph: Graph, routes: readonly Route[]): Work {
  const { nodes, steps, flows, classes, samplers } = network;
  const carried = flowsBefore(network, graph);
  const pieces: Piece[] = [];
  const returning = new Map<number, number>();
  const setup: Moments[] = Array.from({ length: nodes.count }, () => none);
  for (let step = 0; step < steps.count; step += 1) {
    const node = steps.node[step]!;
    const visited = sumOver(routes, ({ arrivals, visits }) => arrivals.rate * visits.nodes[node]!) * (1 - steps.rework[step]!);
    if (visited === 0) continue;
    for (const flow of carried.get(node) ?? []) {
      const share = Math.min(1, sumOver(routes, ({ arrivals, visits }) => arrivals.rate * visits.flows[flow]!) / visited);
      setup[node] = add(setup[node]!, sometimes(share, momentsOf(samplers[flows.setup[flow]!])));
    }
  }
  for (const { itemClass, arrivals, visits } of routes) {
    for (let step = 0; step < steps.count; step += 1) {
      const node = steps.node[step]!;
      const rate = arrivals.rate * visits.nodes[node]!;
      if (rate === 0) continue;
      const { mean: time, variance } = add(momentsOf(graph.steps[step]!.service), setup[node]!);
      for (const team of graph.steps[step]!.teams) pieces.push({ team, itemClass, node, rate, mean: time, variance });
      for (const need of itemsOf(steps.needs, step)) {
        const asked = network.needs.bit[need]! < 0 ? network.needs.team[need]! : -1;
        if (asked >= 0) pieces.push({ team: asked, itemClass, node: -1, rate, ...momentsOf(samplers[steps.queryTime[step]!]) });
      }
    }
    for (let flow = 0; flow < flows.count; flow += 1) {
      const rounds = arrivals.rate * visits.flows[flow]! * repeats(flows.clarification[flow]!);
      if (!(rounds > 0)) continue;
      const sender = teamAt(network, graph.senderOf(flow));
      const receiver = teamAt(network, graph.receiverOf(flow));
      if (sender < 0 || receiver < 0) continue;
      pieces.push({ team: sender, itemClass, node: -1, rate: rounds, ...momentsOf(samplers[flows.answer[flow]!]) });
      const node = graph.receiverOf(flow);
      const done = (setup[node]?.mean ?? 0) + (1 - flows.clarification[flow]!) * momentsOf(graph.steps[nodes.step[node]!]?.service).mean;
      returning.set(receiver, (returning.get(receiver) ?? 0) + rounds * done);
      if (flows.setup[flow]! >= 0) pieces.push({ team: receiver, itemClass, node: -1, rate: rounds, ...momentsOf(samplers[flows.setup[flow]!]) });
    }
  }
  return { pieces: withChangeOver(network, pieces, setup, classes.count), setup, returning };
}

const sumOver = (routes: readonly Route[], value: (route: Route) => number): number => routes.reduce((sum, route) => sum + value(route), 0);

/** Number of the team that leads a node's step, −1 for none and for nodes below 0. */
export const teamAt = ({ nodes, steps }: Network, node: number): number => (node < 0 ? -1 : (steps.team[nodes.step[node]!] ?? -1));

/** Flows whose handoff is still to be dealt with at a step. */
function flowsBefore({ flows }: Network, graph: Graph): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let flow = 0; flow < flows.count; flow += 1) {
    if (flows.setup[flow]! < 0) continue;
    const receiver = graph.receiverOf(flow);
    found.set(receiver, [...(found.get(receiver) ?? []), flow]);
  }
  return found;
}

/** A team that changes over pays where the piece before was of another kind: in proportion to the others' share. */
function withChangeOver(network: Network, pieces: readonly Piece[], setup: Moments[], classes: number): readonly Piece[] {
  const { teams, samplers } = network;
  if (!teams.setupOnChange.some((sampler) => sampler >= 0)) return pieces;
  const kindOf = ({ team, itemClass, node }: Piece): number => (teams.setupByClass[team] === 1 ? itemClass : node * classes);
  const byKind = new Map<string, number>();
  const byTeam = new Map<number, number>();
  for (const piece of pieces) {
    const key = `${piece.team}/${kindOf(piece)}`;
    byKind.set(key, (byKind.get(key) ?? 0) + piece.rate);
    byTeam.set(piece.team, (byTeam.get(piece.team) ?? 0) + piece.rate);
  }
  const paid = new Set<number>();
  return pieces.map((piece) => {
    const sampler = samplers[teams.setupOnChange[piece.team]!];
    if (sampler === undefined) return piece;
    const time = sometimes(1 - byKind.get(`${piece.team}/${kindOf(piece)}`)! / byTeam.get(piece.team)!, momentsOf(sampler));
    if (piece.node >= 0 && !paid.has(piece.node)) {
      paid.add(piece.node);
      setup[piece.node] = add(setup[piece.node]!, time);
    }
    return { ...piece, ...add(piece, time) };
  });
}
