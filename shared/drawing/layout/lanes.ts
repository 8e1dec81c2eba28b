import type { Lane, Model, Process } from '../../document/model/model.ts';
import type { Party } from '../../document/model/organisation.ts';
import { partyWithParents } from '../../document/model/queries.ts';
import type { Box } from '../scene.ts';

/** Length of a lane's header along the lane, and of the header of a lane that holds lanes. */
export const laneHeader = 144;
export const parentHeader = 112;
/** The same where lanes stand upright. */
export const uprightHeader = 56;
/** Thickness of a lane that is folded. */
export const foldedLane = 40;
/** Space kept free between a header and the first node, and behind the last one. */
export const lanePadding = 24;

export interface LaneBox {
  readonly lane: Lane;
  readonly party: Party;
  readonly depth: number;
  /** Holds no other lane of this page. */
  readonly leaf: boolean;
  /** Where its own nodes lie across the page: its box, or its strip before the lanes it holds; undefined without one. */
  readonly own: Box | undefined;
  readonly box: Box;
  readonly header: Box;
  readonly body: Box;
}

export interface LaneLayout {
  readonly orientation: 'horizontal' | 'vertical';
  /** Parents before their children, in drawing order. */
  readonly lanes: readonly LaneBox[];
  /** Undefined on a page without lanes. */
  readonly bounds: Box | undefined;
}

interface Branch {
  readonly lane: Lane;
  readonly party: Party;
  readonly children: Branch[];
}

/** The page's lanes as a tree: a lane lies in the nearest of its party's parents that has a lane here. */
function tree(model: Model, process: Process): readonly Branch[] {
  const branches = new Map<string, Branch>();
  const ordered: Branch[] = [];
  for (const lane of process.lanes) {
    const party = model.parties[lane.party];
    if (!party || branches.has(party.id)) continue;
    const branch = { lane, party, children: [] };
    branches.set(party.id, branch);
    ordered.push(branch);
  }
  return ordered.filter((branch) => {
    const parent = partyWithParents(model, branch.party.id).slice(1).find((party) => branches.has(party.id));
    if (parent) branches.get(parent.id)?.children.push(branch);
    return parent === undefined;
  });
}

const shown = (branch: Branch): readonly Branch[] => (branch.lane.collapsed ? [] : branch.children);
const isLeaf = (branch: Branch): boolean => shown(branch).length === 0;
const depthOf = (branches: readonly Branch[]): number => branches.reduce((most, branch) => Math.max(most, 1 + depthOf(shown(branch))), 0);

/** Thickness of the part of a lane in which its own nodes lie; 0 for one that only holds lanes. */
function ownThickness(branch: Branch): number {
  if (branch.lane.collapsed) return foldedLane;
  return isLeaf(branch) || branch.lane.ownWork === true ? branch.lane.size : 0;
}

/** Thickness of a lane: its own, and that of the lanes it holds. */
const thickness = (branch: Branch): number => shown(branch).reduce((sum, child) => sum + thickness(child), ownThickness(branch));

/** Ids of the parties whose lanes on this page take nodes of their own, in order: the bands that nodes lie in. */
export function workingParties(model: Model, process: Process): readonly string[] {
  const collect = (branches: readonly Branch[]): string[] => branches.flatMap((branch) => [...(ownThickness(branch) > 0 ? [branch.party.id] : []), ...collect(shown(branch))]);
  return collect(tree(model, process));
}

/** Length that all headers of the page take along the lanes. */
export function headerLength(model: Model, process: Process): number {
  const depth = depthOf(tree(model, process));
  if (depth === 0) return 0;
  return process.orientation === 'vertical' ? depth * uprightHeader : (depth - 1) * parentHeader + laneHeader;
}

/**
 * Boxes of all lanes of a page, stacked from 0 in the order of the document, nested ones inside their parents.
 * `content` is the box of the page's nodes: lanes reach around it, and headers step back where a node lies further out.
 */
export function layOutLanes(model: Model, process: Process, content: Box | undefined): LaneLayout {
  const orientation = process.orientation ?? 'horizontal';
  const roots = tree(model, process);
  if (roots.length === 0) return { orientation, lanes: [], bounds: undefined };
  const upright = orientation === 'vertical';
  const headers = headerLength(model, process);
  const contentStart = content ? (upright ? content.y : content.x) : headers;
  const contentEnd = content ? (upright ? content.y + content.height : content.x + content.width) : 0;
  const start = Math.min(0, contentStart - lanePadding - headers);
  const end = Math.max(start + headers + 320, process.length === undefined ? 0 : start + process.length, contentEnd + 2 * lanePadding);
  const step = upright ? uprightHeader : parentHeader;
  const box = (from: number, across: number, length: number, thick: number): Box =>
    upright ? { x: across, y: from, width: thick, height: length } : { x: from, y: across, width: length, height: thick };

  const lanes: LaneBox[] = [];
  const stack = (branch: Branch, depth: number, across: number): number => {
    const thick = thickness(branch);
    const from = start + depth * step;
    const leaf = isLeaf(branch);
    const headerEnd = leaf ? start + headers : from + step;
    const own = ownThickness(branch);
    const whole = box(from, across, end - from, thick);
    lanes.push({
      lane: branch.lane, party: branch.party, depth, leaf,
      own: leaf ? whole : own > 0 ? box(headerEnd, across, end - headerEnd, own) : undefined,
      box: whole,
      header: box(from, across, headerEnd - from, thick),
      body: box(headerEnd, across, end - headerEnd, thick),
    });
    let inner = across + (leaf ? 0 : own);
    for (const child of shown(branch)) inner = stack(child, depth + 1, inner);
    return across + thick;
  };
  let across = 0;
  for (const root of roots) across = stack(root, 0, across);
  return { orientation, lanes, bounds: box(start, 0, end - start, across) };
}
