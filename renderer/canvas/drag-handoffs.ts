import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import type { Model } from '../../shared/document/model/model.ts';
import type { Node } from '../../shared/document/model/node.ts';
import type { Party } from '../../shared/document/model/organisation.ts';
import { isHandoff, sizeOfNode } from '../../shared/document/model/queries.ts';
import { BoxIndex } from '../../shared/drawing/layout/box-index.ts';
import { badgeSize } from '../../shared/drawing/layout/label-size.ts';
import { centredOn, crossingOf } from '../../shared/drawing/layout/place-on-line.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';
import { lineLength } from '../../shared/drawing/layout/routing/candidates.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import { laneAt, reassign } from './edits.ts';
import type { PageView } from './page-view.ts';
import { surroundingsOf } from './surroundings.ts';

/** What a drop here would come to: the lane that it changes to, and the handoffs on the flows of what is dragged. */
export interface Landing {
  /** Of the first dragged node, where that is another one than now. */
  readonly party: Party | undefined;
  /** The touched flows as they will be, by id: with a badge where a handoff is or comes. */
  readonly flows: ReadonlyMap<ElementId, PlannedFlow>;
  /** Handoffs that come in or fall away. */
  readonly more: number;
}

export const nowhere: Landing = { party: undefined, flows: new Map(), more: 0 };

/** The model as it would be after the drop, as far as the handoffs of some flows ask for it. */
function modelAfter(view: PageView, places: ReadonlyMap<ElementId, Point>, ends: ReadonlySet<ElementId>): { readonly model: Model; readonly party: Party | undefined } {
  let party: Party | undefined;
  const nodes: Record<ElementId, Node> = {};
  for (const [id, position] of places) {
    const node = view.model.nodes[id];
    const lane = node === undefined ? undefined : laneAt(view, node, position);
    if (node === undefined || lane === undefined || lane.party.id === node.party) continue;
    party ??= lane.party;
    const edits = reassign(view, node, lane.party.id).flatMap((operation) => (operation.type === 'node.edit' && operation.set !== undefined ? [operation.set] : []));
    nodes[id] = Object.assign({}, node, { party: lane.party.id }, ...edits) as Node;
  }
  if (party === undefined) return { party, model: view.model };
  for (const id of ends) {
    const node = nodes[id] ?? view.model.nodes[id];
    if (node !== undefined) nodes[id] = node;
  }
  return { party, model: { ...view.model, nodes } };
}

/** What would come of letting go now, with the lines of the drag. */
export function landingOf(view: PageView, places: ReadonlyMap<ElementId, Point>, lines: ReadonlyMap<ElementId, readonly Point[]>): Landing {
  if (places.size === 0) return nowhere;
  const { planned: plans } = surroundingsOf(view);
  const touched = [...lines].flatMap(([id, points]) => {
    const planned = plans.get(id);
    return planned === undefined ? [] : [{ planned, points }];
  });
  const ends = new Set(touched.flatMap(({ planned: { flow } }) => [flow.from, flow.to]));
  const { model, party } = modelAfter(view, places, ends);
  const taken = new BoxIndex<Box>([...ends].flatMap((id): Box[] => {
    const node = view.model.nodes[id];
    return node === undefined ? [] : [{ ...sizeOfNode(node), ...(places.get(id) ?? node.position) }];
  }));
  const bands = view.lanes.lanes.flatMap((lane) => lane.own ?? []);
  const flows = new Map<ElementId, PlannedFlow>();
  let more = 0;
  for (const { planned, points } of touched) {
    const { badge: old, badgeAt: _at, labelAt: _label, ...rest } = planned;
    const handoff = isHandoff(model, planned.flow);
    if (handoff !== planned.handoff) more += handoff ? 1 : -1;
    const badge = handoff ? (old ?? { colour: 'accent' as const }) : planned.handoff ? undefined : old;
    const at = badge === undefined ? undefined : centredOn(points, badgeSize(badge), crossingOf(points, bands) ?? lineLength(points) / 2, taken, () => false);
    flows.set(planned.flow.id, { ...rest, points, handoff, ...(badge === undefined || at === undefined ? {} : { badge, badgeAt: at }) });
  }
  return { party, flows, more };
}
