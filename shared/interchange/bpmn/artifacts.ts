import type { Model } from '../../document/model/model.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { Catalog, FileThing } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import { attribute, childOf, fullText, nameOfElement } from './namespaces.ts';
import type { Page } from './pages.ts';

interface Context {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly model: Model;
  readonly report: ReportBuilder;
}

/** Text annotations as notes about what an association ties them to, and groups. */
export function addArtifacts(pages: readonly Page[], context: Context): void {
  const { catalog, diagram, model, report } = context;
  const pageOf = (thing: FileThing): string | undefined => {
    if (thing.process !== undefined) return pages.find((page) => page.processes.includes(thing.process ?? ''))?.id;
    const plane = diagram.shapes.get(thing.id)?.plane;
    const shown = plane === undefined ? undefined : diagram.planes[plane]?.element;
    return (pages.find((page) => page.id === shown) ?? pages[0])?.id;
  };
  for (const annotation of catalog.annotations) {
    const process = pageOf(annotation);
    if (process === undefined) continue;
    const textElement = childOf(annotation.element, 'text');
    const text = textElement === undefined ? '' : fullText(textElement);
    const about = tiedTo(annotation.id, context);
    const box = diagram.shapes.get(annotation.id)?.box;
    const subject = about === undefined ? undefined : model.nodes[about];
    const parent = annotation.parent !== undefined && model.nodes[annotation.parent]?.kind === 'subprocess' ? annotation.parent : undefined;
    model.nodes[annotation.id] = {
      kind: 'note', id: annotation.id, process, text,
      position: box === undefined ? { x: subject?.position.x ?? 0, y: (subject?.position.y ?? 0) - 72 } : { x: box.x, y: box.y },
      size: box === undefined ? { width: 140, height: 48 } : { width: box.width, height: box.height },
      ...(about !== undefined && { about }),
      ...(parent !== undefined && { parent }),
    };
  }
  for (const group of catalog.groups) {
    const process = pageOf(group);
    const shape = diagram.shapes.get(group.id);
    const value = catalog.resolve(attribute(group.element, 'categoryValueRef'));
    const category = value === undefined ? undefined : catalog.others.get(value);
    const name = (category === undefined ? undefined : attribute(category, 'value')) ?? nameOfElement(group.element);
    if (process === undefined || shape === undefined) {
      report.add('dropped', message('interchange.groupWithoutShape', { name: name ?? group.id }), group.id);
      continue;
    }
    model.nodes[group.id] = {
      kind: 'group', id: group.id, process, position: { x: shape.box.x, y: shape.box.y },
      size: { width: shape.box.width, height: shape.box.height }, ...(name !== undefined && { name }),
    };
  }
}

function tiedTo(annotation: string, { catalog, model }: Context): string | undefined {
  for (const { element } of catalog.associations) {
    const from = catalog.resolve(attribute(element, 'sourceRef'));
    const to = catalog.resolve(attribute(element, 'targetRef'));
    const other = from === annotation ? to : to === annotation ? from : undefined;
    if (other !== undefined && model.nodes[other] !== undefined) return other;
  }
  return undefined;
}

/**
 * Data objects and stores by what they stand for, and which steps read and write them: by data associations, and by
 * plain associations as some tools draw them.
 */
export function addData({ catalog, model, report }: Context): void {
  const standsFor = new Map<string, string>();
  for (const { id, element } of catalog.data.values()) {
    const object = catalog.resolve(attribute(element, 'dataObjectRef') ?? attribute(element, 'dataStoreRef'));
    const known = object === undefined ? undefined : catalog.data.get(object);
    standsFor.set(id, known === undefined ? id : known.id);
  }
  for (const { id, element } of catalog.data.values()) {
    const object = standsFor.get(id) ?? id;
    const name = nameOfElement(element);
    const before = model.dataObjects[object];
    if (before === undefined) model.dataObjects[object] = { id: object, name: name ?? '' };
    else if (before.name === '' && name !== undefined) model.dataObjects[object] = { ...before, name };
  }
  for (const [id, object] of Object.entries(model.dataObjects)) if (object.name === '') model.dataObjects[id] = { ...object, name: id };
  const note = (step: string | undefined, data: string | undefined, access: 'reads' | 'writes'): void => {
    const object = data === undefined ? undefined : standsFor.get(data);
    const node = step === undefined ? undefined : model.nodes[step];
    if (object === undefined || node?.kind !== 'step') return;
    const list = node[access] ?? [];
    if (!list.includes(object)) model.nodes[node.id] = { ...node, [access]: [...list, object] };
  };
  for (const { id, element } of catalog.nodes.values()) {
    for (const child of element.children) {
      if (child.name === 'dataInputAssociation') note(id, catalog.resolve(childOf(child, 'sourceRef')?.text), 'reads');
      if (child.name === 'dataOutputAssociation') note(id, catalog.resolve(childOf(child, 'targetRef')?.text), 'writes');
    }
  }
  for (const { element } of catalog.associations) {
    const from = catalog.resolve(attribute(element, 'sourceRef'));
    const to = catalog.resolve(attribute(element, 'targetRef'));
    if (from !== undefined && standsFor.has(from)) note(to, from, 'reads');
    else if (to !== undefined && standsFor.has(to)) note(from, to, 'writes');
  }
  const n = Object.keys(model.dataObjects).length;
  if (n > 0) report.add('mapped', message('interchange.dataObjects', { n }), undefined, n);
}
