import { emptyModel, type Model } from '../../document/model/model.ts';
import type { DocumentSettings } from '../../document/model/settings.ts';
import { message } from '../../language/message.ts';
import { fail, succeed, type Outcome } from '../../language/outcome.ts';
import { decodeText } from '../bytes.ts';
import type { Imported } from '../imported.ts';
import { ReportBuilder } from '../report.ts';
import { parseXml, type XmlElement } from '../xml.ts';
import { addArtifacts, addData } from './artifacts.ts';
import { markBackEdges } from './back-edges.ts';
import { applyBpsim } from './bpsim.ts';
import { readCatalog, type Catalog } from './catalog.ts';
import { readDiagram } from './diagram.ts';
import { addFlows } from './flows.ts';
import { readLinks } from './links.ts';
import { readMembership } from './membership.ts';
import { addMessageFlows } from './message-flows.ts';
import { attribute, documentationOf, modelSpace } from './namespaces.ts';
import { readNode, type NodeContext } from './nodes.ts';
import { readPages } from './pages.ts';
import { readInnerLanes, readParties, type LaneTree } from './parties.ts';
import { placePage } from './place.ts';
import { addDemand, addImpliedStarts } from './starts.ts';
import { addTeams } from './teams.ts';

/**
 * Reads a BPMN 2.0 file into a model: pages with their lanes, nodes, flows, parties and teams, as far as BPMN says
 * something about them; volumes, capacities and service times stay open.
 * Fails in one sentence where the bytes are no text, no XML, no BPMN, or hold nothing to draw; never throws.
 */
export function readBpmn(bytes: Uint8Array, fileName: string): Promise<Outcome<Imported>> {
  try {
    return Promise.resolve(read(bytes, fileName));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return Promise.resolve(fail('interchange.unreadable', message('interchange.unreadable', { file: fileName, reason }), { file: fileName }));
  }
}

function read(bytes: Uint8Array, file: string): Outcome<Imported> {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return decoded;
  const parsed = parseXml(decoded.value.text, file);
  if (!parsed.ok) return parsed;
  const refused = refusal(parsed.value, file);
  if (refused !== undefined) return refused;
  const report = new ReportBuilder();
  if (decoded.value.declared !== undefined) {
    report.add('guessed', message('interchange.wrongEncoding', { declared: decoded.value.declared, encoding: decoded.value.encoding }));
  }
  return importDefinitions(parsed.value, file, report);
}

/** Names of the elements of a diagram, for readers of other drawings that hand theirs over as BPMN. */
export const diagramTags = { diagram: 'BPMNDiagram', plane: 'BPMNPlane', shape: 'BPMNShape', edge: 'BPMNEdge' } as const;

/** The model of a tree of BPMN elements, its definitions first. Fails where there is nothing to draw. */
export function importDefinitions(definitions: XmlElement, file: string, report: ReportBuilder): Outcome<Imported> {
  const catalog = readCatalog(definitions, report);
  if (catalog.nodes.size === 0 && catalog.lanes.length === 0 && catalog.participants.length === 0) {
    return fail('interchange.nothingToDraw', message('interchange.nothingToDraw', { file }), { file });
  }
  return succeed(build(catalog, file, report));
}

/** Why a well-formed file is no BPMN, if it is none. */
function refusal(root: XmlElement, file: string): Outcome<never> | undefined {
  if (root.name === 'definitions' && root.space === modelSpace) return undefined;
  const id = root.space === '' && root.name === 'definitions' ? 'interchange.noNamespace' : 'interchange.notBpmn';
  return fail(id, message(id, { file, element: root.name, space: root.space === '' ? '–' : root.space }), { file, element: root.name });
}

function build(catalog: Catalog, file: string, report: ReportBuilder): Imported {
  const model = emptyModel();
  const diagram = readDiagram(catalog, report);
  const title = file.replace(/^.*[/\\]/, '').replace(/\.(bpmn20\.xml|bpmn2?|drawio|dio|xml)$/i, '');
  const pages = readPages(catalog, diagram, title);
  const guessedParties: string[] = [];
  const context = { catalog, diagram, model, report, guessedParties };
  const links = readLinks(catalog, report);
  const nodeContext = nodeContextOf(links, context);
  const doers = new Map<string, string>();
  const roots = new Map<string, LaneTree[]>();
  for (const page of pages) {
    const documentation = page.processes.map((id) => catalog.processes.get(id)).flatMap((element) => (element === undefined ? [] : (documentationOf(element) ?? []))).join('\n\n');
    model.processes[page.id] = { id: page.id, name: page.name, lanes: [], ...(documentation !== '' && { documentation }) };
    const lanes = readParties(page, context);
    roots.set(page.id, lanes.roots);
    const party = readMembership(page, lanes, catalog, diagram, report);
    for (const [step, doer] of readInnerLanes(page, context, party)) doers.set(step, doer);
    for (const node of catalog.nodes.values()) {
      if (page.processes.includes(node.process)) model.nodes[node.id] = readNode(node, page.id, party.get(node.id), nodeContext);
    }
  }
  addFlows(links, context);
  addImpliedStarts(model, catalog, report);
  addMessageFlows(context);
  addArtifacts(pages, context);
  addData(context);
  markBackEdges(model, report);
  addTeams(model, catalog, doers, report);
  addDemand(model, nodeContext.startCycles, report);
  const runSettings = applyBpsim(context);
  const undrawnPages: string[] = [];
  for (const page of pages) {
    if (placePage(page.id, roots.get(page.id) ?? [], context)) continue;
    undrawnPages.push(page.id);
    report.add('guessed', message('interchange.noDiagram', { page: page.name }), page.id);
  }
  summarise(model, catalog, report);
  const documentTitle = pages.length === 1 ? (pages[0]?.name ?? title) : title;
  const settings: DocumentSettings = { title: documentTitle };
  return {
    model, settings, report: report.build(file), needsLayout: undrawnPages.length > 0, undrawnPages, guessedParties,
    ...(runSettings !== undefined && { runSettings }),
  };
}

function nodeContextOf(links: ReturnType<typeof readLinks>, context: Omit<NodeContext, 'degree' | 'filled' | 'startCycles'>): NodeContext {
  const degree = new Map<string, { in: number; out: number }>();
  const of = (id: string): { in: number; out: number } => {
    const known = degree.get(id) ?? { in: 0, out: 0 };
    degree.set(id, known);
    return known;
  };
  for (const link of links) {
    of(link.from).out += 1;
    of(link.to).in += 1;
  }
  const filled = new Set([...context.catalog.nodes.values()].flatMap((node) => node.parent ?? []));
  return { catalog: context.catalog, diagram: context.diagram, report: context.report, degree, filled, startCycles: new Map() };
}

/** What was kept as it is, in numbers, and how much of the file belongs to other tools. */
function summarise(model: Model, catalog: Catalog, report: ReportBuilder): void {
  const spoken = new Set(report.entries.map((entry) => entry.element));
  const keptNodes = [...catalog.nodes.keys()].filter((id) => model.nodes[id] !== undefined && !spoken.has(id)).length;
  const flows = Object.values(model.flows);
  const inFile = new Set(catalog.sequenceFlows.map((flow) => flow.id));
  const keptFlows = flows.filter((flow) => flow.kind !== 'information' && inFile.has(flow.id) && !spoken.has(flow.id)).length;
  const information = flows.filter((flow) => flow.kind === 'information').length;
  const lanes = new Set(Object.values(model.processes).flatMap((process) => process.lanes.map((lane) => lane.party))).size;
  if (keptNodes > 0) report.add('kept', message('interchange.keptNodes', { n: keptNodes }), undefined, keptNodes);
  if (keptFlows > 0) report.add('kept', message('interchange.keptFlows', { n: keptFlows }), undefined, keptFlows);
  if (lanes > 0) report.add('kept', message('interchange.keptLanes', { n: lanes }), undefined, lanes);
  if (information > 0) report.add('mapped', message('interchange.messageFlows', { n: information }), undefined, information);
  const extensions = countExtensions(catalog.definitions);
  if (extensions > 0) report.add('dropped', message('interchange.extensions', { n: extensions, tool: attribute(catalog.definitions, 'exporter') ?? '–' }), undefined, extensions);
}

function countExtensions(root: XmlElement): number {
  let count = 0;
  const stack: XmlElement[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (element.name === 'extensionElements') count += element.children.filter((child) => child.name !== 'BPSimData').length;
    else stack.push(...element.children);
  }
  return count;
}
