import type { Box, Point } from '../../scene.ts';
import type { BoxIndex } from '../box-index.ts';
import { type Obstacle, clearance } from './obstacles.ts';
import { bendCost, stub, tidyPoints } from './candidates.ts';
import { type Side, directions, outwards } from './ports.ts';

/** A heap of states by cost; equal costs leave in the order they came. */
class Frontier {
  private readonly keys: number[] = [];
  private readonly states: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  push(key: number, state: number): void {
    let at = this.keys.length;
    this.keys.push(key);
    this.states.push(state);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((this.keys[up] as number) <= key) break;
      this.keys[at] = this.keys[up] as number;
      this.states[at] = this.states[up] as number;
      at = up;
    }
    this.keys[at] = key;
    this.states[at] = state;
  }

  pop(): number {
    const top = this.states[0] as number;
    const key = this.keys.pop() as number;
    const state = this.states.pop() as number;
    const size = this.keys.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && (this.keys[down + 1] as number) < (this.keys[down] as number)) down += 1;
      if ((this.keys[down] as number) >= key) break;
      this.keys[at] = this.keys[down] as number;
      this.states[at] = this.states[down] as number;
      at = down;
    }
    this.keys[at] = key;
    this.states[at] = state;
    return top;
  }
}

const sideOrder: readonly Side[] = ['right', 'bottom', 'left', 'top'];

/** Coordinates at which lines may run: beside every obstacle, and at the two ends. */
function lines(own: readonly number[], obstacles: readonly Box[], key: 'x' | 'y', size: 'width' | 'height', low: number, high: number): readonly number[] {
  const values = new Set(own);
  for (const box of obstacles) {
    values.add(box[key] - clearance - 4);
    values.add(box[key] + box[size] + clearance + 4);
  }
  return [...values].filter((value) => value >= low && value <= high).sort((a, b) => a - b);
}

/**
 * The cheapest orthogonal line around all obstacles near the two ends, or undefined where there is none within `reach`
 * pixels of them: A* over the grid of lines beside obstacles (state: crossing and direction).
 */
export function searchLine(a: Point, aSide: Side, b: Point, bSide: Side, index: BoxIndex<Obstacle>, reach: number): readonly Point[] | undefined {
  const s = outwards(a, aSide, stub);
  const t = outwards(b, bSide, stub);
  const window = { x: Math.min(s.x, t.x) - reach, y: Math.min(s.y, t.y) - reach, width: Math.abs(s.x - t.x) + 2 * reach, height: Math.abs(s.y - t.y) + 2 * reach };
  const obstacles = index.within(window);
  const xs = lines([s.x, t.x], obstacles, 'x', 'width', window.x, window.x + window.width);
  const ys = lines([s.y, t.y], obstacles, 'y', 'height', window.y, window.y + window.height);
  const columns = xs.length;
  const rows = ys.length;
  const blockedRight = new Uint8Array(columns * rows);
  const blockedDown = new Uint8Array(columns * rows);
  for (const box of obstacles) {
    const left = box.x - clearance;
    const right = box.x + box.width + clearance;
    const top = box.y - clearance;
    const bottom = box.y + box.height + clearance;
    for (let i = 0; i < columns; i += 1) {
      const x = xs[i] as number;
      if (x >= right) break;
      const next = xs[i + 1] ?? x;
      if (next <= left && x <= left) continue;
      for (let j = 0; j < rows; j += 1) {
        const y = ys[j] as number;
        if (y >= bottom) break;
        if (y > top && next > left && x < right) blockedRight[i * rows + j] = 1;
        if (x > left && x < right && (ys[j + 1] ?? y) > top && y < bottom) blockedDown[i * rows + j] = 1;
      }
    }
  }
  const start = xs.indexOf(s.x) * rows + ys.indexOf(s.y);
  const goal = xs.indexOf(t.x) * rows + ys.indexOf(t.y);
  const startDirection = sideOrder.indexOf(aSide);
  const goalDirection = (sideOrder.indexOf(bSide) + 2) % 4;
  const best = new Float64Array(columns * rows * 4).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(columns * rows * 4).fill(-1);
  const frontier = new Frontier();
  const estimate = (place: number): number => Math.abs((xs[Math.trunc(place / rows)] as number) - t.x) + Math.abs((ys[place % rows] as number) - t.y);
  best[start * 4 + startDirection] = 0;
  frontier.push(estimate(start), start * 4 + startDirection);
  while (frontier.size > 0) {
    const state = frontier.pop();
    const place = state >> 2;
    const direction = state & 3;
    const cost = best[state] as number;
    if (place === goal && direction === goalDirection) return [a, ...trace(state, before, xs, ys), b];
    const i = Math.trunc(place / rows);
    const j = place % rows;
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (direction + 2) % 4) continue;
      const { x: dx, y: dy } = directions[sideOrder[turn] as Side];
      const ni = i + dx;
      const nj = j + dy;
      if (ni < 0 || nj < 0 || ni >= columns || nj >= rows) continue;
      const blocked = dx !== 0 ? blockedRight[Math.min(i, ni) * rows + j] : blockedDown[i * rows + Math.min(j, nj)];
      if (blocked) continue;
      const to = ni * rows + nj;
      let total = cost + Math.abs((xs[ni] as number) - (xs[i] as number)) + Math.abs((ys[nj] as number) - (ys[j] as number)) + (turn === direction ? 0 : bendCost);
      if (to === goal && turn !== goalDirection) total += bendCost;
      const next = to * 4 + turn;
      if (total < (best[next] as number)) {
        best[next] = total;
        before[next] = state;
        frontier.push(total + estimate(to), next);
      }
    }
    if (place === goal) {
      const turned = goal * 4 + goalDirection;
      if ((direction + 2) % 4 !== goalDirection && cost < (best[turned] as number)) {
        best[turned] = cost;
        before[turned] = state;
        frontier.push(cost, turned);
      }
    }
  }
  return undefined;
}

function trace(end: number, before: Int32Array, xs: readonly number[], ys: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  const rows = ys.length;
  for (let state = end; state >= 0; state = before[state] as number) {
    const place = state >> 2;
    points.push({ x: xs[Math.trunc(place / rows)] as number, y: ys[place % rows] as number });
  }
  return tidyPoints(points.reverse());
}
