import { mean, type Sampler, squaredCv } from '../kernel/distributions.ts';
import { type Lists, NODE, type Network, WHEN_FULL } from '../network/network.ts';
import { dominators } from './dominators.ts';

/** What a network asks that theory here has no answer to. */
export type Gap = 'condition' | 'attached event' | 'event race' | 'parallel end' | 'unmatched join' | 'shared people' | 'several alternatives' | 'step batch' | 'blocking' | 'information in parallel';

/** A rejected item goes back from the receiver to the step from which it came. */
interface WayBack {
  readonly flow: number;
  readonly receiver: number;
  readonly sender: number;
}

/** Where a token goes next from each node. */
type Ways = readonly (readonly number[])[];

interface Stretch {
  readonly nodes: readonly number[];
  readonly repeats: boolean;
}

/** Who works at a step, one entry per unit, the leading team first, none where nobody does; and for how long. */
interface StepWork {
  readonly teams: readonly number[];
  readonly service: Sampler | undefined;
}

/** Everything about the drawing that does not depend on who walks through it. */
export interface Graph {
  /** All nodes that somebody reaches, parents before children where there is no loop. */
  readonly order: readonly number[];
  readonly incoming: readonly (readonly number[])[];
  /** The sub-process that begins with a node, or −1. */
  readonly holders: Int32Array;
  /** How often a token that leaves a node takes each of its flows. */
  readonly shares: readonly (readonly number[])[];
  /** For a join the node that opened its branches, or −1. */
  readonly opener: Int32Array;
  /** For a node with parallel ways on, where these meet: a join, or the number of nodes for the end of the item; −1 for others. */
  readonly meets: Int32Array;
  readonly waysBack: readonly WayBack[];
  /** Team of the first step at or before a flow's source, −1: outside; of the first step at or after its target. */
  senderOf(flow: number): number;
  receiverOf(flow: number): number;
  /** The order in stretches: one that `repeats` holds a way back into itself and is gone over until it settles. */
  readonly stretches: readonly Stretch[];
  readonly stretchOf: Int32Array;
  readonly loops: boolean;
  readonly steps: readonly StepWork[];
  readonly gaps: ReadonlySet<Gap>;
}

/** What a list holds for one element. */
export function itemsOf({ first, items }: Lists, element: number): readonly number[] {
  const found: number[] = [];
  // Several times quicker than a view of the few that there are.
  for (let place = first[element]!; place < first[element + 1]!; place += 1) found.push(items[place]!);
  return found;
}

/** The network as the estimate walks it: nodes in an order in which what comes before is known, loops kept together. */
export function graphOf(network: Network): Graph {
  const { nodes, flows, classes } = network;
  const incoming: number[][] = Array.from({ length: nodes.count }, () => []);
  const holders = new Int32Array(nodes.count).fill(-1);
  const shares: (readonly number[])[] = [];
  for (let node = 0; node < nodes.count; node += 1) {
    for (const flow of itemsOf(nodes.out, node)) incoming[flows.target[flow]!]!.push(flow);
    for (const inner of itemsOf(nodes.inner, node)) holders[inner] = node;
    shares.push(branchShares(network, node));
  }
  const ways = Array.from({ length: nodes.count }, (_, node) => waysOn(network, node));
  const order = byDepth(ways, [...new Set(classes.start)]);
  const gaps = new Set<Gap>(gapsOf(network, order));
  const { opener, meets } = matchJoins(network, ways, order, gaps);
  const senderOf = (flow: number): number => nearestStep(network, flows.source[flow]!, (node) => incoming[node]!.map((each) => flows.source[each]!));
  const receiverOf = (flow: number): number => nearestStep(network, flows.target[flow]!, (node) => itemsOf(nodes.out, node).map((each) => flows.target[each]!));
  const waysBack: WayBack[] = [];
  for (let flow = 0; flow < flows.count; flow += 1) {
    if (!(flows.rejection[flow]! > 0)) continue;
    const receiver = receiverOf(flow);
    const sender = senderOf(flow);
    // Nothing is sent back to the outside: the receiver does its own step again.
    if (receiver >= 0) waysBack.push({ flow, receiver, sender: sender < 0 ? receiver : sender });
  }
  const { stretches, stretchOf } = stretchesOf(ways, order, waysBack);
  const loops = stretches.some(({ repeats }) => repeats);
  const steps = Array.from({ length: network.steps.count }, (_, step) => stepWork(network, step));
  return { order, incoming, holders, shares, opener, meets, waysBack, senderOf: remembered(senderOf, flows.count), receiverOf: remembered(receiverOf, flows.count), stretches, stretchOf, loops, steps, gaps };
}

/** Cuts the order where no way back crosses. */
function stretchesOf(ways: Ways, order: readonly number[], waysBack: readonly WayBack[]): Pick<Graph, 'stretches' | 'stretchOf'> {
  const rank = new Int32Array(ways.length).fill(-1);
  for (const [place, node] of order.entries()) rank[node] = place;
  /** For each place the last one from which a way leads back to it or to before it. */
  const until = Int32Array.from(order, () => -1);
  const note = (from: number, to: number): void => {
    if (rank[to]! <= rank[from]!) until[rank[to]!] = Math.max(until[rank[to]!]!, rank[from]!);
  };
  for (const node of order) for (const way of ways[node]!) note(node, way);
  for (const { receiver, sender } of waysBack) note(receiver, sender);
  const stretches: Stretch[] = [];
  const stretchOf = new Int32Array(ways.length).fill(-1);
  for (let place = 0; place < order.length; ) {
    let end = place;
    let reach = until[place]!;
    while (end < reach) {
      end += 1;
      reach = Math.max(reach, until[end]!);
    }
    const nodes = order.slice(place, end + 1);
    for (const node of nodes) stretchOf[node] = stretches.length;
    stretches.push({ nodes, repeats: reach >= 0 });
    place = end + 1;
  }
  return { stretches, stretchOf };
}

/** A function of the first whole numbers that is worked out once for each. */
function remembered(of: (number: number) => number, count: number): (number: number) => number {
  const known = new Int32Array(count).fill(-2);
  return (number) => {
    if (known[number] === -2) known[number] = of(number);
    return known[number]!;
  };
}

/** The first step done by somebody on the ways from a node, itself included; −1 where there is none. */
function nearestStep({ nodes, steps }: Network, from: number, next: (node: number) => readonly number[]): number {
  const seen = new Set<number>();
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const step = nodes.step[node]!;
    if (step >= 0 && steps.team[step]! >= 0) return node;
    open.push(...next(node).toReversed());
  }
  return -1;
}

/** Whether a token that leaves a node can be several. */
const opensBranches = ({ nodes }: Network, node: number): boolean => {
  const kind = nodes.kind[node]!;
  return kind !== NODE.oneOf && kind !== NODE.firstEvent && itemsOf(nodes.out, node).length > 1;
};

function branchShares({ nodes, flows, samplers }: Network, node: number): readonly number[] {
  const out = itemsOf(nodes.out, node);
  const probabilities = out.map((flow) => flows.probability[flow]!);
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  switch (nodes.kind[node]) {
    case NODE.oneOf:
      return probabilities.map((p) => (total > 0 ? p / total : 1 / out.length));
    case NODE.someOf: {
      // None drawn: one is taken in proportion to the probabilities.
      const none = probabilities.reduce((product, p) => product * (1 - p), 1);
      return probabilities.map((p) => p + (total > 0 ? (none * p) / total : none / out.length));
    }
    case NODE.firstEvent: {
      const waits = out.map((flow) => {
        const sampler = samplers[nodes.wait[flows.target[flow]!]!];
        return sampler === undefined ? Infinity : mean(sampler);
      });
      const first = waits.indexOf(Math.min(...waits));
      return waits.map((_, index) => (index === first ? 1 : 0));
    }
    default:
      return out.map(() => 1);
  }
}

/** Nodes that can be reached, parents before children where there is no loop. */
function byDepth(ways: Ways, starts: readonly number[]): number[] {
  const seen = new Uint8Array(ways.length);
  const finished: number[] = [];
  for (const start of starts) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const stack = [{ node: start, next: 0, ways: ways[start]! }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const way = top.ways[top.next];
      top.next += 1;
      if (way === undefined) finished.push(stack.pop()!.node);
      else if (seen[way] === 0) {
        seen[way] = 1;
        stack.push({ node: way, next: 0, ways: ways[way]! });
      }
    }
  }
  return finished.reverse();
}

/** Where a token goes next from a node; the inside of a sub-process comes before its ways out. */
function waysOn({ nodes, flows }: Network, node: number): readonly number[] {
  return [...itemsOf(nodes.out, node).map((flow) => flows.target[flow]!), ...itemsOf(nodes.inner, node)];
}

function matchJoins(network: Network, ways: Ways, order: readonly number[], gaps: Set<Gap>): Pick<Graph, 'opener' | 'meets'> {
  const { nodes, classes } = network;
  const { count } = nodes;
  const opener = new Int32Array(count).fill(-1);
  const meets = new Int32Array(count).fill(-1);
  const splits = order.filter((node) => opensBranches(network, node));
  if (splits.length === 0) return { opener, meets };
  // Number `count` stands before all starts, and after all ends.
  const from = dominators(count, [...ways, [...new Set(classes.start)]]);
  const back = Array.from({ length: count + 1 }, (): number[] => []);
  for (const node of order) {
    const out = itemsOf(nodes.out, node);
    if (out.length === 0) back[count]!.push(node);
    for (const flow of out) back[network.flows.target[flow]!]!.push(node);
  }
  const to = dominators(count, back);
  const met = new Set<number>();
  for (const split of splits) {
    const meeting = to[split]!;
    meets[split] = meeting;
    met.add(meeting);
    if (meeting !== count && nodes.kind[meeting] !== NODE.join) gaps.add('unmatched join');
  }
  const terminates = order.some((node) => nodes.kind[node] === NODE.terminate);
  if (terminates) gaps.add('parallel end');
  for (const node of order) {
    if (nodes.kind[node] !== NODE.join || !met.has(node)) continue;
    const first = from[node]!;
    if (first < count && meets[first] === node) opener[node] = first;
    else gaps.add('unmatched join');
  }
  return { opener, meets };
}

/** Features for which no rule stands here. */
function gapsOf(network: Network, order: readonly number[]): Gap[] {
  const { nodes, steps, flows, teams, units, requirements, samplers, needs, reach } = network;
  const found: Gap[] = [];
  for (const node of order) {
    if (itemsOf(nodes.attached, node).length > 0) found.push('attached event');
    if (itemsOf(nodes.inner, node).length > 1) found.push('parallel end');
    const out = itemsOf(nodes.out, node);
    for (const flow of out) if (flows.condition[flow]! >= 0) found.push('condition');
    if (nodes.kind[node] === NODE.firstEvent && out.some((flow) => !isFixed(samplers[nodes.wait[flows.target[flow]!]!]))) found.push('event race');
    const step = nodes.step[node]!;
    if (step < 0) continue;
    if (steps.batch[step]! >= 0) found.push('step batch');
    for (const need of itemsOf(steps.needs, step)) {
      if (needs.bit[need]! >= 0 && !reach.from(needs.source[need]!, node)) found.push('information in parallel');
    }
    for (const row of itemsOf(steps.requirements, step)) {
      const [choice = -1, ...others] = choicesOf(network, row);
      if (others.length > 0) found.push('several alternatives');
      if (choice >= 0 && requirements.set[row] !== teams.set[requirements.team[choice]!]) found.push('shared people');
    }
    const team = steps.team[step]!;
    if (team >= 0 && Number.isFinite(teams.wipLimit[team]!) && teams.whenFull[team] === WHEN_FULL.hold) found.push('blocking');
    if (team >= 0 && itemsOf(teams.units, team).some((unit) => itemsOf(units.teams, unit).length > 1)) found.push('shared people');
  }
  return found;
}

/** Alternatives of a requirement that somebody can take. */
function choicesOf({ requirements, atoms }: Network, row: number): number[] {
  const found: number[] = [];
  for (let cell = row * atoms.count; cell < (row + 1) * atoms.count; cell += 1) {
    const choice = requirements.alternative[cell]!;
    if (choice >= 0 && !found.includes(choice)) found.push(choice);
  }
  return found;
}

function stepWork(network: Network, step: number): StepWork {
  const { requirements, samplers, steps } = network;
  const leads = steps.queue[step]! < 0 ? [] : itemsOf(steps.requirements, step).map((row) => choicesOf(network, row)[0]!);
  const [lead] = leads;
  // An alternative can have a service time of its own.
  const own = lead === undefined ? -1 : requirements.service[lead]!;
  return { teams: leads.map((choice) => requirements.team[choice]!), service: samplers[own >= 0 ? own : steps.service[step]!] };
}

const isFixed = (sampler: Sampler | undefined): boolean => sampler !== undefined && squaredCv(sampler) === 0;

/** Mean number of instances of a multi-instance node, 1 otherwise. */
export function instancesOf({ nodes, samplers }: Network, node: number): number {
  const sampler = samplers[nodes.instances[node]!];
  return nodes.instanceMode[node] === 0 || sampler === undefined ? 1 : mean(sampler);
}
