import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Model } from '../../shared/document/model/model.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { idMaker, itemNoun, sizeOfNode } from '../../shared/document/model/queries.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import type { LaneBox } from '../../shared/drawing/layout/lanes.ts';
import type { Naming } from '../store/state.ts';
import { firstPlace, freePlace, inLane, placeAfter, reassign, stepGap } from './edits.ts';
import { newFlow, newNode, requirementsIn } from './new-elements.ts';
import type { PageView } from './page-view.ts';
import { matchingLanes, readTypedName } from './typed-names.ts';

/** What typing a name came to: the changes, what they made, and the step that is named next. */
export interface Named {
  readonly operations: readonly Operation[];
  readonly made: ElementId | undefined;
}

/** The name that stands in the field when it opens. */
export function nameNow(model: Model, naming: Naming): string {
  if (naming.kind === 'pending') return '';
  const node = model.nodes[naming.id];
  if (node !== undefined) return node.kind === 'note' ? node.text : (node.name ?? '');
  return model.parties[naming.id]?.name ?? model.flows[naming.id]?.name ?? '';
}

/** The lane that "@Sec" means on this page. */
export function laneWished(view: PageView, text: string): LaneBox | undefined {
  const { lane } = readTypedName(text);
  if (lane === undefined || lane === '') return undefined;
  const leaves = view.lanes.lanes.filter((one) => one.own !== undefined).map((box) => ({ name: box.party.name, box }));
  return matchingLanes(leaves, lane)[0]?.box;
}

/** Where a node goes that is wished into another lane: it keeps its place along the page as far as that is free. */
function moveInto(view: PageView, node: Node, lane: LaneBox): Node['position'] {
  const along = view.lanes.orientation === 'vertical' ? node.position.y : node.position.x;
  return freePlace(view, inLane(view, lane, along, sizeOfNode(node)), sizeOfNode(node));
}

/** The changes that a typed name asks for. A step that has no name yet and gets none is not made. */
export function nameTyped(view: PageView, naming: Naming, text: string): Named {
  const { name } = readTypedName(text);
  const wished = laneWished(view, text);
  if (naming.kind === 'existing') return { operations: renamed(view, naming.id, text, name, wished), made: undefined };
  if (name === '') return { operations: [], made: undefined };
  const { node: pending, after } = naming;
  const party = wished?.party.id ?? pending.party;
  const position = wished === undefined || wished.party.id === pending.party ? pending.position : moveInto(view, pending, wished);
  const node: Node = {
    ...pending,
    name,
    position,
    ...(party === undefined ? {} : { party }),
    ...(pending.kind === 'step' && pending.approval === undefined ? requirementsIn(view.model, party) : {}),
  };
  const makeId = idMaker(view.model);
  if (after !== undefined) return { operations: [{ type: 'node.add', node, flow: newFlow(makeId('flow'), node.process, after, node.id) }], made: node.id };
  return { operations: [...startBefore(view, node, makeId), { type: 'node.add', node }, ...flowFromStart(view, node, makeId)], made: node.id };
}

function renamed(view: PageView, id: ElementId, text: string, name: string, wished: LaneBox | undefined): readonly Operation[] {
  const { model } = view;
  const node = model.nodes[id];
  if (node === undefined) {
    if (model.parties[id] !== undefined) return text.trim() === '' ? [] : [{ type: 'party.edit', party: id, set: { name: text.trim() } }];
    return model.flows[id] === undefined ? [] : [{ type: 'flow.edit', flow: id, ...(text.trim() === '' ? { clear: ['name'] } : { set: { name: text.trim() } }) }];
  }
  if (node.kind === 'note') return [{ type: 'node.edit', node: id, set: { text: text.trim() } }];
  const rename: Operation = { type: 'node.edit', node: id, ...(name === '' ? { clear: ['name'] } : { set: { name } }) };
  if (wished === undefined || wished.party.id === node.party) return [rename];
  return [rename, { type: 'node.move', moves: [{ node: id, position: moveInto(view, node, wished), party: wished.party.id }] }, ...reassign(view, node, wished.party.id)];
}

const needsStart = (view: PageView, node: Node): boolean =>
  node.kind === 'step' && node.parent === undefined && !view.page.nodes.some((other) => other.kind === 'start' || other.kind === 'step');

const startId = (view: PageView): ElementId => idMaker(view.model)('start');

/** The first step of a page brings the start along, with demand whose volume is still to be filled in. */
function startBefore(view: PageView, node: Node, makeId: (prefix: string) => ElementId): readonly Operation[] {
  if (!needsStart(view, node)) return [];
  const { width, height } = sizeOfNode(node);
  const vertical = view.lanes.orientation === 'vertical';
  const position = vertical
    ? { x: node.position.x + width / 2 - 20, y: node.position.y - 40 - stepGap / 2 }
    : { x: node.position.x - 40 - stepGap / 2, y: node.position.y + height / 2 - 20 };
  const start = newNode(view.model, 'start', startId(view), { process: node.process, party: node.party, position });
  const noun = itemNoun(view.model, node.process);
  return [
    { type: 'node.add', node: start },
    { type: 'demandClass.add', demandClass: { id: makeId('demand'), name: noun.charAt(0).toUpperCase() + noun.slice(1), start: start.id } },
  ];
}

const flowFromStart = (view: PageView, node: Node, makeId: (prefix: string) => ElementId): readonly Operation[] =>
  needsStart(view, node) ? [{ type: 'flow.connect', flow: newFlow(makeId('flow'), node.process, startId(view), node.id) }] : [];

/** A step that will stand after another one once it has a name. */
export function nextStep(view: PageView, after: ElementId): Naming | undefined {
  const before = view.model.nodes[after];
  if (before === undefined) return undefined;
  const node = newNode(view.model, 'step', idMaker(view.model)('step'), {
    process: before.process, parent: before.parent, party: before.party, position: placeAfter(view, before, 'step'),
  });
  return { kind: 'pending', node, after };
}

/** The first step of a page, or of the inside of a sub-process, with room for the start before it. */
export function firstStep(view: PageView, within?: ElementId): Naming {
  const lane = view.lanes.lanes.find((one) => one.own !== undefined);
  const place = firstPlace(view, 'step', lane);
  const room = 40 + stepGap / 2;
  const position = view.lanes.orientation === 'vertical' ? { x: place.x, y: place.y + room } : { x: place.x + room, y: place.y };
  return { kind: 'pending', node: newNode(view.model, 'step', idMaker(view.model)('step'), { process: view.page.process.id, parent: within, party: lane?.party.id, position }) };
}
