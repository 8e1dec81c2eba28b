import { attribute, numberAttribute } from '../bpmn/namespaces.ts';
import type { Box } from '../bpmn/diagram.ts';
import type { XmlElement } from '../xml.ts';

/** A shape or line of a draw.io page, in coordinates of the page. */
export interface Cell {
  readonly id: string;
  readonly label: string;
  readonly style: string;
  readonly parent: string | undefined;
  readonly line: boolean;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly box: Box | undefined;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** All cells of one page; positions, which are relative to the parent in the file, made absolute. */
export function readCells(model: XmlElement): Map<string, Cell> {
  const raw = new Map<string, { cell: XmlElement; holder: XmlElement }>();
  const root = model.children.find((child) => child.name === 'root');
  for (const holder of root?.children ?? []) {
    const cell = holder.name === 'mxCell' ? holder : holder.children.find((child) => child.name === 'mxCell');
    const id = attribute(holder, 'id') ?? (cell === undefined ? undefined : attribute(cell, 'id'));
    if (cell !== undefined && id !== undefined) raw.set(id, { cell, holder });
  }
  const cells = new Map<string, Cell>();
  const origin = (id: string | undefined, depth = 0): { x: number; y: number } => {
    const entry = id === undefined || depth > 50 ? undefined : raw.get(id);
    if (entry === undefined || attribute(entry.cell, 'edge') === '1') return { x: 0, y: 0 };
    const around = origin(attribute(entry.cell, 'parent'), depth + 1);
    const geometry = entry.cell.children.find((child) => child.name === 'mxGeometry');
    return { x: around.x + (geometry === undefined ? 0 : (numberAttribute(geometry, 'x') ?? 0)), y: around.y + (geometry === undefined ? 0 : (numberAttribute(geometry, 'y') ?? 0)) };
  };
  for (const [id, { cell, holder }] of raw) {
    const geometry = cell.children.find((child) => child.name === 'mxGeometry');
    const width = geometry === undefined ? undefined : numberAttribute(geometry, 'width');
    const height = geometry === undefined ? undefined : numberAttribute(geometry, 'height');
    const parent = attribute(cell, 'parent');
    const line = attribute(cell, 'edge') === '1';
    const around = origin(parent);
    const bends = geometry?.children.find((child) => child.name === 'Array')?.children ?? [];
    cells.set(id, {
      id, parent, line,
      label: plainText(holder.attributes.get('label') ?? cell.attributes.get('value') ?? ''),
      style: cell.attributes.get('style') ?? '',
      source: attribute(cell, 'source'),
      target: attribute(cell, 'target'),
      box: line || width === undefined || height === undefined || width <= 0 || height <= 0 ? undefined : { ...origin(id), width, height },
      points: bends.map((point) => ({ x: around.x + (numberAttribute(point, 'x') ?? 0), y: around.y + (numberAttribute(point, 'y') ?? 0) })),
    });
  }
  return cells;
}

const entities: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The words of a label that may be written in HTML. */
export const plainText = (html: string): string =>
  html.replaceAll(/<(br|\/div|\/p|\/li)\b[^>]*>/gi, ' ').replaceAll(/<[^>]+>/g, '').replaceAll(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '').replaceAll(/\s+/g, ' ').trim();
