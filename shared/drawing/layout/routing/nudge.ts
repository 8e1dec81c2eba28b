import type { Point } from '../../scene.ts';
import type { BoxIndex } from '../box-index.ts';
import { type Obstacle, isClear } from './obstacles.ts';

/** Distance between lines that would otherwise run upon each other. */
const gap = 10;
/** Width that all lines of one channel together may take. */
const widest = 48;

interface Segment {
  readonly line: number;
  readonly at: number;
  readonly vertical: boolean;
  readonly coordinate: number;
  readonly from: number;
  readonly to: number;
  /** Where the line comes from and goes to beside this segment: orders neighbours so that they do not cross. */
  readonly lean: number;
  /** Where the line leaves its node, along the segment. */
  readonly port: number;
}

export interface NudgedLine {
  readonly from: string;
  readonly to: string;
  points: readonly Point[];
}

/** Inner segments of a line; the first and last stay on their ports. */
function segments(line: NudgedLine, number: number): readonly Segment[] {
  const found: Segment[] = [];
  const { points } = line;
  for (let i = 1; i + 2 < points.length; i += 1) {
    const a = points[i] as Point;
    const b = points[i + 1] as Point;
    const vertical = a.x === b.x;
    const before = points[i - 1] as Point;
    const after = points[i + 2] as Point;
    found.push({
      line: number, at: i, vertical,
      coordinate: vertical ? a.x : a.y,
      from: vertical ? Math.min(a.y, b.y) : Math.min(a.x, b.x),
      to: vertical ? Math.max(a.y, b.y) : Math.max(a.x, b.x),
      port: vertical ? (points[0] as Point).y : (points[0] as Point).x,
      lean: vertical ? before.x + after.x - 2 * a.x : before.y + after.y - 2 * a.y,
    });
  }
  return found;
}

function move(line: NudgedLine, segment: Segment, by: number): readonly Point[] {
  return line.points.map((point, index) => {
    if (index !== segment.at && index !== segment.at + 1) return point;
    return segment.vertical ? { x: point.x + by, y: point.y } : { x: point.x, y: point.y + by };
  });
}

/** For each segment the first track on which it meets no other. */
function assignTracks(cluster: readonly Segment[]): readonly number[] {
  const tracks: number[] = [];
  cluster.forEach((member, rank) => {
    const busy = new Set<number>();
    for (let i = 0; i < rank; i += 1) {
      const other = cluster[i] as Segment;
      if (other.from < member.to + 4 && member.from < other.to + 4) busy.add(tracks[i] as number);
    }
    let track = 0;
    while (busy.has(track)) track += 1;
    tracks.push(track);
  });
  return tracks;
}

interface Placed {
  readonly line: NudgedLine;
  readonly points: readonly Point[];
}

/** The members of a channel on tracks of their own, in the given order; empty where they need no more than one. */
function placed(order: readonly Segment[], lines: readonly NudgedLine[]): readonly Placed[] {
  const tracks = assignTracks(order);
  const count = Math.max(...tracks) + 1;
  if (count === 1) return [];
  const step = Math.min(gap, widest / count);
  const middle = order.reduce((sum, member) => sum + member.coordinate, 0) / order.length;
  return order.flatMap((member, rank): Placed[] => {
    const line = lines[member.line];
    return line === undefined ? [] : [{ line, points: move(line, member, middle + ((tracks[rank] ?? 0) - (count - 1) / 2) * step - member.coordinate) }];
  });
}

const between = (value: number, a: number, b: number): boolean => value > Math.min(a, b) && value < Math.max(a, b);

/** How often lines cross each other. */
function crossings(plan: readonly Placed[]): number {
  let count = 0;
  const parts = plan.map(({ points }) => points.slice(1).map((b, i) => [points[i] as Point, b] as const));
  for (let i = 0; i < parts.length; i += 1) {
    for (let j = i + 1; j < parts.length; j += 1) {
      for (const [a, b] of parts[i] ?? []) {
        for (const [c, d] of parts[j] ?? []) {
          if (a.x === b.x && c.y === d.y && between(a.x, c.x, d.x) && between(c.y, a.y, b.y)) count += 1;
          if (a.y === b.y && c.x === d.x && between(c.x, a.x, b.x) && between(a.y, c.y, d.y)) count += 1;
        }
      }
    }
  }
  return count;
}

/** Whether all lines of a channel meet in one point of the same node: then they may run as one. */
function leaveTogether(cluster: readonly Segment[], lines: readonly NudgedLine[], at: 0 | -1, end: 'from' | 'to'): boolean {
  const meets = cluster.map((member) => {
    const line = lines[member.line];
    const point = line?.points.at(at);
    return `${line?.[end] ?? ''} ${point?.x ?? ''} ${point?.y ?? ''}`;
  });
  return new Set(meets).size === 1;
}

/** Spreads lines that share a channel, where there is room; lines that leave or enter in one point may stay together. */
export function spread(lines: readonly NudgedLine[], index: BoxIndex<Obstacle>): void {
  for (const vertical of [true, false]) {
    const all = lines.flatMap((line, number) => segments(line, number)).filter((segment) => segment.vertical === vertical)
      .sort((a, b) => a.coordinate - b.coordinate || a.from - b.from || a.line - b.line);
    const used = new Set<Segment>();
    all.forEach((first, position) => {
      if (used.has(first)) return;
      const cluster = [first];
      for (let i = position + 1; i < all.length; i += 1) {
        const next = all[i] as Segment;
        if (next.coordinate - first.coordinate >= gap) break;
        if (!used.has(next) && cluster.some((member) => member.line !== next.line && member.from < next.to - 2 && next.from < member.to - 2)) cluster.push(next);
      }
      if (cluster.length === 1) return;
      for (const member of cluster) used.add(member);
      if (leaveTogether(cluster, lines, 0, 'from') || leaveTogether(cluster, lines, -1, 'to')) return;
      const orders = [1, -1].map((way) => cluster.toSorted((a, b) => a.lean - b.lean || way * (a.port - b.port) || a.line - b.line));
      const plans = orders.map((order) => placed(order, lines)).filter((plan) => plan.length > 0);
      const best = plans.toSorted((a, b) => crossings(a) - crossings(b))[0];
      for (const { line, points } of best ?? []) if (isClear(points, line.from, line.to, index)) line.points = points;
    });
  }
}
