import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog, FileNode } from './catalog.ts';
import type { Box, Diagram } from './diagram.ts';
import { attribute } from './namespaces.ts';
import type { Page } from './pages.ts';
import { leavesOf, type LaneTree, type PageLanes } from './parties.ts';

/**
 * The lane of every node of a page: as its lane says, else where it is drawn, else beside what comes before or after it,
 * else the first lane of its pool. Content of a sub-process lies in the lane of the sub-process, an attached event in
 * that of its step.
 */
export function readMembership(page: Page, lanes: PageLanes, catalog: Catalog, diagram: Diagram, report: ReportBuilder): Map<string, string> {
  const leaves = new Set(leavesOf(lanes.roots).map((leaf) => leaf.party));
  const party = new Map<string, string>();
  const onPage = [...catalog.nodes.values()].filter((node) => node.parent === undefined && page.processes.includes(node.process));
  for (const lane of catalog.lanes) {
    const id = lanes.partyOf.get(lane.id);
    if (lane.container === undefined && id !== undefined && leaves.has(id)) for (const member of lane.members) if (!party.has(member)) party.set(member, id);
  }
  for (const node of onPage) {
    const own = lanes.partyOfProcess.get(node.process);
    if (!party.has(node.id) && own !== undefined && leaves.has(own)) party.set(node.id, own);
  }
  for (const node of onPage) {
    const host = node.element.name === 'boundaryEvent' ? catalog.resolve(attribute(node.element, 'attachedToRef')) : undefined;
    const hosted = host === undefined ? undefined : party.get(host);
    if (hosted !== undefined) party.set(node.id, hosted);
  }
  const lost = onPage.filter((node) => !party.has(node.id));
  for (const node of lost) {
    const where = drawnIn(node, lanes.roots, page, diagram);
    if (where !== undefined) party.set(node.id, where);
  }
  followFlows(lost, party, catalog);
  for (const node of lost) if (!party.has(node.id)) party.set(node.id, firstLeaf(node, page, lanes) ?? '');
  if (lost.length > 0 && leaves.size > 1) report.add('guessed', message('interchange.guessedLanes', { n: lost.length }), undefined, lost.length);
  for (const node of catalog.nodes.values()) {
    if (node.parent === undefined || !page.processes.includes(node.process)) continue;
    const around = party.get(outermost(node, catalog));
    if (around !== undefined) party.set(node.id, around);
  }
  return party;
}

function outermost(node: FileNode, catalog: Catalog): string {
  let id = node.id;
  for (let current: FileNode | undefined = node; current?.parent !== undefined; current = catalog.nodes.get(current.parent)) id = current.parent;
  return id;
}

const holds = (box: Box, x: number, y: number): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** The innermost lane whose shape holds the middle of the node's. */
function drawnIn(node: FileNode, trees: readonly LaneTree[], page: Page, diagram: Diagram): string | undefined {
  const shape = diagram.shapes.get(node.id);
  if (shape === undefined) return undefined;
  const ownPool = page.participants.find((one) => one.process === node.process)?.id;
  const x = shape.box.x + shape.box.width / 2;
  const y = shape.box.y + shape.box.height / 2;
  const search = (list: readonly LaneTree[]): string | undefined => {
    for (const tree of list) {
      const drawn = tree.shape === undefined ? undefined : diagram.shapes.get(tree.shape);
      const inside = tree.children.length === 0 ? undefined : search(tree.children);
      if (inside !== undefined) return inside;
      if (drawn !== undefined && drawn.plane === shape.plane && holds(drawn.box, x, y) && tree.children.length === 0) return tree.party;
    }
    return undefined;
  };
  const pool = ownPool === undefined ? undefined : trees.find((tree) => tree.party === ownPool);
  return search(pool === undefined ? trees : [pool]);
}

function followFlows(lost: readonly FileNode[], party: Map<string, string>, catalog: Catalog): void {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { element } of catalog.sequenceFlows) {
    const from = catalog.resolve(attribute(element, 'sourceRef'));
    const to = catalog.resolve(attribute(element, 'targetRef'));
    if (from === undefined || to === undefined) continue;
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  let open = lost.filter((node) => !party.has(node.id));
  for (let found = true; found && open.length > 0; ) {
    found = false;
    for (const node of open) {
      const neighbour = [...(before.get(node.id) ?? []), ...(after.get(node.id) ?? [])].find((id) => party.has(id));
      const lane = neighbour === undefined ? undefined : party.get(neighbour);
      if (lane === undefined) continue;
      party.set(node.id, lane);
      found = true;
    }
    open = open.filter((node) => !party.has(node.id));
  }
}

function firstLeaf(node: FileNode, page: Page, lanes: PageLanes): string | undefined {
  const pool = page.participants.find((one) => one.process === node.process)?.id;
  const tree = lanes.roots.find((root) => root.party === pool);
  return (leavesOf(tree === undefined ? lanes.roots : [tree])[0] ?? leavesOf(lanes.roots)[0])?.party;
}
