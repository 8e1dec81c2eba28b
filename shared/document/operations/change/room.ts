import type { Model, Process } from '../../model/model.ts';
import type { Node } from '../../model/node.ts';
import { sizeOfNode } from '../../model/queries.ts';
import type { Point } from '../../model/fields.ts';
import { plain } from '../applying.ts';
import { flowsWhere } from '../node/healing.ts';

/** Least distance between nodes along a lane. */
export const gap = 56;

export const alongOf = (process: Process | undefined, point: Point): number => (process?.orientation === 'vertical' ? point.y : point.x);

export const withAlong = (process: Process | undefined, point: Point, along: number): Point =>
  process?.orientation === 'vertical' ? { ...point, y: along } : { ...point, x: along };

export const lengthOf = (process: Process | undefined, node: Node): number => {
  const { width, height } = sizeOfNode(node);
  return process?.orientation === 'vertical' ? height : width;
};

/** Where a node ends along its lane. */
export const endOf = (process: Process | undefined, node: Node): number => alongOf(process, node.position) + lengthOf(process, node);

/** A place for a node of some size behind (or before) another one, in the middle of its thickness. */
export function placeBeside(process: Process | undefined, node: Node, size: { width: number; height: number }, along: number): Point {
  const own = sizeOfNode(node);
  return process?.orientation === 'vertical'
    ? { x: node.position.x + (own.width - size.width) / 2, y: along }
    : { x: along, y: node.position.y + (own.height - size.height) / 2 };
}

/** Moves everything of a page that lies from `from` on along the lanes by so much, bends included. */
export function makeRoom(draft: Model, processId: string, from: number, by: number): void {
  const process = draft.processes[processId];
  const moved = (point: Point): Point => (alongOf(process, point) >= from ? withAlong(process, point, alongOf(process, point) + by) : point);
  for (const { id, process: page, position } of Object.values(plain(draft.nodes))) {
    const node = page === processId && alongOf(process, position) >= from ? draft.nodes[id] : undefined;
    if (node !== undefined) node.position = moved(position);
  }
  for (const flow of flowsWhere(draft, (one) => one.process === processId && one.waypoints !== undefined)) flow.waypoints = flow.waypoints?.map(moved);
}
