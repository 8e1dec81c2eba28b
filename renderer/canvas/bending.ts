import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { endOf } from '../../shared/drawing/layout/page.ts';
import { tidyPoints } from '../../shared/drawing/layout/routing/candidates.ts';
import { touch, type RouteEnd } from '../../shared/drawing/layout/routing/ports.ts';
import type { Box } from '../../shared/drawing/scene.ts';
import type { PageView } from './page-view.ts';

/** A straight part of a line, level or upright. */
export interface Segment {
  /** Its number along the line, from 0. */
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
  readonly level: boolean;
  readonly length: number;
}

export type ArrowKey = 'Left' | 'Right' | 'Up' | 'Down';

export interface Ends {
  readonly from: RouteEnd;
  readonly to: RouteEnd;
}

/** The parts of a line that can be taken hold of; slanting ones of imported files cannot. */
export function segmentsOf(line: readonly Point[]): readonly Segment[] {
  return line.slice(1).flatMap((to, index): Segment[] => {
    const from = line[index] as Point;
    const level = Math.abs(from.y - to.y) < 0.5;
    if (!level && Math.abs(from.x - to.x) >= 0.5) return [];
    return [{ index, from, to, level, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) }];
  });
}

/** The ends of a flow on its page; undefined for an unknown flow. */
export function endsOf(view: PageView, id: ElementId): Ends | undefined {
  const flow = view.model.flows[id];
  const from = view.model.nodes[flow?.from ?? ''];
  const to = view.model.nodes[flow?.to ?? ''];
  return from === undefined || to === undefined ? undefined : { from: endOf(view.model, from), to: endOf(view.model, to) };
}

const sizeAlong = (axis: 'x' | 'y'): 'width' | 'height' => (axis === 'x' ? 'width' : 'height');
const middle = (box: Box, axis: 'x' | 'y'): number => box[axis] + box[sizeAlong(axis)] / 2;

/** How near to a corner of a node a line may still leave it straight, in pixels. */
const inset = 5;

const beside = (box: Box, axis: 'x' | 'y', value: number): boolean => value > box[axis] + inset && value < box[axis] + box[sizeAlong(axis)] - inset;

/** Space that a bend keeps to the node it belongs to. */
const clear = 16;

/** A place for an inner part that does not lie upon a node beside it. */
function away(value: number, axis: 'x' | 'y', segment: Segment, box: Box): number {
  const other = axis === 'x' ? 'y' : 'x';
  const low = Math.min(segment.from[other], segment.to[other]);
  const high = Math.max(segment.from[other], segment.to[other]);
  const from = box[axis] - clear;
  const to = box[axis] + box[sizeAlong(axis)] + clear;
  if (high <= box[other] || low >= box[other] + box[sizeAlong(other)] || value <= from || value >= to) return value;
  return value - from < to - value ? from : to;
}

/** Drops bends that do not bend, and keeps one where a straight line stands beside the middle of its ends. */
function simplified(bends: readonly Point[], { from, to }: Ends): readonly Point[] {
  const first = bends[0];
  const last = bends.at(-1);
  if (first === undefined || last === undefined) return bends;
  const line = tidyPoints([touch(from, first), ...bends, touch(to, last)]);
  if (line.length > 2) return line.slice(1, -1);
  const [a, b] = [line[0] ?? first, line[1] ?? last];
  return [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }];
}

/**
 * The bends of a line of which one part is moved across its direction to a coordinate. Its neighbours stretch; a part at
 * an end that is moved past its node leaves the node by the side it went to.
 */
export function moveSegment(line: readonly Point[], segment: Segment, value: number, ends: Ends): readonly Point[] {
  const axis = segment.level ? 'y' : 'x';
  const other = segment.level ? 'x' : 'y';
  const last = line.length - 2;
  const { index } = segment;
  const inner = index > 0 && index < last;
  const at = inner ? away(away(value, axis, segment, ends.from.box), axis, segment, ends.to.box) : value;
  const bends = line.slice(1, -1).map((point, number) => (number === index - 1 || number === index ? { ...point, [axis]: at } : point));
  const corner = (box: Box): readonly Point[] => (beside(box, axis, at) ? [] : [{ [axis]: at, [other]: middle(box, other) } as unknown as Point]);
  const whole = [...(index === 0 ? corner(ends.from.box) : []), ...bends, ...(index === last ? corner(ends.to.box) : [])];
  const straight: Point = { [axis]: at, [other]: (segment.from[other] + segment.to[other]) / 2 } as unknown as Point;
  return simplified(whole.length === 0 ? [straight] : whole, ends);
}

/** The line with a part cut in two, and the half that is to be moved: so a new pair of bends comes in. */
export function cutSegment(line: readonly Point[], segment: Segment, half: 'first' | 'last'): { readonly line: readonly Point[]; readonly segment: Segment } | undefined {
  const cut: Point = { x: (segment.from.x + segment.to.x) / 2, y: (segment.from.y + segment.to.y) / 2 };
  const next = [...line.slice(0, segment.index + 1), cut, cut, ...line.slice(segment.index + 1)];
  const index = segment.index + (half === 'first' ? 0 : 2);
  const found = segmentsOf(next).find((one) => one.index === index);
  return found === undefined ? undefined : { line: next, segment: { ...found, level: segment.level } };
}

/** Where a part comes to lie: level with a neighbour or the middle of an end within reach, else on the grid of 8 pixels. */
export function snapSegment(line: readonly Point[], segment: Segment, value: number, ends: Ends, reach: number): number {
  const axis = segment.level ? 'y' : 'x';
  const levels = segmentsOf(line).filter((one) => one.level === segment.level && one.index !== segment.index).map((one) => one.from[axis]);
  const wanted = [...levels, middle(ends.from.box, axis), middle(ends.to.box, axis)].toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
  return wanted !== undefined && Math.abs(wanted - value) <= reach ? wanted : Math.round(value / 8) * 8;
}

/** The part of a line that arrow keys move: the one chosen, else the longest between two bends, else the longest. */
export function segmentChosen(line: readonly Point[], index: number | undefined): Segment | undefined {
  const segments = segmentsOf(line);
  const inner = segments.filter((one) => one.index > 0 && one.index < line.length - 2);
  const longest = (list: readonly Segment[]): Segment | undefined => list.toSorted((a, b) => b.length - a.length)[0];
  return segments.find((one) => one.index === index) ?? longest(inner) ?? longest(segments);
}

/** The neighbour of a part in a direction along it; undefined where the line ends. */
export function neighbourOf(line: readonly Point[], segment: Segment, key: ArrowKey): Segment | undefined {
  const axis = segment.level ? 'x' : 'y';
  const forward = (segment.to[axis] > segment.from[axis]) === (key === 'Right' || key === 'Down');
  return segmentsOf(line).find((one) => one.index === segment.index + (forward ? 1 : -1));
}
