import type { Box, Point } from '../../scene.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';
export const sides: readonly Side[] = ['right', 'bottom', 'top', 'left'];

/** Outline of an end, which decides where lines may touch it. */
export type Outline = 'box' | 'diamond' | 'round';

/** One end of a flow. */
export interface RouteEnd {
  readonly id: string;
  readonly box: Box;
  readonly outline: Outline;
  /** Only this side is free, as for an event on the border of its step. */
  readonly onlySide?: Side;
}

export const directions: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, top: { x: 0, y: -1 }, bottom: { x: 0, y: 1 },
};

export const isVertical = (side: Side): boolean => side === 'top' || side === 'bottom';

/** How far the outline stands back from its side where a line leaves beside the middle. */
function setBack(end: RouteEnd, side: Side, shift: number): number {
  const half = isVertical(side) ? end.box.width / 2 : end.box.height / 2;
  const depth = isVertical(side) ? end.box.height / 2 : end.box.width / 2;
  const part = Math.min(1, Math.abs(shift) / half);
  if (end.outline === 'box') return 0;
  return depth * (end.outline === 'diamond' ? part : 1 - Math.sqrt(1 - part * part));
}

/** Middle of a side, moved along it by `shift`, on the outline. */
export function port(end: RouteEnd, side: Side, shift = 0): Point {
  const { x, y, width, height } = end.box;
  const back = setBack(end, side, shift);
  switch (side) {
    case 'left': return { x: x + back, y: y + height / 2 + shift };
    case 'right': return { x: x + width - back, y: y + height / 2 + shift };
    case 'top': return { x: x + width / 2 + shift, y: y + back };
    case 'bottom': return { x: x + width / 2 + shift, y: y + height - back };
  }
}

export function outwards(from: Point, side: Side, length: number): Point {
  const { x, y } = directions[side];
  return { x: from.x + x * length, y: from.y + y * length };
}

/** Where the straight line from the end's middle to a point leaves its outline. */
function leave(end: RouteEnd, to: Point): Point {
  const { x, y, width, height } = end.box;
  const cx = x + width / 2;
  const cy = y + height / 2;
  const dx = to.x - cx;
  const dy = to.y - cy;
  if (dx === 0 && dy === 0) return { x: x + width, y: cy };
  const ax = Math.abs(dx) / (width / 2);
  const ay = Math.abs(dy) / (height / 2);
  const reach = end.outline === 'box' ? Math.max(ax, ay) : end.outline === 'diamond' ? ax + ay : Math.hypot(ax, ay);
  return { x: cx + dx / reach, y: cy + dy / reach };
}

/**
 * Where a line that comes from `towards` touches an end: straight across where the point lies beside a side,
 * else on the line to the middle.
 */
export function touch(end: RouteEnd, towards: Point): Point {
  const { x, y, width, height } = end.box;
  const cx = x + width / 2;
  const cy = y + height / 2;
  const inset = Math.min(4, width / 4, height / 4);
  const besideY = towards.y > y + inset && towards.y < y + height - inset;
  const besideX = towards.x > x + inset && towards.x < x + width - inset;
  if (besideY === besideX) return leave(end, towards);
  if (besideY) {
    const part = Math.abs(towards.y - cy) / (height / 2);
    const reach = (width / 2) * (end.outline === 'box' ? 1 : end.outline === 'diamond' ? 1 - part : Math.sqrt(1 - part * part));
    return { x: towards.x < cx ? cx - reach : cx + reach, y: towards.y };
  }
  const part = Math.abs(towards.x - cx) / (width / 2);
  const reach = (height / 2) * (end.outline === 'box' ? 1 : end.outline === 'diamond' ? 1 - part : Math.sqrt(1 - part * part));
  return { x: towards.x, y: towards.y < cy ? cy - reach : cy + reach };
}

/** Bends nearer to each other than a few pixels are one: files of other tools are full of steps of a pixel. */
function withoutJogs(bends: readonly Point[]): readonly Point[] {
  const clean: Point[] = [];
  for (const bend of bends) {
    const last = clean.at(-1);
    if (last && Math.abs(last.x - bend.x) < 4 && Math.abs(last.y - bend.y) < 4) clean[clean.length - 1] = { x: (last.x + bend.x) / 2, y: (last.y + bend.y) / 2 };
    else clean.push(bend);
  }
  return clean;
}

/** A corner in place of a slanting first or last segment, where the rest of the line is upright or level. */
function upright(from: RouteEnd, to: RouteEnd, bends: readonly Point[]): readonly Point[] {
  const corner = (end: RouteEnd, bend: Point | undefined, next: Point | undefined): readonly Point[] => {
    if (!bend || !next || (bend.x !== next.x) === (bend.y !== next.y)) return [];
    const { x, y, width, height } = end.box;
    if ((bend.x > x && bend.x < x + width) || (bend.y > y && bend.y < y + height)) return [];
    return bend.y === next.y ? [{ x: bend.x, y: y + height / 2 }] : [{ x: x + width / 2, y: bend.y }];
  };
  return [...corner(from, bends[0], bends[1]), ...bends, ...corner(to, bends.at(-1), bends.at(-2))];
}

/** A line through stored bends, from outline to outline; without bends the shortest straight one. */
export function throughBends(from: RouteEnd, to: RouteEnd, given: readonly Point[]): readonly Point[] {
  const bends = upright(from, to, withoutJogs(given));
  const first = bends[0];
  const last = bends.at(-1);
  if (first && last) return [touch(from, first), ...bends, touch(to, last)];
  const a = from.box;
  const b = to.box;
  const top = Math.max(a.y, b.y);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  const left = Math.max(a.x, b.x);
  const right = Math.min(a.x + a.width, b.x + b.width);
  const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  if (bottom - top > 8 && right < left) {
    const y = (top + bottom) / 2;
    return [touch(from, { x: middle(b).x, y }), touch(to, { x: middle(a).x, y })];
  }
  if (right - left > 8 && bottom < top) {
    const x = (left + right) / 2;
    return [touch(from, { x, y: middle(b).y }), touch(to, { x, y: middle(a).y })];
  }
  return [leave(from, middle(b)), leave(to, middle(a))];
}
