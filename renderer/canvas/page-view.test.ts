import { expect, it } from 'vitest';
import { flowAtPoint } from './page-view.ts';
import { samplePage, viewOf } from './sample-page.ts';

it('a line is found near where it runs and nowhere else', () => {
  const view = viewOf(samplePage());
  const points = view.plan.flows[0]?.points ?? [];
  for (const [index, from] of points.slice(0, -1).entries()) {
    const to = points[index + 1] ?? from;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    expect(flowAtPoint(view, { x: middle.x + 5, y: middle.y + 5 }, 8)).toBe('f');
    expect(flowAtPoint(view, { x: middle.x + 300, y: middle.y + 300 }, 8)).toBeUndefined();
  }
  const end = points.at(-1) ?? { x: 0, y: 0 };
  expect(flowAtPoint(view, { x: end.x + 7, y: end.y }, 8)).toBe('f');
  expect(flowAtPoint(view, { x: end.x + 9, y: end.y }, 8)).toBeUndefined();
});
