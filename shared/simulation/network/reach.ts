import type { Reach } from './network.ts';

/** Answers which nodes can still come where, each question worked out once. */
export function compileReach(successors: readonly (readonly number[])[]): Reach {
  const count = successors.length;
  const predecessors: number[][] = successors.map(() => []);
  for (let node = 0; node < count; node += 1) for (const next of successors[node]!) predecessors[next]!.push(node);
  const known = new Map<number, Uint8Array>();

  const sources = (target: number, without: number): Uint8Array => {
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

  return {
    joinFrom: (fork, join, node) => node === join || sources(join, fork)[node] === 1,
    from: (node, target) => sources(target, -1)[node] === 1,
  };
}
