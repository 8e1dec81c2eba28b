import type { Point } from '../../document/model/fields.ts';
import { newLaneSize, smallestLaneSize } from '../../document/model/lanes.ts';
import type { Model, Process } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import type { Box, Diagram } from './diagram.ts';
import type { LaneTree } from './parties.ts';
import { headerRoom, orderedLanes } from './lane-order.ts';
import { outermostOpen, type DrawnGroup } from './systems.ts';

/** A lane as the file draws it and where it goes: `to` and `from` across the lanes, `offset` in our stack. */
interface Band {
  readonly party: string;
  from: number;
  to: number;
  offset: number;
}

/** Free space kept between a lane's border and what stands in it. */
const margin = 12;

/**
 * Fits a drawn page to our lanes, which stand one upon the other without gaps: every lane takes its nodes along, bends
 * of flows follow, and the whole moves along the lanes so that headers have room.
 */
export function fitPage(process: Process, roots: readonly LaneTree[], sheet: DrawnGroup, model: Model, diagram: Diagram): Process {
  const upright = isUpright(roots, diagram);
  const across = (point: Point): number => (upright ? point.x : point.y);
  const thickness = (node: Node): number => (upright ? sizeOfNode(node).width : sizeOfNode(node).height);
  const extent = (box: Box): readonly [number, number] => (upright ? [box.x, box.x + box.width] : [box.y, box.y + box.height]);

  const bands = new Map<string, Band>();
  const members = new Map<string, Node[]>();
  for (const node of sheet.nodes) {
    if (node.party === undefined || node.kind === 'note' || outermostOpen(model, node) !== node) continue;
    members.set(node.party, [...(members.get(node.party) ?? []), node]);
  }
  const collect = (tree: LaneTree): void => {
    tree.children.forEach(collect);
    if (tree.children.length > 0) return;
    const shape = tree.shape === undefined ? undefined : diagram.shapes.get(tree.shape);
    const band = bandOf(tree.party, shape === undefined ? undefined : extent(shape.box), members.get(tree.party) ?? [], across, thickness);
    if (band !== undefined) bands.set(tree.party, band);
  };
  roots.forEach(collect);

  const order = orderedLanes(roots, (party) => bands.get(party)?.from);
  const lanes = order.map(({ party, leaf, strip }) => {
    const band = bands.get(party);
    return { party, size: leaf ? Math.max(smallestLaneSize, band === undefined ? newLaneSize : band.to - band.from) : newLaneSize, ...(strip && { ownWork: true }) };
  });
  let offset = 0;
  order.forEach(({ party, leaf }, index) => {
    if (!leaf) return;
    const band = bands.get(party);
    if (band !== undefined) band.offset = offset;
    offset += lanes[index]?.size ?? 0;
  });

  const fitted: Process = { ...process, lanes, ...(upright && { orientation: 'vertical' as const }) };
  const shifts = moveNodes(sheet, bands, model, upright);
  moveBends(sheet, shifts, [...bands.values()], model, upright);
  moveAlong(sheet, headerRoom(roots, upright), model, upright);
  return fitted;
}

/** Lanes stand upright where most shapes say so; where none says anything, where they stand side by side. */
function isUpright(roots: readonly LaneTree[], diagram: Diagram): boolean {
  const shapes = (trees: readonly LaneTree[]): { box: Box; horizontal?: boolean }[] =>
    trees.flatMap((tree) => [...(tree.shape === undefined ? [] : [diagram.shapes.get(tree.shape)]).filter((shape) => shape !== undefined), ...shapes(tree.children)]);
  const all = shapes(roots);
  const told = all.filter((shape) => shape.horizontal !== undefined);
  if (told.length > 0) return told.filter((shape) => shape.horizontal === false).length * 2 > told.length;
  const siblings = roots.length === 1 ? (roots[0]?.children ?? []) : roots;
  const [first, second] = siblings.map((tree) => (tree.shape === undefined ? undefined : diagram.shapes.get(tree.shape)?.box)).filter((box) => box !== undefined);
  return first !== undefined && second !== undefined && Math.abs(first.y - second.y) < 1 && Math.abs(first.x - second.x) > 1;
}

/** The band of a lane: its shape, widened for nodes that stick out of it; without a shape, around its nodes. */
function bandOf(
  party: string, drawn: readonly [number, number] | undefined, nodes: readonly Node[], across: (point: Point) => number, thickness: (node: Node) => number,
): Band | undefined {
  let [from, to] = drawn ?? [Infinity, -Infinity];
  for (const node of nodes) {
    const start = across(node.position);
    const end = start + thickness(node);
    const middle = (start + end) / 2;
    if (drawn !== undefined && (middle < drawn[0] || middle > drawn[1])) {
      to = Math.max(to, from + thickness(node) + 2 * margin);
      continue;
    }
    if (start < from || drawn === undefined) from = Math.min(from, start - margin);
    if (end > to || drawn === undefined) to = Math.max(to, end + margin);
  }
  if (from > to) return undefined;
  if (drawn === undefined && to - from < newLaneSize) {
    const missing = (newLaneSize - (to - from)) / 2;
    return { party, from: from - missing, to: to + missing, offset: 0 };
  }
  return { party, from, to, offset: 0 };
}

/** Moves nodes with their lanes; returns how far each went across, and undefined for nodes that were pushed into their lane. */
function moveNodes(sheet: DrawnGroup, bands: ReadonlyMap<string, Band>, model: Model, upright: boolean): Map<string, number | undefined> {
  const map = piecewise([...bands.values()]);
  const shifts = new Map<string, number | undefined>();
  const pushes = new Map<string, number>();
  const shiftOf = (node: Node): number => {
    const start = upright ? node.position.x : node.position.y;
    const thick = upright ? sizeOfNode(node).width : sizeOfNode(node).height;
    const band = node.party === undefined ? undefined : bands.get(node.party);
    if (band === undefined) return map(start + thick / 2) - (start + thick / 2);
    const plain = band.offset - band.from;
    const most = band.offset + Math.max(smallestLaneSize, band.to - band.from) - thick;
    const place = Math.max(band.offset, Math.min(start + plain, most));
    return place - start;
  };
  for (const node of sheet.nodes) {
    const outer = outermostOpen(model, node);
    const host = outer.kind === 'event' && outer.attachedTo !== undefined ? (model.nodes[outer.attachedTo] ?? outer) : outer;
    const leader = outermostOpen(model, host);
    if (!pushes.has(leader.id)) pushes.set(leader.id, shiftOf(leader));
    const shift = pushes.get(leader.id) ?? 0;
    const band = node.party === undefined ? undefined : bands.get(node.party);
    shifts.set(node.id, band === undefined || Math.abs(shift - (band.offset - band.from)) < 0.5 ? shift : undefined);
  }
  for (const node of sheet.nodes) {
    const outer = outermostOpen(model, node);
    const host = outer.kind === 'event' && outer.attachedTo !== undefined ? outer.attachedTo : outer.id;
    const leader = model.nodes[host] === undefined ? outer.id : outermostOpen(model, model.nodes[host] ?? outer).id;
    const shift = pushes.get(leader) ?? 0;
    model.nodes[node.id] = { ...node, position: upright ? { x: node.position.x + shift, y: node.position.y } : { x: node.position.x, y: node.position.y + shift } };
  }
  return shifts;
}

/** Where a place of the file's page lies on ours: with its lane, on the border where lanes had a gap between them. */
function piecewise(bands: readonly Band[]): (value: number) => number {
  const sorted = bands.toSorted((a, b) => a.from - b.from);
  return (value) => {
    let best = sorted[0];
    for (const band of sorted) if (value >= band.from) best = band;
    if (best === undefined) return value;
    const last = sorted.at(-1);
    const limit = best === last ? Infinity : best.to;
    return Math.min(value, Math.max(limit, best.from)) - best.from + best.offset;
  };
}

function moveBends(sheet: DrawnGroup, shifts: ReadonlyMap<string, number | undefined>, bands: readonly Band[], model: Model, upright: boolean): void {
  const sorted = bands.toSorted((a, b) => a.from - b.from);
  const apart = sorted.every((band, index) => index === 0 || band.from >= (sorted[index - 1]?.to ?? -Infinity) - 2 * margin);
  const map = piecewise(bands);
  const present = new Set(sheet.nodes.map((node) => node.id));
  for (const flow of Object.values(model.flows)) {
    if (flow.waypoints === undefined || !present.has(flow.from) || !present.has(flow.to)) continue;
    const from = shifts.get(flow.from);
    const to = shifts.get(flow.to);
    const known = from !== undefined && to !== undefined;
    const same = known && Math.abs(from - to) < 0.5;
    if (!known || (!same && !apart)) {
      const { waypoints: _, ...free } = flow;
      model.flows[flow.id] = free;
      continue;
    }
    const place = apart ? map : (value: number): number => value + (from ?? 0);
    model.flows[flow.id] = { ...flow, waypoints: flow.waypoints.map((point) => (upright ? { x: place(point.x), y: point.y } : { x: point.x, y: place(point.y) })) };
  }
}

/** Moves everything along the lanes so that the first thing stands right behind the headers. */
export function moveAlong(sheet: DrawnGroup, room: number, model: Model, upright: boolean): void {
  const present = new Set(sheet.nodes.map((node) => node.id));
  const flows = Object.values(model.flows).filter((flow) => present.has(flow.from) && present.has(flow.to) && flow.waypoints !== undefined);
  const along = (point: Point): number => (upright ? point.y : point.x);
  const places = [...sheet.nodes.map((node) => along((model.nodes[node.id] ?? node).position)), ...flows.flatMap((flow) => (flow.waypoints ?? []).map(along))];
  if (places.length === 0) return;
  const shift = room - Math.min(...places);
  const move = (point: Point): Point => (upright ? { x: point.x, y: point.y + shift } : { x: point.x + shift, y: point.y });
  for (const { id } of sheet.nodes) {
    const node = model.nodes[id];
    if (node !== undefined) model.nodes[id] = { ...node, position: move(node.position) };
  }
  for (const flow of flows) model.flows[flow.id] = { ...flow, waypoints: (flow.waypoints ?? []).map(move) };
}
