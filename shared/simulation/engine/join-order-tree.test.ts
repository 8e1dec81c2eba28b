import { expect, test } from 'vitest';
import { JoinOrderTree } from './join-order-tree.ts';

test('an item is charged for those behind it only, at the rate of the unit clock', () => {
  // given items 1, 2, 3 that wait in this order
  const tree = new JoinOrderTree();
  tree.join(1);
  tree.join(2);
  tree.join(3);
  const first = tree.behind(1, 10);
  const second = tree.behind(2, 10);
  // when 3 is served from clock 10 to 14, then 2 from 14 on
  tree.serve(3, 1, 10);
  tree.serve(3, -1, 14);
  tree.serve(2, 1, 14);
  // then at clock 15 item 1 lost 4 + 1 to them, item 2 lost 4
  expect(tree.behind(1, 15) - first).toBe(5);
  expect(tree.behind(2, 15) - second).toBe(4);
});

test('who was never announced counts for those before it, and not for those after', () => {
  const tree = new JoinOrderTree();
  tree.join(2);
  tree.join(6);
  tree.serve(4, 1, 0);
  tree.serve(4, -1, 3);
  expect(tree.behind(2, 3)).toBe(3);
  expect(tree.behind(6, 3)).toBe(0);
});

test('renumbering keeps every reading of those who wait', () => {
  const tree = new JoinOrderTree(4);
  for (const sequence of [1, 2, 3, 4]) tree.join(sequence);
  tree.serve(4, 1, 0);
  tree.serve(4, -1, 2);
  tree.serve(2, 1, 2);
  const one = tree.behind(1, 5);
  const three = tree.behind(3, 5);
  expect(tree.full).toBe(true);
  tree.renumber(Float64Array.of(1, 3), 2);
  expect(tree.behind(1, 5)).toBe(one);
  expect(tree.behind(3, 5)).toBe(three);
  tree.serve(2, -1, 6);
  expect(tree.behind(1, 6)).toBe(one + 1);
  expect(tree.behind(3, 6)).toBe(three);
});
