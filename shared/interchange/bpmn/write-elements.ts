import type { ModdleElement } from 'bpmn-moddle';
import type { Distribution } from '../../document/model/distribution.ts';
import type { Flow } from '../../document/model/flow.ts';
import type { Model } from '../../document/model/model.ts';
import type { EventNode, Node, Step } from '../../document/model/node.ts';
import { secondsPer } from '../../language/units.ts';
import { isoDuration, writeIsoDuration } from './iso-duration.ts';

/** Makes elements of BPMN with ids that XML allows, one per element of the model. */
export interface Factory {
  create(type: string, attributes?: Record<string, unknown>): ModdleElement;
  createAny(type: string, space: string, attributes: Record<string, unknown>): ModdleElement;
  /** The written element of an element of the model, where it exists. */
  readonly written: Map<string, ModdleElement>;
  xmlId(id: string): string;
}

type Degree = ReadonlyMap<string, { in: number; out: number }>;

/** A flow node as BPMN has it; its content and flows are added by the caller. */
export function writeNode(node: Node, degree: Degree, factory: Factory): ModdleElement | undefined {
  const attributes = { id: factory.xmlId(node.id), ...(node.name !== undefined && { name: node.name }), ...documentation(node.documentation, factory) };
  switch (node.kind) {
    case 'start':
      return factory.create('bpmn:StartEvent', attributes);
    case 'end':
      return factory.create('bpmn:EndEvent', { ...attributes, ...(node.terminate === true && { eventDefinitions: [factory.create('bpmn:TerminateEventDefinition')] }) });
    case 'step': {
      const type = node.approval !== undefined ? 'UserTask' : node.automation === 'manual' ? 'ManualTask' : node.automation === 'assisted' ? 'UserTask' : node.automation === 'automatic' ? 'ServiceTask' : 'Task';
      return factory.create(`bpmn:${type}`, { ...attributes, ...multiInstance(node.multiInstance, factory), ...performers(node, factory) });
    }
    case 'subprocess':
      return factory.create('bpmn:SubProcess', { ...attributes, ...multiInstance(node.multiInstance, factory) });
    case 'gateway':
      return factory.create(node.decides === 'oneOf' ? 'bpmn:ExclusiveGateway' : node.decides === 'someOf' ? 'bpmn:InclusiveGateway' : 'bpmn:EventBasedGateway', attributes);
    case 'fork':
      return factory.create('bpmn:ParallelGateway', attributes);
    case 'join':
      return factory.create((degree.get(node.id)?.in ?? 0) > 1 ? 'bpmn:ParallelGateway' : 'bpmn:InclusiveGateway', attributes);
    case 'event':
      return writeEvent(node, attributes, factory);
    case 'note':
    case 'group':
      return undefined;
  }
}

/** Who does a step: the resource that stands for the team of each requirement's first alternative. */
function performers(step: Step, factory: Factory): Record<string, unknown> {
  const teams = (step.requirements ?? []).flatMap((requirement) => requirement.anyOf[0]?.team ?? []);
  const resources = teams.flatMap((team) => factory.written.get(team) ?? []);
  return resources.length === 0 ? {} : { resources: resources.map((resourceRef) => factory.create('bpmn:PotentialOwner', { resourceRef })) };
}

function writeEvent(node: EventNode, attributes: Record<string, unknown>, factory: Factory): ModdleElement {
  const sends = node.trigger === 'message' && node.attachedTo === undefined && node.wait?.type === 'fixed' && node.wait.value === 0;
  const definition = node.trigger === 'timer' ? writeTimer(node, factory) : factory.create('bpmn:MessageEventDefinition');
  const type = node.attachedTo !== undefined ? 'bpmn:BoundaryEvent' : sends ? 'bpmn:IntermediateThrowEvent' : 'bpmn:IntermediateCatchEvent';
  return factory.create(type, { ...attributes, eventDefinitions: [definition], ...(node.attachedTo !== undefined && node.interrupting === false && { cancelActivity: false }) });
}

/** The time of a timer: a fixed wait as it is, any other by its plain mean, an interval as a cycle. */
function writeTimer(node: EventNode, factory: Factory): ModdleElement {
  const expression = (body: string): ModdleElement => factory.create('bpmn:FormalExpression', { body });
  if (node.wait?.type === 'fixed' && node.wait.shift === undefined) {
    return factory.create('bpmn:TimerEventDefinition', { timeDuration: expression(writeIsoDuration(node.wait.value, node.wait.unit ?? 's')) });
  }
  const seconds = node.wait === undefined ? undefined : plainSeconds(node.wait);
  if (seconds !== undefined) return factory.create('bpmn:TimerEventDefinition', { timeDuration: expression(isoDuration(seconds)) });
  if (node.cadence?.type === 'interval') return factory.create('bpmn:TimerEventDefinition', { timeCycle: expression(`R/${isoDuration(node.cadence.hours * 3600)}`) });
  return factory.create('bpmn:TimerEventDefinition');
}

/** Seconds that stand for a wait in a drawing: its value, mean, mode or middle, with the shift. */
function plainSeconds(wait: Distribution): number | undefined {
  const value = wait.type === 'fixed' ? wait.value : 'mean' in wait ? wait.mean : 'mode' in wait ? wait.mode : wait.type === 'uniform' ? (wait.min + wait.max) / 2 : undefined;
  return value === undefined ? undefined : (value + (wait.shift ?? 0)) * secondsPer(wait.unit ?? 's', 'elapsed', 24);
}

function multiInstance(marker: { mode: 'parallel' | 'sequence'; count: Distribution } | undefined, factory: Factory): Record<string, unknown> {
  if (marker === undefined) return {};
  const known = marker.count.type === 'fixed' && marker.count.provenance !== 'default' ? marker.count.value : undefined;
  return {
    loopCharacteristics: factory.create('bpmn:MultiInstanceLoopCharacteristics', {
      isSequential: marker.mode === 'sequence',
      ...(known !== undefined && { loopCardinality: factory.create('bpmn:FormalExpression', { body: String(known) }) }),
    }),
  };
}

export const documentation = (text: string | undefined, factory: Factory): Record<string, unknown> =>
  text === undefined || text === '' ? {} : { documentation: [factory.create('bpmn:Documentation', { text })] };

/** A sequence flow between two written nodes. */
export function writeFlow(flow: Flow, from: ModdleElement, to: ModdleElement, factory: Factory): ModdleElement {
  const element = factory.create('bpmn:SequenceFlow', { id: factory.xmlId(flow.id), sourceRef: from, targetRef: to, ...(flow.name !== undefined && { name: flow.name }), ...(flow.probability !== undefined && { 'crossflow:probability': flow.probability.value }) });
  if (flow.otherwise === true) from.set('default', element);
  for (const [node, side] of [[from, 'outgoing'], [to, 'incoming']] as const) node.set(side, [...((node.get(side) as ModdleElement[] | undefined) ?? []), element]);
  return element;
}

/** Which steps read and write a data object, as associations. */
export function writeData(model: Model, nodes: readonly Node[], scope: ModdleElement, factory: Factory): ModdleElement[] {
  const associations: ModdleElement[] = [];
  for (const node of nodes) {
    if (node.kind !== 'step') continue;
    for (const access of ['reads', 'writes'] as const) {
      for (const id of node[access] ?? []) {
        const object = model.dataObjects[id];
        const step = factory.written.get(node.id);
        if (object === undefined || step === undefined) continue;
        const reference = referenceTo(object.id, object.name, scope, factory);
        const [sourceRef, targetRef] = access === 'reads' ? [reference, step] : [step, reference];
        associations.push(factory.create('bpmn:Association', { id: factory.xmlId(`${access}-${node.id}-${id}`), sourceRef, targetRef, associationDirection: 'One' }));
      }
    }
  }
  return associations;
}

function referenceTo(id: string, name: string, scope: ModdleElement, factory: Factory): ModdleElement {
  const known = factory.written.get(`data-reference ${id}`);
  if (known !== undefined) return known;
  const object = factory.create('bpmn:DataObject', { id: factory.xmlId(id), name });
  const reference = factory.create('bpmn:DataObjectReference', { id: factory.xmlId(`${id}-reference`), name, dataObjectRef: object });
  scope.set('flowElements', [...((scope.get('flowElements') as ModdleElement[] | undefined) ?? []), object, reference]);
  factory.written.set(`data-reference ${id}`, reference);
  return reference;
}
