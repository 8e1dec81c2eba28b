import { NODE, type Network } from '../network/network.ts';
import { type Graph, instancesOf, itemsOf } from './graph.ts';
import { largestOf, parallelQueues, type Spread, twoParallelQueues } from './theory/joins.ts';
import { scvOf } from './passages.ts';
import type { Times } from './walk.ts';
import { type Moments, none, type Route } from './work.ts';

/** Mean and variance of the time from a node to its goal, and the work on the way that takes longest. */
interface Ahead {
  readonly mean: number;
  readonly variance: number;
  readonly touch: number;
}

/** Both branches are single M/M/1 queues fed by nothing else: their common load and time in system, else undefined. */
export type QueueAt = (node: number) => { readonly load: number; readonly time: number } | undefined;

const sweepsAtMost = 20_000;
const settled = 1e-13;
const mostSubsets = 4;
const arrived: Ahead = { mean: 0, variance: 0, touch: 0 };

/**
 * The time of an item of a class from its start to its last end: sums along ways, weighted by probability where one is
 * chosen, the longest where several go on together. Loops settle by sweeps against the direction of work.
 */
export class LeadTime {
  private readonly network: Network;
  private readonly graph: Graph;
  private readonly route: Route;
  private readonly times: Times;
  private readonly queueAt: QueueAt;
  private readonly approximations: Set<string>;
  private readonly rank: Int32Array;
  /** Times ahead of the nodes of the region looked at. */
  private readonly known: Ahead[];
  private readonly joined = new Map<number, Ahead>();

  constructor(network: Network, graph: Graph, route: Route, times: Times, queueAt: QueueAt, approximations: Set<string>) {
    this.network = network;
    this.graph = graph;
    this.route = route;
    this.times = times;
    this.queueAt = queueAt;
    this.approximations = approximations;
    this.known = Array.from({ length: network.nodes.count + 1 }, () => arrived);
    this.rank = new Int32Array(network.nodes.count).fill(-1);
    for (const [place, node] of graph.order.entries()) this.rank[node] = place;
  }

  ofItem(): Ahead {
    const { count } = this.network.nodes;
    // Inner branches come before those around them when read from the end.
    for (const node of this.graph.order.toReversed()) {
      if (this.graph.meets[node]! >= 0 && this.route.visits.nodes[node]! > 0) this.joined.set(node, this.branchesOf(node, this.graph.meets[node]!));
    }
    return this.toGoal([this.network.classes.start[this.route.itemClass]!], count)[0]!;
  }

  /** Times from some nodes to the goal. */
  private toGoal(from: readonly number[], goal: number): Ahead[] {
    const region = this.regionOf(from, goal);
    for (const node of region) this.known[node] = arrived;
    this.known[goal] = arrived;
    const { stretchOf, stretches } = this.graph;
    for (let first = 0; first < region.length; ) {
      const stretch = stretchOf[region[first]!]!;
      let end = first;
      while (end < region.length && stretchOf[region[end]!] === stretch) end += 1;
      this.settle(region, first, end, goal, stretches[stretch]!.repeats);
      first = end;
    }
    return from.map((node) => this.known[node]!);
  }

  private settle(region: readonly number[], first: number, end: number, goal: number, repeats: boolean): void {
    for (let sweep = 0; sweep < sweepsAtMost; sweep += 1) {
      let change = 0;
      for (let place = first; place < end; place += 1) {
        const node = region[place]!;
        const next = this.fromNode(node, goal);
        const before = this.known[node]!.mean;
        if (next.mean !== before) change = Math.max(change, Math.abs(next.mean - before) / (1 + Math.abs(next.mean)));
        this.known[node] = next;
      }
      if (!repeats || !(change > settled)) return;
    }
  }

  /** Nodes on the ways to the goal, those nearest to it first. */
  private regionOf(from: readonly number[], goal: number): number[] {
    const { nodes, flows } = this.network;
    const seen = new Set<number>([goal]);
    const open = [...from];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const flow of itemsOf(nodes.out, node)) open.push(flows.target[flow]!);
      open.push(...itemsOf(nodes.inner, node));
      for (const way of this.graph.waysBack) if (way.receiver === node) open.push(way.sender);
    }
    seen.delete(goal);
    return [...seen].toSorted((a, b) => this.rank[b]! - this.rank[a]!);
  }

  private fromNode(node: number, goal: number): Ahead {
    const { nodes, flows } = this.network;
    const { known } = this;
    const at = this.atNode(node);
    const on = new Onwards();
    const returned = this.route.visits.returned[node]!;
    if (returned > 0) for (const { share, time, ahead } of this.waysBackFrom(node, returned)) on.add(share, time, ahead);
    const meets = this.graph.meets[node]!;
    if (meets >= 0) {
      const joined = this.joined.get(node) ?? arrived;
      const beyond = meets === goal || meets === nodes.count ? arrived : known[meets]!;
      on.add(1 - returned, joined, { ...beyond, touch: beyond.touch + joined.touch });
    } else {
      const { first, items } = nodes.out;
      const shares = this.graph.shares[node]!;
      for (let branch = 0; branch < shares.length; branch += 1) {
        const flow = items[first[node]! + branch]!;
        const share = (1 - returned) * shares[branch]!;
        if (share > 0) on.add(share, this.times.flowTime(flow), known[flows.target[flow]!]!);
      }
    }
    return on.after(at);
  }

  /** The time at a node itself: its repetitions, and what a sub-process holds. */
  private atNode(node: number): Ahead {
    const { nodes, steps } = this.network;
    const step = nodes.step[node]!;
    const { mean, variance } = this.times.nodeTime(node, this.route.itemClass);
    const again = step < 0 ? 0 : Math.min(1 - 1e-6, steps.rework[step]!);
    if (nodes.kind[node] !== NODE.subprocess) {
      return { mean: mean / (1 - again), variance: variance / (1 - again) + (again === 0 ? 0 : (again * mean * mean) / (1 - again) ** 2), touch: this.times.touchTime(node) / (1 - again) };
    }
    const [first] = itemsOf(nodes.inner, node);
    const inside = first === undefined ? arrived : this.known[first]!;
    const count = instancesOf(this.network, node);
    if (nodes.instanceMode[node] !== 1 || count <= 1) return { mean: mean + count * inside.mean, variance: variance + count * inside.variance, touch: count * inside.touch };
    this.approximations.add('independent branches');
    const longest = largestOf(Array.from({ length: Math.round(count) }, () => spread(inside)));
    return { mean: mean + longest.mean, variance: variance + longest.variance, touch: inside.touch };
  }

  private waysBackFrom(node: number, returned: number): { readonly share: number; readonly time: Moments; readonly ahead: Ahead }[] {
    const own = this.graph.waysBack.filter((way) => way.receiver === node);
    const weight = ({ flow }: (typeof own)[number]): number => this.network.flows.rejection[flow]! * this.route.visits.flows[flow]!;
    const total = own.reduce((sum, way) => sum + weight(way), 0);
    return own.map((way) => ({ share: (returned * weight(way)) / total, time: this.times.wayBack(way.flow), ahead: this.known[way.sender]! }));
  }

  /** The longest of the branches that a node opens. */
  private branchesOf(node: number, meets: number): Ahead {
    const { nodes, flows } = this.network;
    const out = itemsOf(nodes.out, node);
    const targets = out.map((flow) => flows.target[flow]!);
    const ahead = this.toGoal(targets, meets);
    const branches = ahead.map((branch, index) => {
      const time = this.times.flowTime(out[index]!);
      return { mean: branch.mean + time.mean, variance: branch.variance + time.variance, touch: branch.touch };
    });
    const queues = this.parallelQueuesOf(out, meets);
    if (queues !== undefined) return { ...branches[0]!, mean: queues };
    if (branches.some(({ mean }) => !Number.isFinite(mean))) return { mean: Infinity, variance: 0, touch: 0 };
    const longest = branches.reduce((a, b) => (b.mean > a.mean ? b : a));
    if (nodes.kind[node] !== NODE.someOf) {
      this.noteIndependence(targets, branches);
      return { ...largestOf(branches.map(spread)), touch: longest.touch };
    }
    this.approximations.add('independent branches');
    return { ...this.someOf(out.map((flow) => flows.probability[flow]!), branches), touch: longest.touch };
  }

  private noteIndependence(targets: readonly number[], branches: readonly Ahead[]): void {
    const single = targets.every((target) => this.times.unhindered(target));
    if (!single || branches.some((branch) => ![0, 1].includes(Math.round(spread(branch).scv * 1e9) / 1e9))) this.approximations.add('independent branches');
  }

  /** Each branch is taken or not by its own draw; where none is, one is, in proportion. */
  private someOf(probabilities: readonly number[], branches: readonly Ahead[]): Moments {
    if (branches.length > mostSubsets) {
      return largestOf(branches.map((branch, index) => {
        const p = probabilities[index]!;
        return spread({ mean: p * branch.mean, variance: p * (branch.variance + branch.mean ** 2) - (p * branch.mean) ** 2 });
      }));
    }
    const total = probabilities.reduce((sum, p) => sum + p, 0);
    let mean = 0;
    let square = 0;
    for (let subset = 0; subset < 1 << branches.length; subset += 1) {
      const taken = branches.filter((_, index) => (subset & (1 << index)) !== 0);
      const weight = probabilities.reduce((product, p, index) => product * ((subset & (1 << index)) === 0 ? 1 - p : p), 1);
      if (weight === 0) continue;
      const outcomes = taken.length > 0 ? [{ share: 1, time: largestOf(taken.map(spread)) }] : branches.map((branch, index) => ({ share: total > 0 ? probabilities[index]! / total : 1 / branches.length, time: branch }));
      for (const { share, time } of outcomes) {
        mean += weight * share * time.mean;
        square += weight * share * (time.variance + time.mean ** 2);
      }
    }
    return { mean, variance: Math.max(0, square - mean * mean) };
  }

  /** Branches of one M/M/1 queue each, all alike and fed by this fork alone (Flatto and Hahn 1984; Nelson and Tantawi 1988). */
  private parallelQueuesOf(out: readonly number[], meets: number): number | undefined {
    const { nodes, flows } = this.network;
    const queues = out.map((flow) => {
      const target = flows.target[flow]!;
      const [on, ...more] = itemsOf(nodes.out, target);
      const straight = flows.plain[flow] === 1 && on !== undefined && more.length === 0 && flows.plain[on] === 1 && flows.target[on] === meets;
      return straight ? this.queueAt(target) : undefined;
    });
    const [first] = queues;
    if (first === undefined || queues.length < 2) return undefined;
    if (queues.some((queue) => queue === undefined || Math.abs(queue.time / first.time - 1) > 1e-9 || Math.abs(queue.load - first.load) > 1e-9)) return undefined;
    if (queues.length === 2) return twoParallelQueues(first.load, first.time);
    this.approximations.add('Nelson–Tantawi');
    return parallelQueues(queues.length, first.load, first.time);
  }
}

const spread = ({ mean, variance }: Moments): Spread => ({ mean, scv: scvOf(mean, variance) });

/** What lies beyond a node, over the ways on by how often each is taken. */
class Onwards {
  private mean = 0;
  private square = 0;
  private touch = 0;
  private none = true;

  add(share: number, time: Moments, ahead: Ahead): void {
    const way = time.mean + ahead.mean;
    this.mean += share * way;
    this.square += share * (time.variance + ahead.variance + way * way);
    this.touch += share * ahead.touch;
    this.none = false;
  }

  after(at: Ahead): Ahead {
    const { mean, square, touch } = this;
    const variance = this.none || !Number.isFinite(mean) ? none.variance : Math.max(0, square - mean * mean);
    return { mean: at.mean + mean, variance: at.variance + variance, touch: at.touch + touch };
  }
}
