import type { Point } from '../../document/model/fields.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import type { Catalog } from './catalog.ts';
import { attribute, nameOfElement, numberAttribute, ownAttribute } from './namespaces.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Shape {
  readonly box: Box;
  readonly horizontal?: boolean;
  readonly expanded?: boolean;
  /** Index of the plane it is drawn on. */
  readonly plane: number;
}

export interface Plane {
  /** The collaboration, process or sub-process that it shows. */
  readonly element?: string;
  readonly name?: string;
}

/** Diagram interchange of a file, by the element that each shape and edge stands for. */
export interface Diagram {
  readonly planes: readonly Plane[];
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

const children = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name);

/** Reads every plane. A second shape of one element is left out and reported; shapes without size or element too. */
export function readDiagram(catalog: Catalog, report: ReportBuilder): Diagram {
  const planes: Plane[] = [];
  const shapes = new Map<string, Shape>();
  const edges = new Map<string, readonly Point[]>();
  let doubled = 0;
  for (const diagram of children(catalog.definitions, 'BPMNDiagram')) {
    for (const element of children(diagram, 'BPMNPlane')) {
      const shown = catalog.resolve(attribute(element, 'bpmnElement'));
      const name = nameOfElement(diagram);
      planes.push({ ...(shown !== undefined && { element: shown }), ...(name !== undefined && { name }) });
      for (const child of element.children) {
        const id = catalog.resolve(attribute(child, 'bpmnElement'));
        if (id === undefined) continue;
        if (child.name === 'BPMNShape') {
          const shape = readShape(child, planes.length - 1);
          if (shape === undefined) continue;
          if (shapes.has(id)) doubled += 1;
          else shapes.set(id, shape);
        } else if (child.name === 'BPMNEdge' && !edges.has(id)) edges.set(id, ownAttribute(child, 'routed') === 'true' ? [] : readPoints(child));
      }
    }
  }
  if (doubled > 0) report.add('dropped', message('interchange.doubledShapes', { n: doubled }), undefined, doubled);
  return { planes, shapes, edges };
}

function readShape(element: XmlElement, plane: number): Shape | undefined {
  const bounds = element.children.find((child) => child.name === 'Bounds');
  if (bounds === undefined) return undefined;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => hundredths(numberAttribute(bounds, name)));
  if (x === undefined || y === undefined || width === undefined || height === undefined || width <= 0 || height <= 0) return undefined;
  const horizontal = flag(element, 'isHorizontal');
  const expanded = flag(element, 'isExpanded');
  return { box: { x, y, width, height }, plane, ...(horizontal !== undefined && { horizontal }), ...(expanded !== undefined && { expanded }) };
}

/** Pixels with two decimals: some tools write sixteen, which no screen shows. */
const hundredths = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.round(value * 100) / 100);

function flag(element: XmlElement, name: string): boolean | undefined {
  const value = attribute(element, name);
  return value === undefined ? undefined : value === 'true' || value === '1';
}

function readPoints(edge: XmlElement): Point[] {
  const points: Point[] = [];
  for (const element of children(edge, 'waypoint')) {
    const x = hundredths(numberAttribute(element, 'x'));
    const y = hundredths(numberAttribute(element, 'y'));
    if (x !== undefined && y !== undefined) points.push({ x, y });
  }
  return points;
}
