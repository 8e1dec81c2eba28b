import type { Box, Point } from '../scene.ts';

const cell = 128;

/** Boxes found by place: a grid of buckets, so that a question about a small area is answered at once. */
export class BoxIndex<T extends Box = Box> {
  private readonly buckets = new Map<number, T[]>();
  private marks = new Map<T, number>();
  private question = 0;

  constructor(boxes: Iterable<T> = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: T): void {
    this.marks.set(box, 0);
    this.cells(box, (key) => {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(box);
      else this.buckets.set(key, [box]);
      return true;
    });
  }

  /** Calls `visit` once for each box that overlaps the area, until it answers false. */
  visit(area: Box, visit: (box: T) => boolean): boolean {
    this.question += 1;
    return this.cells(area, (key) => {
      for (const box of this.buckets.get(key) ?? []) {
        if (this.marks.get(box) === this.question) continue;
        if (box.x >= area.x + area.width || box.x + box.width <= area.x || box.y >= area.y + area.height || box.y + box.height <= area.y) continue;
        this.marks.set(box, this.question);
        if (!visit(box)) return false;
      }
      return true;
    });
  }

  within(area: Box): readonly T[] {
    const found: T[] = [];
    this.visit(area, (box) => {
      found.push(box);
      return true;
    });
    return found;
  }

  /** Whether nothing but what `except` admits overlaps the area. */
  free(area: Box, except: (box: T) => boolean = () => false): boolean {
    return this.visit(area, except);
  }

  private cells(box: Box, visit: (key: number) => boolean): boolean {
    const right = Math.floor((box.x + box.width) / cell);
    const bottom = Math.floor((box.y + box.height) / cell);
    for (let column = Math.floor(box.x / cell); column <= right; column += 1) {
      for (let row = Math.floor(box.y / cell); row <= bottom; row += 1) {
        if (!visit(column * 65_536 + row)) return false;
      }
    }
    return true;
  }
}

/** The area that a straight horizontal or vertical segment covers when `margin` is kept on all sides. */
export function segmentArea(a: Point, b: Point, margin: number): Box {
  return {
    x: Math.min(a.x, b.x) - margin,
    y: Math.min(a.y, b.y) - margin,
    width: Math.abs(a.x - b.x) + 2 * margin,
    height: Math.abs(a.y - b.y) + 2 * margin,
  };
}
