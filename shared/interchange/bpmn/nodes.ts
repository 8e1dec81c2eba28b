import type { Distribution } from '../../document/model/distribution.ts';
import type { Node, Step } from '../../document/model/node.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import type { Catalog, FileNode } from './catalog.ts';
import type { Diagram, Shape } from './diagram.ts';
import { readEvent } from './events.ts';
import { attribute, childOf, documentationOf, fullText, labelOf, nameOfElement } from './namespaces.ts';

export interface NodeContext {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly report: ReportBuilder;
  /** Sequence flows into and out of each node. */
  readonly degree: ReadonlyMap<string, { readonly in: number; readonly out: number }>;
  /** Ids of sub-processes that hold nodes. */
  readonly filled: ReadonlySet<string>;
  /** Filled while reading: the cycle of a start event with a timer. */
  readonly startCycles: Map<string, Distribution>;
}

const automation: Readonly<Record<string, Step['automation']>> = {
  manualTask: 'manual', userTask: 'assisted', serviceTask: 'automatic', scriptTask: 'automatic', businessRuleTask: 'automatic',
};

/** A flow node of the file as a node of the model; its position is that of the file and still to be fitted to the lanes. */
export function readNode(file: FileNode, process: string, party: string | undefined, context: NodeContext): Node {
  const { element, id } = file;
  const shape = context.diagram.shapes.get(id);
  const name = nameOfElement(element);
  const documentation = documentationOf(element);
  const base = {
    id,
    process,
    position: { x: shape?.box.x ?? 0, y: shape?.box.y ?? 0 },
    ...(name !== undefined && { name }),
    ...(file.parent !== undefined && { parent: file.parent }),
    ...(party !== undefined && party !== '' && { party }),
    ...(shape !== undefined && { size: { width: shape.box.width, height: shape.box.height } }),
    ...(documentation !== undefined && { documentation }),
  };
  switch (file.family) {
    case 'task': {
      if (element.name === 'callActivity') context.report.add('mapped', message('interchange.callActivity', { name: labelOf(element) }), id);
      const level = automation[element.name];
      return { ...base, kind: 'step', ...(level !== undefined && { automation: level }), ...multiInstance(file, context) };
    }
    case 'container': {
      if (!context.filled.has(id)) {
        context.report.add('mapped', message('interchange.emptySubprocess', { name: labelOf(element) }), id);
        return { ...base, kind: 'step', ...multiInstance(file, context) };
      }
      reportContainer(file, labelOf(element), context);
      return { ...base, kind: 'subprocess', expanded: isExpanded(file, shape, context), ...multiInstance(file, context) };
    }
    case 'event':
      return readEvent(file, base, context);
    case 'gateway':
      return { ...base, ...gatewayKind(file, context) };
  }
}

type GatewayKind = { kind: 'gateway'; decides: 'oneOf' | 'someOf' | 'firstEvent' } | { kind: 'fork' } | { kind: 'join' };

function gatewayKind(file: FileNode, context: NodeContext): GatewayKind {
  const degree = context.degree.get(file.id) ?? { in: 0, out: 0 };
  const name = labelOf(file.element);
  switch (file.element.name) {
    case 'parallelGateway':
      return { kind: degree.in > 1 ? 'join' : 'fork' };
    case 'inclusiveGateway':
      return degree.out > 1 ? { kind: 'gateway', decides: 'someOf' } : { kind: 'join' };
    case 'complexGateway':
      context.report.add('guessed', message('interchange.complexGateway', { name }), file.id);
      return degree.out > 1 ? { kind: 'gateway', decides: 'someOf' } : { kind: 'join' };
    case 'eventBasedGateway':
      return { kind: 'gateway', decides: 'firstEvent' };
    default:
      return { kind: 'gateway', decides: 'oneOf' };
  }
}

/** Whether the content is drawn in place: as the shape says, else where the content's shapes lie inside it. */
function isExpanded(file: FileNode, shape: Shape | undefined, context: NodeContext): boolean {
  if (shape === undefined) return false;
  const content = [...context.catalog.nodes.values()].filter((node) => node.parent === file.id);
  const drawn = content.map((node) => context.diagram.shapes.get(node.id));
  const inside = drawn.every(
    (one) => one !== undefined && one.plane === shape.plane && one.box.x >= shape.box.x - 1 && one.box.y >= shape.box.y - 1 && one.box.x <= shape.box.x + shape.box.width && one.box.y <= shape.box.y + shape.box.height,
  );
  return inside && shape.expanded !== false;
}

function reportContainer(file: FileNode, name: string, { report }: NodeContext): void {
  if (attribute(file.element, 'triggeredByEvent') === 'true') report.add('mapped', message('interchange.eventSubprocess', { name }), file.id);
  else if (file.element.name === 'transaction') report.add('mapped', message('interchange.transaction', { name }), file.id);
  else if (file.element.name === 'adHocSubProcess') report.add('mapped', message('interchange.adHoc', { name }), file.id);
}

/** Multi-instance markers; a loop marker has no number of its own and is said in the report. */
function multiInstance(file: FileNode, { report }: NodeContext): Pick<Step, 'multiInstance'> {
  const name = labelOf(file.element);
  if (childOf(file.element, 'standardLoopCharacteristics') !== undefined) report.add('dropped', message('interchange.loop', { name }), file.id);
  const marker = childOf(file.element, 'multiInstanceLoopCharacteristics');
  if (marker === undefined) return {};
  const mode = attribute(marker, 'isSequential') === 'true' ? 'sequence' : 'parallel';
  const given = cardinality(marker);
  if (given === undefined) report.add('guessed', message('interchange.instances', { name }), file.id);
  return { multiInstance: { mode, count: { type: 'fixed', value: given ?? 1, provenance: given === undefined ? 'default' : 'estimated' } } };
}

function cardinality(marker: XmlElement): number | undefined {
  const element = childOf(marker, 'loopCardinality');
  const value = element === undefined ? Number.NaN : Number(fullText(element));
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
