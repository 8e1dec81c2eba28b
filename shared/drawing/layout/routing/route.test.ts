import { describe, expect, it } from 'vitest';
import { BoxIndex } from '../box-index.ts';
import { hits } from './obstacles.ts';
import { type RouteEnd, throughBends } from './ports.ts';
import { type RouteRequest, obstacle, routeFlows } from './route.ts';

const step = (id: string, x: number, y: number): RouteEnd => ({ id, box: { x, y, width: 160, height: 64 }, outline: 'box' });
const boxes = (ends: readonly RouteEnd[]) => ends.map((end) => obstacle(end.id, end.box));
const one = (from: RouteEnd, to: RouteEnd, others: readonly RouteEnd[] = []) => routeFlows([{ id: 'f', from, to }], boxes([from, to, ...others])).get('f') ?? [];
const orthogonal = (points: readonly { x: number; y: number }[]): boolean => points.every((point, i) => i === 0 || point.x === points[i - 1]?.x || point.y === points[i - 1]?.y);

const crossingsOf = (one: readonly { x: number; y: number }[], other: readonly { x: number; y: number }[]): number =>
  one.slice(1).flatMap((b, i) => other.slice(1).filter((d, j) => {
    const [a, c] = [one[i] ?? b, other[j] ?? d];
    const inside = (value: number, p: number, q: number): boolean => value > Math.min(p, q) && value < Math.max(p, q);
    return a.x === b.x ? inside(a.x, c.x, d.x) && inside(c.y, a.y, b.y) : inside(a.y, c.y, d.y) && inside(c.x, a.x, b.x);
  })).length;

describe('routeFlows', () => {
  it('draws a straight line between neighbours', () => {
    expect(one(step('a', 0, 0), step('b', 240, 0))).toEqual([{ x: 160, y: 32 }, { x: 240, y: 32 }]);
  });
  it('bends twice to a lower neighbour', () => {
    const points = one(step('a', 0, 0), step('b', 240, 100));
    expect(orthogonal(points)).toBe(true);
    expect(points).toHaveLength(4);
  });
  it('goes around a node that stands between', () => {
    const [a, b, c] = [step('a', 0, 0), step('b', 240, 0), step('c', 480, 0)];
    const points = one(a, c, [b]);
    expect(orthogonal(points)).toBe(true);
    expect(hits(points, 'a', 'c', new BoxIndex(boxes([a, b, c])))).toBe(0);
  });
  it('leads work back around what lies between', () => {
    const [a, b, c] = [step('a', 0, 0), step('b', 240, 0), step('c', 480, 0)];
    const points = one(c, a, [b]);
    expect(hits(points, 'c', 'a', new BoxIndex(boxes([a, b, c])))).toBe(0);
  });
  it('spreads lines that enter one side', () => {
    const [a, b, c] = [step('a', 0, 0), step('b', 0, 200), step('c', 300, 100)];
    const lines = routeFlows([{ id: 'x', from: a, to: c }, { id: 'y', from: b, to: c }], boxes([a, b, c]));
    expect(lines.get('x')?.at(-1)?.y).not.toBe(lines.get('y')?.at(-1)?.y);
  });
  it('leads two branches that turn together down two ways, without crossing', () => {
    const gate: RouteEnd = { id: 'g', box: { x: 0, y: 8, width: 48, height: 48 }, outline: 'diamond' };
    const [far, near, below] = [step('far', 120, 500), step('near', 120, 150), step('below', 300, 340)];
    const lines = routeFlows([{ id: 'down', from: gate, to: below }, { id: 'far', from: gate, to: far }, { id: 'near', from: gate, to: near }], boxes([gate, far, near, below]));
    const upright = (id: string): number | undefined => lines.get(id)?.[1]?.x;
    expect(upright('near')).not.toBe(upright('far'));
    expect(crossingsOf(lines.get('near') ?? [], lines.get('far') ?? [])).toBe(0);
  });
  it('leaves a gateway by another corner than a line that stays as it is', () => {
    const gate: RouteEnd = { id: 'g', box: { x: 0, y: 8, width: 48, height: 48 }, outline: 'diamond' };
    const [right, below] = [step('right', 120, 0), step('below', 300, 120)];
    const kept = { from: gate, to: right, points: [{ x: 48, y: 32 }, { x: 120, y: 32 }] };
    const route = (lines: readonly (typeof kept)[]) => routeFlows([{ id: 'f', from: gate, to: below }], boxes([gate, right, below]), { kept: lines }).get('f')?.[0];
    expect(route([])).toEqual({ x: 48, y: 32 });
    expect(route([kept])).toEqual({ x: 24, y: 56 });
  });
  it('leaves an attached event by its free side only', () => {
    const host = step('a', 0, 0);
    const event: RouteEnd = { id: 'e', box: { x: 60, y: 44, width: 40, height: 40 }, outline: 'round', onlySide: 'bottom' };
    expect(one(event, step('b', 300, 200), [host])[0]).toEqual({ x: 80, y: 84 });
  });
  it('gives different corners of a gateway to its branches', () => {
    const gate: RouteEnd = { id: 'g', box: { x: 0, y: 100, width: 48, height: 48 }, outline: 'diamond' };
    const ends = [step('a', 160, 0), step('b', 160, 92), step('c', 160, 200)];
    const lines = routeFlows(ends.map((to, i) => ({ id: `f${i}`, from: gate, to })), boxes([gate, ...ends]));
    expect(new Set([...lines.values()].map((points) => JSON.stringify(points[0]))).size).toBe(3);
  });
});

describe('throughBends', () => {
  it('meets the outline of a diamond and of a circle straight across', () => {
    const diamond: RouteEnd = { id: 'd', box: { x: 0, y: 0, width: 48, height: 48 }, outline: 'diamond' };
    const line = throughBends(diamond, step('b', 200, 200), [{ x: 100, y: 12 }]);
    expect(line[0]?.y).toBe(12);
    expect(line[0]?.x).toBeCloseTo(36);
  });
  it('is straight without bends', () => {
    expect(throughBends(step('a', 0, 0), step('b', 300, 0), [])).toEqual([{ x: 160, y: 32 }, { x: 300, y: 32 }]);
  });
});

/** A page like a large real one: rows of steps, most flows to a near neighbour, some far, some back. */
function largePage(count: number, flows: number): { readonly ends: RouteEnd[]; readonly requests: RouteRequest[] } {
  const columns = 40;
  const ends = Array.from({ length: count }, (_, i) => step(`n${i}`, (i % columns) * 240, Math.floor(i / columns) * 120 + ((i * 7) % 3) * 8));
  const requests = Array.from({ length: flows }, (_, i) => {
    const from = (i * 2) % count;
    const hop = [1, columns, 2, columns + 1, -1, 1 - columns, 3, 2 * columns][i % 8] ?? 1;
    const to = (from + hop + count) % count;
    return { id: `f${i}`, from: ends[from] as RouteEnd, to: ends[to] as RouteEnd };
  });
  return { ends, requests };
}

it('routes 1,500 flows among 1,000 nodes around all of them', () => {
  const { ends, requests } = largePage(1000, 1500);
  const obstacles = boxes(ends);
  const started = performance.now();
  const lines = routeFlows(requests, obstacles);
  const took = performance.now() - started;
  const index = new BoxIndex(obstacles);
  const through = requests.filter(({ id, from, to }) => hits(lines.get(id) ?? [], from.id, to.id, index) > 0);
  expect(through.map(({ id }) => id)).toEqual([]);
  // Ten times the aim of 300 ms, so that a busy machine does not fail it and a quadratic router does.
  expect(took).toBeLessThan(3000);
});
