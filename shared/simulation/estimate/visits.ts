import type { Network } from '../network/network.ts';
import { type Graph, instancesOf } from './graph.ts';

/** Expected visits per item of one demand class. */
export interface Visits {
  readonly nodes: Float64Array;
  /** Passages of a token forth. */
  readonly flows: Float64Array;
  /** Share of a step's completions, repetitions aside, that go back to where they came from. */
  readonly returned: Float64Array;
}

const sweepsAtMost = 20_000;
const settled = 1e-14;

/**
 * Solves the traffic equations v = e + Pᵀv of one class by sweeps in order of depth, which settle at once without
 * loops and geometrically with them (Jackson 1957). A join is visited as often as the node that opened its branches.
 */
export function solveVisits(network: Network, graph: Graph, itemClass: number): Visits {
  const { nodes, flows, steps } = network;
  const start = network.classes.start[itemClass]!;
  const visits = new Float64Array(nodes.count);
  const passages = new Float64Array(flows.count);
  const received = new Map<number, number[]>();
  const sent = new Map<number, number[]>();
  for (const { flow, receiver, sender } of graph.waysBack) {
    sent.set(receiver, [...(sent.get(receiver) ?? []), flow]);
    received.set(sender, [...(received.get(sender) ?? []), flow]);
  }
  const rejected = (some: readonly number[] | undefined): number => (some ?? []).reduce((sum, flow) => sum + flows.rejection[flow]! * passages[flow]!, 0);
  const returned = new Float64Array(nodes.count);
  for (const { nodes: some, repeats } of graph.stretches) {
    for (let sweep = 0; sweep < sweepsAtMost; sweep += 1) {
      let change = 0;
      for (const node of some) change = Math.max(change, visit(node));
      if (!repeats || change < settled) break;
    }
  }
  return { nodes: visits, flows: passages, returned };

  /** Counts what comes to a node and goes on from it; gives the relative change. */
  function visit(node: number): number {
    const opener = graph.opener[node]!;
    let sum = node === start ? 1 : 0;
    if (opener >= 0) sum = visits[opener]!;
    else for (const flow of graph.incoming[node]!) sum += passages[flow]!;
    sum += rejected(received.get(node));
    const holder = graph.holders[node]!;
    if (holder >= 0) sum += visits[holder]! * instancesOf(network, holder);
    const step = nodes.step[node]!;
    const again = step < 0 ? 0 : Math.min(1 - 1e-6, steps.rework[step]!);
    const all = sum / (1 - again);
    const change = Math.abs(all - visits[node]!) / (1 + sum);
    visits[node] = all;
    const back = Math.min(sum, rejected(sent.get(node)));
    returned[node] = sum > 0 ? back / sum : 0;
    const shares = graph.shares[node]!;
    const { first, items } = nodes.out;
    for (let branch = 0; branch < shares.length; branch += 1) passages[items[first[node]! + branch]!] = (sum - back) * shares[branch]!;
    return change;
  }
}
