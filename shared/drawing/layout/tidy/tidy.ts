import type { Flow } from '../../../document/model/flow.ts';
import type { Model, Process } from '../../../document/model/model.ts';
import type { Node } from '../../../document/model/node.ts';
import { isHandoff, sizeOfNode } from '../../../document/model/queries.ts';
import { type Box, type Point, around, centre, grow } from '../../scene.ts';
import { flowLabelSize } from '../label-size.ts';
import { boxOfNode, isAttached, labelBox } from '../node-box.ts';
import { flowLabel } from '../../words.ts';
import { headerLength, lanePadding, workingParties } from '../lanes.ts';
import { pageOf, routePage } from '../page.ts';
import { type LayoutEngine, layeredOptions } from './engine.ts';
import { type Cell, assignRows, columnsOf } from './rows.ts';

/** What tidying proposes; the document changes only when the caller applies it. */
export interface TidyResult {
  /** Top left corners by node id. */
  readonly positions: ReadonlyMap<string, Point>;
  /** New sizes of frames and of open sub-processes. */
  readonly sizes: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  /** Thickness of each lane that takes nodes of its own, by party id. */
  readonly lanes: ReadonlyMap<string, number>;
  /** Whole lines from outline to outline, by flow id; bends of hand are given up. */
  readonly lines: ReadonlyMap<string, readonly Point[]>;
}

const rowGap = 40;
const columnGap = 72;
const lanePad = 32;
const smallestLane = 128;
const outside = '';

interface Placement {
  readonly positions: Map<string, Point>;
  readonly sizes: Map<string, { readonly width: number; readonly height: number }>;
  readonly lanes: Map<string, number>;
  readonly extent: { readonly along: number; readonly across: number };
}

/** The node that stands for another in the layering: an attached event moves with its step. */
const standIn = (model: Model, id: string): string => {
  const node = model.nodes[id];
  return node?.kind === 'event' && node.attachedTo !== undefined && model.nodes[node.attachedTo] ? node.attachedTo : id;
};

/** Nodes that were inside a frame before, judged by their middles. */
const membersOf = (frame: Node, nodes: readonly Node[]): readonly Node[] => {
  const box = boxOfNode(frame);
  return nodes.filter((node) => {
    const { x, y } = centre(boxOfNode(node));
    return node.id !== frame.id && node.kind !== 'group' && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  });
};

/** Widths between columns: room for what is written on lines and for lines that change rows there. */
function gapsBetween(model: Model, cells: ReadonlyMap<string, Cell>, rows: ReadonlyMap<string, number>, flows: readonly Flow[], upright: boolean): readonly number[] {
  const columns = 1 + Math.max(0, ...[...cells.values()].map(({ column }) => column));
  const words = new Array<number>(columns).fill(0);
  const lines = new Array<number>(columns).fill(0);
  for (const flow of flows) {
    const from = cells.get(standIn(model, flow.from));
    const to = cells.get(standIn(model, flow.to));
    if (!from || !to) continue;
    const left = Math.min(from.column, to.column);
    const label = flowLabel(model, flow, 'en');
    const straight = from.band === to.band && rows.get(from.id) === rows.get(to.id);
    if (straight && Math.abs(from.column - to.column) === 1) {
      const written = label === '' ? 0 : upright ? 24 : flowLabelSize({ label }).width;
      words[left] = Math.max(words[left] ?? 0, written + (isHandoff(model, flow) ? 52 : 8));
    } else if (!straight) lines[Math.max(0, to.column > from.column ? to.column - 1 : left)] = (lines[Math.max(0, to.column > from.column ? to.column - 1 : left)] ?? 0) + 1;
  }
  return words.map((word, column) => Math.max(columnGap, word + 32, Math.min(168, 60 + 14 * (lines[column] ?? 0))));
}

/** Lays out the nodes of one level, with bands where `bands` names any. Nested open sub-processes are laid out before. */
async function layOutLevel(model: Model, nodes: readonly Node[], flows: readonly Flow[], bands: readonly string[], upright: boolean, engine: LayoutEngine, start: number, sizes: Map<string, { readonly width: number; readonly height: number }>): Promise<Placement> {
  const sizeOf = (node: Node): { readonly width: number; readonly height: number } => sizes.get(node.id) ?? sizeOfNode(node);
  const solid = nodes.filter((node) => node.kind !== 'group' && !isAttached(node));
  const placed = solid.filter((node) => node.kind !== 'note');
  const ids = new Set(placed.map((node) => node.id));
  const size = (node: Node): { along: number; across: number } => {
    const { width, height } = sizeOf(node);
    return upright ? { along: height, across: width } : { along: width, across: height };
  };
  const ends = flows.map((flow) => ({ flow, from: standIn(model, flow.from), to: standIn(model, flow.to) })).filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
  const answer = await engine({
    id: 'page',
    layoutOptions: layeredOptions,
    children: placed.map((node) => ({ id: node.id, width: size(node).along, height: size(node).across })),
    // What repeats work leads back, so it must not push its target behind itself.
    edges: ends.map(({ flow, from, to }) => ({ id: flow.id, sources: [flow.rework ? to : from], targets: [flow.rework ? from : to] })),
  });
  const at = new Map((answer.children ?? []).map((child) => [child.id, { x: child.x ?? 0, y: child.y ?? 0 }]));
  const columns = columnsOf(placed.map((node) => ({ id: node.id, from: at.get(node.id)?.x ?? 0, to: (at.get(node.id)?.x ?? 0) + size(node).along })));
  const bandOf = (node: Node): string => (node.party !== undefined && bands.includes(node.party) ? node.party : outside);

  const cells = new Map<string, Cell>();
  for (const node of placed) {
    const before = ends.filter(({ flow, to }) => to === node.id && !flow.rework).map(({ from }) => from);
    const label = labelBox(node);
    const { along, across } = size(node);
    const named = label ? (upright ? { along: Math.max(along, label.height), across: across + 2 * label.width } : { along, across: across + 2 * Math.min(34, label.height) }) : { along, across };
    cells.set(node.id, { id: node.id, band: bandOf(node), column: columns.get(node.id) ?? 0, rank: at.get(node.id)?.y ?? 0, along: named.along, across: named.across, before });
  }
  for (const note of solid.filter((node) => node.kind === 'note')) {
    const about = note.kind === 'note' && note.about !== undefined ? cells.get(standIn(model, note.about)) : undefined;
    const band = about?.band ?? bandOf(note);
    const { along, across } = size(note);
    cells.set(note.id, { id: note.id, band, column: about?.column ?? 0, rank: Number.MAX_SAFE_INTEGER, along, across, before: [] });
  }
  const rows = assignRows([...cells.values()]);
  const gaps = gapsBetween(model, cells, rows, flows, upright);

  const columnSize: number[] = [];
  const rowSize = new Map<string, number>();
  const rowCount = new Map<string, number>();
  for (const cell of cells.values()) {
    const row = rows.get(cell.id) ?? 0;
    columnSize[cell.column] = Math.max(columnSize[cell.column] ?? 0, cell.along);
    rowSize.set(`${cell.band}|${row}`, Math.max(rowSize.get(`${cell.band}|${row}`) ?? 0, cell.across));
    rowCount.set(cell.band, Math.max(rowCount.get(cell.band) ?? 0, row + 1));
  }
  const columnStart: number[] = [];
  let along = start;
  columnSize.forEach((width, column) => {
    columnStart[column] = along;
    along += width + (gaps[column] ?? columnGap);
  });
  const positions = new Map<string, Point>();
  const lanes = new Map<string, number>();
  let across = 0;
  for (const band of [...bands, ...(rowCount.has(outside) ? [outside] : [])]) {
    const heights = Array.from({ length: rowCount.get(band) ?? 0 }, (_, row) => rowSize.get(`${band}|${row}`) ?? 64);
    const content = heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * rowGap;
    const thickness = Math.ceil(Math.max(band === outside ? 0 : smallestLane, content + 2 * lanePad) / 8) * 8;
    const rowStart: number[] = [];
    let y = across + (thickness - content) / 2;
    for (const height of heights) {
      rowStart.push(y);
      y += height + rowGap;
    }
    for (const cell of cells.values()) {
      if (cell.band !== band) continue;
      const node = model.nodes[cell.id];
      if (!node) continue;
      const own = size(node);
      const row = rows.get(cell.id) ?? 0;
      const a = (columnStart[cell.column] ?? 0) + ((columnSize[cell.column] ?? 0) - own.along) / 2;
      const b = (rowStart[row] ?? 0) + ((heights[row] ?? 0) - own.across) / 2;
      positions.set(cell.id, upright ? { x: Math.round(b), y: Math.round(a) } : { x: Math.round(a), y: Math.round(b) });
    }
    if (band !== outside) lanes.set(band, thickness);
    across += thickness;
  }
  for (const node of nodes) {
    const host = isAttached(node) && node.kind === 'event' && node.attachedTo !== undefined ? model.nodes[node.attachedTo] : undefined;
    const corner = host && positions.get(host.id);
    if (!host || !corner) continue;
    const siblings = nodes.filter((other) => other.kind === 'event' && other.attachedTo === host.id);
    const { width, height } = sizeOf(host);
    const own = sizeOf(node);
    // From the far end of the step, where names seldom reach.
    const along = Math.max(own.width / 2, width - 28 - siblings.indexOf(node) * (own.width + 4));
    const down = (height * (siblings.indexOf(node) + 1)) / (siblings.length + 1);
    positions.set(node.id, upright
      ? { x: Math.round(corner.x + width - own.width / 2), y: Math.round(corner.y + down - own.height / 2) }
      : { x: Math.round(corner.x + along - own.width / 2), y: Math.round(corner.y + height - own.height / 2) });
  }
  return { positions, sizes, lanes, extent: { along, across } };
}

/** Open sub-processes, innermost first, laid out inside themselves; answers corners of their content from (0, 0). */
async function layOutInsides(model: Model, nodes: readonly Node[], flows: readonly Flow[], upright: boolean, engine: LayoutEngine, sizes: Map<string, { readonly width: number; readonly height: number }>): Promise<ReadonlyMap<string, ReadonlyMap<string, Point>>> {
  const insides = new Map<string, ReadonlyMap<string, Point>>();
  const depth = (node: Node): number => (node.parent === undefined ? 0 : 1 + (model.nodes[node.parent] ? depth(model.nodes[node.parent] as Node) : 0));
  const open = nodes.filter((node) => node.kind === 'subprocess' && node.expanded).sort((a, b) => depth(b) - depth(a));
  for (const holder of open) {
    const inside = nodes.filter((node) => node.parent === holder.id);
    const { positions } = await layOutLevel(model, inside, flows, [], upright, engine, 0, sizes);
    const box = around(inside.flatMap((node): Box[] => {
      const at = positions.get(node.id);
      return at ? [{ ...at, ...(sizes.get(node.id) ?? sizeOfNode(node)) }] : [];
    }));
    if (!box) continue;
    insides.set(holder.id, new Map([...positions].map(([id, at]) => [id, { x: at.x - box.x + 24, y: at.y - box.y + 44 }])));
    sizes.set(holder.id, { width: box.width + 48, height: box.height + 68 });
  }
  return insides;
}

/**
 * A tidy layout of one page: layers along the flow from the engine, each node inside its lane, rows in line, lanes as
 * disjoint bands from 0, frames around what they held, lines routed around everything. `within` tidies the inside of a
 * sub-process. The engine's answer decides layers only, so the same answer gives the same page.
 */
export async function tidy(model: Model, process: Process, engine: LayoutEngine, within?: string): Promise<TidyResult> {
  const page = pageOf(model, process, within);
  const upright = process.orientation === 'vertical';
  const bands = within === undefined ? workingParties(model, process) : [];
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  const insides = await layOutInsides(model, page.nodes, page.flows, upright, engine, sizes);
  const level = page.nodes.filter((node) => node.parent === within);
  const start = (within === undefined ? headerLength(model, process) : 0) + lanePadding + 16;
  const { positions, lanes } = await layOutLevel(model, level, page.flows, bands, upright, engine, start, sizes);
  const settle = (holder: string): void => {
    const corner = positions.get(holder);
    for (const [id, at] of insides.get(holder) ?? []) {
      if (corner) positions.set(id, { x: corner.x + at.x, y: corner.y + at.y });
      settle(id);
    }
  };
  for (const node of level) settle(node.id);
  for (const frame of page.nodes.filter((node) => node.kind === 'group')) {
    const box = around(membersOf(frame, page.nodes).flatMap((node): Box[] => {
      const at = positions.get(node.id);
      return at ? [{ ...at, ...(sizes.get(node.id) ?? sizeOfNode(node)) }] : [];
    }));
    if (!box) continue;
    const wide = grow(box, 16);
    positions.set(frame.id, { x: wide.x, y: wide.y - 16 });
    sizes.set(frame.id, { width: wide.width, height: wide.height + 16 });
  }
  const moved: Model = {
    ...model,
    nodes: Object.fromEntries(Object.entries(model.nodes).map(([id, node]) => {
      const at = positions.get(id);
      const size = sizes.get(id);
      return [id, at ? { ...node, position: at, ...(size ? { size } : {}) } : node];
    })),
    flows: Object.fromEntries(Object.entries(model.flows).map(([id, flow]) => {
      const { waypoints: _given, ...rest } = flow;
      return [id, page.flows.includes(flow) ? rest : flow];
    })),
  };
  return { positions, sizes, lanes, lines: routePage(moved, pageOf(moved, process, within)) };
}

/** The model after tidying: what an operation "tidy" records. Bends are dropped, so lines follow nodes from then on. */
export function applyTidy(model: Model, processId: string, result: TidyResult): Model {
  const process = model.processes[processId];
  if (!process) return model;
  const nodes = { ...model.nodes };
  for (const [id, position] of result.positions) {
    const node = nodes[id];
    const size = result.sizes.get(id);
    if (node) nodes[id] = { ...node, position, ...(size ? { size } : {}) };
  }
  const flows = { ...model.flows };
  for (const id of result.lines.keys()) {
    const flow = flows[id];
    if (!flow) continue;
    const { waypoints: _given, ...rest } = flow;
    flows[id] = rest;
  }
  const lanes = process.lanes.map((lane) => ({ ...lane, size: result.lanes.get(lane.party) ?? lane.size }));
  const { length: _given, ...rest } = process;
  return { ...model, nodes, flows, processes: { ...model.processes, [processId]: { ...rest, lanes } } };
}
