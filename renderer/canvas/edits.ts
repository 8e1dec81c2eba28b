import { nodeSizes } from '../../shared/document/model/defaults.ts';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { laneWithInner } from '../../shared/document/model/lanes.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { idMaker, sizeOfNode } from '../../shared/document/model/queries.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import { headerLength, laneHeader, lanePadding } from '../../shared/drawing/layout/lanes.ts';
import { overlaps, type Box } from '../../shared/drawing/scene.ts';
import type { Placeable } from '../store/placeables.ts';
import { grid, onGrid } from './guides.ts';
import { newFlow, newNode, requirementsIn, sizeOfPlaceable, teamOfParty } from './new-elements.ts';
import { nearestLane, type PageView } from './page-view.ts';

/** Free space between a node and the one appended to it. */
export const stepGap = 64;

/** The lane by party. */
export const laneOf = (view: PageView, party: ElementId | undefined): LaneBox | undefined =>
  view.lanes.lanes.find((lane) => lane.party.id === party);

/** Top left corner that puts a size in the middle of a lane across the page, at a given place along it. */
export function inLane(view: Pick<PageView, 'lanes'>, lane: LaneBox, along: number, size: { readonly width: number; readonly height: number }): Point {
  // A folded lane is as thick as it will be once it is open.
  const open = lane.lane.collapsed === true ? lane.lane.size : undefined;
  const band = lane.own ?? lane.box;
  if (view.lanes.orientation === 'vertical') return { x: onGrid(band.x + ((open ?? band.width) - size.width) / 2), y: along };
  return { x: along, y: onGrid(band.y + ((open ?? band.height) - size.height) / 2) };
}

/** The nearest free place at or after `wanted`, moving along the page and keeping a gap to what stands there. */
export function freePlace(view: PageView, wanted: Point, size: { readonly width: number; readonly height: number }, gap = 24): Point {
  const vertical = view.lanes.orientation === 'vertical';
  const boxes = view.page.nodes.filter((node) => node.kind !== 'group').map((node) => view.boxes.get(node.id)).filter((box) => box !== undefined);
  let place = wanted;
  for (let tries = 0; tries < 400; tries += 1) {
    const own: Box = { x: place.x - gap, y: place.y - grid, width: size.width + 2 * gap, height: size.height + 2 * grid };
    const hit = boxes.find((box) => overlaps(own, box));
    if (hit === undefined) return place;
    place = vertical ? { x: place.x, y: onGrid(hit.y + hit.height + gap) } : { x: onGrid(hit.x + hit.width + gap), y: place.y };
  }
  return place;
}

/** Where the next node after another one stands, in the same lane or in the one wished for. */
export function placeAfter(view: PageView, after: Node, what: Placeable, party: ElementId | undefined = after.party): Point {
  const size = sizeOfPlaceable(what);
  const old = sizeOfNode(after);
  const vertical = view.lanes.orientation === 'vertical';
  const lane = laneOf(view, party);
  const level: Point = vertical
    ? { x: after.position.x + (old.width - size.width) / 2, y: after.position.y + old.height + stepGap }
    : { x: after.position.x + old.width + stepGap, y: after.position.y + (old.height - size.height) / 2 };
  const wanted = lane === undefined || party === after.party ? level : inLane(view, lane, vertical ? level.y : level.x, size);
  return freePlace(view, wanted, size);
}

/** Where the first thing of a page stands. */
export function firstPlace(view: PageView, what: Placeable, lane: LaneBox | undefined = view.lanes.lanes.find((one) => one.own !== undefined)): Point {
  const size = sizeOfPlaceable(what);
  const header = view.page.process.lanes.length === 0 ? 0 : headerLength(view.model, view.page.process);
  const along = onGrid((header || laneHeader) + lanePadding);
  return freePlace(view, lane === undefined ? { x: along, y: 80 } : inLane(view, lane, along, size), size);
}

/** Puts something new with its middle at a point; it belongs to the lane there. */
export function addAt(view: PageView, what: Placeable, middle: Point, within?: ElementId): { readonly node: Node; readonly operations: readonly Operation[] } {
  const size = sizeOfPlaceable(what);
  const lane = nearestLane(view.lanes, middle);
  const node = newNode(view.model, what, idMaker(view.model)(what), {
    process: view.page.process.id,
    parent: within,
    party: what === 'note' || what === 'group' ? undefined : lane?.party.id,
    position: { x: onGrid(middle.x - size.width / 2), y: onGrid(middle.y - size.height / 2) },
  });
  return { node, operations: [{ type: 'node.add', node }] };
}

/** Appends something to a node, joined by a flow. */
export function appendTo(view: PageView, after: Node, what: Placeable, at?: Point): { readonly node: Node; readonly operations: readonly Operation[] } {
  const makeId = idMaker(view.model);
  const size = nodeSizes[newNode(view.model, what, 'x', { process: '', position: { x: 0, y: 0 } }).kind];
  const lane = at === undefined ? undefined : nearestLane(view.lanes, at);
  const party = lane?.party.id ?? after.party;
  const position = at === undefined ? placeAfter(view, after, what) : { x: onGrid(at.x - size.width / 2), y: onGrid(at.y - size.height / 2) };
  const node = newNode(view.model, what, makeId(what), { process: after.process, parent: after.parent, party, position });
  const flow = newFlow(makeId('flow'), after.process, after.id, node.id);
  return { node, operations: [{ type: 'node.add', node, flow }] };
}

/** Joins two nodes; undefined where they are joined already. */
export function connect(view: PageView, from: ElementId, to: ElementId): Operation | undefined {
  if (from === to) return undefined;
  if (view.page.flows.some((flow) => flow.from === from && flow.to === to)) return undefined;
  return { type: 'flow.connect', flow: newFlow(idMaker(view.model)('flow'), view.page.process.id, from, to) };
}

/** The lane that lies under a node at a place; undefined for what belongs to none. */
function laneUnder(view: PageView, node: Node, position: Point): LaneBox | undefined {
  if (node.kind === 'note' || node.kind === 'group' || node.parent !== undefined) return undefined;
  const size = view.boxes.get(node.id) ?? sizeOfNode(node);
  return nearestLane(view.lanes, { x: position.x + size.width / 2, y: position.y + size.height / 2 });
}

/** Whether a node lies in a lane, or in one that is hidden inside it while it is folded. */
const liesIn = ({ model, page }: PageView, node: Node, lane: LaneBox): boolean =>
  lane.party.id === node.party || (lane.lane.collapsed === true && node.party !== undefined && laneWithInner(model, page.process, lane.party.id).includes(node.party));

/** The lane that a node would change to at a place; undefined where it stays in its own, and for what belongs to none. */
export function laneAt(view: PageView, node: Node, position: Point): LaneBox | undefined {
  const lane = laneUnder(view, node, position);
  return lane === undefined || liesIn(view, node, lane) ? undefined : lane;
}

/**
 * Where a node is stored that is shown at a place. In a folded lane it is drawn flat, in the middle of the lane: there it
 * moves along the lane only, and a node that comes in stands in the middle of the lane once that is open.
 */
function storedAt(view: PageView, node: Node, position: Point): Point {
  const full = sizeOfNode(node);
  const shown = view.boxes.get(node.id) ?? { ...node.position, ...full };
  const flat = shown.width !== full.width || shown.height !== full.height;
  const moved = flat ? { x: onGrid(position.x + (shown.width - full.width) / 2), y: onGrid(position.y + (shown.height - full.height) / 2) } : position;
  const lane = laneUnder(view, node, position);
  if (lane?.lane.collapsed !== true) return moved;
  const upright = view.lanes.orientation === 'vertical';
  if (!liesIn(view, node, lane)) return inLane(view, lane, upright ? moved.y : moved.x, full);
  return upright ? { x: node.position.x, y: moved.y } : { x: moved.x, y: node.position.y };
}

/**
 * The operations of a drop: new places, the lane under each, and the lane's team for steps that the old lane's team did.
 * Places are those that are shown. Notes and frames belong to no lane; an event on a step follows its step.
 */
export function dropNodes(view: PageView, places: ReadonlyMap<ElementId, Point>): readonly Operation[] {
  const moves: { node: ElementId; position: Point; party?: ElementId }[] = [];
  const reassigned: Operation[] = [];
  for (const [id, place] of places) {
    const node = view.model.nodes[id];
    if (node === undefined) continue;
    const position = storedAt(view, node, place);
    if (node.position.x === position.x && node.position.y === position.y) continue;
    const lane = laneAt(view, node, place);
    moves.push({ node: id, position, ...(lane === undefined ? {} : { party: lane.party.id }) });
    if (lane !== undefined) reassigned.push(...reassign(view, node, lane.party.id));
  }
  return moves.length === 0 ? [] : [{ type: 'node.move', moves }, ...reassigned];
}

/** Work that the old lane's own team did goes to the new lane's team; work lent to others stays with them. */
export function reassign({ model }: PageView, node: Node, party: ElementId): readonly Operation[] {
  if (node.kind !== 'step') return [];
  const before = teamOfParty(model, node.party);
  const after = teamOfParty(model, party);
  if (after === undefined) return [];
  const only = node.requirements?.length === 1 && node.requirements[0]?.anyOf.length === 1 ? node.requirements[0].anyOf[0] : undefined;
  const operations: Operation[] = [];
  if (node.approval === undefined ? node.requirements === undefined || (only !== undefined && only.team === before?.id) : only !== undefined && only.team === before?.id) {
    operations.push({ type: 'node.edit', node: node.id, set: requirementsIn(model, party) });
  }
  if (node.approval !== undefined && (node.approval.decider === undefined || node.approval.decider === before?.id)) {
    operations.push({ type: 'node.edit', node: node.id, set: { approval: { ...node.approval, decider: after.id } } });
  }
  return operations;
}

/** Removes what is selected: nodes heal the flow around them; a lane goes with what is drawn in it. */
export function remove(view: PageView, ids: readonly ElementId[]): readonly Operation[] {
  const { model, page } = view;
  const nodes = ids.filter((id) => model.nodes[id] !== undefined);
  const gone = new Set(nodes);
  const flows = ids.filter((id) => {
    const flow = model.flows[id];
    return flow !== undefined && !gone.has(flow.from) && !gone.has(flow.to);
  });
  const lanes = ids.filter((id) => model.parties[id] !== undefined && page.process.lanes.some((lane) => lane.party === id));
  return [
    ...(flows.length === 0 ? [] : [{ type: 'flow.remove' as const, flows }]),
    ...(nodes.length === 0 ? [] : [{ type: 'node.remove' as const, nodes, heal: nodes.length === 1 }]),
    ...lanes.map((party) => ({ type: 'lane.remove' as const, process: page.process.id, party })),
  ];
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Lines several nodes up with the one that stands furthest out, or with their common middle. */
export function align(view: PageView, ids: readonly ElementId[], how: Alignment): readonly Operation[] {
  const boxes = ids.flatMap((id) => (view.boxes.get(id) === undefined ? [] : [{ id, box: view.boxes.get(id) as Box }]));
  if (boxes.length < 2) return [];
  const left = Math.min(...boxes.map(({ box }) => box.x));
  const right = Math.max(...boxes.map(({ box }) => box.x + box.width));
  const top = Math.min(...boxes.map(({ box }) => box.y));
  const bottom = Math.max(...boxes.map(({ box }) => box.y + box.height));
  const place = ({ x, y, width, height }: Box): Point => {
    switch (how) {
      case 'left':
        return { x: left, y };
      case 'right':
        return { x: right - width, y };
      case 'centre':
        return { x: (left + right - width) / 2, y };
      case 'top':
        return { x, y: top };
      case 'bottom':
        return { x, y: bottom - height };
      case 'middle':
        return { x, y: (top + bottom - height) / 2 };
    }
  };
  return dropNodes(view, new Map(boxes.map(({ id, box }) => [id, place(box)])));
}

/** Makes the gaps between three or more nodes equal; the outermost stay. */
export function distribute(view: PageView, ids: readonly ElementId[], axis: 'x' | 'y'): readonly Operation[] {
  const size = axis === 'x' ? 'width' : 'height';
  const boxes = ids
    .flatMap((id) => (view.boxes.get(id) === undefined ? [] : [{ id, box: view.boxes.get(id) as Box }]))
    .toSorted((a, b) => a.box[axis] - b.box[axis]);
  const first = boxes[0];
  const last = boxes.at(-1);
  if (first === undefined || last === undefined || boxes.length < 3) return [];
  const taken = boxes.reduce((sum, { box }) => sum + box[size], 0);
  const gap = (last.box[axis] + last.box[size] - first.box[axis] - taken) / (boxes.length - 1);
  let at = first.box[axis];
  const places = new Map<ElementId, Point>();
  for (const { id, box } of boxes) {
    places.set(id, axis === 'x' ? { x: Math.round(at), y: box.y } : { x: box.x, y: Math.round(at) });
    at += box[size] + gap;
  }
  return dropNodes(view, places);
}

/** Pushes everything that lies beyond a line along the page, or across it. */
export function makeRoom(view: PageView, axis: 'x' | 'y', from: number, by: number): readonly Operation[] {
  const places = new Map<ElementId, Point>();
  for (const node of view.page.nodes) {
    if (node.position[axis] < from) continue;
    places.set(node.id, axis === 'x' ? { x: node.position.x + by, y: node.position.y } : { x: node.position.x, y: node.position.y + by });
  }
  return dropNodes(view, places);
}
