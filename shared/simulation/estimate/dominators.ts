/**
 * The nearest node that every way from `root` to a node passes (Cooper, Harvey and Kennedy 2001), −1 for the root and
 * for nodes that are not reached. `ways` lists where one goes from each node.
 */
export function dominators(root: number, ways: readonly (readonly number[])[]): Int32Array {
  const count = ways.length;
  const rank = new Int32Array(count).fill(-1);
  const finished: number[] = [];
  const seen = new Uint8Array(count);
  seen[root] = 1;
  const stack = [{ node: root, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const way = ways[top.node]![top.next];
    top.next += 1;
    if (way === undefined) finished.push(stack.pop()!.node);
    else if (seen[way] === 0) {
      seen[way] = 1;
      stack.push({ node: way, next: 0 });
    }
  }
  const order = finished.reverse();
  for (const [place, node] of order.entries()) rank[node] = place;
  const before: number[][] = order.map(() => []);
  for (const [place, node] of order.entries()) for (const way of ways[node]!) before[rank[way]!]!.push(place);
  const nearest = new Int32Array(order.length).fill(-1);
  nearest[0] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let place = 1; place < order.length; place += 1) {
      let common = -1;
      for (const previous of before[place]!) {
        if (nearest[previous]! < 0) continue;
        common = common < 0 ? previous : meeting(nearest, previous, common);
      }
      if (common === nearest[place]) continue;
      nearest[place] = common;
      changed = true;
    }
  }
  const result = new Int32Array(count).fill(-1);
  for (const [place, node] of order.entries()) if (place > 0) result[node] = order[nearest[place]!]!;
  return result;
}

function meeting(nearest: Int32Array, one: number, other: number): number {
  let a = one;
  let b = other;
  while (a !== b) {
    while (a > b) a = nearest[a]!;
    while (b > a) b = nearest[b]!;
  }
  return a;
}
