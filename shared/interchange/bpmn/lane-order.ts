import type { LaneTree } from './parties.ts';

/** Length of the header of a lane, of one that holds lanes, and of either where lanes stand upright. */
const header = 144;
const parentHeader = 112;
const uprightHeader = 56;
const padding = 24;

const depthOf = (trees: readonly LaneTree[]): number => trees.reduce((most, tree) => Math.max(most, 1 + depthOf(tree.children)), 0);

/** Where the first node of a page may begin, along the lanes. */
export function headerRoom(roots: readonly LaneTree[], upright: boolean): number {
  const depth = depthOf(roots);
  if (depth === 0) return padding;
  return padding + (upright ? depth * uprightHeader : (depth - 1) * parentHeader + header);
}

export interface OrderedLane {
  readonly party: string;
  /** Nodes lie in it: it holds no lanes, or keeps a strip of its own before them. */
  readonly leaf: boolean;
  readonly strip: boolean;
}

/** Lanes in drawing order, parents before their children, siblings by where they begin; those drawn nowhere come last. */
export function orderedLanes(roots: readonly LaneTree[], beginning: (party: string) => number | undefined): OrderedLane[] {
  const first = (tree: LaneTree): number =>
    tree.children.length === 0 ? (beginning(tree.party) ?? Infinity) : Math.min(...tree.children.map(first));
  const place = (trees: readonly LaneTree[]): OrderedLane[] =>
    trees
      .map((tree, index) => ({ tree, index, at: first(tree) }))
      .toSorted((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
      .flatMap(({ tree }) => {
        const inner = tree.children.filter((child) => child.party !== tree.party);
        const own = inner.length < tree.children.length;
        return [{ party: tree.party, leaf: own || inner.length === 0, strip: own && inner.length > 0 }, ...place(inner)];
      });
  return place(roots);
}
