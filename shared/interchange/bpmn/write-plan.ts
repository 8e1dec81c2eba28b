import { laneParents } from '../../document/model/lanes.ts';
import type { Flow } from '../../document/model/flow.ts';
import type { Model, Process } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';

/** A pool of the written file: one party, or a frame around several whose work crosses between them. */
export interface PlannedPool {
  readonly id: string;
  readonly name: string;
  /** The process behind the pool; a pool without nodes has none. */
  readonly process: string | undefined;
  /** Our own frame around a page's lanes, which is no party. */
  readonly frame: boolean;
  /** The outermost lanes inside: the party's children, or the parties themselves where it is a frame. */
  readonly lanes: readonly string[];
  /** Everything in it, sub-process content included. */
  readonly nodes: readonly Node[];
}

export interface PlannedPage {
  readonly process: Process;
  /** Empty for a page without lanes: then its nodes stand in `loose`. */
  readonly pools: readonly PlannedPool[];
  readonly loose: readonly Node[];
  readonly flows: readonly Flow[];
  /** Children of each lane, in drawing order. */
  readonly childrenOf: ReadonlyMap<string | undefined, readonly string[]>;
}

/**
 * How a page becomes pools. BPMN lets no sequence flow leave a pool, so parties between which work moves share one,
 * as its lanes; every other outermost party is a pool of its own.
 */
export function planPage(model: Model, process: Process): PlannedPage {
  const parents = laneParents(model, process);
  const childrenOf = new Map<string | undefined, string[]>();
  for (const { party } of process.lanes) {
    const parent = parents.get(party);
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), party]);
  }
  const rootOf = (party: string): string => {
    let root = party;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const nodes = Object.values(model.nodes).filter((node) => node.process === process.id);
  const flows = Object.values(model.flows).filter((flow) => flow.process === process.id);
  const roots = childrenOf.get(undefined) ?? [];
  const [firstRoot] = roots;
  if (firstRoot === undefined) return { process, pools: [], loose: nodes, flows, childrenOf };

  const onPage = new Set(process.lanes.map((lane) => lane.party));
  const rootOfNode = (node: Node): string => {
    const subject = node.kind === 'note' && node.party === undefined && node.about !== undefined ? model.nodes[node.about] : undefined;
    return subject === undefined ? rootOfLane(node) : rootOfLane(subject);
  };
  const rootOfLane = (node: Node): string => (node.party !== undefined && onPage.has(node.party) ? rootOf(node.party) : firstRoot);
  const leader = new Map(roots.map((root) => [root, root]));
  const find = (root: string): string => {
    const next = leader.get(root) ?? root;
    return next === root ? root : find(next);
  };
  for (const flow of flows) {
    if (flow.kind === 'information') continue;
    const from = model.nodes[flow.from];
    const to = model.nodes[flow.to];
    if (from === undefined || to === undefined) continue;
    const [a, b] = [find(rootOfNode(from)), find(rootOfNode(to))];
    if (a !== b) leader.set(roots.indexOf(a) < roots.indexOf(b) ? b : a, roots.indexOf(a) < roots.indexOf(b) ? a : b);
  }
  const pools: PlannedPool[] = [];
  for (const root of roots.filter((one) => find(one) === one)) {
    const members = roots.filter((one) => find(one) === root);
    const inside = nodes.filter((node) => find(rootOfNode(node)) === root);
    const frame = members.length > 1;
    const id = frame ? `pool-${root}` : root;
    const children = childrenOf.get(root) ?? [];
    pools.push({
      id,
      name: frame ? process.name : (model.parties[root]?.name ?? root),
      process: inside.some((node) => node.kind !== 'note') || frame || children.length > 0 ? `process-${root}` : undefined,
      frame,
      lanes: frame ? members : children,
      nodes: inside,
    });
  }
  return { process, pools, loose: [], flows, childrenOf };
}

/** Whether a lane of the page keeps a strip for its own work before the lanes that it holds. */
export const keepsStrip = ({ process, childrenOf }: PlannedPage, party: string): boolean =>
  (childrenOf.get(party)?.length ?? 0) > 0 && process.lanes.some((lane) => lane.party === party && lane.ownWork === true);

/** The name under which that strip is written. */
export const stripOf = (party: string): string => `own-${party}`;
