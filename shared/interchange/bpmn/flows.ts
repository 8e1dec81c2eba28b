import type { Flow } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import type { Link } from './links.ts';

/** Size of a fork or join that the file only implies. */
const impliedSize = { width: 24, height: 24 };

interface Context {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly model: Model;
  readonly report: ReportBuilder;
}

/**
 * Adds the sequence flows to the model. What BPMN leaves implicit becomes a node: several flows out of a step start
 * together (a fork, or "some of" where they have conditions), and an inclusive gateway that both joins and splits
 * becomes a join and a split.
 */
export function addFlows(links: readonly Link[], context: Context): void {
  const { model } = context;
  const from = groupBy(links, (link) => link.from);
  const to = groupBy(links, (link) => link.to);
  const newSource = new Map<string, string>();
  const newTarget = new Map<string, string>();
  const extra: Flow[] = [];
  for (const [id, outgoing] of from) {
    const node = model.nodes[id];
    if (node === undefined) continue;
    const incoming = to.get(id) ?? [];
    if (node.kind === 'gateway' && node.decides === 'someOf' && incoming.length > 1 && outgoing.length > 1) {
      const join = implied(node, `join-${id}`, 'join', -1, model);
      model.nodes[join.id] = join;
      newTarget.set(id, join.id);
      extra.push({ id: `flow-${join.id}`, process: node.process, from: join.id, to: id });
      context.report.add('mapped', message('interchange.mixedInclusive', { name: node.name ?? node.kind }), id);
    }
    if (outgoing.length < 2 || node.kind === 'gateway' || node.kind === 'fork' || node.kind === 'join') continue;
    const conditional = outgoing.some((link) => link.condition !== undefined || link.otherwise === true);
    const split: Node = conditional
      ? { ...implied(node, `split-${id}`, 'fork', 1, model), kind: 'gateway', decides: 'someOf' }
      : implied(node, `fork-${id}`, 'fork', 1, model);
    model.nodes[split.id] = split;
    newSource.set(id, split.id);
    extra.push({ id: `flow-${split.id}`, process: node.process, from: id, to: split.id });
    context.report.add('mapped', message(conditional ? 'interchange.impliedSplit' : 'interchange.impliedFork', { name: node.name ?? node.kind, n: outgoing.length }), id);
  }
  for (const link of links) {
    const source = newSource.get(link.from) ?? link.from;
    const flow = toFlow(link, source, newTarget.get(link.to) ?? link.to, newSource.has(link.from), context);
    if (flow !== undefined) model.flows[flow.id] = flow;
  }
  for (const flow of extra) model.flows[flow.id] = flow;
}

function toFlow(link: Link, from: string, to: string, impliedSource: boolean, { model, diagram, report }: Context): Flow | undefined {
  const source = model.nodes[from];
  if (source === undefined || model.nodes[to] === undefined) return undefined;
  const decides = source.kind === 'gateway' ? source.decides : undefined;
  const condition = link.condition === undefined || link.condition === '' ? undefined : link.condition;
  const written = decides === undefined || link.probability === undefined ? undefined : link.probability;
  const share = written ?? (decides === undefined || condition === undefined ? undefined : shareIn(condition));
  if (condition !== undefined && (decides === 'oneOf' || decides === 'someOf')) {
    const flow = link.name ?? `${source.name ?? source.kind} → ${model.nodes[to]?.name ?? model.nodes[to]?.kind ?? to}`;
    report.add('mapped', message(share === undefined ? 'interchange.conditionText' : 'interchange.conditionNumber', { flow, condition }), link.id);
  }
  const always = impliedSource && decides === 'someOf' && condition === undefined && link.otherwise !== true;
  const name = link.name ?? (share === undefined ? condition : undefined);
  const bends = diagram.edges.get(link.id)?.slice(1, -1) ?? [];
  return {
    id: link.id,
    process: source.process,
    from,
    to,
    ...(name !== undefined && { name }),
    ...(link.otherwise === true && decides !== undefined && { otherwise: true }),
    ...(share !== undefined && { probability: { value: share, provenance: 'estimated' as const } }),
    ...(always && { probability: { value: 1, provenance: 'estimated' as const } }),
    ...(bends.length > 0 && { waypoints: bends }),
  };
}

/** A condition that is only a number from 0 to 1, or a percentage, is how simulators write a probability into BPMN. */
function shareIn(condition: string): number | undefined {
  const match = /^(\d*\.?\d+)\s*(%?)$/.exec(condition);
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return value >= 0 && value <= 1 ? value : undefined;
}

function implied(node: Node, id: string, kind: 'fork' | 'join', side: -1 | 1, model: Model): Extract<Node, { kind: 'fork' | 'join' }> {
  return {
    kind,
    id,
    process: node.process,
    position: freeSpot(node, side, model),
    size: impliedSize,
    ...(node.parent !== undefined && { parent: node.parent }),
    ...(node.party !== undefined && { party: node.party }),
  };
}

/** The first place around a node where a small one covers nothing: behind it (or before), below, above, at its corners. */
function freeSpot(node: Node, side: -1 | 1, model: Model): { x: number; y: number } {
  const { width, height } = sizeOfNode(node);
  const { x, y } = node.position;
  const step = impliedSize.width;
  const gap = 6;
  const along = side > 0 ? x + width + gap : x - step - gap;
  const spots = [
    { x: along, y: y + height / 2 - step / 2 },
    { x: x + width / 2 - step / 2, y: y + height + gap },
    { x: x + width / 2 - step / 2, y: y - step - gap },
    { x: along, y: y + height + gap },
    { x: along, y: y - step - gap },
  ];
  const others = Object.values(model.nodes).filter((other) => other.process === node.process && other.parent === node.parent && other.id !== node.id);
  const free = spots.find((spot) => !others.some((other) => {
    const size = sizeOfNode(other);
    return other.position.x < spot.x + step && spot.x < other.position.x + size.width && other.position.y < spot.y + step && spot.y < other.position.y + size.height;
  }));
  return free ?? { x: along, y: y + height / 2 - step / 2 };
}

/** Values by key, in the order in which they come. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const list = groups.get(key(value));
    if (list === undefined) groups.set(key(value), [value]);
    else list.push(value);
  }
  return groups;
}
