import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import type { Catalog } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import { fitPage, moveAlong } from './fit.ts';
import { gridGroup, gridPage } from './grid.ts';
import type { LaneTree } from './parties.ts';
import { drawnGroups, type DrawnGroup } from './systems.ts';

interface Context {
  readonly model: Model;
  readonly catalog: Catalog;
  readonly diagram: Diagram;
}

/** Places everything on a page and in its sub-processes. False where the file's diagram does not say enough to draw the page. */
export function placePage(page: string, roots: readonly LaneTree[], { model, catalog, diagram }: Context): boolean {
  const process = model.processes[page];
  if (process === undefined) return true;
  const drawn = (group: DrawnGroup): boolean => group.nodes.every((node) => !isOwn(node, catalog) || diagram.shapes.has(node.id));
  const before = drawnGroups(model, page);
  const complete = before[0] === undefined || drawn(before[0]);
  const lanesDrawn = roots.length === 0 || roots.some((tree) => tree.shape !== undefined && diagram.shapes.has(tree.shape)) || (before[0]?.nodes.length ?? 0) > 0;
  if (!complete) closeSubprocesses(page, model);
  for (const group of complete ? before : drawnGroups(model, page)) {
    if (group.inside === undefined) {
      model.processes[page] = complete && lanesDrawn ? fitPage(process, roots, group, model, diagram) : gridPage(process, roots, group, model);
    } else if (drawn(group) && onOneSheet(group, diagram)) moveToCorner(group, model);
    else gridGroup(group, model);
  }
  roundPage(page, model);
  return complete;
}

/** Sums of hundredths leave tails of nines behind the point; a file should not carry them. */
function roundPage(page: string, model: Model): void {
  const round = (value: number): number => Math.round(value * 100) / 100;
  for (const node of Object.values(model.nodes)) {
    if (node.process === page) model.nodes[node.id] = { ...node, position: { x: round(node.position.x), y: round(node.position.y) } };
  }
  for (const flow of Object.values(model.flows)) {
    if (flow.process === page && flow.waypoints !== undefined) model.flows[flow.id] = { ...flow, waypoints: flow.waypoints.map(({ x, y }) => ({ x: round(x), y: round(y) })) };
  }
  const process = model.processes[page];
  if (process !== undefined) model.processes[page] = { ...process, lanes: process.lanes.map((lane) => ({ ...lane, size: round(lane.size) })) };
}

/** Flow nodes of the file must be drawn; starts and forks that the import added, notes and groups need not. */
const isOwn = (node: Node, catalog: Catalog): boolean => catalog.nodes.has(node.id);

const onOneSheet = (group: DrawnGroup, diagram: Diagram): boolean =>
  new Set(group.nodes.map((node) => diagram.shapes.get(node.id)?.plane).filter((plane) => plane !== undefined)).size <= 1;

/** On a page without positions nothing can be drawn inside anything else. */
function closeSubprocesses(page: string, model: Model): void {
  for (const node of Object.values(model.nodes)) {
    if (node.process === page && node.kind === 'subprocess' && node.expanded === true) model.nodes[node.id] = { ...node, expanded: false };
  }
}

function moveToCorner(group: DrawnGroup, model: Model): void {
  moveAlong(group, 48, model, false);
  moveAlong(group, 48, model, true);
}
