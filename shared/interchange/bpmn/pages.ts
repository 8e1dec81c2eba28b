import type { Catalog, FileParticipant } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import { nameOfElement } from './namespaces.ts';

/** One drawing of the file: a collaboration with its pools, or a process by itself. */
export interface Page {
  readonly id: string;
  readonly name: string;
  readonly participants: FileParticipant[];
  /** Processes drawn on it, with or without a pool of their own. */
  readonly processes: string[];
}

/**
 * Which drawings a file holds. A process that no pool names belongs to the drawing on which its shapes stand, since
 * tools may leave out a pool; else it is a drawing of its own. Drawings without anything on them are left out.
 */
export function readPages(catalog: Catalog, diagram: Diagram, fallbackName: string): Page[] {
  const filled = new Set([...[...catalog.nodes.values()].map((node) => node.process), ...catalog.lanes.map((lane) => lane.process)]);
  const used = new Set<string>();
  const pages: { id: string; participants: FileParticipant[]; processes: string[] }[] = [];
  for (const id of catalog.collaborations.keys()) {
    const participants = catalog.participants.filter((one) => one.collaboration === id && (one.process === undefined || !used.has(one.process)));
    const processes = [...new Set(participants.flatMap((one) => (one.process === undefined ? [] : [one.process])))];
    for (const process of processes) used.add(process);
    pages.push({ id, participants, processes });
  }
  const planeOfPage = new Map<string, number>();
  diagram.planes.forEach((plane, index) => {
    if (plane.element !== undefined && !planeOfPage.has(plane.element)) planeOfPage.set(plane.element, index);
  });
  for (const process of catalog.processes.keys()) {
    if (used.has(process) || !filled.has(process)) continue;
    const plane = planeOf(process, catalog, diagram);
    const host = plane === undefined ? undefined : pages.find((page) => planeOfPage.get(page.id) === plane);
    if (host !== undefined) host.processes.push(process);
    else {
      pages.push({ id: process, participants: [], processes: [process] });
      if (plane !== undefined) planeOfPage.set(process, plane);
    }
  }
  const drawn = pages.filter((page) => page.participants.length > 0 || page.processes.length > 0);
  return drawn.map((page) => ({ ...page, name: nameOfPage(page, catalog, diagram, drawn.length === 1 ? fallbackName : undefined) ?? fallbackName }));
}

function planeOf(process: string, catalog: Catalog, diagram: Diagram): number | undefined {
  for (const node of catalog.nodes.values()) {
    if (node.process !== process || node.parent !== undefined) continue;
    const shape = diagram.shapes.get(node.id);
    if (shape !== undefined) return shape.plane;
  }
  const lane = catalog.lanes.find((one) => one.process === process && diagram.shapes.has(one.id));
  return lane === undefined ? undefined : diagram.shapes.get(lane.id)?.plane;
}

function nameOfPage(page: Omit<Page, 'name'>, catalog: Catalog, diagram: Diagram, fileName: string | undefined): string | undefined {
  const plane = diagram.planes.find((one) => one.element === page.id);
  const candidates = [
    plane?.name,
    named(catalog.collaborations.get(page.id)),
    page.participants.length === 1 ? named(page.participants[0]?.element) : undefined,
    page.processes.length === 1 ? named(catalog.processes.get(page.processes[0] ?? '')) : undefined,
    named(catalog.definitions),
    fileName,
    page.participants.map((one) => named(one.element)).filter((name) => name !== undefined).join(', '),
  ];
  return candidates.find((name) => name !== undefined && name !== '' && !/^(default |new |untitled )?(collaboration|process|diagram|seite|page)?[ _-]*(diagram|\d+)?$/i.test(name));
}

const named = (element: Parameters<typeof nameOfElement>[0] | undefined): string | undefined => (element === undefined ? undefined : nameOfElement(element));
