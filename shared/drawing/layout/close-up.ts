import { laneBands } from '../../document/model/lanes.ts';
import type { Flow } from '../../document/model/flow.ts';
import type { Model, Process } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import type { Locale } from '../../language/say.ts';
import type { Point } from '../scene.ts';
import { flowLabel } from '../words.ts';
import { headerLength, lanePadding } from './lanes.ts';
import { isAttached, namedOutside } from './node-box.ts';
import { type Placed, spaced } from './spaced.ts';
import { textWidth } from './text-width.ts';
import { wordsFit, wrap } from './wrap.ts';

/** How closely a page is closed up. */
export interface Closeness {
  /** Nodes of different lanes may stand above each other in part, as far as lines and pills between them allow. */
  readonly staggered?: boolean;
  /** Steps hold two lines of words, where a width of steps allows it, instead of three. */
  readonly low?: boolean;
}

/** Widths of a step on paper, the narrowest that holds all names of a page is taken, else the last. */
const stepWidths = [104, 120, 136, 160] as const;
const stepHeight = 64;
const lowStep = 48;
/** Room between neighbours, along and across the lanes. */
const columnGap = 34;
const rowGap = 22;
/** Room between a lane's border and its nodes: a handoff's pill stands on the border. */
const padding = 20;
const leastLane = 76;
/** What a label on a line needs beside the pill of its handoff, where it leaves a lane. */
const labelRoom = 20;
/** Height of a name under a small node. */
const nameBelow = 17;
/** What a line needs beside a node to bend down behind it, and a handoff's pill to stand beside another. */
const bendRoom = 18;
const pillRoom = 136;
/** Beyond this many nodes a page stays as it was drawn. */
const most = 500;

/** Whether a page is plain enough: level open lanes, and no frames around nodes. */
function suits(process: Process, nodes: readonly Node[]): boolean {
  const framed = nodes.some((node) => node.kind === 'group' || node.parent !== undefined || (node.kind === 'subprocess' && node.expanded === true));
  return process.orientation !== 'vertical' && !process.lanes.some((lane) => lane.collapsed === true) && !framed && nodes.length > 0 && nodes.length <= most;
}

const isCard = (node: Node): node is Extract<Node, { kind: 'step' | 'subprocess' }> => node.kind === 'step' || node.kind === 'subprocess';

/** How large the steps have to be drawn so that no word of their names is broken. */
function stepSize(cards: readonly Node[], low: boolean): { readonly width: number; readonly height: number } {
  const holds = (width: number, lines: number) => (node: Node): boolean => {
    const name = node.name ?? '';
    const room = width - (node.kind === 'step' && node.approval ? 42 : 22);
    const signs = node.kind === 'step' && (node.rework !== undefined || node.multiInstance !== undefined || node.automation === 'automatic');
    return wordsFit(name, room, 13) && wrap(name, room, 13, 9).length <= (signs || node.kind === 'subprocess' ? lines - 1 : lines);
  };
  const lowWidth = low ? stepWidths.find((width) => cards.every(holds(width, 2))) : undefined;
  if (lowWidth !== undefined) return { width: lowWidth, height: lowStep };
  return { width: stepWidths.find((width) => cards.every(holds(width, 3))) ?? stepWidths[3], height: stepHeight };
}

/** A coordinate between known ones moves with them, in proportion. */
function interpolation(known: readonly (readonly [before: number, after: number])[]): (value: number) => number {
  const sorted = known.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return (value) => {
    const at = sorted.findIndex(([before]) => before >= value);
    const next = sorted[at];
    const last = at < 0 ? sorted.at(-1) : sorted[at - 1];
    if (last === undefined || next === undefined) return value - (next ?? last ?? [0, 0])[0] + (next ?? last ?? [0, 0])[1];
    return next[0] === last[0] ? next[1] : last[1] + ((value - last[0]) / (next[0] - last[0])) * (next[1] - last[1]);
  };
}

interface Sized {
  readonly node: Node;
  readonly before: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Width and height after, and what their names take beside them. */
  readonly width: number;
  readonly height: number;
  readonly wide: number;
  readonly high: number;
}

/** A label that stands on the line between two neighbours keeps them apart. */
function labelled(flows: readonly Flow[], model: Model, locale: Locale): (from: string, to: string) => number {
  const widths = new Map<string, number>();
  for (const flow of flows) {
    // Several flows may run between two nodes, either way.
    const ends = [flow.from, flow.to].toSorted().join(' ');
    widths.set(ends, Math.max(widths.get(ends) ?? 0, textWidth(flowLabel(model, flow, locale), 12)));
  }
  return (from, to) => widths.get([from, to].toSorted().join(' ')) ?? 0;
}

/**
 * Whether the pills of two nodes' handoffs can come to stand side by side: flows of both, not the same one, leave a lane
 * over one border. A pill stands where its line leaves the sender's lane: beside the sender, or over a receiver further on.
 */
function pillsMeet(flows: readonly Flow[], placeOf: (node: string) => { readonly band: number; readonly along: number } | undefined): (a: string, b: string) => boolean {
  const beside = new Map<string, { readonly flow: string; readonly border: number }[]>();
  for (const { id, from, to } of flows) {
    const [sender, receiver] = [placeOf(from), placeOf(to)];
    if (sender === undefined || receiver === undefined || sender.band === receiver.band) continue;
    const pill = { flow: id, border: receiver.band > sender.band ? sender.band : sender.band - 1 };
    for (const end of receiver.along > sender.along ? [from, to] : [from]) beside.set(end, [...(beside.get(end) ?? []), pill]);
  }
  return (a, b) => (beside.get(a) ?? []).some((one) => (beside.get(b) ?? []).some((other) => other.border === one.border && other.flow !== one.flow));
}

/**
 * The same model with one page closed up for paper: steps as narrow as their names allow, no more room between them than
 * lines and labels need, lanes as thick as what they hold. Order, rows and columns stay, so the page is recognised;
 * its words end up larger, because less of the sheet is empty. A page that is not plain (upright or folded lanes, frames,
 * more than 500 nodes, or nodes outside all lanes) is returned as it is, the very same model.
 */
export function closedUp(model: Model, processId: string, locale: Locale = 'en', { staggered = false, low = false }: Closeness = {}): Model {
  const process = model.processes[processId];
  const own = Object.values(model.nodes).filter((node) => node.process === processId);
  if (process === undefined || !suits(process, own)) return model;
  const free = own.filter((node) => !isAttached(node));
  const flows = Object.values(model.flows).filter((flow) => model.nodes[flow.from]?.process === processId);
  const card = stepSize(free.filter(isCard), low);
  const sized = new Map(free.map((node): [string, Sized] => {
    const size = sizeOfNode(node);
    const after = isCard(node) ? card : size;
    const named = namedOutside(node) && (node.name ?? '') !== '';
    return [node.id, { node, before: { ...size, ...node.position }, ...after, wide: named ? Math.max(after.width, Math.min(96, textWidth(node.name ?? '', 12))) : after.width, high: named ? after.height + 2 * nameBelow : after.height }];
  }));

  const bands = laneBands(model, process).filter((band) => band.own > 0);
  const bandOf = (y: number): number => (bands.length === 0 ? 0 : bands.findIndex((band) => y >= band.offset && y <= band.offset + band.own));
  const middle = ({ before }: Sized): Point => ({ x: before.x + before.width / 2, y: before.y + before.height / 2 });
  const all = [...sized.values()];
  if (all.some((one) => bandOf(middle(one).y) < 0)) return model;
  const bandAt = (id: string): number => {
    const one = sized.get(id);
    return one === undefined ? -1 : bandOf(middle(one).y);
  };
  const label = labelled(flows, model, locale);

  const meet = pillsMeet(flows, (id) => {
    const one = sized.get(id);
    return one === undefined ? undefined : { band: bandAt(id), along: middle(one).x };
  });
  const gap = (a: Placed, b: Placed): number => {
    const words = label(a.id, b.id);
    return words > 0 ? Math.max(columnGap, words + 30) : columnGap;
  };
  const aside = (a: Placed, b: Placed): number => {
    const clear = a.newHalf + b.newHalf + gap(a, b);
    if (meet(a.id, b.id)) return Math.max(pillRoom, clear);
    return label(a.id, b.id) > 0 ? clear : Math.max(a.newHalf, b.newHalf) + bendRoom;
  };
  const columns = spaced(
    all.map((one): Placed => ({ id: one.node.id, at: middle(one).x, half: one.before.width / 2, newHalf: one.wide / 2, from: one.before.y, to: one.before.y + one.before.height })),
    gap,
    staggered ? aside : undefined,
  );
  const left = Math.min(...all.map((one) => (columns.get(one.node.id) ?? 0) - one.wide / 2));
  const start = bands.length === 0 ? 0 : headerLength(model, process) + lanePadding;
  const x = new Map(all.map(({ node }) => [node.id, (columns.get(node.id) ?? 0) - left + start]));

  const y = new Map<string, number>();
  const thickness = new Map<string, number>();
  const known: (readonly [number, number])[] = [];
  let offset = 0;
  (bands.length === 0 ? [undefined] : bands).forEach((band, at) => {
    const held = all.filter((one) => bandOf(middle(one).y) === at);
    const rows = spaced(
      held.map((one): Placed => ({ id: one.node.id, at: middle(one).y, half: one.before.height / 2, newHalf: one.high / 2, from: one.before.x, to: one.before.x + one.before.width })),
      (a, b) => (label(a.id, b.id) > 0 ? 46 : rowGap),
    );
    const top = Math.min(0, ...held.map((one) => (rows.get(one.node.id) ?? 0) - one.high / 2));
    const bottom = Math.max(0, ...held.map((one) => (rows.get(one.node.id) ?? 0) + one.high / 2));
    const leaving = (side: 1 | -1): number => (held.some((one) => flows.some((flow) => flow.from === one.node.id && label(flow.from, flow.to) > 0 && Math.sign(bandAt(flow.to) - at) === side)) ? labelRoom : 0);
    const [above, below] = [leaving(-1), leaving(1)];
    const thick = Math.max(leastLane, bottom - top + 2 * padding + above + below);
    const lead = (thick - (bottom - top) - above - below) / 2 + above - top;
    for (const { node } of held) y.set(node.id, offset + lead + (rows.get(node.id) ?? 0));
    if (band !== undefined) {
      thickness.set(band.party, thick);
      known.push([band.offset, offset], [band.offset + band.own, offset + thick]);
    }
    offset += thick;
  });

  const alongX = interpolation(all.map((one): readonly [number, number] => [middle(one).x, x.get(one.node.id) ?? 0]));
  const alongY = interpolation([...known, ...all.map((one): readonly [number, number] => [middle(one).y, y.get(one.node.id) ?? 0])]);
  const moved = (node: Node): Node => {
    const one = sized.get(node.id);
    if (one !== undefined) return { ...node, position: { x: (x.get(node.id) ?? 0) - one.width / 2, y: (y.get(node.id) ?? 0) - one.height / 2 }, ...(isCard(node) ? { size: { width: one.width, height: one.height } } : {}) };
    // What sits on the border of a step stays there.
    const host = node.kind === 'event' && node.attachedTo !== undefined ? sized.get(node.attachedTo) : undefined;
    if (host === undefined) return node;
    const size = sizeOfNode(node);
    const away = (axis: 'x' | 'y', long: 'width' | 'height'): number => ((node.position[axis] + size[long] / 2 - middle(host)[axis]) / host.before[long]) * host[long];
    return { ...node, position: { x: (x.get(host.node.id) ?? 0) + away('x', 'width') - size.width / 2, y: (y.get(host.node.id) ?? 0) + away('y', 'height') - size.height / 2 } };
  };
  const { length: _length, ...plain } = process;
  return {
    ...model,
    processes: { ...model.processes, [processId]: { ...plain, lanes: process.lanes.map((lane) => ({ ...lane, size: thickness.get(lane.party) ?? lane.size })) } },
    nodes: { ...model.nodes, ...Object.fromEntries(own.map((node) => [node.id, moved(node)])) },
    flows: { ...model.flows, ...Object.fromEntries(flows.flatMap((flow) => (flow.waypoints === undefined ? [] : [[flow.id, { ...flow, waypoints: flow.waypoints.map((point) => ({ x: alongX(point.x), y: alongY(point.y) })) }]]))) },
  };
}
