import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { type ElementId, entity, idSchema, type Point, pointSchema } from '../../model/fields.ts';
import { bendsAfterMove, type MovedEnd } from '../../model/bends.ts';
import type { Model } from '../../model/model.ts';
import { sizeOfNode } from '../../model/queries.ts';
import { plain } from '../applying.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstRefusal, firstOf, mustExist } from '../requirements.ts';
import { flowsWhere } from './healing.ts';
import { nodesPhrase } from './node-name.ts';

const moveSchema = entity({ node: idSchema, position: pointSchema, party: idSchema.nullable().optional() });

/**
 * Moves nodes to new positions, and into the lane `party` (null: into none; absent: the lane stays). Events on a step
 * and the content of an open sub-process come along. Bends of a flow come along when both its ends move alike; where
 * one end moves away from the other, they keep in line with it as far as that can be.
 */
export const nodeMove = defineOperation({
  schema: entity({ type: z.literal('node.move'), moves: z.array(moveSchema).min(1) }),
  apply: (draft, { moves }) => {
    const offsets = new Map<ElementId, Point>();
    for (const { node: id, position, party } of moves) {
      const node = draft.nodes[id];
      if (node === undefined) continue;
      offsets.set(id, { x: position.x - node.position.x, y: position.y - node.position.y });
      if (party === null) delete node.party;
      else if (party !== undefined) node.party = party;
    }
    addFollowers(draft, offsets);
    for (const [id, offset] of offsets) {
      const node = draft.nodes[id];
      if (node !== undefined) node.position = { x: node.position.x + offset.x, y: node.position.y + offset.y };
    }
    moveBends(draft, offsets);
  },
  touches: ({ moves }) => moves.map((move) => move.node),
  sentence: ({ moves }, before) => message('document.did.move', { element: nodesPhrase(before, moves.map((move) => move.node)) }),
  refuses: ({ moves }, before) =>
    firstRefusal(moves, (move) => firstOf(mustExist(before, 'nodes', move.node), mustExist(before, 'parties', move.party ?? undefined))),
  mergeKey: ({ moves }) => `node.move ${moves.map((move) => move.node).toSorted().join()}`,
});

function addFollowers(draft: Model, offsets: Map<ElementId, Point>): void {
  const nodes = plain(draft.nodes);
  for (let grew = true; grew; ) {
    grew = false;
    for (const node of Object.values(nodes)) {
      if (offsets.has(node.id)) continue;
      const holder = node.parent === undefined ? undefined : nodes[node.parent];
      const leader = node.kind === 'event' && node.attachedTo !== undefined ? node.attachedTo : holder?.kind === 'subprocess' && holder.expanded === true ? holder.id : undefined;
      const offset = leader === undefined ? undefined : offsets.get(leader);
      if (offset === undefined) continue;
      offsets.set(node.id, offset);
      grew = true;
    }
  }
}

function moveBends(draft: Model, offsets: ReadonlyMap<ElementId, Point>): void {
  const moved = (id: ElementId): MovedEnd | undefined => {
    const node = draft.nodes[id];
    if (node === undefined) return undefined;
    const by = offsets.get(id) ?? { x: 0, y: 0 };
    return { at: { x: node.position.x - by.x, y: node.position.y - by.y }, size: sizeOfNode(node), by };
  };
  for (const flow of flowsWhere(draft, (one) => one.waypoints !== undefined && (offsets.has(one.from) || offsets.has(one.to)))) {
    const from = moved(flow.from);
    const to = moved(flow.to);
    const bends = from === undefined || to === undefined ? undefined : bendsAfterMove(flow.waypoints ?? [], from, to);
    if (bends === undefined) delete flow.waypoints;
    else flow.waypoints = bends.map(({ x, y }) => ({ x, y }));
  }
}
