import type { Box, Point } from '../scene.ts';

const cell = 128;

const nothing = (): boolean => false;

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

/** Boxes found by place: a grid of buckets, so that a question about a small area is answered at once. */
export class BoxIndex<T extends Box = Box> {
  private readonly buckets = new Map<number, T[]>();
  private readonly marks = new Map<T, number>();
  private question = 0;

  constructor(boxes: Iterable<T> = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: T): void {
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
        if (!overlap(box, area) || this.marks.get(box) === this.question) continue;
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
  free(area: Box, except: (box: T) => boolean = nothing): boolean {
    // A box that several buckets hold is admitted several times: nothing has to be remembered.
    return this.cells(area, (key) => {
      for (const box of this.buckets.get(key) ?? []) if (overlap(box, area) && !except(box)) return false;
      return true;
    });
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
