import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog, FileThing } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import { attribute, nameOfElement, ownAttribute } from './namespaces.ts';

interface Context {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly model: Model;
  readonly report: ReportBuilder;
}

/**
 * Message flows between nodes as flows of information. One that begins or ends at a pool, where no step is known,
 * becomes a note in that pool's lane about the node at its other end.
 */
export function addMessageFlows(context: Context): void {
  for (const flow of context.catalog.messageFlows) addMessageFlow(flow, context);
  for (const association of context.catalog.associations) {
    if (ownAttribute(association.element, 'flow') === 'information') addMessageFlow(association, context);
  }
}

function addMessageFlow({ id, element }: FileThing, context: Context): void {
  const { catalog, diagram, model, report } = context;
  const source = catalog.resolve(attribute(element, 'sourceRef'));
  const target = catalog.resolve(attribute(element, 'targetRef'));
  const from = source === undefined ? undefined : model.nodes[source];
  const to = target === undefined ? undefined : model.nodes[target];
  const subject = catalog.resolve(attribute(element, 'messageRef'));
  const messageElement = subject === undefined ? undefined : catalog.others.get(subject);
  const name = nameOfElement(element) ?? (messageElement === undefined ? undefined : nameOfElement(messageElement));
  if (from !== undefined && to !== undefined && from.process === to.process) {
    const bends = diagram.edges.get(id)?.slice(1, -1) ?? [];
    model.flows[id] = {
      id, process: from.process, from: from.id, to: to.id, kind: 'information',
      ...(name !== undefined && { name }), ...(bends.length > 0 && { waypoints: bends }),
    };
    return;
  }
  const inside = from ?? to;
  const pool = from === undefined ? source : target;
  const party = pool === undefined ? undefined : model.parties[pool];
  if (inside === undefined || party === undefined || (from !== undefined && to !== undefined)) {
    report.add('dropped', message('interchange.messageWithoutEnd', { name: name ?? id }), id);
    return;
  }
  const lead = from === undefined ? '→' : '←';
  const text = `${lead} ${name ?? inside.name ?? inside.id}`;
  const ends = diagram.edges.get(id);
  const point = from === undefined ? ends?.[0] : ends?.at(-1);
  const note: Node = {
    kind: 'note', id, process: inside.process, party: party.id, text, about: inside.id,
    position: point === undefined ? { x: 0, y: 0 } : { x: point.x - 70, y: point.y - 16 },
    size: { width: 140, height: 32 },
  };
  model.nodes[id] = note;
  report.add('mapped', message('interchange.messageToPool', { name: name ?? inside.name ?? id, pool: party.name }), id);
}
