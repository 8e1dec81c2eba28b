import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, childOf, childrenOf } from './namespaces.ts';

const tasks = new Set(['task', 'userTask', 'serviceTask', 'sendTask', 'receiveTask', 'manualTask', 'scriptTask', 'businessRuleTask', 'callActivity']);
const containers = new Set(['subProcess', 'transaction', 'adHocSubProcess']);
const events = new Set(['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'implicitThrowEvent', 'boundaryEvent']);
const gateways = new Set(['exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway', 'complexGateway']);

export type FlowNodeFamily = 'task' | 'container' | 'event' | 'gateway';

export const familyOf = (name: string): FlowNodeFamily | undefined =>
  tasks.has(name) ? 'task' : containers.has(name) ? 'container' : events.has(name) ? 'event' : gateways.has(name) ? 'gateway' : undefined;

/** A flow node of the file with its place in it. */
export interface FileNode {
  readonly id: string;
  readonly family: FlowNodeFamily;
  readonly element: XmlElement;
  readonly process: string;
  /** The sub-process around it. */
  readonly parent?: string;
}

/** Anything else with an id that stands in a process, sub-process or collaboration. */
export interface FileThing {
  readonly id: string;
  readonly element: XmlElement;
  readonly process?: string;
  readonly parent?: string;
}

/** A lane; `owner` is the process or sub-process whose lane set it stands in, `above` the lane around it. */
export interface FileLane {
  readonly id: string;
  readonly element: XmlElement;
  readonly process: string;
  readonly container?: string;
  readonly above?: string;
  readonly members: readonly string[];
}

export interface FileParticipant {
  readonly id: string;
  readonly element: XmlElement;
  readonly collaboration: string;
  readonly process?: string;
}

/** The content of a BPMN file, flat, every id trimmed and unique. */
export interface Catalog {
  readonly definitions: XmlElement;
  readonly processes: ReadonlyMap<string, XmlElement>;
  readonly collaborations: ReadonlyMap<string, XmlElement>;
  readonly participants: readonly FileParticipant[];
  readonly lanes: readonly FileLane[];
  readonly nodes: ReadonlyMap<string, FileNode>;
  readonly sequenceFlows: readonly FileThing[];
  readonly messageFlows: readonly FileThing[];
  readonly associations: readonly FileThing[];
  readonly annotations: readonly FileThing[];
  readonly groups: readonly FileThing[];
  /** Data objects, references to them and data stores. */
  readonly data: ReadonlyMap<string, FileThing>;
  /** Root elements by id: messages, signals, errors, category values, resources. */
  readonly others: ReadonlyMap<string, XmlElement>;
  /** The id that a reference means, with white space and name-space prefixes taken off; undefined where there is none. */
  resolve(reference: string | undefined): string | undefined;
}

/** Sorts the elements of a BPMN file. Duplicate ids get a new one, with a sentence in the report. */
export function readCatalog(definitions: XmlElement, report: ReportBuilder): Catalog {
  const taken = new Set<string>(['outside', 'office-hours', 'around-the-clock']);
  const counters = new Map<string, number>();
  const claim = (element: XmlElement): string => {
    const given = attribute(element, 'id');
    if (given !== undefined && !taken.has(given)) {
      taken.add(given);
      return given;
    }
    let n = counters.get(element.name) ?? 0;
    let id = '';
    do {
      n += 1;
      id = `${given ?? element.name}-${n}`;
    } while (taken.has(id));
    counters.set(element.name, n);
    taken.add(id);
    if (given !== undefined) report.add('mapped', message('interchange.duplicateId', { id: given, line: element.line, renamed: id }), id);
    return id;
  };

  const processes = new Map<string, XmlElement>();
  const collaborations = new Map<string, XmlElement>();
  const participants: FileParticipant[] = [];
  const lanes: FileLane[] = [];
  const nodes = new Map<string, FileNode>();
  const sequenceFlows: FileThing[] = [];
  const messageFlows: FileThing[] = [];
  const associations: FileThing[] = [];
  const annotations: FileThing[] = [];
  const groups: FileThing[] = [];
  const data = new Map<string, FileThing>();
  const others = new Map<string, XmlElement>();
  const pending: (() => void)[] = [];

  const resolve = (reference: string | undefined): string | undefined => {
    const id = reference?.trim();
    if (id === undefined || id === '') return undefined;
    if (taken.has(id)) return id;
    const bare = id.slice(id.indexOf(':') + 1);
    return taken.has(bare) ? bare : undefined;
  };

  const readLaneSet = (laneSet: XmlElement, process: string, container: string | undefined, above: string | undefined): void => {
    for (const element of childrenOf(laneSet, 'lane')) {
      const id = claim(element);
      const members: string[] = [];
      lanes.push({ id, element, process, members, ...(container !== undefined && { container }), ...(above !== undefined && { above }) });
      pending.push(() => {
        for (const reference of childrenOf(element, 'flowNodeRef')) {
          const member = resolve(reference.text);
          if (member !== undefined) members.push(member);
        }
      });
      const nested = childOf(element, 'childLaneSet');
      if (nested !== undefined) readLaneSet(nested, process, container, id);
    }
  };

  const readArtifact = (element: XmlElement, where: { process?: string; parent?: string }): boolean => {
    const list = element.name === 'textAnnotation' ? annotations : element.name === 'group' ? groups : element.name === 'association' ? associations : undefined;
    list?.push({ id: claim(element), element, ...where });
    return list !== undefined;
  };

  const readScope = (scope: XmlElement, process: string, parent: string | undefined): void => {
    const where = { process, ...(parent !== undefined && { parent }) };
    for (const element of scope.children) {
      if (element.space !== scope.space) continue;
      const family = familyOf(element.name);
      if (family !== undefined) {
        const id = claim(element);
        nodes.set(id, { id, family, element, ...where });
        if (family === 'container') readScope(element, process, id);
      } else if (element.name === 'sequenceFlow') sequenceFlows.push({ id: claim(element), element, ...where });
      else if (element.name === 'laneSet') readLaneSet(element, process, parent, undefined);
      else if (element.name === 'dataObject' || element.name === 'dataObjectReference' || element.name === 'dataStoreReference') {
        const id = claim(element);
        data.set(id, { id, element, ...where });
      } else if (!readArtifact(element, where) && /Choreography|choreography|conversation/.test(element.name)) {
        report.add('dropped', message('interchange.droppedElement', { what: element.name, name: attribute(element, 'name') ?? attribute(element, 'id') ?? '' }));
      }
    }
  };

  for (const element of definitions.children) {
    if (element.space !== definitions.space) continue;
    if (element.name === 'process') {
      const id = claim(element);
      processes.set(id, element);
      readScope(element, id, undefined);
    } else if (element.name === 'collaboration' || element.name === 'globalConversation') {
      const id = claim(element);
      collaborations.set(id, element);
      for (const child of element.children) {
        if (child.name === 'participant') {
          const participant = claim(child);
          pending.push(() => {
            const process = resolve(attribute(child, 'processRef'));
            participants.push({ id: participant, element: child, collaboration: id, ...(process !== undefined && processes.has(process) && { process }) });
          });
        } else if (child.name === 'messageFlow') messageFlows.push({ id: claim(child), element: child });
        else readArtifact(child, {});
      }
    } else if (element.name === 'dataStore') {
      const id = claim(element);
      data.set(id, { id, element });
    } else if (element.name === 'category') {
      for (const value of childrenOf(element, 'categoryValue')) others.set(claim(value), value);
    } else if (attribute(element, 'id') !== undefined) others.set(claim(element), element);
  }
  for (const finish of pending) finish();
  const pooled = new Set(participants.map((participant) => participant.process));
  inlineCalls(nodes, (process) => processes.has(process) && !pooled.has(process) && !lanes.some((lane) => lane.process === process), resolve);
  return { definitions, processes, collaborations, participants, lanes, nodes, sequenceFlows, messageFlows, associations, annotations, groups, data, others, resolve };
}

/**
 * A process that one call activity of the file calls, and that has neither pool nor lanes, becomes its content: tools
 * draw it there. Calls that call again stay calls.
 */
function inlineCalls(nodes: Map<string, FileNode>, isPlain: (process: string) => boolean, resolve: (reference: string | undefined) => string | undefined): void {
  const called = (node: FileNode): string | undefined => (node.element.name === 'callActivity' ? resolve(attribute(node.element, 'calledElement')) : undefined);
  const calls = new Map<string, FileNode[]>();
  for (const node of nodes.values()) {
    const process = called(node);
    if (process !== undefined && isPlain(process)) calls.set(process, [...(calls.get(process) ?? []), node]);
  }
  for (const [process, callers] of calls) {
    const [caller] = callers;
    const content = [...nodes.values()].filter((node) => node.process === process);
    if (caller === undefined || callers.length > 1 || content.length === 0 || content.some((node) => called(node) !== undefined)) continue;
    nodes.set(caller.id, { ...caller, family: 'container' });
    for (const node of content) nodes.set(node.id, { ...node, process: caller.process, parent: node.parent ?? caller.id });
  }
}
