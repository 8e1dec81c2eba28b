import type { Point } from '../../scene.ts';
import type { BoxIndex } from '../box-index.ts';
import { type Obstacle, isClear } from './obstacles.ts';

export interface BorderedLine {
  readonly from: string;
  readonly to: string;
  points: readonly Point[];
}

/** Nearer than this a line along a border cannot be told from it, in pixels. */
const tooNear = 6;
/** Where a line goes instead, nearest first, and what it keeps to other lines there. */
const offers = [12, -12, 22, -22, 32, -32] as const;
const apart = 8;

interface Run {
  readonly line: BorderedLine;
  readonly at: number;
  readonly coordinate: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of a line that run along the lanes; the first and the last stay at their nodes. */
function runs(line: BorderedLine, across: 'x' | 'y'): readonly Run[] {
  const along = across === 'x' ? 'y' : 'x';
  const { points } = line;
  return points.flatMap((a, at): Run[] => {
    const b = points[at + 1];
    if (at === 0 || b === undefined || at + 2 >= points.length || a[across] !== b[across]) return [];
    return [{ line, at, coordinate: a[across], from: Math.min(a[along], b[along]), to: Math.max(a[along], b[along]) }];
  });
}

const shifted = ({ points }: BorderedLine, { at }: Run, across: 'x' | 'y', coordinate: number): readonly Point[] =>
  points.map((point, index) => (index === at || index === at + 1 ? { ...point, [across]: coordinate } : point));

/** What a line keeps straight at its ends, so that its head stands upright. */
const straightEnd = 16;

const tight = (points: readonly Point[]): boolean => {
  const short = (a: Point | undefined, b: Point | undefined): boolean => a !== undefined && b !== undefined && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < straightEnd;
  return short(points[0], points[1]) || short(points.at(-2), points.at(-1));
};

/** Moves lines that run upon the border of a lane beside it, each to a place of its own, where there is room. `obstacles` is asked only where a line must move. */
export function offBorders(lines: readonly BorderedLine[], borders: readonly number[], across: 'x' | 'y', obstacles: () => BoxIndex<Obstacle>): void {
  if (borders.length === 0) return;
  let index: BoxIndex<Obstacle> | undefined;
  for (const line of lines) {
    for (const run of runs(line, across)) {
      const border = borders.find((one) => Math.abs(one - run.coordinate) < tooNear);
      if (border === undefined || run.to - run.from < 2 * apart) continue;
      index ??= obstacles();
      const beside = lines.flatMap((other) => (other === line ? [] : runs(other, across))).filter((other) => other.from < run.to + apart && run.from < other.to + apart);
      for (const by of offers) {
        const coordinate = border + by;
        if (beside.some((other) => Math.abs(other.coordinate - coordinate) < apart)) continue;
        const moved = shifted(line, run, across, coordinate);
        if (tight(moved) || !isClear(moved, line.from, line.to, index)) continue;
        line.points = moved;
        break;
      }
    }
  }
}
