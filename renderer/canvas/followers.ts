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

const led = new WeakMap<PageView, ReadonlyMap<ElementId, readonly Node[]>>();

/** Nodes by the one that they belong to: events on a step, notes about a node, what an open sub-process holds. */
function ledBy(view: PageView): ReadonlyMap<ElementId, readonly Node[]> {
  const known = led.get(view);
  if (known !== undefined) return known;
  const map = new Map<ElementId, Node[]>();
  for (const node of view.page.nodes) {
    const holder = node.parent === undefined ? undefined : view.model.nodes[node.parent];
    const leader = node.kind === 'event' && node.attachedTo !== undefined ? node.attachedTo : node.kind === 'note' && node.about !== undefined ? node.about : holder?.kind === 'subprocess' && holder.expanded === true ? holder.id : undefined;
    if (leader !== undefined) map.set(leader, [...(map.get(leader) ?? []), node]);
  }
  led.set(view, map);
  return map;
}

/**
 * Places of moved nodes with those of what belongs to them: events on a step, what an open sub-process holds, what stands
 * inside a group, notes about a node. What is moved by itself keeps its own place.
 */
export function withFollowers(view: PageView, places: ReadonlyMap<ElementId, Point>): ReadonlyMap<ElementId, Point> {
  const { model } = view;
  // As they are shown: in a folded lane that is not where they are stored.
  const shownAt = (node: Node): Point => view.boxes.get(node.id) ?? node.position;
  const all = new Map(places);
  const followers = ledBy(view);
  const open: Node[] = [...places.keys()].flatMap((id) => model.nodes[id] ?? []);
  for (let leader = open.pop(); leader !== undefined; leader = open.pop()) {
    const position = shownAt(leader);
    const place = all.get(leader.id) ?? position;
    const members = leader.kind === 'group' ? membersOf(view, leader).flatMap((id) => model.nodes[id] ?? []) : [];
    for (const node of [...(followers.get(leader.id) ?? []), ...members]) {
      if (all.has(node.id)) continue;
      const { x, y } = shownAt(node);
      all.set(node.id, { x: x + place.x - position.x, y: y + place.y - position.y });
      open.push(node);
    }
  }
  return all;
}
