import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog, FileNode } from './catalog.ts';
import { attribute, childOf, fullText, nameOfElement, ownAttribute } from './namespaces.ts';

/** A sequence flow whose two ends exist. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  /** What the condition says, as text. */
  readonly condition?: string;
  readonly otherwise?: boolean;
  /** As our own writer notes it. */
  readonly probability?: number;
}

/**
 * The graph of a file, from the ends that the sequence flows themselves name: what nodes list as incoming and outgoing
 * is often padded, incomplete or wrong. A flow without an end, or through the border of a sub-process, is dropped.
 * A throwing link event leads to the catching ones of its name.
 */
export function readLinks(catalog: Catalog, report: ReportBuilder): Link[] {
  const links: Link[] = [];
  for (const { id, element } of catalog.sequenceFlows) {
    const from = nodeAt(catalog, attribute(element, 'sourceRef'));
    const to = nodeAt(catalog, attribute(element, 'targetRef'));
    const said = nameOfElement(element);
    if (from === undefined || to === undefined) {
      const missing = from === undefined ? attribute(element, 'sourceRef') : attribute(element, 'targetRef');
      report.add('dropped', message('interchange.flowWithoutEnd', { flow: said ?? id, missing: missing ?? '?' }), id);
      continue;
    }
    if (from.parent !== to.parent || from.process !== to.process) {
      report.add('dropped', message('interchange.flowThroughBorder', { flow: said ?? id }), id);
      continue;
    }
    const expression = childOf(element, 'conditionExpression');
    const condition = expression === undefined ? undefined : fullText(expression).replaceAll(/\s+/g, ' ');
    const otherwise = catalog.resolve(attribute(from.element, 'default')) === id;
    const told = ownAttribute(element, 'probability');
    const probability = told === undefined ? Number.NaN : Number(told);
    links.push({
      id, from: from.id, to: to.id, ...(probability >= 0 && probability <= 1 && { probability }), ...(said !== undefined && { name: said }), ...(condition !== undefined && { condition }), ...(otherwise && { otherwise }),
    });
  }
  return [...links, ...readLinkEvents(catalog, report)];
}

const nodeAt = (catalog: Catalog, reference: string | undefined): FileNode | undefined => {
  const id = catalog.resolve(reference);
  return id === undefined ? undefined : catalog.nodes.get(id);
};

function readLinkEvents(catalog: Catalog, report: ReportBuilder): Link[] {
  const linkName = (node: FileNode): string | undefined => {
    const definition = childOf(node.element, 'linkEventDefinition');
    return definition === undefined ? undefined : (nameOfElement(definition) ?? nameOfElement(node.element) ?? '');
  };
  const catches = [...catalog.nodes.values()].filter((node) => node.element.name === 'intermediateCatchEvent');
  const links: Link[] = [];
  for (const node of catalog.nodes.values()) {
    if (node.element.name !== 'intermediateThrowEvent') continue;
    const name = linkName(node);
    if (name === undefined) continue;
    const target = catches.find((one) => linkName(one) === name && one.process === node.process && one.parent === node.parent);
    if (target === undefined) continue;
    links.push({ id: `link-${node.id}`, from: node.id, to: target.id });
    report.add('mapped', message('interchange.linkEvent', { name: name === '' ? node.id : name }), node.id);
  }
  return links;
}
