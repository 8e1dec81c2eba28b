import type { Box, Point } from '../../scene.ts';
import { type BoxIndex, segmentArea } from '../box-index.ts';

/** What a line must go around. */
export interface Obstacle extends Box {
  readonly id: string;
}

/** Pixels kept free between a line and a foreign node. */
export const clearance = 8;

/**
 * Whether a line keeps clear of all obstacles. Its first and last segment may touch their own ends and come as near to
 * others as `near`; everything between keeps `clearance` from all.
 */
export function isClear(points: readonly Point[], fromId: string, toId: string, index: BoxIndex<Obstacle>, near = 3): boolean {
  const last = points.length - 2;
  for (let i = 0; i <= last; i += 1) {
    const a = points[i] as Point;
    const b = points[i + 1] as Point;
    const free = index.free(segmentArea(a, b, i === 0 || i === last ? near : clearance - 1), (box) => (i === 0 && box.id === fromId) || (i === last && box.id === toId));
    if (!free) return false;
  }
  return true;
}

/** How many foreign nodes a line runs through. */
export function hits(points: readonly Point[], fromId: string, toId: string, index: BoxIndex<Obstacle>): number {
  const met = new Set<string>();
  for (let i = 0; i + 1 < points.length; i += 1) {
    index.visit(segmentArea(points[i] as Point, points[i + 1] as Point, 0.5), (box) => {
      if (box.id !== fromId && box.id !== toId) met.add(box.id);
      return true;
    });
  }
  return met.size;
}
