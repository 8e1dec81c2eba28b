import { message } from '../../language/message.ts';
import type { EventNode, Node } from '../../document/model/node.ts';
import type { XmlElement } from '../xml.ts';
import type { FileNode } from './catalog.ts';
import { attribute, labelOf, ownAttribute } from './namespaces.ts';
import type { NodeContext } from './nodes.ts';
import { noTime, readTimer } from './timers.ts';

type Base = Pick<Node, 'id' | 'process' | 'position'> & Partial<Pick<Node, 'name' | 'parent' | 'party' | 'size' | 'documentation'>>;

/** The kinds of trigger of an event, without the ending: "timer", "message", "error". Empty for a plain event. */
export const triggersOf = (element: XmlElement): string[] =>
  element.children.flatMap((child) => (child.name.endsWith('EventDefinition') ? [child.name.slice(0, -'EventDefinition'.length)] : child.name === 'eventDefinitionRef' ? ['message'] : []));

/** An event as a start, an end or a wait. Triggers that Crossflow does not tell apart are reported as mapped. */
export function readEvent(file: FileNode, base: Base, context: NodeContext): Node {
  const { element } = file;
  const triggers = triggersOf(element);
  const name = labelOf(element);
  switch (element.name) {
    case 'startEvent': {
      const other = triggers.filter((trigger) => trigger !== 'message' && trigger !== 'timer');
      if (other.length > 0) context.report.add('mapped', message('interchange.startTrigger', { name, trigger: other.join(', ') }), file.id);
      const timer = element.children.find((child) => child.name === 'timerEventDefinition');
      if (timer !== undefined) {
        const every = readTimer(timer, base.name, file.id, context.report).every;
        if (every !== undefined) context.startCycles.set(file.id, every);
      }
      return { ...base, kind: 'start' };
    }
    case 'endEvent': {
      const terminate = triggers.includes('terminate');
      const other = triggers.filter((trigger) => trigger !== 'message' && trigger !== 'terminate');
      if (other.length > 0) context.report.add('mapped', message('interchange.endTrigger', { name, trigger: other.join(', ') }), file.id);
      return { ...base, kind: 'end', ...(terminate && { terminate }) };
    }
    case 'intermediateThrowEvent':
    case 'implicitThrowEvent':
      if (ownAttribute(element, 'passes') === undefined) {
        context.report.add('mapped', message('interchange.throwEvent', { name, trigger: triggers.join(', ') || 'none' }), file.id);
      }
      return { ...base, kind: 'event', trigger: 'message', wait: noTime };
    case 'boundaryEvent':
      return attach(file, waitFor(file, base, triggers, context), context);
    default:
      return waitFor(file, base, triggers, context);
  }
}

function waitFor(file: FileNode, base: Base, triggers: readonly string[], context: NodeContext): EventNode {
  const name = labelOf(file.element);
  const timer = file.element.children.find((child) => child.name === 'timerEventDefinition');
  if (timer !== undefined) {
    const { wait, cadence } = readTimer(timer, base.name, file.id, context.report);
    return { ...base, kind: 'event', trigger: 'timer', ...(wait !== undefined && { wait }), ...(wait === undefined && cadence !== undefined && { cadence }) };
  }
  if (triggers.includes('link')) return { ...base, kind: 'event', trigger: 'message', wait: noTime };
  if (triggers.length !== 1 || triggers[0] !== 'message') {
    context.report.add('mapped', message('interchange.catchTrigger', { name, trigger: triggers.join(', ') || 'none' }), file.id);
  }
  return { ...base, kind: 'event', trigger: 'message' };
}

function attach(file: FileNode, event: EventNode, context: NodeContext): EventNode {
  const reference = attribute(file.element, 'attachedToRef');
  const host = context.catalog.resolve(reference);
  const node = host === undefined ? undefined : context.catalog.nodes.get(host);
  const name = labelOf(file.element);
  if (node === undefined || (node.family !== 'task' && node.family !== 'container')) {
    context.report.add('dropped', message('interchange.attachedToNothing', { name, missing: reference ?? '?' }), file.id);
    return event;
  }
  const interrupting = attribute(file.element, 'cancelActivity') !== 'false';
  return { ...event, attachedTo: node.id, interrupting };
}
