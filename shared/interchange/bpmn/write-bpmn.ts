import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { defaults } from '../../document/model/defaults.ts';
import type { Model } from '../../document/model/model.ts';
import type { Node } from '../../document/model/node.ts';
import { crossflowSpace } from './namespaces.ts';
import { bpsimSpace, writeBpsim } from './write-bpsim.ts';
import { writeDiagrams } from './write-diagram.ts';
import { documentation, type Factory, writeData, writeFlow, writeNode } from './write-elements.ts';
import { keepsStrip, planPage, stripOf, type PlannedPage, type PlannedPool } from './write-plan.ts';

/**
 * A model as BPMN 2.0 with its diagram: pools, lanes, nodes, flows, notes, groups and data; teams as resources, and its
 * numbers as BPSim. Party kinds and probabilities also stand in attributes of our own. `costs` puts hourly costs in.
 */
export async function writeBpmn(model: Model, title: string, { hoursPerDay = defaults.settings.hoursPerDay, costs = false }: WriteOptions = {}): Promise<string> {
  const factory = newFactory();
  const definitions = factory.create('bpmn:Definitions', {
    id: factory.xmlId('definitions'), name: title, targetNamespace: crossflowSpace, exporter: 'Crossflow', 'xmlns:crossflow': crossflowSpace, 'xmlns:bpsim': bpsimSpace,
  });
  const roots: ModdleElement[] = [];
  for (const team of Object.values(model.teams)) {
    const resource = factory.create('bpmn:Resource', { id: factory.xmlId(team.id), name: team.name });
    factory.written.set(team.id, resource);
    roots.push(resource);
  }
  const diagrams: ModdleElement[] = [];
  for (const process of Object.values(model.processes)) {
    const page = planPage(model, process);
    const shown = writePage(page, model, roots, factory);
    diagrams.push(...writeDiagrams(page, shown, model, factory));
  }
  definitions.set('rootElements', roots);
  definitions.set('diagrams', diagrams);
  const numbers = writeBpsim(costs ? model : withoutCosts(model), hoursPerDay, factory);
  if (numbers !== undefined) definitions.set('relationships', [numbers]);
  const { xml } = await newModdle().toXML(definitions, { format: true });
  return xml;
}

export interface WriteOptions {
  /** Length of a working day, for times that are typed in days. */
  readonly hoursPerDay?: number;
  readonly costs?: boolean;
}

const withoutCosts = (model: Model): Model => ({
  ...model,
  teams: Object.fromEntries(Object.values(model.teams).map(({ costPerHour: _, ...team }) => [team.id, team])),
});

/** Our own attributes; declared so that the writer knows their namespace. */
const descriptor = {
  name: 'Crossflow', uri: crossflowSpace, prefix: 'crossflow', xml: { tagAlias: 'lowerCase' }, types: [
    { name: 'PartyLike', extends: ['bpmn:Participant', 'bpmn:Lane'], properties: [{ name: 'kind', isAttr: true, type: 'String' }, { name: 'frame', isAttr: true, type: 'Boolean' }, { name: 'own', isAttr: true, type: 'Boolean' }] },
    { name: 'BranchLike', extends: ['bpmn:SequenceFlow'], properties: [{ name: 'probability', isAttr: true, type: 'Real' }] },
    { name: 'FlowLike', extends: ['bpmn:Association'], properties: [{ name: 'flow', isAttr: true, type: 'String' }] },
  ],
};
const newModdle = (): BpmnModdle => new BpmnModdle({ crossflow: descriptor });

function newFactory(): Factory {
  const moddle = newModdle();
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  return {
    create: (type, attributes) => moddle.create(type, attributes),
    createAny: (type, space, attributes) => moddle.createAny(type, space, attributes),
    written: new Map(),
    xmlId: (id) => {
      const known = ids.get(id);
      if (known !== undefined) return known;
      const plain = id.replaceAll(/[^A-Za-z0-9._-]/g, '_');
      const base = /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
      let free = base;
      for (let n = 2; taken.has(free); n += 1) free = `${base}-${n}`;
      taken.add(free);
      ids.set(id, free);
      return free;
    },
  };
}

/** Writes one page and answers what its diagram shows: the collaboration, or the process where there are no pools. */
function writePage(page: PlannedPage, model: Model, roots: ModdleElement[], factory: Factory): ModdleElement {
  const { process } = page;
  if (page.pools.length === 0) {
    const element = factory.create('bpmn:Process', { id: factory.xmlId(process.id), name: process.name, isExecutable: false, ...documentation(process.documentation, factory) });
    writeContent(element, page.loose, page, model, roots, factory);
    roots.push(element);
    return element;
  }
  const collaboration = factory.create('bpmn:Collaboration', { id: factory.xmlId(process.id), name: process.name });
  const processes = page.pools.map((pool, index) => writePool(pool, page, model, index === 0 ? process.documentation : undefined, roots, factory));
  collaboration.set('participants', page.pools.map((pool) => factory.written.get(pool.id)));
  const poolOf = new Map(page.pools.flatMap((pool) => pool.nodes.map((node) => [node.id, pool.id])));
  const messages = page.flows.flatMap((flow) => {
    const sourceRef = factory.written.get(flow.from);
    const targetRef = factory.written.get(flow.to);
    if (flow.kind !== 'information' || sourceRef === undefined || targetRef === undefined || poolOf.get(flow.from) === poolOf.get(flow.to)) return [];
    const element = factory.create('bpmn:MessageFlow', { id: factory.xmlId(flow.id), sourceRef, targetRef, ...(flow.name !== undefined && { name: flow.name }) });
    factory.written.set(flow.id, element);
    return [element];
  });
  collaboration.set('messageFlows', messages);
  for (const pool of page.pools) if (pool.process === undefined) writeNotes(pool.nodes, () => collaboration, factory);
  roots.push(collaboration, ...processes.filter((element) => element !== undefined));
  return collaboration;
}

function writePool(pool: PlannedPool, page: PlannedPage, model: Model, text: string | undefined, roots: ModdleElement[], factory: Factory): ModdleElement | undefined {
  const element = pool.process === undefined ? undefined : factory.create('bpmn:Process', { id: factory.xmlId(pool.process), name: pool.name, isExecutable: false, ...documentation(text, factory) });
  const kind = model.parties[pool.id]?.kind;
  const participant = factory.create('bpmn:Participant', {
    id: factory.xmlId(pool.id), name: pool.name, ...(element !== undefined && { processRef: element }),
    ...(pool.frame ? { 'crossflow:frame': true } : kind !== undefined && { 'crossflow:kind': kind }),
  });
  factory.written.set(pool.id, participant);
  if (element === undefined) return undefined;
  writeContent(element, pool.nodes, page, model, roots, factory);
  if (pool.lanes.length > 0) element.set('laneSets', [writeLanes(pool.id, pool.lanes, page, model, pool.nodes, factory)]);
  return element;
}

/** The lanes inside a pool or lane; work of its own beside them gets a lane too, as BPMN has nodes in innermost lanes only. */
function writeLanes(owner: string, parties: readonly string[], page: PlannedPage, model: Model, nodes: readonly Node[], factory: Factory): ModdleElement {
  const membersOf = (id: string): ModdleElement[] =>
    nodes.filter((node) => node.party === id && node.parent === undefined).flatMap((node) => factory.written.get(node.id) ?? []).filter((element) => element.$instanceOf('bpmn:FlowNode'));
  const own = keepsStrip(page, owner) ? [factory.create('bpmn:Lane', { id: factory.xmlId(stripOf(owner)), name: model.parties[owner]?.name ?? owner, 'crossflow:own': true, flowNodeRef: membersOf(owner) })] : [];
  for (const lane of own) factory.written.set(stripOf(owner), lane);
  const lanes = parties.map((id) => {
    const party = model.parties[id];
    const children = page.childrenOf.get(id) ?? [];
    const lane = factory.create('bpmn:Lane', {
      id: factory.xmlId(id), name: party?.name ?? id, ...(party !== undefined && { 'crossflow:kind': party.kind }),
      flowNodeRef: keepsStrip(page, id) ? [] : membersOf(id),
      ...(children.length > 0 && { childLaneSet: writeLanes(id, children, page, model, nodes, factory) }),
    });
    factory.written.set(id, lane);
    return lane;
  });
  return factory.create('bpmn:LaneSet', { id: factory.xmlId(`lanes-${owner}`), lanes: [...own, ...lanes] });
}

/** Nodes, flows, notes, groups and data of one process. */
function writeContent(element: ModdleElement, nodes: readonly Node[], page: PlannedPage, model: Model, roots: ModdleElement[], factory: Factory): void {
  const ids = new Set(nodes.map((node) => node.id));
  const flows = page.flows.filter((flow) => ids.has(flow.from) && ids.has(flow.to));
  const degree = new Map<string, { in: number; out: number }>(nodes.map((node) => [node.id, { in: 0, out: 0 }]));
  for (const flow of flows) {
    if (flow.kind === 'information') continue;
    (degree.get(flow.from) ?? { out: 0 }).out += 1;
    (degree.get(flow.to) ?? { in: 0 }).in += 1;
  }
  const scopeOf = (node: Node): ModdleElement => (node.parent === undefined ? element : (factory.written.get(node.parent) ?? element));
  for (const node of nodes) {
    const written = writeNode(node, degree, factory);
    if (written !== undefined) factory.written.set(node.id, written);
  }
  for (const node of nodes) {
    const written = factory.written.get(node.id);
    if (written === undefined) continue;
    if (node.kind === 'event' && node.attachedTo !== undefined) written.set('attachedToRef', factory.written.get(node.attachedTo));
    append(scopeOf(node), 'flowElements', written);
  }
  for (const flow of flows) {
    const source = model.nodes[flow.from];
    const from = factory.written.get(flow.from);
    const to = factory.written.get(flow.to);
    if (source === undefined || from === undefined || to === undefined) continue;
    if (flow.kind === 'information') {
      const association = factory.create('bpmn:Association', { id: factory.xmlId(flow.id), sourceRef: from, targetRef: to, associationDirection: 'One', 'crossflow:flow': 'information' });
      if (flow.name !== undefined) association.set('documentation', [factory.create('bpmn:Documentation', { text: flow.name })]);
      factory.written.set(flow.id, association);
      append(element, 'artifacts', association);
    } else {
      const written = writeFlow(flow, from, to, factory);
      factory.written.set(flow.id, written);
      append(scopeOf(source), 'flowElements', written);
    }
  }
  writeNotes(nodes, scopeOf, factory);
  for (const node of nodes) {
    if (node.kind === 'group') {
      const value = factory.create('bpmn:CategoryValue', { id: factory.xmlId(`value-${node.id}`), value: node.name ?? '' });
      roots.push(factory.create('bpmn:Category', { id: factory.xmlId(`category-${node.id}`), categoryValue: [value] }));
      const group = factory.create('bpmn:Group', { id: factory.xmlId(node.id), categoryValueRef: value });
      factory.written.set(node.id, group);
      append(scopeOf(node), 'artifacts', group);
    }
  }
  for (const association of writeData(model, nodes, element, factory)) append(element, 'artifacts', association);
}

function writeNotes(nodes: readonly Node[], scopeOf: (node: Node) => ModdleElement, factory: Factory): void {
  for (const node of nodes) {
    if (node.kind !== 'note') continue;
    const annotation = factory.create('bpmn:TextAnnotation', { id: factory.xmlId(node.id), text: node.text });
    factory.written.set(node.id, annotation);
    append(scopeOf(node), 'artifacts', annotation);
    const about = node.about === undefined ? undefined : factory.written.get(node.about);
    if (about === undefined) continue;
    append(scopeOf(node), 'artifacts', factory.create('bpmn:Association', { id: factory.xmlId(`about-${node.id}`), sourceRef: annotation, targetRef: about }));
  }
}

const append = (scope: ModdleElement, list: 'flowElements' | 'artifacts', added: ModdleElement): void =>
  scope.set(list, [...((scope.get(list) as ModdleElement[] | undefined) ?? []), added]);
