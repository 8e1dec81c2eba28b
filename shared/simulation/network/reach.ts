import type { Reach } from './network.ts';

/**
 * Answers which nodes can still come where, each question worked out once. A rejection never leads out of a scope or into
 * one, so joins look at the ways onward only.
 */
export function compileReach(onward: readonly (readonly number[])[], successors: readonly (readonly number[])[]): Reach {
  const joins = sourcesIn(onward);
  const all = sourcesIn(successors);
  return {
    joinFrom: (fork, join, node) => node === join || joins(join, fork)[node] === 1,
    from: (node, target) => all(target, -1)[node] === 1,
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
