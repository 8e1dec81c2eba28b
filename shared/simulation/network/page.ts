import type { Flow } from '../../document/model/flow.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node, Step } from '../../document/model/node.ts';
import { flowKind } from '../../document/model/queries.ts';
import type { Context } from './context.ts';
import { refuse } from './refusal.ts';

/** The part of a model that items can come to, sub-processes unfolded, in the order of the file. */
export interface Page {
  readonly nodes: readonly Node[];
  readonly numberOf: ReadonlyMap<ElementId, number>;
  readonly flows: readonly Flow[];
  /** Numbers of the flows out of each node. */
  readonly out: readonly (readonly number[])[];
  /** First nodes inside each sub-process. */
  readonly inner: readonly (readonly number[])[];
  readonly attached: readonly (readonly number[])[];
  /** Information flows into each node. */
  readonly information: readonly (readonly Flow[])[];
  /** Where a token may come next from each node by going on. */
  readonly onward: readonly (readonly number[])[];
  /** The same, and where a rejection may send it. */
  readonly successors: readonly (readonly number[])[];
}

const work = (node: Node): boolean => node.kind !== 'note' && node.kind !== 'group';

/** Collects what can be reached from the starts of the demand classes. */
export function collectPage(context: Context, starts: readonly ElementId[]): Page {
  const { model } = context;
  const flowsOf = new Map<ElementId, Flow[]>();
  const informationOf = new Map<ElementId, Flow[]>();
  for (const flow of Object.values(model.flows)) {
    for (const end of [flow.from, flow.to]) {
      if (model.nodes[end] === undefined) refuse('simulation.looseFlow', { flow: context.name(flow.id), node: end }, flow.id);
    }
    push(flowKind(model, flow) === 'information' ? informationOf : flowsOf, flowKind(model, flow) === 'information' ? flow.to : flow.from, flow);
  }
  const content = new Map<ElementId, Node[]>();
  const events = new Map<ElementId, Node[]>();
  for (const node of Object.values(model.nodes)) {
    if (node.kind === 'event' && node.attachedTo !== undefined) push(events, node.attachedTo, node);
    else if (node.parent !== undefined && work(node)) push(content, node.parent, node);
  }
  const entered = new Set(Object.values(model.flows).filter((flow) => flowKind(model, flow) !== 'information').map((flow) => flow.to));
  const firstInside = (node: Node): Node[] => {
    const inside = content.get(node.id) ?? [];
    const started = inside.filter((each) => each.kind === 'start');
    return started.length > 0 ? started : inside.filter((each) => !entered.has(each.id));
  };

  const reached = new Set<ElementId>();
  const open: ElementId[] = [...starts];
  while (open.length > 0) {
    const id = open.pop()!;
    const node = model.nodes[id];
    if (node === undefined || reached.has(id) || !work(node)) continue;
    reached.add(id);
    for (const flow of flowsOf.get(id) ?? []) open.push(flow.to);
    for (const event of events.get(id) ?? []) open.push(event.id);
    if (node.kind === 'subprocess') for (const each of firstInside(node)) open.push(each.id);
  }
  const nodes = Object.values(model.nodes).filter((node) => reached.has(node.id));
  const numberOf = new Map(nodes.map((node, index) => [node.id, index]));
  const flows = Object.values(model.flows).filter((flow) => flowKind(model, flow) !== 'information' && reached.has(flow.from) && reached.has(flow.to));
  const out: number[][] = nodes.map(() => []);
  for (let index = 0; index < flows.length; index += 1) out[numberOf.get(flows[index]!.from)!]!.push(index);
  const inner = nodes.map((node) => (node.kind === 'subprocess' ? firstInside(node).map((each) => numberOf.get(each.id)!) : []));
  const attached = nodes.map((node) => (events.get(node.id) ?? []).map((event) => numberOf.get(event.id)!));
  const information = nodes.map((node) => informationOf.get(node.id) ?? []);
  const page = { nodes, numberOf, flows, out, inner, attached, information };
  const onward = successorsOf(model, page);
  return { ...page, onward, successors: withWaysBack(page, onward) };
}

function push<T>(map: Map<ElementId, T[]>, key: ElementId, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

type Bare = Omit<Page, 'onward' | 'successors'>;

function successorsOf(model: Model, page: Bare): number[][] {
  const { nodes, numberOf, flows, out } = page;
  const targets = (node: number): number[] => out[node]!.map((flow) => numberOf.get(flows[flow]!.to)!);
  const next = nodes.map((_, node) => [...targets(node), ...page.inner[node]!, ...page.attached[node]!]);
  for (let node = 0; node < nodes.length; node += 1) {
    for (let parent = nodes[node]!.parent; parent !== undefined; parent = model.nodes[parent]?.parent) {
      const holder = numberOf.get(parent);
      if (holder === undefined) break;
      // From inside a sub-process its own way out is ahead, and the events that may end it.
      if (out[node]!.length === 0) next[node]!.push(...targets(holder));
      next[node]!.push(...page.attached[holder]!);
      if (out[node]!.length > 0 || out[holder]!.length > 0) break;
    }
  }
  return next;
}

/** A rejection sends items from the receiver of a handoff back to the steps before it. */
function withWaysBack(page: Bare, onward: readonly (readonly number[])[]): number[][] {
  const { nodes, numberOf, flows } = page;
  const next = onward.map((list) => [...list]);
  const before: number[][] = nodes.map(() => []);
  for (let node = 0; node < nodes.length; node += 1) for (const target of next[node]!) before[target]!.push(node);
  const ways: [number, number][] = [];
  for (const flow of flows) {
    if ((flow.handoff?.rejection?.value ?? 0) === 0) continue;
    for (const receiver of nearestSteps(nodes, numberOf.get(flow.to)!, next)) {
      for (const sender of nearestSteps(nodes, numberOf.get(flow.from)!, before)) ways.push([receiver, sender]);
    }
  }
  for (const [receiver, sender] of ways) next[receiver]!.push(sender);
  return next;
}

/** The first steps on every way from a node, the node itself included. */
export function nearestSteps(nodes: readonly Node[], from: number, ways: readonly (readonly number[])[]): number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  const open = [from];
  while (open.length > 0) {
    const node = open.pop()!;
    if (seen.has(node)) continue;
    seen.add(node);
    const kind = nodes[node]!.kind;
    if (kind === 'step' && isWork(nodes[node] as Step)) found.push(node);
    else open.push(...ways[node]!);
  }
  return found;
}

const isWork = (step: Step): boolean => (step.requirements?.length ?? 0) > 0 || step.approval?.decider !== undefined;

/** Refuses what can never end: a node from which no end can be reached, or none that any item comes to. */
export function checkWaysOut(context: Context, page: Page): void {
  const { nodes, successors } = page;
  const stuck = firstStuck(page, successors);
  if (stuck !== undefined) refuse('simulation.noWayOut', { node: context.name(stuck.id) }, stuck.id);
  const taken = successors.map((ways, node) => withoutIdle(page, node, ways));
  const idle = firstStuck(page, taken, (node) => nodes[node]!.kind === 'gateway' && taken[node]!.length < successors[node]!.length);
  if (idle !== undefined) refuse('simulation.noChanceOut', { node: context.name(idle.id) }, idle.id);
}

/** The ways on from a node but those of a "one of" that no item takes: of probability 0, or with nothing of 1 left for them. */
function withoutIdle({ nodes, numberOf, flows, out }: Page, node: number, ways: readonly number[]): readonly number[] {
  const choice = nodes[node]!;
  if (choice.kind !== 'gateway' || choice.decides !== 'oneOf') return ways;
  const own = out[node]!.map((flow) => flows[flow]!);
  if (own.some(({ condition, otherwise }) => condition !== undefined || otherwise === true)) return ways;
  const rest = 1 - own.reduce((sum, { probability }) => sum + (probability?.value ?? 0), 0);
  const target = ({ to }: Flow): number => numberOf.get(to)!;
  const idle = own.filter(({ probability }) => (probability === undefined ? rest < nothing : probability.value === 0));
  const taken = new Set(own.filter((flow) => !idle.includes(flow)).map(target));
  const dropped = new Set(idle.map(target).filter((to) => !taken.has(to)));
  return ways.filter((to) => !dropped.has(to));
}

/** Probability that is a rounding. */
const nothing = 1e-6;

/** The first node from which no end can be reached, of those that are `named` where there are such. */
function firstStuck(page: Page, ways: readonly (readonly number[])[], named?: (node: number) => boolean): Node | undefined {
  const { nodes } = page;
  const before: number[][] = nodes.map(() => []);
  for (let node = 0; node < nodes.length; node += 1) for (const target of ways[node]!) before[target]!.push(node);
  const canEnd = new Set<number>();
  const open = nodes.flatMap((node, index) => (node.kind === 'end' || page.out[index]!.length === 0 ? [index] : []));
  while (open.length > 0) {
    const node = open.pop()!;
    if (canEnd.has(node)) continue;
    canEnd.add(node);
    open.push(...before[node]!);
  }
  const stuck = nodes.filter((_, index) => !canEnd.has(index));
  return stuck.find((node) => named?.(page.numberOf.get(node.id)!) === true) ?? stuck[0];
}
