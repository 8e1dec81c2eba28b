import type { Model, Process } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { groupBy } from './flows.ts';
import { headerRoom, orderedLanes } from './lane-order.ts';
import type { LaneTree } from './parties.ts';
import type { DrawnGroup } from './systems.ts';

const column = 208;
const row = 112;
const leastLane = 160;

/**
 * A plain arrangement for a page that has no diagram: columns by how far a node is from the start, rows within its lane.
 * Nothing overlaps; a proper layout comes after the import.
 */
export function gridPage(process: Process, roots: readonly LaneTree[], sheet: DrawnGroup, model: Model): Process {
  const room = headerRoom(roots, false);
  const { nodes, beside } = sortOut(sheet);
  const columns = columnsOf(nodes, model);
  const byLane = groupBy(nodes, (node) => node.party ?? '');
  const order = orderedLanes(roots, () => undefined);
  let offset = 0;
  const lanes = order.map(({ party, leaf, strip }) => {
    if (!leaf) return { party, size: leastLane };
    const rows = placeRows(byLane.get(party) ?? [], columns, { x: room, y: offset }, model);
    const size = Math.max(leastLane, rows * row + 48);
    offset += size;
    return { party, size, ...(strip && { ownWork: true }) };
  });
  const rest = nodes.filter((node) => !order.some((lane) => lane.leaf && lane.party === node.party));
  const rows = placeRows(rest, columns, { x: room, y: offset }, model);
  placeBeside(beside, { x: room, y: offset + rows * row + 48 }, model);
  clearBends(sheet, model);
  const { orientation: _, ...plain } = process;
  return { ...plain, lanes };
}

/** The same for the content of a sub-process that opens on a page of its own. */
export function gridGroup(group: DrawnGroup, model: Model): void {
  const { nodes, beside } = sortOut(group);
  const rows = placeRows(nodes, columnsOf(nodes, model), { x: 48, y: 0 }, model);
  placeBeside(beside, { x: 48, y: rows * row + 48 }, model);
  clearBends(group, model);
}

function sortOut(group: DrawnGroup): { nodes: Node[]; beside: Node[] } {
  const isBeside = (node: Node): boolean => node.kind === 'note' || node.kind === 'group' || (node.kind === 'event' && node.attachedTo !== undefined);
  return { nodes: group.nodes.filter((node) => !isBeside(node)), beside: group.nodes.filter(isBeside) };
}

/** Longest way from a node without predecessor, rework left out; what only a circle reaches stands in the first column. */
function columnsOf(nodes: readonly Node[], model: Model): Map<string, number> {
  const ids = new Set(nodes.map((node) => node.id));
  const hostOf = (id: string): string => {
    const node = model.nodes[id];
    return node?.kind === 'event' && node.attachedTo !== undefined ? node.attachedTo : id;
  };
  const flows = Object.values(model.flows)
    .filter((flow) => flow.kind !== 'information' && flow.rework !== true)
    .map((flow) => ({ from: hostOf(flow.from), to: flow.to }))
    .filter((flow) => ids.has(flow.from) && ids.has(flow.to));
  const outgoing = groupBy(flows, (flow) => flow.from);
  const waiting = new Map<string, number>(nodes.map((node) => [node.id, 0]));
  for (const flow of flows) waiting.set(flow.to, (waiting.get(flow.to) ?? 0) + 1);
  const columns = new Map<string, number>(nodes.map((node) => [node.id, 0]));
  const ready = nodes.filter((node) => waiting.get(node.id) === 0).map((node) => node.id);
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    for (const { to } of outgoing.get(id) ?? []) {
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return columns;
}

function placeRows(nodes: readonly Node[], columns: ReadonlyMap<string, number>, corner: { x: number; y: number }, model: Model): number {
  const used = new Map<number, number>();
  let rows = 0;
  for (const node of nodes) {
    const at = columns.get(node.id) ?? 0;
    const line = used.get(at) ?? 0;
    used.set(at, line + 1);
    rows = Math.max(rows, line + 1);
    const plain = unsized(node);
    const size = sizeOfNode(plain);
    model.nodes[node.id] = {
      ...plain,
      position: { x: corner.x + at * column + (column - 48 - size.width) / 2, y: corner.y + 24 + line * row + (row - 16 - size.height) / 2 },
    };
  }
  return rows;
}

/** Attached events go to the lower border of their step, notes and groups below everything. */
function placeBeside(nodes: readonly Node[], corner: { x: number; y: number }, model: Model): void {
  const onHost = new Map<string, number>();
  let loose = 0;
  for (const node of nodes) {
    const host = node.kind === 'event' && node.attachedTo !== undefined ? model.nodes[node.attachedTo] : undefined;
    if (host === undefined) {
      model.nodes[node.id] = { ...node, position: { x: corner.x + loose * column, y: corner.y } };
      loose += 1;
      continue;
    }
    const n = onHost.get(host.id) ?? 0;
    onHost.set(host.id, n + 1);
    const size = sizeOfNode(host);
    const small = { width: 32, height: 32 };
    model.nodes[node.id] = { ...node, size: small, position: { x: host.position.x + 8 + n * 36, y: host.position.y + size.height - small.height / 2 } };
  }
}

/** Sizes of an incomplete diagram mean little; small nodes that the import added keep theirs. */
function unsized(node: Node): Node {
  const { size, ...plain } = node;
  return size !== undefined && (node.kind === 'fork' || node.kind === 'join') ? { ...plain, size } : (plain as Node);
}

function clearBends(group: DrawnGroup, model: Model): void {
  const present = new Set(group.nodes.map((node) => node.id));
  for (const flow of Object.values(model.flows)) {
    if (flow.waypoints === undefined || !(present.has(flow.from) || present.has(flow.to))) continue;
    const { waypoints: _, ...free } = flow;
    model.flows[flow.id] = free;
  }
}
