import { inflateSync } from 'fflate';
import { diagramTags, importDefinitions } from '../bpmn/read-bpmn.ts';
import { modelSpace } from '../bpmn/namespaces.ts';
import { decodeBase64 } from '../../language/base64.ts';
import { message } from '../../language/message.ts';
import { fail, type Outcome } from '../../language/outcome.ts';
import { decodeText } from '../bytes.ts';
import type { Imported } from '../imported.ts';
import { ReportBuilder } from '../report.ts';
import { parseXml, type XmlElement } from '../xml.ts';
import { type Cell, readCells } from './cells.ts';

/**
 * Reads a draw.io drawing: swim lanes as lanes, circles as starts, waits and ends by the lines at them, rhombs as
 * decisions, notes as notes, dashed lines as information, everything else with lines as steps. Compressed pages too.
 * Fails in one sentence where it is no drawing or nothing in it is connected; never throws.
 */
export function readDrawio(bytes: Uint8Array, file: string): Outcome<Imported> {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return decoded;
  const parsed = parseXml(decoded.value.text, file);
  if (!parsed.ok) return parsed;
  const pages = pagesOf(parsed.value, file);
  if (pages.length === 0) return fail('interchange.notDrawio', message('interchange.notDrawio', { file }), { file });
  const report = new ReportBuilder();
  const children = pages.flatMap(({ name, model }, index) => toBpmn(name, readCells(model), `page-${index + 1}`));
  report.add('guessed', message('interchange.drawioShapes'));
  return importDefinitions(element('definitions', {}, children), file, report);
}

/** The graph of each page, inflated where it is stored compressed. */
function pagesOf(root: XmlElement, file: string): { name: string; model: XmlElement }[] {
  if (root.name === 'mxGraphModel') return [{ name: '', model: root }];
  return root.children.filter((child) => child.name === 'diagram').flatMap((diagram) => {
    const name = diagram.attributes.get('name') ?? '';
    const open = diagram.children.find((child) => child.name === 'mxGraphModel');
    if (open !== undefined) return [{ name, model: open }];
    const packed = decodeBase64(diagram.text);
    if (packed === undefined || packed.length === 0) return [];
    try {
      const parsed = parseXml(decodeURIComponent(new TextDecoder().decode(inflateSync(packed))), file);
      return parsed.ok ? [{ name, model: parsed.value }] : [];
    } catch {
      return [];
    }
  });
}

const element = (name: string, attributes: Readonly<Record<string, string | undefined>>, children: readonly XmlElement[] = [], text = ''): XmlElement => ({
  name, space: modelSpace, line: 0, children, text,
  attributes: new Map(Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)),
});

const isLane = (cell: Cell): boolean => /(^|;)swimlane/.test(cell.style) && cell.box !== undefined;
const isNote = (cell: Cell): boolean => /(^|;)text(;|$)|shape=note|shape=mxgraph\.flowchart\.annotation/.test(cell.style);

/** A page as the process and diagram of a BPMN file, so that one reader does the rest. */
function toBpmn(name: string, cells: ReadonlyMap<string, Cell>, prefix: string): XmlElement[] {
  const id = (cell: string): string => `${prefix}-${cell}`;
  const all = [...cells.values()];
  const lines = all.filter((cell) => cell.line && cell.source !== undefined && cell.target !== undefined);
  const ends = new Set(lines.flatMap((line) => [line.source ?? '', line.target ?? '']));
  const shapes = all.filter((cell) => cell.box !== undefined && !isLane(cell) && (ends.has(cell.id) || isNote(cell) || (cell.label !== '' && !/(^|;)(edgeLabel|image)/.test(cell.style))));
  const drawn = new Set(shapes.map((cell) => cell.id));
  const flows = lines.filter((line) => drawn.has(line.source ?? '') && drawn.has(line.target ?? ''));
  const solid = flows.filter((line) => !/dashed=1/.test(line.style));
  const lanes = all.filter(isLane);
  const laneOf = (cell: Cell): string | undefined => {
    for (let parent = cells.get(cell.parent ?? ''); parent !== undefined; parent = cells.get(parent.parent ?? '')) if (isLane(parent)) return parent.id;
    return undefined;
  };
  const laneSet = (above: string | undefined, tag: string): XmlElement[] => {
    const inside = lanes.filter((lane) => laneOf(lane) === above);
    if (inside.length === 0) return [];
    return [element(tag, {}, inside.map((lane) => element('lane', { id: id(lane.id), name: lane.label }, [
      ...shapes.filter((cell) => laneOf(cell) === lane.id && !isNote(cell)).map((cell) => element('flowNodeRef', {}, [], id(cell.id))),
      ...laneSet(lane.id, 'childLaneSet'),
    ])))];
  };
  const nodes = shapes.map((cell) =>
    isNote(cell)
      ? element('textAnnotation', { id: id(cell.id) }, [element('text', {}, [], cell.label)])
      : element(kindOf(cell, solid), { id: id(cell.id), name: cell.label }));
  const links = flows.map((line) => {
    const note = [line.source, line.target].some((end) => isNote(cells.get(end ?? '') ?? line));
    const dashed = /dashed=1/.test(line.style);
    return element(note || dashed ? 'association' : 'sequenceFlow', {
      id: id(line.id), name: line.label, sourceRef: id(line.source ?? ''), targetRef: id(line.target ?? ''), ...(dashed && !note && { 'crossflow:flow': 'information' }),
    });
  });
  const process = element('process', { id: prefix, name }, [...laneSet(undefined, 'laneSet'), ...nodes, ...links]);
  const box = (cell: Cell): XmlElement[] => (cell.box === undefined ? [] : [element(diagramTags.shape, { bpmnElement: id(cell.id) }, [
    element('Bounds', { x: `${cell.box.x}`, y: `${cell.box.y}`, width: `${cell.box.width}`, height: `${cell.box.height}` }),
  ])]);
  const edges = flows.filter((line) => line.points.length > 0).map((line) => element(diagramTags.edge, { bpmnElement: id(line.id) }, [line.points[0], ...line.points, line.points.at(-1)].flatMap((point) =>
    point === undefined ? [] : [element('waypoint', { x: `${point.x}`, y: `${point.y}` })])));
  const plane = element(diagramTags.plane, { bpmnElement: prefix }, [...[...lanes, ...shapes].flatMap(box), ...edges]);
  return [process, element(diagramTags.diagram, { name }, [plane])];
}

/** What a shape is, by its outline and the solid lines at it. */
function kindOf(cell: Cell, lines: readonly Cell[]): string {
  if (/rhombus|mxgraph\.bpmn\.gateway|flowchart\.decision/.test(cell.style)) return /gwType=parallel/.test(cell.style) ? 'parallelGateway' : 'exclusiveGateway';
  if (!/ellipse|mxgraph\.bpmn\.event|flowchart\.(terminator|start)|shape=start|shape=end/.test(cell.style)) return 'task';
  const enters = lines.some((line) => line.target === cell.id);
  const leaves = lines.some((line) => line.source === cell.id);
  return !enters ? 'startEvent' : !leaves ? 'endEvent' : 'intermediateCatchEvent';
}
