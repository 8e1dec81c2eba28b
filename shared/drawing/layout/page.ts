import type { Flow } from '../../document/model/flow.ts';
import { laneBands } from '../../document/model/lanes.ts';
import type { Model, Process } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { type Box, type Point, grow } from '../scene.ts';
import { BoxIndex } from './box-index.ts';
import { inFoldedLanes, isFlat } from './folded.ts';
import { isAttached, labelBox } from './node-box.ts';
import { type BorderedLine, offBorders } from './routing/off-borders.ts';
import { type Outline, type RouteEnd, type Side, throughBends } from './routing/ports.ts';
import { type KeptLine, obstacle, routeFlows } from './routing/route.ts';

/** Nodes and flows that are drawn on one page, or inside one sub-process. */
export interface Page {
  readonly process: Process;
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
}

/**
 * What a page shows: the nodes at its level and those inside sub-processes that are open in place.
 * `within` names the sub-process whose inside is the page; absent for the process itself.
 */
export function pageOf(model: Model, process: Process, within?: string): Page {
  const shown = (node: Node): boolean => {
    const seen = new Set<string>();
    let parent = node.parent;
    while (parent !== within) {
      if (parent === undefined || seen.has(parent)) return false;
      seen.add(parent);
      const holder = model.nodes[parent];
      if (holder?.kind !== 'subprocess' || !holder.expanded) return false;
      parent = holder.parent;
    }
    return true;
  };
  const nodes = Object.values(model.nodes).filter((node) => node.process === process.id && shown(node));
  const ids = new Set(nodes.map((node) => node.id));
  const flows = Object.values(model.flows).filter((flow) => ids.has(flow.from) && ids.has(flow.to));
  // The inside of a sub-process is one team's matter: it has no lanes of its own.
  return within === undefined ? { process, nodes: inFoldedLanes(model, process, nodes), flows } : { process: { ...process, lanes: [] }, nodes, flows };
}

/** Whether lines may pass over a node: frames are no obstacles. */
export const isFrame = (node: Node): boolean => node.kind === 'group' || (node.kind === 'subprocess' && node.expanded === true);

const outlines: Readonly<Partial<Record<Node['kind'], Outline>>> = { gateway: 'diamond', fork: 'diamond', join: 'diamond', start: 'round', end: 'round', event: 'round' };

function freeSide(event: Box, host: Box): Side {
  const dx = event.x + event.width / 2 - host.x - host.width / 2;
  const dy = event.y + event.height / 2 - host.y - host.height / 2;
  return Math.abs(dx) / host.width > Math.abs(dy) / host.height ? (dx < 0 ? 'left' : 'right') : dy < 0 ? 'top' : 'bottom';
}

/** The end that a node offers to lines. */
export function endOf(model: Model, node: Node): RouteEnd {
  const box = { ...sizeOfNode(node), x: node.position.x, y: node.position.y };
  const outline = outlines[node.kind] ?? 'box';
  const host = node.kind === 'event' && node.attachedTo !== undefined ? model.nodes[node.attachedTo] : undefined;
  if (!host) return { id: node.id, box, outline };
  return { id: node.id, box, outline, onlySide: freeSide(box, { ...sizeOfNode(host), x: host.position.x, y: host.position.y }) };
}

/** Whether a line reaches one of its ends neither level nor upright. */
function slants(points: readonly Point[]): boolean {
  const aslant = (a: Point | undefined, b: Point | undefined): boolean => a !== undefined && b !== undefined && Math.abs(a.x - b.x) > 4 && Math.abs(a.y - b.y) > 4;
  return aslant(points[0], points[1]) || aslant(points.at(-2), points.at(-1));
}

/** The line of every flow of a page, from outline to outline: through its stored bends, or routed. */
export function routePage(model: Model, page: Page): ReadonlyMap<string, readonly Point[]> {
  const ends = new Map(page.nodes.map((node) => [node.id, endOf(model, node)]));
  const lines = new Map<string, readonly Point[]>();
  const flat = new Set(page.nodes.filter(isFlat).map((node) => node.id));
  const kept: KeptLine[] = [];
  const requests = [];
  for (const flow of page.flows) {
    const from = ends.get(flow.from);
    const to = ends.get(flow.to);
    if (!from || !to) continue;
    const bent = flow.waypoints && !flat.has(flow.from) && !flat.has(flow.to) ? throughBends(from, to, flow.waypoints) : undefined;
    // Where lanes were moved apart, bends of other tools can end up aslant of their nodes: such a line finds its way anew.
    if (bent && !slants(bent)) {
      lines.set(flow.id, bent);
      kept.push({ from, to, points: bent });
    }
    else requests.push({ id: flow.id, from, to });
  }
  const upright = page.process.orientation === 'vertical';
  const obstacles = page.nodes.filter((node) => !isFrame(node)).map((node) => obstacle(node.id, { ...sizeOfNode(node), x: node.position.x, y: node.position.y }));
  // Names of round nodes stay where they are, so lines go around them too; those of gateways move out of the way.
  for (const node of page.nodes) {
    const label = outlines[node.kind] === 'round' && !isAttached(node) ? labelBox(node, { edge: upright ? 'beside' : 'below' }) : undefined;
    if (label) obstacles.push(obstacle(`${node.id} name`, grow(label, -5)));
  }
  for (const [id, points] of routeFlows(requests, obstacles, { orientation: page.process.orientation ?? 'horizontal', kept })) lines.set(id, points);
  const bands = laneBands(model, page.process).filter((band) => band.own > 0);
  const bordered = page.flows.flatMap((flow): (BorderedLine & { readonly id: string })[] => {
    const points = lines.get(flow.id);
    return points === undefined ? [] : [{ id: flow.id, from: flow.from, to: flow.to, points }];
  });
  offBorders(bordered, bands.flatMap(({ offset, own }) => [offset, offset + own]), upright ? 'x' : 'y', () => new BoxIndex(obstacles));
  for (const { id, points } of bordered) lines.set(id, points);
  return lines;
}
