import type { Reach } from './network.ts';

/**
 * Answers which nodes can still come where, each question worked out once. A rejection never leads out of a scope or into
 * one, so joins look at the ways onward only.
 */
export function compileReach(onward: readonly (readonly number[])[], successors: readonly (readonly number[])[]): Reach {
  const joins = sourcesIn(onward);
  const all = sourcesIn(successors);
  let again: Uint8Array | undefined;
  return {
    joinFrom: (fork, join, node) => node === join || joins(join, fork)[node] === 1,
    from: (node, target) => (node === target ? (again ??= onCycles(successors))[node] === 1 : all(target, -1)[node] === 1),
  };
}

/** Which nodes lead to a target, without passing a given node (−1: none is left out). */
function sourcesIn(successors: readonly (readonly number[])[]): (target: number, without: number) => Uint8Array {
  const count = successors.length;
  const predecessors: number[][] = successors.map(() => []);
  for (let node = 0; node < count; node += 1) for (const next of successors[node]!) predecessors[next]!.push(node);
  const known = new Map<number, Uint8Array>();

  return (target, without) => {
    const key = target * (count + 1) + without + 1;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = new Uint8Array(count);
    const open = [target];
    while (open.length > 0) {
      for (const node of predecessors[open.pop()!]!) {
        if (node === without || found[node] === 1) continue;
        found[node] = 1;
        open.push(node);
      }
    }
    known.set(key, found);
    return found;
  };
}

/** Which nodes a token can come back to: those on a cycle, all found in one pass (Tarjan 1972). */
function onCycles(successors: readonly (readonly number[])[]): Uint8Array {
  const count = successors.length;
  const found = new Uint8Array(count);
  const order = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const waiting = new Uint8Array(count);
  const component: number[] = [];
  let next = 0;
  const enter = (node: number): { readonly node: number; way: number } => {
    order[node] = lowest[node] = next++;
    waiting[node] = 1;
    component.push(node);
    return { node, way: 0 };
  };
  for (let root = 0; root < count; root += 1) {
    if (order[root]! >= 0) continue;
    const stack = [enter(root)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { node } = top;
      const way = successors[node]![top.way++];
      if (way === undefined) {
        stack.pop();
        const before = stack.at(-1);
        if (before !== undefined) lowest[before.node] = Math.min(lowest[before.node]!, lowest[node]!);
        if (lowest[node] === order[node]) close(node);
      } else if (order[way]! < 0) stack.push(enter(way));
      else if (waiting[way] === 1) lowest[node] = Math.min(lowest[node]!, order[way]!);
    }
  }
  return found;

  function close(node: number): void {
    const members = component.splice(component.lastIndexOf(node));
    const cyclic = members.length > 1 || successors[node]!.includes(node);
    for (const member of members) {
      waiting[member] = 0;
      if (cyclic) found[member] = 1;
    }
  }
}
