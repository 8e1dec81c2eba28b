import type { ModdleElement } from 'bpmn-moddle';
import type { Point } from '../../document/model/fields.ts';
import { laneBands } from '../../document/model/lanes.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import type { Box } from './diagram.ts';
import { drawnGroups, type DrawnGroup } from './systems.ts';
import type { Factory } from './write-elements.ts';
import { stripOf, type PlannedPage } from './write-plan.ts';

/** Thickness of the name strip of a pool or lane in BPMN. */
const strip = 30;
const edge = 48;

/** The diagrams of a page: the page itself, and one for each closed sub-process with content. */
export function writeDiagrams(page: PlannedPage, shown: ModdleElement, model: Model, factory: Factory): ModdleElement[] {
  return drawnGroups(model, page.process.id).flatMap((group) => {
    const inside = group.inside === undefined ? undefined : factory.written.get(group.inside);
    if (group.inside !== undefined && inside === undefined) return [];
    const shapes = group.inside === undefined ? poolShapes(page, group, model, factory) : [];
    return [diagram(inside ?? shown, [...shapes, ...nodeShapes(group, factory), ...edges(page, group, model, factory)], page.process.name, factory)];
  });
}

function diagram(element: ModdleElement, planeElement: ModdleElement[], name: string, factory: Factory): ModdleElement {
  const id = String(element.get('id'));
  return factory.create('bpmndi:BPMNDiagram', {
    id: factory.xmlId(`diagram-${id}`), name,
    plane: factory.create('bpmndi:BPMNPlane', { id: factory.xmlId(`plane-${id}`), bpmnElement: element, planeElement }),
  });
}

function poolShapes(page: PlannedPage, group: DrawnGroup, model: Model, factory: Factory): ModdleElement[] {
  const upright = page.process.orientation === 'vertical';
  const bands = new Map(laneBands(model, page.process).map((band) => [band.party, band]));
  const ends = group.nodes.map((node) => (upright ? node.position.y + sizeOfNode(node).height : node.position.x + sizeOfNode(node).width));
  const length = Math.max(page.process.length ?? 0, 600, ...ends) + edge;
  const shapes: ModdleElement[] = [];
  const add = (id: string, element: ModdleElement | undefined, depth: number, offset: number, size: number): void => {
    if (element === undefined) return;
    const along = depth * strip;
    const box = upright ? { x: offset, y: along, width: size, height: length - along } : { x: along, y: offset, width: length - along, height: size };
    shapes.push(factory.create('bpmndi:BPMNShape', { id: factory.xmlId(`shape-${id}`), bpmnElement: element, isHorizontal: !upright, bounds: bounds(box, factory) }));
  };
  const addLanes = (parties: readonly string[], depth: number): void => {
    for (const party of parties) {
      const band = bands.get(party);
      if (band !== undefined) add(party, factory.written.get(party), depth, band.offset, Math.max(1, band.size));
      addInner(party, page.childrenOf.get(party) ?? [], depth + 1);
    }
  };
  const addInner = (owner: string, parties: readonly string[], depth: number): void => {
    const band = bands.get(owner);
    if (band !== undefined) add(stripOf(owner), factory.written.get(stripOf(owner)), depth, band.offset, Math.max(1, band.own));
    addLanes(parties, depth);
  };
  for (const pool of page.pools) {
    const inside = pool.frame ? pool.lanes.flatMap((party) => bands.get(party) ?? []) : [bands.get(pool.id)].filter((band) => band !== undefined);
    const from = Math.min(...inside.map((band) => band.offset));
    const to = Math.max(...inside.map((band) => band.offset + band.size));
    if (inside.length > 0) add(pool.id, factory.written.get(pool.id), 0, from, Math.max(1, to - from));
    addInner(pool.id, pool.lanes, 1);
  }
  return shapes;
}

function nodeShapes(group: DrawnGroup, factory: Factory): ModdleElement[] {
  return group.nodes.flatMap((node) => {
    const element = factory.written.get(node.id);
    if (element === undefined) return [];
    return [
      factory.create('bpmndi:BPMNShape', {
        id: factory.xmlId(`shape-${node.id}`), bpmnElement: element, bounds: bounds(boxOf(node), factory),
        ...(node.kind === 'subprocess' && { isExpanded: node.expanded === true }),
        ...(node.kind === 'gateway' && node.decides === 'oneOf' && { isMarkerVisible: true }),
      }),
    ];
  });
}

function edges(page: PlannedPage, group: DrawnGroup, model: Model, factory: Factory): ModdleElement[] {
  const here = new Set(group.nodes.map((node) => node.id));
  return page.flows.flatMap((flow) => {
    const element = factory.written.get(flow.id);
    const from = model.nodes[flow.from];
    const to = model.nodes[flow.to];
    if (element === undefined || from === undefined || to === undefined || !here.has(from.id) || !here.has(to.id)) return [];
    const bends = flow.waypoints;
    const points = bends === undefined ? squareLine(boxOf(from), boxOf(to)) : [dock(from, bends[0] ?? middle(to)), ...bends, dock(to, bends.at(-1) ?? middle(from))];
    const waypoint = points.map(({ x, y }) => factory.create('dc:Point', { x: round(x), y: round(y) }));
    const edge = factory.create('bpmndi:BPMNEdge', { id: factory.xmlId(`edge-${flow.id}`), bpmnElement: element, waypoint });
    if (bends === undefined) edge.$attrs['crossflow:routed'] = 'true';
    return [edge];
  });
}

const boxOf = (node: Node): Box => ({ ...node.position, ...sizeOfNode(node) });
const middle = (node: Node): Point => {
  const { x, y, width, height } = boxOf(node);
  return { x: x + width / 2, y: y + height / 2 };
};
const round = (value: number): number => Math.round(value * 100) / 100;
const bounds = ({ x, y, width, height }: Box, factory: Factory): ModdleElement =>
  factory.create('dc:Bounds', { x: round(x), y: round(y), width: round(width), height: round(height) });

/** A plain line in right angles for a flow whose bends nobody set; reading it back, we draw our own again. */
function squareLine(from: Box, to: Box): Point[] {
  const [a, b] = [{ x: from.x + from.width / 2, y: from.y + from.height / 2 }, { x: to.x + to.width / 2, y: to.y + to.height / 2 }];
  if (to.x >= from.x + from.width) {
    const half = (from.x + from.width + to.x) / 2;
    const ends = [{ x: from.x + from.width, y: a.y }, { x: to.x, y: b.y }] as const;
    return Math.abs(a.y - b.y) < 1 ? [...ends] : [ends[0], { x: half, y: a.y }, { x: half, y: b.y }, ends[1]];
  }
  const down = b.y >= a.y;
  const ends = [{ x: a.x, y: down ? from.y + from.height : from.y }, { x: b.x, y: down ? to.y : to.y + to.height }] as const;
  const half = (ends[0].y + ends[1].y) / 2;
  return Math.abs(a.x - b.x) < 1 ? [...ends] : [ends[0], { x: a.x, y: half }, { x: b.x, y: half }, ends[1]];
}

/** Where a line from the middle of a node towards a point leaves its box. */
function dock(node: Node, towards: Point): Point {
  const { width, height } = boxOf(node);
  const centre = middle(node);
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  if (dx === 0 && dy === 0) return centre;
  const scale = Math.min(dx === 0 ? Infinity : width / 2 / Math.abs(dx), dy === 0 ? Infinity : height / 2 / Math.abs(dy), 1);
  return { x: centre.x + dx * scale, y: centre.y + dy * scale };
}
