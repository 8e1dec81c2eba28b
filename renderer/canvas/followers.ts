import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import type { PageView } from './page-view.ts';

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

/** Ids of the nodes that stand wholly inside a group. */
function membersOf(view: PageView, group: Node): readonly ElementId[] {
  const frame = view.boxes.get(group.id);
  if (frame === undefined) return [];
  return view.page.nodes.filter((node) => {
    const box = view.boxes.get(node.id);
    return node.id !== group.id && box !== undefined && holds(frame, box);
  }).map((node) => node.id);
}

/**
 * Places of moved nodes with those of what belongs to them: events on a step, what an open sub-process holds, what stands
 * inside a group, notes about a node. What is moved by itself keeps its own place.
 */
export function withFollowers(view: PageView, places: ReadonlyMap<ElementId, Point>): ReadonlyMap<ElementId, Point> {
  const { model, page } = view;
  const all = new Map(places);
  const leaders = new Map<ElementId, ElementId>();
  const open: Node[] = [...places.keys()].flatMap((id) => model.nodes[id] ?? []);
  for (let leader = open.pop(); leader !== undefined; leader = open.pop()) {
    const { id, kind } = leader;
    const inside = kind === 'group' ? new Set(membersOf(view, leader)) : undefined;
    for (const node of page.nodes) {
      if (all.has(node.id) || leaders.has(node.id)) continue;
      const led =
        inside?.has(node.id) === true ||
        (node.kind === 'event' && node.attachedTo === id) ||
        (node.kind === 'note' && node.about === id) ||
        (kind === 'subprocess' && leader.expanded === true && node.parent === id);
      if (!led) continue;
      const place = all.get(id) ?? leader.position;
      leaders.set(node.id, id);
      all.set(node.id, { x: node.position.x + place.x - leader.position.x, y: node.position.y + place.y - leader.position.y });
      open.push(node);
    }
  }
  return all;
}
