import type { Box, Point } from '../scene.ts';
import { type BoxIndex } from './box-index.ts';

/** A place on a polyline: the point, how far it is from the start, and whether the line is level there. */
interface LinePlace {
  readonly at: Point;
  readonly from: number;
  readonly level: boolean;
  /** Distance to the nearer end of the straight segment it stands on. */
  readonly room: number;
}

/** Visits places every `every` pixels along a line, away from its ends by `margin`, until one answers that it is enough. */
function walk(points: readonly Point[], every: number, margin: number, visit: (x: number, y: number, from: number, level: boolean, room: number) => boolean): void {
  let before = 0;
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1] as Point;
    const b = points[i] as Point;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const first = i === 1 ? margin : 0;
    const last = i === points.length - 1 ? margin + 8 : 0;
    const level = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y);
    for (let d = first + ((length - first - last) % every) / 2; d <= length - last; d += every) {
      const t = length === 0 ? 0 : d / length;
      if (visit(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, before + d, level, Math.min(d, length - d))) return;
    }
    before += length;
  }
}

/** Places every `every` pixels along a line, away from its ends by `margin`. */
function placesOn(points: readonly Point[], every: number, margin: number): readonly LinePlace[] {
  const places: LinePlace[] = [];
  walk(points, every, margin, (x, y, from, level, room) => {
    places.push({ at: { x, y }, from, level, room });
    return false;
  });
  return places;
}

/** The first band that holds a point; -1 where none does. */
function bandAt(bands: readonly Box[], x: number, y: number): number {
  for (let i = 0; i < bands.length; i += 1) {
    const band = bands[i] as Box;
    if (x >= band.x && x <= band.x + band.width && y >= band.y && y <= band.y + band.height) return i;
  }
  return -1;
}

/** Where the line first passes from one band into another; undefined where it stays in one. */
export function crossingOf(points: readonly Point[], bands: readonly Box[]): number | undefined {
  let last = -1;
  let crossing: number | undefined;
  walk(points, 4, 0, (x, y, from) => {
    const band = bandAt(bands, x, y);
    if (band >= 0 && last >= 0 && band !== last) crossing = from;
    else if (band >= 0) last = band;
    return crossing !== undefined;
  });
  return crossing;
}

/** The free place nearest to `wanted` (a distance from the start) for something centred on the line, off other lines where near. */
export function centredOn(points: readonly Point[], size: { readonly width: number; readonly height: number }, wanted: number, taken: BoxIndex, crosses: (box: Box) => boolean): Point | undefined {
  let best: { readonly at: Point; readonly cost: number } | undefined;
  let any: { readonly at: Point; readonly cost: number } | undefined;
  walk(points, 8, 14, (x, y, from, level, room) => {
    const need = level ? size.width / 2 + 8 : size.height / 2 + 8;
    const least = Math.abs(from - wanted) + Math.max(0, need - room) * 6;
    // The best one costs no less than any: what costs more than it is of no use.
    if (best && least >= best.cost) return false;
    const at = { x, y };
    const box = boxAround(at, size, 3);
    const cost = least + (crosses(box) ? 40 : 0);
    if (!any || cost < any.cost) any = { at, cost };
    if ((!best || cost < best.cost) && taken.free(box)) best = { at, cost };
    return false;
  });
  return best?.at ?? any?.at;
}

/** The place for a label beside the line: above or below where it is level, else right or left of it. */
export function besideLine(points: readonly Point[], size: { readonly width: number; readonly height: number }, wanted: number, taken: BoxIndex, lines: { free(area: Box): boolean }): Point | undefined {
  let best: { readonly at: Point; readonly cost: number } | undefined;
  for (const { at, from, level, room } of placesOn(points, 8, 10)) {
    const half = level ? size.width / 2 : size.height / 2;
    const options: readonly Point[] = level
      ? [{ x: at.x, y: at.y - size.height / 2 - 3 }, { x: at.x, y: at.y + size.height / 2 + 3 }]
      : [{ x: at.x + size.width / 2 + 4, y: at.y }, { x: at.x - size.width / 2 - 4, y: at.y }];
    options.forEach((option, rank) => {
      const least = Math.abs(from - wanted) + rank * 6 + Math.max(0, half - room) * 0.6;
      if (best && least >= best.cost) return;
      const box = boxAround(option, size, 0);
      const cost = least + (taken.free(box) ? 0 : 5000) + (lines.free(box) ? 0 : 150);
      if (!best || cost < best.cost) best = { at: option, cost };
    });
  }
  return best?.at;
}

export function boxAround(at: Point, size: { readonly width: number; readonly height: number }, margin: number): Box {
  return { x: at.x - size.width / 2 - margin, y: at.y - size.height / 2 - margin, width: size.width + 2 * margin, height: size.height + 2 * margin };
}
